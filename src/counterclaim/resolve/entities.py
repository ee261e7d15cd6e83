"""Which mentions, across documents, are one person, group or place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.contracts import Engine
from counterclaim.kit import Settings
from counterclaim.records import Entity, Link, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The entities of a set of readings, with the links that they rest on ("same" and "possible" ones)."""

    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()


def resolve_entities(readings: Sequence[Reading], engine: Engine, settings: Settings) -> Resolution:
    """The people, groups and places of these readings."""
    return Resolution()
