"""Finds, reads, checks and joins the knowledge files; a clash between two files names both."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.entries import (
    Conflict,
    Dated,
    Era,
    EventKind,
    Group,
    Knowledge,
    Language,
    Outlet,
    Person,
    Post,
)

HOME = Path(__file__).parent
BOOLEAN = "tag:yaml.org,2002:bool"
KINDS = ("language", "event", "conflict", "outlets", "table")
Loader: Any = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})
# "on", "off", "yes" and "no" are words of a language here; only "true" and "false" are truth values, as in YAML 1.2
Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if tag != BOOLEAN]
    for letter, found in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(BOOLEAN, re.compile("(?:true|false)$"), list("tf"))


@cache
def load(folders: tuple[Path, ...] = ()) -> Knowledge:
    """The shipped knowledge joined with that of the given plug-in folders; raises `KnowledgeError` on damage or clash."""
    files = [path for root in (HOME, *folders) for path in sorted(root.rglob("*.yaml")) if path.parent.name != "schema"]
    pages = {path: read_page(path) for path in files}
    by_kind: dict[str, list[tuple[Path, Mapping[str, Any]]]] = {kind: [] for kind in KINDS}
    for path, page in pages.items():
        by_kind[page["kind"]].append((path, page))
    return Knowledge(
        languages=join_languages(by_kind["language"]),
        events=with_triggers(join_events(by_kind["event"]), bases_of(by_kind["language"])),
        conflicts=join_conflicts(by_kind["conflict"]),
        outlets=join_outlets(by_kind["outlets"]),
        tables=join_tables(by_kind["table"]),
        hash=hash_files(files),
    )


def read_page(path: Path) -> Mapping[str, Any]:
    """One knowledge file as a mapping; raises `KnowledgeError` that names the file and line."""
    try:
        page = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: not readable as YAML: {error}") from error
    if not isinstance(page, dict) or page.get("kind") not in KINDS:
        found = page.get("kind") if isinstance(page, dict) else type(page).__name__
        raise KnowledgeError(f"{path}: 'kind' is {found!r}; it must be one of: {', '.join(KINDS)}")
    if "name" not in page:
        raise KnowledgeError(f"{path}: a knowledge file needs a 'name'")
    return page


def hash_files(files: Iterable[Path]) -> str:
    """A hash of the contents of these files, in order."""
    digest = hashlib.blake2b(digest_size=8)
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def bases_of(pages: Iterable[tuple[Path, Mapping[str, Any]]]) -> dict[str, str]:
    """Which language each language extends, where it extends one."""
    return {str(page["name"]): str(page["extends"]) for _, page in pages if "extends" in page}


def join_languages(pages: Sequence[tuple[Path, Mapping[str, Any]]]) -> dict[str, Language]:
    """Languages by name; a language may be spread over files, but no key may stand in two of them."""
    sections: dict[str, dict[str, Any]] = {}
    files: dict[str, list[str]] = {}
    owner: dict[tuple[str, ...], Path] = {}
    bases = bases_of(pages)
    for path, page in pages:
        name = str(page["name"])
        files.setdefault(name, []).append(path.name)
        sections.setdefault(name, {})
        for key, value in page.items():
            if key not in ("kind", "name", "extends"):
                merge_section(sections.setdefault(name, {}), key, value, (name, key), path, owner)
    joined = {name: on_base(name, sections, bases, files) for name in sections}
    return {name: Language(name=name, sections=parts, files=tuple(files[name])) for name, parts in joined.items()}


def on_base(
    name: str, sections: Mapping[str, Mapping[str, Any]], bases: Mapping[str, str], files: Mapping[str, list[str]]
) -> Mapping[str, Any]:
    """The sections of a language joined onto those of the language that it extends; raises `KnowledgeError` without one."""
    base = bases.get(name)
    if base is None:
        return sections[name]
    if base not in sections or base in bases:
        known = ", ".join(sorted(set(sections) - set(bases)))
        raise KnowledgeError(f"{', '.join(files[name])}: {name!r} extends {base!r}; it may extend: {known}")
    joined: Mapping[str, Any] = laid_over(sections[base], sections[name])
    return joined


def laid_over(below: Any, above: Any) -> Any:
    """A section with another laid over it: mappings by key, lists end to end, anything else replaced."""
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return {**below, **{key: laid_over(below[key], part) if key in below else part for key, part in above.items()}}
    return [*below, *above] if isinstance(below, list) and isinstance(above, list) else above


def merge_section(
    into: dict[str, Any], key: str, value: Any, where: tuple[str, ...], path: Path, owner: dict[tuple[str, ...], Path]
) -> None:
    """Joins one value into a section: mappings by key, lists end to end, anything else may stand once only."""
    if key not in into:
        into[key] = value
        claim_ownership(value, where, path, owner)
    elif isinstance(into[key], dict) and isinstance(value, dict):
        merged = dict(into[key])
        for name, part in value.items():
            merge_section(merged, str(name), part, (*where, str(name)), path, owner)
        into[key] = merged
    elif isinstance(into[key], list) and isinstance(value, list):
        into[key] = [*into[key], *value]
    else:
        raise KnowledgeError(f"{'.'.join(where)} stands in two files: {owner.get(where)} and {path}; keep one")


def claim_ownership(value: Any, where: tuple[str, ...], path: Path, owner: dict[tuple[str, ...], Path]) -> None:
    """Notes which file a key came from, for the message of a clash."""
    owner[where] = path
    if isinstance(value, dict):
        for name, part in value.items():
            claim_ownership(part, (*where, str(name)), path, owner)


def join_events(pages: Iterable[tuple[Path, Mapping[str, Any]]]) -> dict[str, EventKind]:
    """Event types by name."""
    found: dict[str, EventKind] = {}
    for path, page in pages:
        name = str(page["name"])
        if name in found:
            raise KnowledgeError(f"event type {name!r} stands in two files: {found[name].file} and {path}; keep one")
        found[name] = EventKind(name=name, data=page, file=str(path))
    return found


def with_triggers(events: Mapping[str, EventKind], bases: Mapping[str, str]) -> dict[str, EventKind]:
    """The event types, the triggers of a language that extends another joined onto those of that one."""
    return {name: replace(kind, data={**kind.data, "triggers": on_bases(kind, bases)}) for name, kind in events.items()}


def on_bases(kind: EventKind, bases: Mapping[str, str]) -> dict[str, Any]:
    """The triggers of an event type by language."""
    triggers = dict(kind.data.get("triggers") or {})
    return triggers | {name: laid_over(triggers.get(base) or {}, triggers.get(name) or {}) for name, base in bases.items()}


def join_conflicts(pages: Iterable[tuple[Path, Mapping[str, Any]]]) -> dict[str, Conflict]:
    """Conflicts by name, with their groups, people and eras."""
    found: dict[str, Conflict] = {}
    for path, page in pages:
        name = str(page["name"])
        if name in found:
            raise KnowledgeError(f"conflict {name!r} stands in two files: {found[name].file} and {path}; keep one")
        try:
            found[name] = conflict_of(page, path)
        except (KeyError, TypeError, AttributeError) as error:
            raise KnowledgeError(f"{path}: an entry is incomplete: {error!r}") from error
        except ValueError as error:
            raise KnowledgeError(f"{path}: {error}; 'checked' is the day (2026-11-24) on which the source was read") from error
    check_aliases(found)
    check_same(found)
    return found


def check_same(conflicts: Mapping[str, Conflict]) -> None:
    """Raises `KnowledgeError` where a group is said to be one with a group that is not there, or that itself is another."""
    groups = {group.id: group for conflict in conflicts.values() for group in conflict.groups}
    for group in groups.values():
        if group.same and (group.same not in groups or groups[group.same].same):
            file = conflicts[group.conflict].file
            raise KnowledgeError(
                f"{file}: {group.id} is the same as {group.same!r}, which is no group with an entry of its own"
            )


def check_aliases(conflicts: Mapping[str, Conflict]) -> None:
    """Raises `KnowledgeError` where one outright name stands for two groups of one conflict."""
    for conflict in conflicts.values():
        owner: dict[str, str] = {}
        for group in conflict.groups:
            for alias in {group.name.casefold(), *(alias.casefold() for alias in group.aliases)}:
                if alias in owner:
                    raise KnowledgeError(f"{conflict.file}: {alias!r} names both {owner[alias]} and {group.id}; keep one")
                owner[alias] = group.id


def conflict_of(page: Mapping[str, Any], path: Path) -> Conflict:
    """One conflict from its page."""
    name = str(page["name"])
    return Conflict(
        name=name,
        title=str(page.get("title", name)),
        countries=listed(page.get("countries")),
        groups=tuple(group_of(entry, name) for entry in page.get("groups") or ()),
        people=tuple(person_of(entry, name) for entry in page.get("people") or ()),
        eras=tuple(era_of(entry, name) for entry in page.get("eras") or ()),
        file=str(path),
    )


def group_of(entry: Mapping[str, Any], conflict: str) -> Group:
    """One group entry."""
    return Group(
        id=f"{conflict}/{entry['id']}",
        name=str(entry["name"]),
        kind=str(entry.get("kind", "group")),
        aliases=listed(entry.get("aliases")),
        descriptions=listed(entry.get("descriptions")),
        demonyms=listed(entry.get("demonyms")),
        sides=sides_of(entry),
        parent=full_id(entry.get("parent"), conflict),
        country=entry.get("country"),
        access=bool(entry.get("access", False)),
        conflict=conflict,
        source=str(entry.get("source", "")),
        example=str(entry.get("example", "")),
        same=full_id(entry.get("same"), conflict),
        checked=checked_of(entry),
    )


def sides_of(entry: Mapping[str, Any]) -> tuple[Dated, ...]:
    """The sides of an entry over time: `side: X`, or `sides: [{side, from, to}]`."""
    if "side" in entry:
        return (Dated(value=str(entry["side"])),)
    return tuple(
        Dated(value=str(part["side"]), start=day_of(part.get("from")), end=day_of(part.get("to")))
        for part in entry.get("sides") or ()
    )


def person_of(entry: Mapping[str, Any], conflict: str) -> Person:
    """One person entry."""
    posts = tuple(
        Post(
            role=str(post["role"]),
            group=full_id(post.get("group"), conflict),
            start=day_of(post.get("from")),
            end=day_of(post.get("to")),
        )
        for post in entry.get("posts") or ()
    )
    return Person(
        id=f"{conflict}/{entry['id']}",
        name=str(entry["name"]),
        aliases=listed(entry.get("aliases")),
        posts=posts,
        conflict=conflict,
        source=str(entry.get("source", "")),
        example=str(entry.get("example", "")),
        checked=checked_of(entry),
    )


def era_of(entry: Mapping[str, Any], conflict: str) -> Era:
    """One era entry."""
    return Era(
        id=f"{conflict}/{entry['id']}",
        names=listed(entry["names"]),
        earliest=str(entry["from"]),
        latest=str(entry["to"]),
        group=full_id(entry.get("group"), conflict),
        conflict=conflict,
        example=str(entry.get("example", "")),
        source=str(entry.get("source", "")),
        checked=checked_of(entry),
    )


def join_outlets(pages: Iterable[tuple[Path, Mapping[str, Any]]]) -> dict[str, Outlet]:
    """Outlets by id."""
    found: dict[str, Outlet] = {}
    files: dict[str, Path] = {}
    for path, entry in ((path, entry) for path, page in pages for entry in page.get("outlets") or ()):
        outlet = Outlet(
            id=str(entry["id"]),
            name=str(entry["name"]),
            aliases=listed(entry.get("aliases")),
            kind=str(entry.get("kind", "media")),
            country=entry.get("country"),
            sides=sides_of(entry),
            source=str(entry.get("source", "")),
        )
        if outlet.id in found:
            raise KnowledgeError(f"outlet {outlet.id!r} stands in two files: {files[outlet.id]} and {path}; keep one")
        found[outlet.id], files[outlet.id] = outlet, path
    return found


def join_tables(pages: Iterable[tuple[Path, Mapping[str, Any]]]) -> dict[str, Any]:
    """Free tables by name, for knowledge that belongs to no language, event or conflict."""
    found: dict[str, Any] = {}
    files: dict[str, Path] = {}
    for path, page in pages:
        name = str(page["name"])
        if name in found:
            raise KnowledgeError(f"table {name!r} stands in two files: {files[name]} and {path}; keep one")
        found[name], files[name] = page, path
    return found


def listed(value: Any) -> tuple[str, ...]:
    """A YAML list, one word or nothing as a tuple of strings."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(part) for part in value)


def full_id(value: Any, conflict: str) -> str | None:
    """An id within its conflict, unless it already names one."""
    if value is None:
        return None
    return str(value) if "/" in str(value) else f"{conflict}/{value}"


def checked_of(entry: Mapping[str, Any]) -> str | None:
    """The day on which an entry was checked against its source; raises `ValueError` without a source or on another form."""
    if "checked" not in entry:
        return None
    if not entry.get("source"):
        raise ValueError(f"{entry.get('id')}: 'checked' needs a 'source' that was read")
    return date.fromisoformat(str(entry["checked"])).isoformat()


def day_of(value: Any) -> str | None:
    """A YAML date or string as an ISO day."""
    return None if value is None else str(value)
