"""Sentences that go on with what was said before without saying so: open quotations and free indirect speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import VERBAL, root_of
from counterclaim.extract.claiming.settling import Told
from counterclaim.records import Attribution, Sentence
from counterclaim.syntax import span_of

BREAK = re.compile(r"\n[ \t]*\n")
SPOKEN = frozenset({"say", "claim", "confirm", "concede", "deny", "warn", "threaten", "promise", "accuse", "relay", "estimate"})


def continuations(spoken: Sequence[Told], attributions: Sequence[Attribution], page: Page) -> Iterator[Told]:
    """The tellings of sentences that go on with the telling of the sentence before."""
    speaking, taken = by_sentence(spoken, page), touched(attributions, page)
    for before, sentence in zip(page.annotated.sentences, page.annotated.sentences[1:], strict=False):
        outer = speaking.get(before.index)
        if outer is None or sentence.index in speaking or sentence.index in taken:
            continue
        if same_paragraph(before, sentence, page) and covers(outer.attribution, before, page) and goes_on(sentence, page):
            going_on = continued(outer, sentence, page)
            speaking[sentence.index] = going_on
            yield going_on


def by_sentence(spoken: Sequence[Told], page: Page) -> dict[int, Told]:
    """The outermost spoken telling with a source and a content by the sentence of its cue."""
    found: dict[int, Told] = {}
    for told in spoken:
        one = told.attribution
        if one.parent is None and one.content and one.source and one.cue and one.cue_class in SPOKEN:
            index = page.tree.at(one.cue.start)
            if index is not None:
                found.setdefault(page.tokens[index].sentence, told)
    return found


def touched(attributions: Sequence[Attribution], page: Page) -> set[int]:
    """The sentences in which a cue or a content stands."""
    spans = [span for found in attributions for span in (found.cue, found.content) if span is not None]
    return {page.tokens[index].sentence for span in spans for index in page.tree.within(span.start, span.end)}


def same_paragraph(before: Sentence, sentence: Sentence, page: Page) -> bool:
    """Whether no paragraph ends between two sentences."""
    return BREAK.search(page.annotated.document.text, before.end, sentence.start) is None


def covers(attribution: Attribution, sentence: Sentence, page: Page) -> bool:
    """Whether an attribution takes up its whole sentence: its content or cue holds the main verb."""
    indices = range(sentence.first, sentence.last)
    root = root_of(indices, page) if indices else -1
    taken = {*page.tokens_of(attribution.content), *page.tokens_of(attribution.cue)}
    return root in taken and (attribution.construction != "nominal")


def goes_on(sentence: Sentence, page: Page) -> bool:
    """Whether a sentence bears marks of another's speech: distancing quotation marks with what would be, or a quotation."""
    indices = range(sentence.first, sentence.last)
    if not any(page.tokens[index].pos in VERBAL for index in indices):
        return False
    scare = any(q.scare and sentence.start <= q.span.start < sentence.end for q in page.annotated.quotations)
    foretold = any(page.tokens[index].form == "modal" for index in indices)
    return (scare and foretold) or inside_quotation(sentence, page)


def inside_quotation(sentence: Sentence, page: Page) -> bool:
    """Whether a sentence stands between quotation marks."""
    return any(q.span.start <= sentence.start and sentence.end <= q.span.end + 1 for q in page.annotated.quotations)


def continued(outer: Told, sentence: Sentence, page: Page) -> Told:
    """The outer telling carried on to another sentence, whose words are its content."""
    span = span_of(page.annotated.document, sentence.start, sentence.end)
    going_on = replace(
        outer.attribution,
        sentence=span,
        content=span,
        cue_class="say",
        construction="continued",
        confidence=outer.attribution.confidence * 0.8,
    )
    return Told(going_on, outer.beside)
