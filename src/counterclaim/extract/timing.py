"""When a happening or a saying took place: the right expression of the sentence, or an interval with a reason."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated, Span, When
from counterclaim.syntax import Tree


def when_of_event(annotated: Annotated, tree: Tree, trigger: int, kit: Kit) -> When | None:
    """When the happening told by the trigger token took place."""
    return None


def when_of_saying(annotated: Annotated, tree: Tree, cue: Span, kit: Kit) -> When | None:
    """When the saying with this cue took place, where the report tells it."""
    return None
