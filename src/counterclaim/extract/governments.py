"""The side of a state's government, as a document has it or as the knowledge files name it."""

from __future__ import annotations

from counterclaim.kit import Kit
from counterclaim.records import Annotated


def government_of(country: str, annotated: Annotated, kit: Kit) -> str | None:
    """The side of a country's government: as the document has it, else by its group or its adjective; None for no state."""
    told = (m.side for m in annotated.mentions if m.country == country and m.kind == "government" and m.side)
    groups = (group for conflict in kit.knowledge.conflicts.values() for group in conflict.groups)
    known = (group.name for group in groups if group.kind == "government" and group.parent is None and group.country == country)
    state = kit.knowledge.tables.get("states", {}).get("states", {}).get(country)
    template = kit.language.section("mentions").get("templates", {}).get("government")
    named = template.format(adjective=state.get("style") or state["adjectives"][0]) if state and template else None
    return next(told, None) or next(known, None) or named
