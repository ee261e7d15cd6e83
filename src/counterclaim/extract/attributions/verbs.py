"""Verb cues: "the Taliban said", "said the spokesman", "he called for a truce", "was announced by the army"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterclaim.extract.attributions.beside import positional_source, unknown_cue
from counterclaim.extract.attributions.complements import called_upon
from counterclaim.extract.attributions.contents import content_of_verb, trimmed
from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.frames import frame_of
from counterclaim.extract.attributions.lexicon import VerbCue
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import is_passive, noun_phrase, source_of_verb
from counterclaim.records import Token

# a sentence with more cues than this is no prose, and each costs as much as the sentence is long
MOST_IN_SENTENCE = 100


def verb_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each verb that is a cue in its frame."""
    seen: Counter[int] = Counter()
    for token in page.tokens:
        if token.pos in ("VERB", "AUX") and seen[token.sentence] < MOST_IN_SENTENCE and (entry := entry_of(page, token)):
            seen[token.sentence] += 1
            frame = frame_of(page, token.index)
            draft = object_draft(page, token.index, entry) if entry.objects else None
            if draft is None and entry.fits(frame) and not leads_up(page, token.index, entry):
                draft = verb_draft(page, token.index, entry, frame)
            if draft is not None:
                yield draft


def entry_of(page: Page, token: Token) -> VerbCue | None:
    """The entry of a verb with its particle ("rule out"), else of the verb alone, or None."""
    for particle in (
        *page.tree.having(token.index, "particle", "adverb"),
        *predicates(page, token.index),
        *astray(page, token),
    ):
        entry = page.lexicon.verb(f"{token.lemma} {page.lower[particle]}") if particle > token.index else None
        if entry is not None:
            return entry
    return page.lexicon.verb(token.lemma) or unknown_cue(page, token.index)


def astray(page: Page, token: Token) -> list[int]:
    """The particle right after a verb that a parser took for a preposition ("laughed off the claim")."""
    return [child for child in page.tree.having(token.index, "preposition") if child == token.index + 1]


def predicates(page: Page, verb: int) -> list[int]:
    """The adjectives that a verb says of its object ("held the army responsible")."""
    noun = page.tree.child(verb, "object")
    after = [] if noun is None else [child for child in page.tree.having(noun, "modifier", "clause") if child > noun]
    return [*after, *page.tree.having(verb, "object_predicate", "adjective_complement")]


def object_draft(page: Page, verb: int, entry: VerbCue) -> Draft | None:
    """The draft of a verb that makes one cue with its object ("claimed responsibility for the raid"), or None."""
    noun = page.tree.child(verb, "object", "passive_subject")
    cue_class = None if noun is None else entry.objects.get(page.tokens[noun].lemma.lower())
    if noun is None or cue_class is None:
        return None
    hosts = (noun, verb)
    link = next((part for host in hosts for part in page.tree.having(host, "preposition") if page.is_word(part, "for")), None)
    extra = [index for index in page.subtree(noun) if index <= noun] + [link] if link is not None else []
    cue = verb_group(page, verb, extra)
    source = source_of_verb(page, verb, cue)
    content = page.subtree(link)[1:] if link is not None else page.subtree(noun)
    return Draft(
        head=verb, cue=cue, source=source, content=tuple(trimmed(page, content)), cue_class=cue_class,
        construction="verb_object_noun", negated=is_negated(page, verb) or denies_itself(page, source),
        modal=is_modal(page, verb),
    )  # fmt: skip


def denies_itself(page: Page, source: tuple[int, ...]) -> bool:
    """Whether a source is nobody ("no group has said")."""
    return bool(source) and page.is_word(source[0], "no", "nobody")


def verb_draft(page: Page, verb: int, entry: VerbCue, frame: str) -> Draft | None:
    """The draft of one verb cue, or None where it has neither source nor a passive's content."""
    links = linking(page, verb, frame)
    cue = verb_group(page, verb, [*links, *governing(page, verb)])
    source = source_of_verb(page, verb, cue, experiencer=entry.experiencer)
    if not source and entry.quoting and not is_passive(page, verb):
        source = positional_source(page, verb, cue)
    subject = subject_of_content(page, verb, entry)
    if subject is not None and subject in source:
        source = ()
    if not source and not entry.raising and not stands_alone(page, verb):
        return None
    taken = set(source) | set(cue)
    told = [index for index in content_of_verb(page, verb, entry, cue, source) if index not in taken]
    if told and told[0] < cue[0]:
        cue = tuple(index for index in cue if index not in links or page.tokens[index].relation == "agent")
    cue = with_colon(page, cue, told)
    if subject is not None:
        told = trimmed(page, sorted({*noun_phrase(page, subject, verb), *told} - taken))
    return Draft(
        head=verb,
        cue=cue,
        source=source,
        content=tuple(told),
        cue_class=entry.class_in(frame),
        construction=construction_of(frame, bool(source)),
        negated=is_negated(page, verb) or denies_itself(page, source),
        modal=is_modal(page, verb),
    )


def with_colon(page: Page, cue: tuple[int, ...], told: list[int]) -> tuple[int, ...]:
    """The cue with the colon that announces what is said."""
    colon = cue[-1] + 1
    announced = colon < len(page.tokens) and page.is_word(colon, "colon") and bool(told) and told[0] == colon + 1
    return (*cue, colon) if announced else cue


def stands_alone(page: Page, verb: int) -> bool:
    """Whether a verb can be a cue without a source: a passive that is more than a participle on a noun ("a group called X")."""
    return is_passive(page, verb) and page.tokens[verb].relation != "participle"


def subject_of_content(page: Page, verb: int, entry: VerbCue) -> int | None:
    """The subject that is part of what is said ("the town was reported taken", "they seem to flee"), or None."""
    if entry.experiencer or (entry.addressee and page.tree.child(verb, "clause", "open_clause") is not None):
        return None
    token = page.tokens[verb]
    if token.relation == "participle" and is_passive(page, verb):
        return token.head
    raised = entry.raising or is_told_of(page, verb)
    subject = page.tree.child(verb, "passive_subject", *(("subject",) if raised else ()))
    if subject is None or page.tokens[subject].relation == "expletive":
        return None
    empty = page.is_word(subject, "place_holders") and page.tree.child(verb, "clause", "clausal_subject") is not None
    return None if empty else subject


def is_told_of(page: Page, verb: int) -> bool:
    """Whether a headline says by a bare participle what is told of its subject ("Hundreds reported killed")."""
    inner = page.tree.child(verb, "open_clause")
    bare = page.tree.child(verb, "object", "auxiliary", "clause") is None
    return inner == verb + 1 and bare and page.tokens[inner].form in ("participle", "past")


def leads_up(page: Page, verb: int, entry: VerbCue) -> bool:
    """Whether a verb only leads up to another cue ("seem to show")."""
    inner = page.tree.child(verb, "open_clause", "clause") if entry.raising else None
    if inner is None or inner < verb or inner - verb > 3:
        return False
    other = page.lexicon.verb(page.tokens[inner].lemma)
    return other is not None and not other.raising and other.fits(frame_of(page, inner))


def governing(page: Page, verb: int) -> list[int]:
    """The words before a cue verb that only lead up to it ("tried to persuade", "seem to show")."""
    token = page.tokens[verb]
    head = token.head
    if token.relation != "open_clause" or not head < verb or not page.is_word(verb - 1, "infinitive_marker"):
        return []
    entry = page.lexicon.verb(page.tokens[head].lemma)
    if entry is not None and not entry.raising and page.tokens[head].lemma.lower() not in page.lexicon.words["leading_up"]:
        return []
    return [*verb_group(page, head), *range(head + 1, verb)] if verb - head <= 3 else []


def linking(page: Page, verb: int, frame: str) -> list[int]:
    """The preposition that links a verb to its content or to its agent."""
    last = frame.rsplit(" ", 1)[-1]
    prepositions = [child for child in page.tree.having(verb, "preposition") if page.tokens[child].lemma.lower() == last]
    linked = [child for child in prepositions if not is_beside_the_point(page, child)]
    linked += [child for child in phrasal(page, verb) if child not in linked]
    return [*linked, *called_upon(page, verb), *page.tree.having(verb, "agent")]


def phrasal(page: Page, verb: int) -> list[int]:
    """The word right after a verb that makes another verb of it ("brushed aside", "laughed off")."""
    after = [child for child in page.tree.having(verb, "adverb", "preposition", "particle") if child == verb + 1]
    return [child for child in after if page.lexicon.verb(f"{page.tokens[verb].lemma} {page.lower[child]}") is not None]


def is_beside_the_point(page: Page, child: int) -> bool:
    """Whether a prepositional phrase tells when or through what something was said, not what."""
    head = page.tree.child(child, "preposition_object")
    return head is not None and (page.is_time(head) or page.is_word(head, "media_nouns"))


def construction_of(frame: str, has_source: bool) -> str:
    """The name of the pattern."""
    if frame.startswith("passive"):
        return "passive" if has_source else "passive_no_agent"
    return f"verb_{frame.replace(' ', '_')}"
