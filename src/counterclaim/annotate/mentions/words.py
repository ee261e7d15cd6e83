"""The language's tables for mentions, compiled: classes of nouns, titles, pronouns, prepositions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from counterclaim.knowledge.load import load
from counterclaim.records import MentionKind


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun stands for: its class and the kind of mention it makes."""

    group: str
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The compiled sections `mentions`, `titles` and `pronouns` of a language."""

    nouns: Mapping[str, Noun]
    name_words: Mapping[str, MentionKind]
    sets: Mapping[str, frozenset[str]]
    courtesy: frozenset[str]
    ranks: Mapping[tuple[str, ...], str]
    same_role: Mapping[str, str]
    of_state: frozenset[str]
    genders: Mapping[str, str]
    pronouns: Mapping[str, Mapping[str, Any]]
    empty_it: frozenset[str]
    raising: frozenset[str]
    templates: Mapping[str, str]
    of: str

    def has(self, table: str, word: str) -> bool:
        """Whether a word stands in one of the plain lists of the section `mentions`."""
        return word in self.sets[table]


@cache
def words_of(folders: tuple[Path, ...], language: str) -> Words:
    """The compiled tables of a language."""
    known = load(folders).languages[language]
    mentions, titles, pronouns = known.section("mentions"), known.section("titles"), known.section("pronouns")
    return Words(
        nouns=nouns_of(mentions.get("nouns", {})),
        name_words={word: kind for kind, listed in mentions.get("name_words", {}).items() for word in listed},
        sets={name: frozenset(map(str, value)) for name, value in mentions.items() if isinstance(value, list)},
        courtesy=frozenset(titles.get("courtesy", ())),
        ranks={tuple(title.split()): role for title, role in titles.get("ranks", {}).items()},
        same_role={word: role for role, listed in titles.get("same_role", {}).items() for word in listed},
        of_state=frozenset(titles.get("of_state", ())),
        genders=genders_of(titles),
        pronouns=pronouns.get("words", {}),
        empty_it=frozenset(pronouns.get("empty_it", ())),
        raising=frozenset(pronouns.get("raising", ())),
        templates=mentions.get("templates", {}),
        of=str(mentions.get("genitive", "")),
    )


def nouns_of(classes: Mapping[str, Any]) -> dict[str, Noun]:
    """Each common noun with its class; the class named first keeps a noun that stands in two."""
    found: dict[str, Noun] = {}
    for group, entry in classes.items():
        for word in entry["words"]:
            found.setdefault(str(word), Noun(group, cast(MentionKind, entry["kind"])))
    return found


def genders_of(titles: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The gender that a title or office says of its holder."""
    return {word: gender for gender in ("male", "female") for word in titles.get(gender, ())}
