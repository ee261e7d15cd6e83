"""The time expressions of a document."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated, When


def find_whens(annotated: Annotated, kit: Kit) -> tuple[When, ...]:
    """The time expressions of a document."""
    return ()
