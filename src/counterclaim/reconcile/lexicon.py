"""What reconciling needs of the knowledge files, compiled once a process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge.entries import Group, Knowledge, Outlet
from counterclaim.knowledge.load import load
from counterclaim.reconcile.details import DetailWords, detail_words

FEW = 100
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTraits:
    """What an event type means for joining and standing: its family, who concedes by telling it, what it speaks to."""

    family: str = "other"
    admission: str = "none"
    admission_fighters: str = "none"
    incompatible: frozenset[str] = frozenset()
    facet: str = "occurrence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Compiled tables: standing, joining, access, and the words of one language."""

    standing: Mapping[str, Any]
    joining: Mapping[str, Any]
    traits: Mapping[str, EventTraits]
    fitting: Mapping[str, frozenset[str]]
    kin: tuple[frozenset[str], ...]
    deciding: frozenset[str]
    losing: frozenset[str]
    outlets: Mapping[str, Outlet]
    groups: Mapping[str, Group]
    above: Mapping[str, str]
    countries: Mapping[str, tuple[str, ...]]
    access: re.Pattern[str]
    officials: re.Pattern[str]
    civilians: re.Pattern[str]
    fighters: re.Pattern[str]
    alive: re.Pattern[str]
    partly: re.Pattern[str]
    aiming: re.Pattern[str]
    correcting: re.Pattern[str]
    withdrawing: re.Pattern[str]
    taking_back: re.Pattern[str]
    outcomes: re.Pattern[str]
    reader: re.Pattern[str]
    several: re.Pattern[str]
    within_several: re.Pattern[str]
    stretch: re.Pattern[str]
    responsibility: re.Pattern[str]
    citing: tuple[tuple[str, str], ...]
    common: frozenset[str]
    small: frozenset[str]
    details: DetailWords
    access_kinds: frozenset[str]
    access_evidence: frozenset[str]

    def traits_of(self, kind: str) -> EventTraits:
        """The traits of an event type; one that no file describes has the default ones."""
        return self.traits.get(kind, EventTraits())

    def fitting_of(self, kind: str) -> frozenset[str]:
        """An event type with those that one happening may also be told as."""
        return self.fitting.get(kind, frozenset()) | {kind}


@cache
def lexicon_in(folders: tuple[Path, ...], language: str) -> Lexicon:
    """The lexicon of the shipped knowledge and these folders."""
    return lexicon_of(load(folders), language)


def lexicon_of(knowledge: Knowledge, language: str) -> Lexicon:
    """The lexicon of this knowledge for one language."""
    section = knowledge.languages[language].section("reconcile")
    access = knowledge.tables["access"]
    return Lexicon(
        standing=knowledge.tables["standing"],
        joining=knowledge.tables["joining"],
        traits={name: traits_of(kind.data) for name, kind in knowledge.events.items()},
        fitting=fitting_types(knowledge.tables["joining"]),
        kin=tuple(frozenset(group) for group in knowledge.tables["joining"]["kin"]),
        deciding=frozenset(knowledge.tables["joining"]["doer_decides"]),
        losing=frozenset(knowledge.tables["joining"]["told_of_the_loser"]),
        outlets=outlets_by_name(knowledge.outlets.values()),
        groups=knowledge.groups(),
        above=groups_above(knowledge.groups()),
        countries={name: conflict.countries for name, conflict in knowledge.conflicts.items()},
        access=pattern_of(word for entry in section.get("access", ()) for word in entry["words"]),
        officials=pattern_of(words_in(section, "officials")),
        civilians=pattern_of(words_in(section, "civilians")),
        fighters=pattern_of(words_in(section, "fighters")),
        alive=pattern_of(words_in(section, "alive")),
        partly=partly_pattern(section),
        aiming=pattern_of(words_in(section, "aiming")),
        correcting=pattern_of(words_in(section, "correcting")),
        withdrawing=pattern_of(words_in(section, "killing_the_story")),
        taking_back=pattern_of(words_in(section, "taking_back")),
        outcomes=pattern_of(words_in(section, "outcomes")),
        reader=pattern_of(words_in(section, "reader")),
        several=several_pattern(section, numbers_of(knowledge, language)),
        stretch=stretch_pattern(section, numbers_of(knowledge, language)),
        within_several=several_pattern(section, numbers_of(knowledge, language), within=True),
        responsibility=pattern_of(words_in(knowledge.languages[language].section("stances"), "responsibility")),
        citing=tuple(halves(entry["pattern"]) for entry in section.get("citing", ())),
        common=frozenset(str(section.get("common", "")).split()),
        small=frozenset(str(knowledge.languages[language].section("casing").get("lower", "")).split()),
        details=detail_words(section, numbers_of(knowledge, language)),
        access_kinds=frozenset(access["source_kinds"]),
        access_evidence=frozenset(access["evidence_kinds"]),
    )


def traits_of(data: Mapping[str, Any]) -> EventTraits:
    """The traits that an event type's file gives it."""
    admission = str(data.get("admission", "none"))
    return EventTraits(
        family=str(data.get("family", "other")),
        admission=admission,
        admission_fighters=str(data.get("admission_fighters", admission)),
        incompatible=frozenset(data.get("incompatible") or ()),
        facet=str(data.get("facet", "occurrence")),
    )


def fitting_types(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """For each event type, the types that one happening may also be told as, itself left out."""
    fits: dict[str, set[str]] = {}
    for general, special in table["special"].items():
        for name in special:
            fits.setdefault(general, set()).add(name)
            fits.setdefault(name, set()).add(general)
    for act in table["violent"]:
        for effect in table["effects"]:
            fits.setdefault(act, set()).add(effect)
            fits.setdefault(effect, set()).add(act)
    for effect in table["effects"]:
        fits.setdefault(effect, set()).update(table["effects"])
    return {name: frozenset(found - {name}) for name, found in fits.items()}


def groups_above(groups: Mapping[str, Group]) -> dict[str, str]:
    """For each group's name the name of the group that it belongs to."""
    return {one.name: groups[one.parent].name for one in groups.values() if one.parent in groups and one.parent}


def outlets_by_name(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """Outlets by each of their names, case folded."""
    return {name.casefold(): outlet for outlet in outlets for name in (outlet.name, *outlet.aliases)}


def words_in(section: Mapping[str, Any], name: str) -> list[str]:
    """The words of one list of a language section."""
    return list(section.get(name, {}).get("words", ()))


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases as whole words, whatever their case."""
    ordered = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word) for word in ordered)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if ordered else NOTHING


def numbers_of(knowledge: Knowledge, language: str) -> Mapping[str, int]:
    """The words of a language for numbers."""
    found: Mapping[str, int] = knowledge.languages[language].section("counts").get("numbers", {})
    return found


def several_pattern(section: Mapping[str, Any], numbers: Mapping[str, int], *, within: bool = False) -> re.Pattern[str]:
    """A pattern for several deeds told together ("six shootings", "separate raids"); `within` for what befell in those."""
    found = section.get("several", {})
    if not found:
        return NOTHING
    parts = {name: alternatives(found[name]) for name in ("within", "apart", "deeds", "strikes")}
    apart = f"(?:{parts['apart']})(?:[ -][\\w-]+)? (?:{parts['deeds']}|{parts['strikes']})"
    if within:
        return re.compile(rf"(?<!\w)(?:{parts['within']}) (?:[\w-]+ ){{0,2}}{apart}(?!\w)", re.IGNORECASE)
    many = alternatives([*(word for word, number in numbers.items() if 1 < number < FEW), *found["marks"]])
    counted = rf"(?:[2-9]|[1-9]\d|{many})(?:[ -][\w-]+){{0,2}} (?:{parts['deeds']})"
    return re.compile(rf"(?<![\w.,:])(?:{counted}|{apart})(?!\w)", re.IGNORECASE)


def stretch_pattern(section: Mapping[str, Any], numbers: Mapping[str, int]) -> re.Pattern[str]:
    """A pattern for a stretch of time whose deeds are summed up ("in 48 hours")."""
    found = section.get("several", {})
    if not found:
        return NOTHING
    ahead, counted, units = (alternatives(words) for words in (found["ahead"], numbers, found["units"]))
    return re.compile(rf"(?<!\w)(?:{ahead}) (?:[\w-]+ )?(?:\d+|{counted})[ -](?:{units})(?!\w)", re.IGNORECASE)


def partly_pattern(section: Mapping[str, Any]) -> re.Pattern[str]:
    """A pattern for a not that is of a degree, a part or what is known ("not enough", "was not clear")."""
    found = section.get("partly", {})
    if not found:
        return NOTHING
    negators, clitics, words = (alternatives(found[name]) for name in ("negators", "clitics", "words"))
    return re.compile(rf"(?:(?<!\w)(?:{negators})|(?:{clitics}))(?:\s+[\w-]+){{0,2}}?\s+(?:{words})(?!\w)", re.IGNORECASE)


def alternatives(words: Iterable[str]) -> str:
    """These words as the alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def halves(pattern: str) -> tuple[str, str]:
    """What stands before and after the outlet in a citation phrase."""
    before, _, after = pattern.partition("{outlet}")
    return before.strip(), after.strip()
