"""Adjectival cues: "is confident that", "was worried about", "are ready to"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.complements import incidental
from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, run_around, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.lexicon import AdjectiveCue
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import source_of_verb

PLACES = frozenset({"adjective_complement", "object_predicate", "root", "conjunct", "other", "clause"})
KINDS = {"clause": "that", "open_clause": "to"}


def adjective_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each adjective that is a cue, stands after a copula and has a complement."""
    for token in page.tokens:
        if token.relation in PLACES:
            entry = page.lexicon.adjectives.get(page.lower[token.index])
            if (
                entry is not None
                and (token.relation != "clause" or entry.verbs)
                and (draft := adjective_draft(page, token.index, entry))
            ):
                yield draft


def adjective_draft(page: Page, index: int, entry: AdjectiveCue) -> Draft | None:
    """The draft of one adjective, or None where complement or source are not there."""
    verb = page.tokens[index].head
    if entry.verbs and page.tokens[verb].lemma.lower() not in entry.verbs:
        return None
    complement = complement_of(page, index, entry) or clause_of_verb(page, verb, index, entry)
    if complement is None or verb == index or page.tokens[verb].pos not in ("AUX", "VERB"):
        return None
    link, content = complement
    degrees = [child for child in page.tree.having(index, "adverb", "noun_adverbial") if child < index]
    modifiers = {part for child in degrees for part in page.subtree(child)}
    allowed = set(verb_group(page, verb)) | modifiers | ({link} if link is not None else set())
    if entry.verbs:
        allowed |= set(range(verb + 1, index))
    allowed |= {child for child in page.tree.children[verb] if page.tokens[child].relation in ("adverb", "negation")}
    cue = run_around(index, allowed)
    source = source_of_verb(page, verb, cue)
    if not source:
        return None
    return Draft(
        head=index,
        cue=cue,
        source=source,
        content=tuple(trimmed(page, content)),
        cue_class=entry.cue_class,
        construction="adjective",
        negated=is_negated(page, verb),
        modal=is_modal(page, verb),
    )


def clause_of_verb(page: Page, verb: int, index: int, entry: AdjectiveCue) -> tuple[int | None, list[int]] | None:
    """The clause after an adjective that the parser hung on its verb ("made it clear that"), or None."""
    if not entry.verbs:
        return None
    clauses = [*page.tree.having(index, "clause", "adverbial_clause"), *page.tree.having(verb, "clause")]
    clause = next((child for child in clauses if child > index), None)
    return None if clause is None else (None, [part for part in page.subtree(clause) if part > index])


def complement_of(page: Page, index: int, entry: AdjectiveCue) -> tuple[int | None, list[int]] | None:
    """The linking preposition (or None) and the tokens of an adjective's complement, or None."""
    for child in page.tree.children[index]:
        if child < index:
            continue
        token = page.tokens[child]
        if KINDS.get(token.relation) in entry.complements:
            return None, page.subtree(child)
        if token.relation == "preposition" and token.lemma.lower() in entry.complements:
            return child, page.subtree(child, incidental(page, child))[1:]
    return None
