"""The event that a proposition is about."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.events import choice
from counterclaim.records import EventMention


def main_event(tokens: Sequence[int], page: Page) -> EventMention | None:
    """The event that these tokens tell of, or None where they tell of none.

    What another source is quoted for within them comes second; a general noun has the type of the event that it names.
    """
    events = page.events_in(own_tokens(tokens, page)) or page.events_in(tokens)
    if not events:
        return None
    best = choice.main_event(events, 0, len(page.annotated.document.text) + 1, page.tree)
    return page.again.get(best.id, best) if best else None


def own_tokens(tokens: Sequence[int], page: Page) -> list[int]:
    """The tokens that are in no smaller content than the first of them."""
    own = next((page.innermost.get(index) for index in tokens), None)
    return [index for index in tokens if page.innermost.get(index) == own]
