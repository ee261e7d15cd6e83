"""The words of a language that tell of places, compiled from its sections `places` and `place_names`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge.load import load
from counterclaim.records import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceType:
    """A class of type words: the levels that they name; `only` those, or `at_town` where the town stands for the thing."""

    levels: tuple[PlaceKind, ...]
    only: bool = False
    at_town: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlaceWords:
    """Type words, edges of names, short forms and demonyms of a language; short forms give the name to look up."""

    types: Mapping[str, PlaceType]
    links: frozenset[str]
    parts: frozenset[str]
    articles: frozenset[str]
    possessives: tuple[str, ...]
    inside: re.Pattern[str]
    links_inside: frozenset[str]
    within: re.Pattern[str]
    there: re.Pattern[str]
    spelt: Mapping[str, tuple[str, ...]]
    fixed: Mapping[str, str]
    demonyms: Mapping[str, str]
    postal: str


@cache
def place_words(language: str, folders: tuple[Path, ...] = ()) -> PlaceWords:
    """The place words of a language, compiled once a process."""
    known = load(folders).languages[language]
    section, names = known.section("places"), known.section("place_names")
    return PlaceWords(
        types={word: type_of(entry) for entry in section.get("type_words", ()) for word in entry["words"]},
        links=frozenset(section.get("type_links", ())),
        parts=frozenset(section.get("parts", ())),
        articles=frozenset(section.get("articles", ())),
        possessives=tuple(section.get("possessives", ())),
        inside=inside_pattern(section),
        links_inside=frozenset(section.get("inside", ())),
        within=within_pattern(section),
        there=re.compile(rf"\s+(?:{any_of(section.get('there', ()))})\b"),
        spelt={short: tuple(long) for short, long in section.get("spelt", {}).items()},
        fixed=dict(fixed_names(names)),
        demonyms=dict(demonym_names(names)),
        postal=str(names.get("postal_country", "")),
    )


def type_of(entry: Mapping[str, Any]) -> PlaceType:
    """The class of one entry of type words."""
    return PlaceType(
        levels=tuple(entry["levels"]), only=bool(entry.get("only", False)), at_town=bool(entry.get("at_town", False))
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first; one that nothing matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def within_pattern(section: Mapping[str, Any]) -> re.Pattern[str]:
    """What stands between a place and one that it lies in or (`near`) beside: an optional noun, then a comma or a `word`."""
    types = any_of(word for entry in section["type_words"] for word in entry["words"])
    near, links = any_of(section.get("near", ())), any_of(section.get("within", ()))
    articles = any_of(section["articles"])
    return re.compile(rf"(?:\s+(?:{types}))?(?:\s*,?\s+(?P<word>(?P<near>{near})|{links})\s+|,\s+)(?:(?:{articles})\s+)?")


def inside_pattern(section: Mapping[str, Any]) -> re.Pattern[str]:
    """What stands between a place and the larger one that it lies in: an optional type word, then a comma, bracket or word."""
    types = any_of(word for entry in section["type_words"] for word in entry["words"])
    links = "|".join(re.escape(word) for word in section["inside"])
    articles = any_of(section["articles"])
    return re.compile(
        rf"(?:\s+(?:{types}))?(?:\s*[,(]\s*(?:(?:{links})\s+)?|\s+(?:{links})\s+)"
        rf"(?:(?:{articles})\s+)?(?:(?:[\w-]+\s+)?(?:{types})\s+of\s+)?"
    )


def fixed_names(names: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each short form with the name that it is looked up by."""
    for code, forms in names.get("abbreviations", {}).items():
        yield from ((form, state_key(code)) for form in forms)
    for place, forms in names.get("regions", {}).items():
        yield from ((form, place) for form in forms)
    for code, forms in names.get("divisions", {}).items():
        yield from ((form, code) for form in forms)


def demonym_names(names: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each demonym, singular and plural, with the name of its place."""
    endings = ("", *names.get("plural_endings", ()))
    for place, forms in names.get("local_demonyms", {}).items():
        yield from ((form + ending, place) for form in forms for ending in endings)
    for code, forms in names.get("demonyms", {}).items():
        yield from ((form + ending, state_key(code)) for form in forms for ending in endings)


def state_key(code: str) -> str:
    """The name under which the gazetteer keeps a state by its code."""
    return f"ISO {code}"
