"""Quotations in contents: a content that touches a quotation takes it whole, and quotations that follow are joined on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page


def with_quotations(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with whole quotations in their contents; a verb alone takes the quotation beside it, or is dropped."""
    grown = [grow(page, draft) for draft in drafts]
    return [draft for draft in grown if draft.content]


def grow(page: Page, draft: Draft) -> Draft:
    """The draft with every quotation that its content touches taken whole."""
    content = set(draft.content)
    if not content and draft.head >= 0 and (number := beside(page, draft)) is not None:
        content.update(range(*page.quotes[number]))
    own = {page.quoted[index] for index in draft.cue}
    for number in {page.quoted[index] for index in content} - own - {-1}:
        content.update(range(*page.quotes[number]))
    return replace(draft, content=tuple(sorted(content - set(draft.cue) - set(draft.source))))


def beside(page: Page, draft: Draft) -> int | None:
    """The quotation that ends just before or begins just after cue and source, or None."""
    words = sorted((*draft.cue, *draft.source))
    before, behind = skip(page, words[0] - 1, -1), skip(page, words[-1] + 1, 1)
    for index in (before, behind):
        if 0 <= index < len(page.tokens) and page.quoted[index] >= 0:
            return page.quoted[index]
    return None


def skip(page: Page, index: int, step: int) -> int:
    """The next token in this direction that is no comma, colon or white space."""
    while (
        0 <= index < len(page.tokens)
        and page.quoted[index] < 0
        and (page.is_word(index, "opening_punctuation") or not page.tokens[index].text.strip())
    ):
        index += step
    return index
