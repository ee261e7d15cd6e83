"""The event mentions of a document."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated, EventMention


def find_event_mentions(annotated: Annotated, kit: Kit) -> tuple[EventMention, ...]:
    """The event mentions of a document."""
    return ()
