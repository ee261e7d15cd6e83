"""Dated eras of the conflicts that a text may name ("their first reign")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from counterclaim.annotate.times.calendar import Stretch
from counterclaim.knowledge.entries import Era, Group
from counterclaim.knowledge.load import load

NEAR = 600


@dataclass(frozen=True, slots=True)
class Eras:
    """All eras by their names, a pattern that finds the names, and the names of the groups that own eras."""

    pattern: re.Pattern[str] | None
    by_name: Mapping[str, tuple[Era, ...]]
    owners: Mapping[str, re.Pattern[str]]


@cache
def eras_of(folders: tuple[Path, ...], determiners: tuple[str, ...]) -> Eras:
    """The eras of all conflicts, compiled once a process."""
    knowledge = load(folders)
    by_name: dict[str, tuple[Era, ...]] = {}
    for conflict in knowledge.conflicts.values():
        for era in conflict.eras:
            for name in era.names:
                by_name[name.casefold()] = (*by_name.get(name.casefold(), ()), era)
    groups = knowledge.groups()
    owners = {era.group: names_of(groups[era.group]) for found in by_name.values() for era in found if era.group in groups}
    return Eras(pattern_of(by_name, determiners), by_name, {owner: names for owner, names in owners.items() if owner})


def pattern_of(names: Mapping[str, tuple[Era, ...]], determiners: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds the name of any era, with the determiner before it."""
    if not names:
        return None
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    before = "|".join(re.escape(word) for word in determiners)
    return re.compile(rf"(?<!\w)(?:(?:{before})\s+)?(?P<name>{choices})(?!\w)", re.IGNORECASE)


def names_of(group: Group) -> re.Pattern[str]:
    """What finds any name or description of a group."""
    words = {group.name, *group.aliases, *group.descriptions, *group.demonyms}
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})", re.IGNORECASE
    )


def find_eras(text: str, start: int, end: int, eras: Eras) -> Iterator[tuple[int, int, Stretch, str]]:
    """Each era told in a stretch of text: offsets, days and id; one that belongs to a group only where the group is near."""
    if eras.pattern is None:
        return
    for match in eras.pattern.finditer(text, start, end):
        near = text[max(start, match.start() - NEAR) : match.end() + NEAR // 4]
        for era in eras.by_name[match.group("name").casefold()]:
            owner = eras.owners.get(era.group or "")
            if era.group is None or (owner is not None and owner.search(near)):
                yield match.start(), match.end(), stretch_of(era), era.id
                break


def stretch_of(era: Era) -> Stretch:
    """The days of an era, which has no TIMEX3 value."""
    return Stretch(
        value=None, earliest=date.fromisoformat(era.earliest), latest=date.fromisoformat(era.latest), precision="interval"
    )
