"""Finds time expressions in running text: at each word the longest rule that matches there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.annotate.times.guards import word_before
from counterclaim.annotate.times.patterns import WordClass
from counterclaim.annotate.times.rulebook import Rule, Rulebook

WORD = re.compile(r"[^\W\d_]+|\d+|['‘’`]")
BACK = 40
FIGURES = re.compile(r"[^\d:./-]")
# what points to a day or time and tells no amount
POINTS = frozenset(
    {"reference", "weekday", "weekday of", "near day", "overnight", "weekend", "since", "same", "neighbour", "in day", "part"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """One match: where, by which rule, with the canonical values of its parts and the mod that stands before it."""

    start: int
    end: int
    rule: Rule
    fields: Mapping[str, str]


def anything(found: Found) -> bool:
    """Lets every match through."""
    return True


def scan(text: str, start: int, end: int, book: Rulebook, allows: Callable[[Found], bool] = anything) -> Iterator[Found]:
    """The expressions of a stretch of text from left to right, none overlapping another: at each word the longest that is
    allowed."""
    position = start
    for word in WORD.finditer(text, start, end):
        key = "#" if word.group()[0].isdigit() else word.group().casefold()
        gate = book.gate(key)
        if gate is None:
            continue
        at = word.start()
        if at < position or (at > start and glued(text, at)) or not gate.match(text, at, end):
            continue
        for match in longest_first(text, at, end, book.by_first[key]):
            found = with_mod(text, position, match, book)
            parts = tuple(halves(found, match, book)) if match[0].second else (found,)
            if all(allows(part) for part in parts):
                position = match[1].end()
                yield from parts
                break


def glued(text: str, at: int) -> bool:
    """Whether the character before continues the word or figure ("US$2021", "1.2")."""
    before = text[at - 1]
    return before.isalnum() or (before in ".,$£€#_/" and text[at].isdigit() and (at < 2 or not text[at - 2].isspace()))


def longest_first(text: str, at: int, end: int, rules: tuple[Rule, ...]) -> list[tuple[Rule, re.Match[str]]]:
    """The rules that match here, the longest match first, those listed first among equals."""
    matches = [(rule, match) for rule in rules if (match := rule.pattern.regex.match(text, at, end)) is not None]
    return sorted(matches, key=lambda pair: -pair[1].end())


def with_mod(text: str, floor: int, best: tuple[Rule, re.Match[str]], book: Rulebook) -> Found:
    """The match with its fields, widened over a mod that stands before it."""
    rule, match = best
    fields = {**rule.constants, **canonical(match, rule.pattern.groups, book.classes)}
    start = match.start()
    back = max(floor, start - BACK)
    for name in ("mod", "amount") if "mod" not in fields else ():
        before = book.before[name].search(text[back:start])
        if before and (name == "mod" or counts(rule, text[back:start], before, book)):
            fields["mod"] = book.classes[name].words[" ".join(before.group("mod").casefold().split())]
            return Found(back + before.start(), match.end(), rule, fields)
    return Found(start, match.end(), rule, fields)


def counts(rule: Rule, text: str, before: re.Match[str], book: Rulebook) -> bool:
    """Whether the word before a match tells an amount of it ("about two weeks") and is no preposition ("about Wednesday")."""
    guards = book.section.get("guards", {})
    if rule.make in POINTS:
        return False
    word = " ".join(before.group("mod").casefold().split())
    return word not in guards.get("doubtful_amounts", ()) or word_before(text, before.start("mod")) in guards["before_amount"]


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
