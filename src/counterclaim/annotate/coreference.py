"""The mentions with chain, name, side and role filled in."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated, Mention


def chain_mentions(annotated: Annotated, kit: Kit) -> tuple[Mention, ...]:
    """The mentions with chain, name, side and role filled in."""
    return ()
