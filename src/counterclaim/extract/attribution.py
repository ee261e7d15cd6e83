"""The attributions of a document."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated, Attribution


def find_attributions(annotated: Annotated, kit: Kit) -> tuple[Attribution, ...]:
    """The attributions of a document."""
    return ()
