"""The mentions of a document, each its own chain."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated, Mention


def find_mentions(annotated: Annotated, kit: Kit) -> tuple[Mention, ...]:
    """The mentions of a document, each its own chain."""
    return ()
