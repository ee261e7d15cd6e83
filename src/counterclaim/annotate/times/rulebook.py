"""The rules of a language, compiled once a process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from counterclaim.annotate.times.extents import compiled_words
from counterclaim.annotate.times.gates import gate_of
from counterclaim.annotate.times.guards import GUARDS
from counterclaim.annotate.times.makers import MAKERS
from counterclaim.annotate.times.patterns import Compiled, WordClass, compile_pattern, word_class
from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.load import load


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: how it matches, which function resolves it, and the constants it hands over."""

    id: str
    pattern: Compiled
    make: str
    constants: Mapping[str, str]
    guard: str
    second: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules by the first word of what they match, the word classes, and what may stand before a match, by class.

    `gates` holds for the first words met so far one quick pattern that tells whether any rule matches.
    """

    by_first: Mapping[str, tuple[Rule, ...]]
    gates: dict[str, re.Pattern[str]]
    classes: Mapping[str, WordClass]
    before: Mapping[str, re.Pattern[str]]
    weekdays: re.Pattern[str]
    deictic: re.Pattern[str]
    sayings: frozenset[str]
    extents: Mapping[str, re.Pattern[str]]
    section: Mapping[str, Any]

    def gate(self, word: str) -> re.Pattern[str] | None:
        """The quick pattern of a first word, compiled when it is first met; None for one that begins no rule."""
        if word not in self.by_first:
            return None
        if word not in self.gates:
            self.gates[word] = gate_of(word, (rule.pattern.source for rule in self.by_first[word]))
        return self.gates[word]


@cache
def rulebook(folders: tuple[Path, ...], language: str) -> Rulebook:
    """The compiled rules of a language; raises `KnowledgeError` that names the rule that does not compile."""
    found = load(folders).languages[language]
    section = found.section("times")
    classes = {name: class_of(name, entry) for name, entry in section.get("classes", {}).items()}
    by_first: dict[str, list[Rule]] = {}
    for entry in section.get("rules", ()):
        check_names(entry)
        for pattern in compiled(entry, classes):
            rule = Rule(
                str(entry["id"]),
                pattern,
                str(entry["make"]),
                constants_of(entry),
                str(entry.get("guard") or ""),
                str(entry.get("second", "")),
            )
            for word in pattern.first:
                by_first.setdefault(word, []).append(rule)
    return Rulebook(
        by_first=MappingProxyType({word: tuple(rules) for word, rules in by_first.items()}),
        gates={},
        classes=MappingProxyType(classes),
        before={name: before_match(classes, name) for name in ("mod", "amount")},
        weekdays=whole_words(classes, "weekday"),
        deictic=whole_words(classes, "deictic"),
        sayings=frozenset(found.section("cues").get("verbs", ())),
        extents=compiled_words(section),
        section=section,
    )


def check_names(entry: Mapping[str, Any]) -> None:
    """Raises `KnowledgeError` where a rule names a function or a guard that there is none of."""
    for key, names in (("make", set(MAKERS)), ("guard", {*GUARDS, ""})):
        if (entry.get(key) or "") not in names:
            known = ", ".join(sorted(names - {""}))
            raise KnowledgeError(f"times rule {entry.get('id')!r}: {key} is {entry.get(key)!r}; there are: {known}")


def class_of(name: str, entry: Mapping[str, Any]) -> WordClass:
    """A word class of the language file; raises `KnowledgeError` that names one whose shape does not compile."""
    try:
        re.compile(entry.get("shape") or "")
        return word_class(words_of(entry), entry.get("shape"), entry.get("first", ("#",)), entry.get("sums", ()))
    except (ValueError, IndexError, re.error) as error:
        raise KnowledgeError(f"times class {name!r} does not compile: {error!r}") from error


def words_of(entry: Mapping[str, Any]) -> dict[str, str]:
    """The words of a class entry with their canonical values."""
    return {str(word).casefold(): str(value) for word, value in (entry.get("words") or {}).items()}


def compiled(entry: Mapping[str, Any], classes: Mapping[str, WordClass]) -> list[Compiled]:
    """Every pattern of a rule entry, compiled."""
    try:
        return [compile_pattern(pattern, classes) for pattern in entry["patterns"]]
    except (ValueError, KeyError, IndexError) as error:
        raise KnowledgeError(f"times rule {entry.get('id')!r} does not compile: {error!r}") from error


def constants_of(entry: Mapping[str, Any]) -> Mapping[str, str]:
    """The constants that a rule hands to its function."""
    return MappingProxyType({str(name): str(value) for name, value in (entry.get("with") or {}).items()})


def whole_words(classes: Mapping[str, WordClass], name: str) -> re.Pattern[str]:
    """What finds any word of a class; nothing where the language has no such class."""
    regex = classes[name].regex if name in classes else r"(?!)"
    return re.compile(rf"(?<!\w)(?:{regex})", re.IGNORECASE)


def before_match(classes: Mapping[str, WordClass], name: str) -> re.Pattern[str]:
    """What finds a word of a class right before an expression ("early", "the end of", "about")."""
    regex = classes[name].regex if name in classes else r"(?!)"
    return re.compile(rf"(?<!\w)(?P<mod>{regex})[\s-]+$", re.IGNORECASE)
