"""Colons and dashes: "Ministry: rebels have fled", "JONES: We are leaving", a quotation with a dash and a name."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page

LONGEST_SPEAKER = 8
LONGEST_TURN = 250
BODIES = frozenset({"group", "government", "organisation", "media"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ", "PART", "PUNCT", "NUM", "X"})


def headline_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each speaker before a colon at the head of a passage, and each name after a quotation and a dash."""
    names = frozenset(token.text for token in page.tokens if token.pos == "PROPN")
    for first, last in passage_ranges(page):
        if (draft := speaker_draft(page, first, last, names)) is not None:
            yield draft
    for number in range(len(page.quotes)):
        if (draft := signed_draft(page, number)) is not None:
            yield draft


def passage_ranges(page: Page) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of the passages."""
    start = 0
    for index in range(1, len(page.tokens) + 1):
        if index == len(page.tokens) or page.passage[index] != page.passage[start]:
            yield start, index
            start = index


def speaker_draft(page: Page, first: int, last: int, names: frozenset[str]) -> Draft | None:
    """The draft of a passage that begins with a name and a colon, or None."""
    while first < last and (page.tokens[first].pos in ("NUM", "SPACE", "PUNCT") or page.is_time(first)):
        first += 1
    colon = next((i for i in range(first, min(last, first + LONGEST_SPEAKER + 1)) if page.is_word(i, "colon")), None)
    if colon is None or colon == first or not is_speaker(page, first, colon, names):
        return None
    content = trimmed(page, range(colon + 1, end_of_turn(page, colon, last)))
    if len(content) < 2:
        return None
    return Draft(
        head=colon, cue=(colon,), source=tuple(range(first, colon)), content=tuple(content),
        cue_class="say", construction="colon",
    )  # fmt: skip


def end_of_turn(page: Page, colon: int, last: int) -> int:
    """Where the words after a speaker's colon end: with a short passage of several, else with the sentence."""
    if last - colon <= LONGEST_TURN and page.passage[-1] > 0:
        return last
    return min(page.sentence(min(colon + 1, last - 1)).last, last)


def is_speaker(page: Page, first: int, colon: int, names: frozenset[str]) -> bool:
    """Whether the tokens before a colon are a name or a title with a name, and no sentence."""
    tokens = page.tokens[first:colon]
    if page.is_word(first, "no_speakers") or is_mere_place(page, first, colon):
        return False
    if all(token.text in names or (token.text.isupper() and len(token.text) > 2) for token in tokens):
        return True
    known = any(token.pos == "PROPN" for token in tokens) or is_body(page, first, colon)
    named = known and tokens[-1].pos in ("PROPN", "NOUN", "PUNCT")
    return named and all(token.pos in NAMING for token in tokens)


def is_mere_place(page: Page, first: int, colon: int) -> bool:
    """Whether the tokens before a colon name a place that is no state and no capital: where it happened, not who says it.

    A name in capitals stands before each turn of an interview.
    """
    if any(token.text.isupper() for token in page.tokens[first:colon]):
        return False
    start, end = page.tokens[first].start, page.tokens[colon - 1].end
    found = (one for one in page.annotated.mentions if one.span.start <= start and one.span.end >= end)
    return any(one.kind == "place" and one.form == "name" and one.country is None and one.side is None for one in found)


def is_body(page: Page, first: int, colon: int) -> bool:
    """Whether the tokens before a colon are all of what is called a body or a party."""
    start, end = page.tokens[first].start, page.tokens[colon - 1].end
    return any(
        mention.kind in BODIES and mention.span.start <= start and mention.span.end >= end
        for mention in page.annotated.mentions
    )


def signed_draft(page: Page, number: int) -> Draft | None:
    """The draft of a quotation that is followed by a dash and a name, or None."""
    start, end = page.quotes[number]
    if end + 1 >= len(page.tokens) or page.quoted[start] < 0 or not page.is_word(end, "dashes"):
        return None
    last = end + 1
    while (
        last < len(page.tokens) and page.passage[last] == page.passage[end] and page.tokens[last].pos in ("PROPN", "ADP", "DET")
    ):
        last += 1
    if last == end + 1 or page.tokens[end + 1].pos != "PROPN":
        return None
    return Draft(
        head=end, cue=(end,), source=tuple(range(end + 1, last)), content=tuple(range(start, end)),
        cue_class="say", construction="dash",
    )  # fmt: skip
