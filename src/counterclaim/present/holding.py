"""Reported control of one place: of itself, of its parts, of what it lies in, by the definition that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from counterclaim.present.safe import printable
from counterclaim.present.shapes import Shape
from counterclaim.reconcile.changes import last_day
from counterclaim.records import Control, Place, View

Definition = Literal["holding", "centre", "presence"]
Relation = Literal["itself", "part", "around"]
# what counts as holding a place, from the strictest: the whole of it, or its centre, or being there at all
DEFINITIONS: Mapping[Definition, frozenset[str]] = {
    "holding": frozenset({"hold", "capture", "lose"}),
    "centre": frozenset({"hold", "capture", "lose", "centre"}),
    "presence": frozenset({"hold", "capture", "lose", "centre", "presence", "entry"}),
}
RELATIONS: tuple[Relation, ...] = ("itself", "part", "around")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One row of reported control, how its place lies to the one asked for, and how many days old its last evidence is."""

    row: Control
    relation: Relation
    age: int | None


def held(view: View, place: Place, definition: Definition = "presence") -> tuple[Held, ...]:
    """The rows of control that tell of a place, its own first, then by place and day."""
    today, bases = last_day(view), DEFINITIONS[definition]
    found = [
        Held(row=row, relation=relation, age=age_of(row, today))
        for row in view.control
        if row.basis in bases and (relation := relation_of(row.place, place)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (RELATIONS.index(one.relation), one.row.place_name, one.row.day or "")))


def relation_of(told: Place | None, asked: Place) -> Relation | None:
    """How a place that is told of lies to the one asked for; None where neither lies in the other, or a country is told of."""
    if told is None:
        return None
    if told.id == asked.id:
        return "itself"
    if asked.id in told.parents:
        return "part"
    return "around" if told.id in asked.parents and told.kind != "PCL" else None


def age_of(row: Control, today: str | None) -> int | None:
    """How many days lie between the last evidence of a row and the day of the view."""
    if not row.last_evidence or not today:
        return None
    return (date.fromisoformat(today[:10]) - date.fromisoformat(row.last_evidence[:10])).days


def held_line(one: Held) -> str:
    """One row as text."""
    row = one.row
    where = {"itself": "", "part": f" of {row.place_name}, a part of it", "around": f" of {row.place_name}, in which it lies"}
    aged = "undated evidence" if row.last_evidence is None else f"last evidence {row.last_evidence[:10]}"
    days = f", {one.age} days old" if one.age else ""
    basis = f"{row.basis} {row.day}" if row.day else row.basis
    told = f"reported control{where[one.relation]}: {row.holder or 'nobody named'} by {basis} [{row.label}], {aged}{days}"
    return printable(told)


def held_shape(one: Held) -> Shape:
    """One row as a plain mapping."""
    row = one.row
    return {
        "place": row.place_name, "relation": one.relation, "holder": row.holder, "basis": row.basis, "day": row.day,
        "label": row.label, "last_evidence": row.last_evidence, "age_days": one.age, "event": row.event,
        "claims": list(row.claims),
    }  # fmt: skip
