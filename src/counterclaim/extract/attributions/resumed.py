"""Answers to what was just told, by a noun that sums it up: "..., a claim the army denied", "..., charges Kigali rejects"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase, own_subject, source_of_verb

CLAUSES = frozenset({"relative_clause", "participle", "clause", "root", "conjunct"})
ANSWERS = frozenset({"deny", "reject", "confirm", "concede", "silence"})
CONSTRUCTION = "resumed"


def resumed_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each noun after a comma that sums up what was told and that someone is said to deny or confirm."""
    for token in page.tokens:
        if page.is_word_of_lemma(token.index, "resuming_nouns") and (first := opening(page, token.index)) is not None:
            for verb in verbs_of(page, token.index):
                if (draft := resumed_draft(page, first, token.index, verb)) is not None:
                    yield draft
                    break


def opening(page: Page, noun: int) -> int | None:
    """Where the phrase of a noun begins that stands right after a comma or dash without "the", or None."""
    first = noun
    while first > 0 and page.tokens[first - 1].pos in ("DET", "ADJ", "ADV") and page.tokens[first - 1].head >= first:
        first -= 1
    if first == 0 or not page.is_word(first - 1, "comma", "dashes"):
        return None
    bare = page.tokens[noun].pos == "PRON" or page.tokens[noun].lemma.lower() != page.lower[noun]
    return first if page.is_word(first, "indefinite") or (bare and first == noun) else None


def verbs_of(page: Page, noun: int) -> list[int]:
    """The verbs of the clauses on a noun, and the verb next after it whose subject the parser made it a part of."""
    own = [child for child in page.tree.having(noun, "relative_clause", "participle") if child > noun]
    return [*own, *(above for above in page.tree.ancestors(noun) if noun < above and page.tokens[above].pos == "VERB")]


def resumed_draft(page: Page, first: int, noun: int, verb: int) -> Draft | None:
    """The draft of one answer, or None where the verb is no answer or is nobody's."""
    entry = page.lexicon.verb(page.tokens[verb].lemma)
    cue_class = entry.class_in("object") if entry is not None and entry.fits("object") else None
    if (
        cue_class not in ANSWERS
        or page.tokens[verb].relation not in CLAUSES
        or page.tree.child(verb, "object") in (noun, first)
    ):
        return None
    cue = verb_group(page, verb, page.tree.having(verb, "agent"))
    source = tuple(index for index in speaker_of(page, verb, cue) if not first <= index <= noun)
    if not source:
        return None
    return Draft(
        head=verb, cue=cue, source=source, content=tuple(range(first, noun + 1)), cue_class=str(cue_class),
        construction=CONSTRUCTION, negated=is_negated(page, verb), modal=is_modal(page, verb),
    )  # fmt: skip


def speaker_of(page: Page, verb: int, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Who answers: the subject of a verb, also of one that the parser took for a participle, or its agent."""
    subject = own_subject(page, verb)
    return source_of_verb(page, verb, cue) if subject is None else noun_phrase(page, subject, verb)


def opens_anew(page: Page, draft: Draft) -> bool:
    """Whether a source and its cue open a clause after a semicolon."""
    first = draft.source[0] if draft.source else 0
    return first > 0 and page.is_word(first - 1, "semicolon") and first < draft.head and draft.first == first


def without_answers(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each told without what another says to it at the end of its sentence."""
    answers = [draft for draft in drafts if draft.construction == CONSTRUCTION or opens_anew(page, draft)]
    return [shortened(page, draft, answers) for draft in drafts]


def shortened(page: Page, draft: Draft, answers: Sequence[Draft]) -> Draft:
    """The draft with its content cut where an answer to it begins."""
    for answer in answers:
        first = answer.first
        if answer is not draft and draft.head < first and draft.content and draft.content[0] < first <= draft.content[-1]:
            return replace(draft, content=tuple(trimmed(page, [index for index in draft.content if index < first])))
    return draft
