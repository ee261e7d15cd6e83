"""The event that a proposition is about."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.events import choice
from counterclaim.records import EventMention


def main_event(tokens: Sequence[int], page: Page) -> EventMention | None:
    """The event that these tokens tell of, or None where they tell of none."""
    events = page.events_in(tokens)
    return choice.main_event(events, 0, len(page.annotated.document.text) + 1, page.tree) if events else None
