"""Finds time expressions in running text: at each word the longest rule that matches there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.annotate.times.patterns import WordClass
from counterclaim.annotate.times.rulebook import Rule, Rulebook

WORD = re.compile(r"[^\W\d_]+|\d+|['‘’`]")
BACK = 40
FIGURES = re.compile(r"[^\d:./-]")


@dataclass(frozen=True, slots=True)
class Found:
    """One match: where, by which rule, with the canonical values of its parts and the mod that stands before it."""

    start: int
    end: int
    rule: Rule
    fields: Mapping[str, str]


def scan(text: str, start: int, end: int, book: Rulebook) -> Iterator[Found]:
    """The expressions of a stretch of text from left to right, none overlapping another."""
    position = start
    for word in WORD.finditer(text, start, end):
        at = word.start()
        if at < position or (at > start and glued(text, at)):
            continue
        key = "#" if word.group()[0].isdigit() else word.group().casefold()
        gate = book.gates.get(key)
        if gate and gate.match(text, at, end) and (best := longest(text, at, end, book.by_first[key])):
            found = with_mod(text, position, best, book)
            position = best[1].end()
            yield from halves(found, best, book) if best[0].second else (found,)


def glued(text: str, at: int) -> bool:
    """Whether the character before continues the word or figure ("US$2021", "1.2")."""
    before = text[at - 1]
    return before.isalnum() or (before in ".,$£€#_/" and text[at].isdigit() and (at < 2 or not text[at - 2].isspace()))


def longest(text: str, at: int, end: int, rules: tuple[Rule, ...]) -> tuple[Rule, re.Match[str]] | None:
    """The rule that matches most of the text here; the first listed among equals."""
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in rules:
        match = rule.pattern.regex.match(text, at, end)
        if match and match.end() > at and (best is None or match.end() > best[1].end()):
            best = (rule, match)
    return best


def with_mod(text: str, floor: int, best: tuple[Rule, re.Match[str]], book: Rulebook) -> Found:
    """The match with its fields, widened over a mod that stands before it."""
    rule, match = best
    fields = {**rule.constants, **canonical(match, rule.pattern.groups, book.classes)}
    start = match.start()
    before = book.mods.search(text[max(floor, start - BACK) : start])
    if before and "mod" not in fields and rule.guard != "no mod":
        fields["mod"] = book.classes["mod"].words[" ".join(before.group("mod").casefold().split())]
        start = max(floor, start - BACK) + before.start()
    return Found(start, match.end(), rule, fields)


def halves(found: Found, best: tuple[Rule, re.Match[str]], book: Rulebook) -> Iterator[Found]:
    """The two expressions of a range ("5 to 9 March"): each borrows from the other what it does not say itself."""
    rule, match = best
    begin = match.start(rule.second)
    end = max(match.end(name) for name in rule.pattern.groups if match.end(name) <= begin and match.end(name) >= 0)
    later = {name.rstrip("2"): value for name, value in found.fields.items() if name.endswith("2")}
    yield Found(found.start, end, rule, found.fields)
    yield Found(begin, found.end, rule, {**found.fields, **later})


def canonical(match: re.Match[str], groups: Mapping[str, str], classes: Mapping[str, WordClass]) -> dict[str, str]:
    """The matched groups, each as the value that its class gives the word; of what no list holds, the figures."""
    found = {}
    for name, text in match.groupdict().items():
        if text is not None:
            words = classes[groups[name]].words
            key = " ".join(text.casefold().split())
            found[name] = words.get(key) or words.get(key.rstrip(".")) or FIGURES.sub("", key)
    return found
