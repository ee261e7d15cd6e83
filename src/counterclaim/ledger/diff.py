"""What changed between two states of an export, for those who keep rows of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that was added, changed or deleted; `fields` names what changed."""

    change: Literal["added", "changed", "deleted"]
    id: str
    fields: tuple[str, ...] = ()
    replaced_by: str | None = None
    row: Mapping[str, Any] | None = None


def changes_between(old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]) -> Iterator[Change]:
    """The changes from the old rows to the new ones, by id, in order of id; what a new row replaces names that row."""
    heirs = {replaced: name for name, row in new.items() for replaced in row.get("replaces") or ()}
    for name in sorted({*old, *new}):
        if name not in new:
            yield Change(change="deleted", id=name, replaced_by=heirs.get(name))
        elif name not in old:
            yield Change(change="added", id=name, row=new[name])
        elif changed := changed_fields(old[name], new[name]):
            yield Change(change="changed", id=name, fields=changed, row=new[name])


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields in which two rows differ, other than the run that made them."""
    return tuple(sorted(name for name in {*old, *new} - {"run"} if old.get(name) != new.get(name)))
