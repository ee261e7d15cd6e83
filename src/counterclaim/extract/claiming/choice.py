"""The event that a proposition is about."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.records import EventMention


def main_event(tokens: Sequence[int], root: int, page: Page) -> EventMention | None:
    """The event told nearest to the head of the proposition, or None where it tells of none."""
    events = page.events_in(tokens)
    if not events:
        return None
    return min(events, key=lambda event: (depth(event.trigger_token, root, page), event.trigger.start))


def depth(index: int, root: int, page: Page) -> int:
    """How many heads lie between a token and the root; far where it does not hang on it."""
    if index == root:
        return 0
    for steps, head in enumerate(page.tree.ancestors(index), 1):
        if head == root:
            return steps
    return 50
