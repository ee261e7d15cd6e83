"""Prepositional cues: "according to the statement", "in the view of"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase


def according_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each "according to" with an object."""
    for token in page.tokens:
        if page.is_word(token.index, "according") and (draft := according_draft(page, token.index)):
            yield draft


def according_draft(page: Page, index: int) -> Draft | None:
    """The draft of one "according to", or None where its object or its clause is not found."""
    link = index + 1
    if link >= len(page.tokens) or not page.is_word(link, "according_link"):
        return None
    head = page.tree.child(link, "preposition_object") or page.tree.child(index, "preposition_object")
    if head is None:
        return None
    source = noun_phrase(page, head, index)
    content = host_clause(page, index, {index, link, *source})
    return Draft(
        head=index, cue=(index, link), source=source, content=tuple(content), cue_class="relay", construction="according",
    )  # fmt: skip


def host_clause(page: Page, index: int, taken: set[int]) -> list[int]:
    """The clause that a prepositional cue hangs on, less the cue and its source."""
    host = next((head for head in page.tree.ancestors(index) if page.tokens[head].pos in ("VERB", "AUX")), None)
    if host is None:
        host = page.tokens[index].head
    return trimmed(page, [part for part in page.subtree(host) if part not in taken])
