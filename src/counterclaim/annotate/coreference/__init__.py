"""Who is who within one document: mentions of one thing get one chain, with its fullest name, its side and its role."""

from __future__ import annotations

from counterclaim.annotate.coreference.chains import chained
from counterclaim.annotate.coreference.scene import scene_of
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Mention

__all__ = ["chain_mentions"]


def chain_mentions(annotated: Annotated, kit: Kit) -> tuple[Mention, ...]:
    """The mentions with chain, name, knowledge entry, side and role filled in."""
    return chained(scene_of(annotated, kit))
