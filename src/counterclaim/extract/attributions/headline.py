"""Colons and dashes: "Ministry: rebels have fled", "JONES: We are leaving", a quotation with a dash and a name."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page

LONGEST_SPEAKER = 8
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ", "PART", "PUNCT", "NUM", "X"})

SIGNING = frozenset({"PROPN", "ADP", "DET"})


def headline_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each speaker before a colon at the head of a passage, and each name after a quotation and a dash."""
    for first, last in passage_ranges(page):
        if (draft := speaker_draft(page, first, last)) is not None:
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


def speaker_draft(page: Page, first: int, last: int) -> Draft | None:
    """The draft of a passage that begins with a name and a colon, or None."""
    while (
        first < last and (page.quoted[first] >= 0 or not page.tokens[first].text.strip()) and page.tokens[first].pos != "PROPN"
    ):
        first += 1
    colon = next((i for i in range(first, min(last, first + LONGEST_SPEAKER + 1)) if page.is_word(i, "colon")), None)
    if colon is None or colon == first or not is_speaker(page, first, colon):
        return None
    end = (
        last
        if all(token.text.isupper() or token.pos == "PUNCT" for token in page.tokens[first:colon])
        else page.sentence(colon).last
    )
    content = trimmed(page, range(colon + 1, min(end, last)))
    if len(content) < 2:
        return None
    return Draft(
        head=colon, cue=(colon,), source=tuple(range(first, colon)), content=tuple(content),
        cue_class="say", construction="colon", confidence=0.7,
    )  # fmt: skip


def is_speaker(page: Page, first: int, colon: int) -> bool:
    """Whether the tokens before a colon are a name or a title with a name, and no sentence."""
    tokens = page.tokens[first:colon]
    named = any(token.pos == "PROPN" for token in tokens) and tokens[-1].pos in ("PROPN", "NOUN", "PUNCT")
    return named and all(token.pos in NAMING for token in tokens) and not page.is_word(first, "no_speakers")


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
        cue_class="say", construction="dash", confidence=0.7,
    )  # fmt: skip
