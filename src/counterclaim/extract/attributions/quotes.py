"""Quotations in contents: a content that touches a quotation takes it whole, and quotations that follow are joined on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.paragraphs import over_paragraphs


def with_quotations(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with whole quotations in their contents, and with those that follow theirs; one without content is dropped."""
    grown = [draft for draft in (grow(page, draft) for draft in drafts) if draft.content or draft.cue_class == "silence"]
    taken = {number for draft in grown for number in quotations_of(page, draft)}
    return over_paragraphs(page, [continued(page, draft, taken) for draft in grown])


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
    if draft.head < 0 or not draft.content or page.quoted[draft.head] >= 0 or not ends_quoted(page, draft.content[-1]):
        return draft
    content = [*draft.content, *within_sentence(page, draft, taken)]
    index = after_sentence(page, max(draft.cue[-1], draft.source[-1] if draft.source else -1, content[-1]))
    passage = page.passage[draft.head]
    while (number := opening_at(page, index)) is not None and number not in taken and page.passage[index] == passage:
        content += range(*page.quotes[number])
        taken.add(number)
        index = page.quotes[number][1]
    return replace(draft, content=tuple(sorted(content)))


def ends_quoted(page: Page, last: int) -> bool:
    """Whether a content ends in a quotation, or a colon and a quotation follow it."""
    announced = last + 2 < len(page.tokens) and page.is_word(last + 1, "colon") and page.quoted[last + 2] >= 0
    return page.quoted[last] >= 0 or announced


def within_sentence(page: Page, draft: Draft, taken: set[int]) -> list[int]:
    """The next quotation of the cue's sentence where the first one breaks off with a comma or a colon announces it."""
    last = draft.content[-1]
    breaks_off = last < draft.cue[0] and page.is_word(last - 1, "comma")
    announced = last + 1 < len(page.tokens) and page.is_word(last + 1, "colon")
    if not breaks_off and not announced:
        return []
    start = max(draft.cue[-1], last) + 1
    end = min(page.sentence(draft.cue[-1]).last, len(page.tokens)) if breaks_off else min(last + 3, len(page.tokens))
    number = next((page.quoted[index] for index in range(start, end) if page.quoted[index] >= 0), None)
    if number is None or number in taken or page.quotes[number][0] < start:
        return []
    taken.add(number)
    return list(range(*page.quotes[number]))


def after_sentence(page: Page, index: int) -> int:
    """The token after the sentence that goes on at a token; a full stop ends it even where the parser saw none."""
    end = page.sentence(index).last
    for current in range(index, end):
        if page.quoted[current] < 0 and page.is_word(current, "full_stops"):
            return current + 1
    return end


def opening_at(page: Page, index: int) -> int | None:
    """The number of the quotation that begins at a token (white space skipped), or None."""
    while index < len(page.tokens) and not page.tokens[index].text.strip():
        index += 1
    if index < len(page.tokens) and page.quoted[index] >= 0 and page.quotes[page.quoted[index]][0] == index:
        return page.quoted[index]
    return None
