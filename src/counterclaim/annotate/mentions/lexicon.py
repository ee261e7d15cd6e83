"""Names that the knowledge files hold (groups, people, outlets, states), indexed by their first word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge.entries import Dated, Group, Knowledge, Outlet, Person, Post
from counterclaim.knowledge.load import load
from counterclaim.records import MentionKind

PIECES = re.compile(r"[^\W_]+(?:[.'’ʼ`´‘][^\W_]+)*\.?")
MARKS = re.compile(r"[.'’ʼ`´‘]")
POSSESSIVE = re.compile(r"['’]s\b")
ACRONYM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One knowledge entry as a name leads to it; `sort` says of what sort (group, person, state, capital...)."""

    id: str
    sort: str
    name: str
    kind: MentionKind
    conflict: str = ""
    country: str | None = None
    sides: tuple[Dated, ...] = ()
    parent: str | None = None
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a name: folded keys and, in `cased`, which of them must begin with a capital or be all capitals."""

    keys: tuple[str, ...]
    cased: tuple[str, ...]
    entry: Entry


Index = Mapping[str, Mapping[str, tuple[Pattern, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All names and descriptions by their first two keys, entries by id, conflicts by country."""

    names: Index
    descriptions: Index
    entries: Mapping[str, Entry]
    conflicts: Mapping[str, tuple[str, ...]]
    states: Mapping[str, Mapping[str, Any]]
    governments: Mapping[str, tuple[Entry, ...]]
    scenes: frozenset[str]
    fought: Mapping[str, tuple[str, ...]]

    def match(self, words: Sequence[tuple[str, str]], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many words from `at` on make the longest known name, and the entries it may mean."""
        return longest(self.names, words, at)

    def described(self, words: Sequence[tuple[str, str]], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many words from `at` on make the longest known description, and the entries it may stand for."""
        return longest(self.descriptions, words, at)


def longest(index: Index, words: Sequence[tuple[str, str]], at: int) -> tuple[int, tuple[Entry, ...]]:
    """The longest patterns that fit at a place: their length and their entries."""
    by_second = index.get(words[at][0])
    if by_second is None:
        return 0, ()
    second = words[at + 1][0] if at + 1 < len(words) else ""
    patterns = [*by_second.get(second, ()), *(by_second.get(second[:-1], ()) if second.endswith("s") else ())] if second else []
    fitting = [pattern for pattern in (*patterns, *by_second.get("", ())) if fits(pattern, words, at)]
    best = max((len(pattern.keys) for pattern in fitting), default=0)
    return best, tuple(dict.fromkeys(pattern.entry for pattern in fitting if len(pattern.keys) == best))


def fits(pattern: Pattern, words: Sequence[tuple[str, str]], at: int) -> bool:
    """Whether the words at a place are those of the pattern, capitals included; the last may carry a bare "s"."""
    if at + len(pattern.keys) > len(words):
        return False
    for offset, (key, case) in enumerate(zip(pattern.keys, pattern.cased, strict=True)):
        word, raw = words[at + offset]
        lost_apostrophe = offset > 0 and offset == len(pattern.keys) - 1 and word == f"{key}s"
        if (
            (word != key and not lost_apostrophe)
            or (case == "upper" and not raw[: len(key)].isupper())
            or (case == "title" and not raw[:1].isupper())
        ):
            return False
    return True


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """A word in lower case without marks, dots and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return MARKS.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def pieces_of(text: str) -> list[str]:
    """The words of a name as they are matched: split at white space, hyphens and the possessive."""
    return PIECES.findall(POSSESSIVE.sub(" s", text))


def pattern_of(text: str, entry: Entry) -> Pattern | None:
    """The pattern of one name, or None where it has no word."""
    pieces = pieces_of(text)
    if not pieces:
        return None
    return Pattern(tuple(map(key_of, pieces)), tuple(map(case_of, pieces)), entry)


def case_of(word: str) -> str:
    """What a word asks of the text: "upper" for an acronym, "title" for a capitalised word, "any" otherwise."""
    letters = [letter for letter in word if letter.isalpha()]
    if 1 < len(letters) <= ACRONYM and all(letter.isupper() for letter in letters):
        return "upper"
    return "title" if word[:1].isupper() else "any"


@cache
def lexicon_of(folders: tuple[Path, ...], language: str) -> Lexicon:
    """The compiled names of all knowledge in force."""
    knowledge = load(folders)
    states = knowledge.tables.get("states", {}).get("states", {})
    told = [*conflict_names(knowledge), *outlet_names(knowledge.outlets.values()), *state_names(states)]
    named = [*told, *respelt(told, knowledge.tables.get("folding", {}).get("spellings", {}))]
    groups = knowledge.groups()
    described = [(text, group_entry(group, groups)) for group in groups.values() for text in group.descriptions]
    return Lexicon(
        names=indexed(named),
        descriptions=indexed(described),
        entries=entries_of(entry for _, entry in (*named, *described)),
        conflicts=conflicts_by_country(knowledge),
        states=states,
        governments=governments_of(knowledge),
        scenes=frozenset(name for name, conflict in knowledge.conflicts.items() if conflict.countries),
        fought=fought_in(knowledge),
    )


def entries_of(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries of groups, people and outlets by id; of those with one id, the one of its own conflict."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.sort in ("group", "person", "outlet") and (entry.id not in found or entry.id.startswith(f"{entry.conflict}/")):
            found[entry.id] = entry
    return found


def fought_in(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """The conflicts with scenes of their own in which each group or person has an entry."""
    found: dict[str, tuple[str, ...]] = {}
    for conflict in knowledge.conflicts.values():
        keys = [*(group.same or group.id for group in conflict.groups), *(person.id for person in conflict.people)]
        for key in keys if conflict.countries else ():
            found[key] = (*found.get(key, ()), conflict.name)
    return found


def respelt(named: Iterable[tuple[str, Entry]], spellings: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """The names that hold a word of British spelling in American spelling, and the other way round."""
    swaps = dict(spellings) | {american: british for british, american in spellings.items()}
    for text, entry in named:
        words = text.split()
        swapped = [like(swaps.get(word.lower(), word), word) for word in words]
        if swapped != words:
            yield " ".join(swapped), entry


def like(word: str, model: str) -> str:
    """The word with a capital where the model has one."""
    return word.capitalize() if model[:1].isupper() and word.islower() else word


def indexed(named: Iterable[tuple[str, Entry]]) -> Index:
    """Patterns by first key and then by second, which is empty for a name of one word."""
    found: dict[str, dict[str, list[Pattern]]] = {}
    for text, entry in named:
        pattern = pattern_of(text, entry)
        if pattern:
            first, second = (*pattern.keys, "")[:2]
            found.setdefault(first, {}).setdefault(second, []).append(pattern)
    return {first: {key: tuple(set_of(some)) for key, some in seconds.items()} for first, seconds in found.items()}


def set_of(patterns: Iterable[Pattern]) -> list[Pattern]:
    """The patterns without repeats, in order."""
    return list({(p.keys, p.cased, p.entry.id, p.entry.sort): p for p in patterns}.values())


def conflict_names(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    """Every name of every group and person with its entry."""
    groups = knowledge.groups()
    for conflict in knowledge.conflicts.values():
        for group in conflict.groups:
            entry = group_entry(group, groups)
            yield from ((text, entry) for text in (group.name, *group.aliases, *group.demonyms))
        for person in conflict.people:
            found = person_entry(person)
            yield from ((text, found) for text in (person.name, *person.aliases))


def group_entry(group: Group, groups: Mapping[str, Group]) -> Entry:
    """The entry of a group or of the group it is one with; the kind is the file's, "group" where that says force."""
    own, group = group, groups[group.same] if group.same else group
    kind: MentionKind = group.kind if group.kind in ("government", "organisation", "media") else "group"  # type: ignore[assignment]
    return Entry(
        id=group.id, sort="group", name=group.name, kind=kind, conflict=own.conflict, country=group.country,
        sides=group.sides, parent=group.parent,
    )  # fmt: skip


def person_entry(person: Person) -> Entry:
    """The entry of a person."""
    return Entry(id=person.id, sort="person", name=person.name, kind="person", conflict=person.conflict, posts=person.posts)


def outlet_names(outlets: Iterable[Outlet]) -> Iterator[tuple[str, Entry]]:
    """Every name of every outlet with its entry."""
    for outlet in outlets:
        entry = Entry(id=outlet.id, sort="outlet", name=outlet.name, kind="media", country=outlet.country, sides=outlet.sides)
        yield from ((text, entry) for text in (outlet.name, *outlet.aliases))


def state_names(states: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Entry]]:
    """Every name, adjective, people, capital and seat of every state with an entry of its own sort."""
    sorts: tuple[tuple[str, str, MentionKind], ...] = (
        ("aliases", "state", "place"), ("adjectives", "adjective", "nationality"), ("people", "people", "nationality"),
        ("capitals", "capital", "place"), ("seats", "seat", "government"),
    )  # fmt: skip
    for country, state in states.items():
        yield state["name"], state_entry(country, "state", state["name"], "place")
        for field, sort, kind in sorts:
            for text in state.get(field, ()):
                yield text, state_entry(country, sort, state["name"] if field == "aliases" else text, kind)


def state_entry(country: str, sort: str, name: str, kind: MentionKind) -> Entry:
    """An entry for one name of a state."""
    return Entry(id=f"state/{country}", sort=sort, name=name, kind=kind, country=country)


def conflicts_by_country(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """The conflicts that each country is a scene of."""
    found: dict[str, tuple[str, ...]] = {}
    for conflict in knowledge.conflicts.values():
        for country in conflict.countries:
            found[country] = (*found.get(country, ()), conflict.name)
    return found


def governments_of(knowledge: Knowledge) -> dict[str, tuple[Entry, ...]]:
    """The governments of each country that the conflict files hold."""
    found: dict[str, tuple[Entry, ...]] = {}
    for conflict in knowledge.conflicts.values():
        for group in conflict.groups:
            if group.kind == "government" and group.country and group.parent is None and group.same is None:
                found[group.country] = (*found.get(group.country, ()), group_entry(group, {}))
    return found
