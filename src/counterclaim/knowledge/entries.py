"""The typed form of knowledge entries that more than one stage reads: groups, people, eras, outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A value that holds between two days, both included; None is open."""

    value: str
    start: str | None = None
    end: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether the value holds on a day; on an unknown day, whether it still holds."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day[:10]) and (self.end is None or day[:10] <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An armed group, government, force or organisation of a conflict.

    `aliases` name it outright; `descriptions` ("the islamists") stand for it only where a document makes it so. `same` is the
    id of the entry of another conflict that this is one with: its name, side and parent are those of that entry. `checked` is
    the day on which its dated facts were read in its `source`.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    sides: tuple[Dated, ...] = ()
    parent: str | None = None
    country: str | None = None
    access: bool = False
    conflict: str = ""
    source: str = ""
    example: str = ""
    same: str | None = None
    checked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role that a person held in a group, with the days between which it was held."""

    role: str
    group: str | None = None
    start: str | None = None
    end: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether the post was held on a day; on an unknown day, whether it still is."""
        return Dated(value=self.role, start=self.start, end=self.end).holds(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A public figure of a conflict, with spellings and posts."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    conflict: str = ""
    source: str = ""
    example: str = ""
    checked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A named stretch of time ("their first reign"); `group` is whose it is where the words alone do not say."""

    id: str
    names: tuple[str, ...]
    earliest: str
    latest: str
    group: str | None = None
    conflict: str = ""
    example: str = ""
    source: str = ""
    checked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher or agency: its names, country, and the side it speaks for, where it speaks for one."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "media"
    country: str | None = None
    sides: tuple[Dated, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One conflict: its countries and the groups, people and eras that reports on it name."""

    name: str
    title: str
    countries: tuple[str, ...]
    groups: tuple[Group, ...]
    people: tuple[Person, ...]
    eras: tuple[Era, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything known of one language: sections ("cues", "times", "tagger", ...) that the stages compile."""

    name: str
    sections: Mapping[str, Any]
    files: tuple[str, ...]

    def section(self, name: str) -> Any:
        """The raw section of this name, an empty mapping where the language has none."""
        return self.sections.get(name, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """One event type as its data file gives it: roles, triggers, codes, and what its denial or admission takes."""

    name: str
    data: Mapping[str, Any]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All knowledge in force, with a hash of the files that it came from."""

    languages: Mapping[str, Language]
    events: Mapping[str, EventKind]
    conflicts: Mapping[str, Conflict]
    outlets: Mapping[str, Outlet]
    tables: Mapping[str, Any]
    hash: str

    def groups(self) -> dict[str, Group]:
        """All groups of all conflicts by id ("afghanistan/taliban")."""
        return {group.id: group for conflict in self.conflicts.values() for group in conflict.groups}

    def people(self) -> dict[str, Person]:
        """All people of all conflicts by id."""
        return {person.id: person for conflict in self.conflicts.values() for person in conflict.people}
