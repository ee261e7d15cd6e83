"""Quotations in contents: a content that touches a quotation takes it whole, and quotations that follow are joined on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page


def with_quotations(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with whole quotations in their contents, and with those that follow theirs; one without content is dropped."""
    grown = [draft for draft in (grow(page, draft) for draft in drafts) if draft.content]
    taken = {number for draft in grown for number in quotations_of(page, draft)}
    return [continued(page, draft, taken) for draft in grown]


def quotations_of(page: Page, draft: Draft) -> set[int]:
    """The numbers of the quotations that a content touches and that do not hold the cue itself."""
    own = {page.quoted[index] for index in draft.cue}
    return {page.quoted[index] for index in draft.content} - own - {-1}


def grow(page: Page, draft: Draft) -> Draft:
    """The draft with every quotation that its content touches taken whole."""
    content = set(draft.content)
    for number in quotations_of(page, draft):
        content.update(range(*page.quotes[number]))
    return replace(draft, content=tuple(sorted(content - set(draft.cue) - set(draft.source))))


def continued(page: Page, draft: Draft, taken: set[int]) -> Draft:
    """The draft with the quotation that opens right after its sentence, where its own content is a quotation."""
    if draft.head < 0 or page.quoted[draft.head] >= 0 or page.quoted[draft.content[-1]] < 0:
        return draft
    content = list(draft.content)
    index = max(page.sentence(draft.head).last, content[-1] + 1)
    while (
        (number := opening_at(page, index)) is not None
        and number not in taken
        and page.passage[index] == page.passage[draft.head]
    ):
        content += range(*page.quotes[number])
        taken.add(number)
        index = page.quotes[number][1]
    return replace(draft, content=tuple(content))


def opening_at(page: Page, index: int) -> int | None:
    """The number of the quotation that begins at a token (white space skipped), or None."""
    while index < len(page.tokens) and not page.tokens[index].text.strip():
        index += 1
    if index < len(page.tokens) and page.quoted[index] >= 0 and page.quotes[page.quoted[index]][0] == index:
        return page.quoted[index]
    return None
