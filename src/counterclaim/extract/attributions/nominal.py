"""Nominal cues: "the Taliban's claim that", "made the accusation that", "calls by the army for", "her advice was to"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, run_around, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.lexicon import NounCue
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase, source_of_verb
from counterclaim.records import Token

NOMINAL_PLACES = frozenset({"subject", "object", "passive_subject", "preposition_object"})
CLAUSAL = ("clause", "participle", "relative_clause")


def nominal_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each noun that is a cue and has a complement that is content."""
    for token in page.tokens:
        if is_nominal(token) and (entry := page.lexicon.nouns.get(token.lemma.lower())):
            draft = noun_draft(page, token.index, entry) or copular_draft(page, token.index, entry)
            if draft is not None:
                yield draft


def is_nominal(token: Token) -> bool:
    """Whether a token is a noun, or stands where only a noun can and was taken for a verb."""
    return token.pos in ("NOUN", "PROPN") or (token.pos == "VERB" and token.relation in NOMINAL_PLACES)


def noun_draft(page: Page, noun: int, entry: NounCue) -> Draft | None:
    """The draft of one noun with its complement, or None where it has none that fits."""
    link, content = complement_of(page, noun, entry)
    if not content:
        return None
    verb = light_verb(page, noun)
    owner = possessor(page, noun)
    maker = maker_of(page, noun)
    if owner is None and maker is None and verb is None and not entry.bare:
        return None
    if owner is not None:
        source = owned_source(page, owner)
    elif maker is not None:
        source = noun_phrase(page, maker, noun)
    else:
        source = () if verb is None else source_of_verb(page, verb, verb_group(page, verb))
    cue = cue_of_noun(page, noun, link, verb if owner is None and maker is None else None, source)
    taken = {*cue, *source}
    return Draft(
        head=noun,
        cue=cue,
        source=source,
        content=tuple(trimmed(page, [index for index in content if index not in taken])),
        cue_class=entry.cue_class,
        construction="light_verb" if verb is not None and owner is None and maker is None else "nominal",
        negated=verb is not None and is_negated(page, verb),
        modal=verb is not None and is_modal(page, verb),
    )


def complement_of(page: Page, noun: int, entry: NounCue) -> tuple[int | None, list[int]]:
    """The linking preposition (or None) and the tokens of a noun's complement, none where it has none that fits."""
    for child in page.tree.children[noun]:
        if child < noun:
            continue
        token = page.tokens[child]
        if token.relation in CLAUSAL and clause_kind(page, child) in entry.complements:
            return None, page.subtree(child)
        if token.relation == "preposition" and token.text.lower() in entry.complements:
            rest = page.subtree(child)
            if len(rest) > 1:
                return child, [index for index in rest if index != child]
    return None, aim_of(page, noun, entry)


def aim_of(page: Page, noun: int, entry: NounCue) -> list[int]:
    """The infinitive after a noun that a parser hung on its light verb ("renewed its call to stop the raids"), or nothing."""
    verb = light_verb(page, noun) if "to" in entry.complements else None
    clauses = page.tree.having(verb, "adverbial_clause", "open_clause") if verb is not None else []
    aim = next((clause for clause in clauses if page.subtree(clause)[0] == noun + 1), None)
    return page.subtree(aim) if aim is not None and clause_kind(page, aim) == "to" else []


def clause_kind(page: Page, child: int) -> str:
    """Whether a noun's clause is one with "that", one with "to", or another."""
    first = page.subtree(child)[0]
    if page.is_word(first, "that"):
        return "that" if page.tree.child(child, "marker") == first else "other"
    if page.is_word(first, "infinitive_marker"):
        return "to"
    return "that" if page.tokens[child].relation == "clause" else "other"


def possessor(page: Page, noun: int) -> int | None:
    """The head of the noun's possessor, or None."""
    owner = page.tree.child(noun, "possessive")
    return owner if owner is not None else plural_possessor(page, noun)


def plural_possessor(page: Page, noun: int) -> int | None:
    """The plural before a bare apostrophe ("the rebels' claim"), which a parser takes for a mark."""
    for child in page.tree.having(noun, "noun_modifier", "compound", "modifier"):
        if child + 1 < noun and page.tokens[child + 1].text in ("'", "’") and page.tokens[child].text[-1:] == "s":
            return child
    return None


def maker_of(page: Page, noun: int) -> int | None:
    """The object of a "by" that hangs on the noun, or None."""
    for child in page.tree.having(noun, "preposition", "agent"):
        if page.is_word(child, "by"):
            return page.tree.child(child, "preposition_object")
    return None


def owned_source(page: Page, owner: int) -> tuple[int, ...]:
    """The tokens of a possessor, its possessive mark included."""
    words = page.subtree(owner)
    article = words[0] - 1
    if page.tokens[owner].relation != "possessive" and article >= 0 and page.tokens[article].pos == "DET":
        words = [article, *words]
    return tuple(words)


def light_verb(page: Page, noun: int) -> int | None:
    """The verb that only carries the noun ("made the claim"), or None."""
    token = page.tokens[noun]
    if token.relation != "object":
        return None
    return token.head if page.tokens[token.head].lemma.lower() in page.lexicon.words["light_verbs"] else None


def cue_of_noun(page: Page, noun: int, link: int | None, verb: int | None, source: tuple[int, ...]) -> tuple[int, ...]:
    """The cue's tokens: the noun with determiner and modifiers, its light verb and its linking preposition."""
    own = {child for child in page.tree.children[noun] if child < noun and child not in source}
    allowed = {index for child in own for index in page.subtree(child)} | ({link} if link is not None else set())
    if verb is not None:
        allowed |= set(verb_group(page, verb))
    return run_around(noun, allowed - set(source))


def copular_draft(page: Page, noun: int, entry: NounCue) -> Draft | None:
    """The draft of "her advice was to wait", or None."""
    token = page.tokens[noun]
    owner = possessor(page, noun)
    if token.relation != "subject" or not page.is_word(token.head, "copulas") or owner is None:
        return None
    clause = next((child for child in page.tree.having(token.head, "clause", "open_clause") if child > token.head), None)
    if clause is None:
        return None
    source = owned_source(page, owner)
    cue = tuple(index for index in range(noun, token.head + 1) if index not in source)
    return Draft(
        head=noun, cue=cue, source=source, content=tuple(trimmed(page, page.subtree(clause))),
        cue_class=entry.cue_class, construction="nominal_copular",
    )  # fmt: skip
