"""Quotations that fill a paragraph of their own and go on with what the paragraph before, or after, says who said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page


def over_paragraphs(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the quotations of whole paragraphs that nothing else claims joined to their neighbour's."""
    found = list(drafts)
    owner = {number: index for index, draft in enumerate(found) for number in spoken_in(page, draft)}
    spoken = {page.quoted[draft.head] for draft in drafts if draft.construction == "colon"}
    for number in range(len(page.quotes)):
        if number in owner or number in spoken or not fills_passage(page, number):
            continue
        beside = owner.get(number + 1) if not page.annotated.quotations[number].closed else None
        beside = owner_before(page, number, owner) if beside is None else beside
        if beside is not None:
            content = {*found[beside].content, *range(*page.quotes[number])}
            found[beside] = replace(found[beside], content=tuple(sorted(content)))
            owner[number] = beside
    return found


def spoken_in(page: Page, draft: Draft) -> set[int]:
    """The numbers of the quotations in a content whose cue stands outside quotations."""
    if draft.head < 0 or page.quoted[draft.head] >= 0:
        return set()
    return {page.quoted[index] for index in draft.content} - {-1}


def fills_passage(page: Page, number: int) -> bool:
    """Whether nothing but white space stands in a quotation's passage beside it."""
    start, end = page.quotes[number]
    if start >= end or page.quoted[start] != number:
        return False
    before = start - 1
    while before >= 0 and not page.tokens[before].text.strip():
        before -= 1
    behind = end
    while behind < len(page.tokens) and (not page.tokens[behind].text.strip() or page.is_word(behind, "full_stops")):
        behind += 1
    apart = before < 0 or page.passage[before] != page.passage[start]
    return apart and (behind >= len(page.tokens) or page.passage[behind] != page.passage[end - 1])


def owner_before(page: Page, number: int, owner: dict[int, int]) -> int | None:
    """The draft that the last quotation of the passage before belongs to, or None."""
    previous = number - 1
    if previous not in owner:
        return None
    gap = page.passage[page.quotes[number][0]] - page.passage[page.quotes[previous][0]]
    return owner[previous] if gap == 1 else None
