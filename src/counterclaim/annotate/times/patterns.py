"""Compiles the pattern notation of the language files to regular expressions with the set of words they may begin with.

A pattern is items between spaces: `word`, `a|b` (words), `<class>` or `<class:name>` (a named word class), `[...]` (optional).
A mark before an item says how it joins the one before it: none = white space, `~` = white space or hyphen, `-` = hyphen or
dash, `,` = white space with or without a comma, `+` = nothing between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

SPACE = r"(?:(?!\s*\n\s*\n)\s+)"
JOINTS = {
    "": SPACE,
    "~": rf"(?:{SPACE}|{SPACE}?[-\u2010-\u2013]{SPACE}?)",
    "-": rf"{SPACE}?[-\u2010-\u2014/]{SPACE}?",
    ",": rf",?{SPACE}",
    "+": "",
}
BETWEEN = rf"(?:{SPACE}|-)"
PIECE = re.compile(r"\s*([~,+-]?)(\[|\]|<[\w:]+>|[^\s\[\]<>]+)")
FIRST = re.compile(r"\w+|\S")


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words: the canonical value of each word, and a shape for what a list cannot hold (digits)."""

    words: Mapping[str, str]
    regex: str
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern: how it joins, its regular expression, its possible first words, whether it may be absent."""

    joint: str
    regex: str
    first: frozenset[str]
    optional: bool


def word_class(
    words: Mapping[str, str],
    shape: str | None,
    first_of_shape: Sequence[str] = ("#",),
    sums: Sequence[Mapping[str, int]] = (),
) -> WordClass:
    """A word class from its table, the shape of its digits and the tables whose words add up."""
    longest_first = sorted(words, key=len, reverse=True)
    choices = [literal(word) for word in longest_first]
    first = {first_of(word) for word in words}
    if sums:
        more, regex = summed(sums)
        choices.insert(0, regex)
        first.update(first_of(word) for word in sums[0])
        words = {**more, **words}
    if shape:
        choices.insert(0, shape)
        first.update(first_of_shape)
    return WordClass(words=words, regex="|".join(choices), first=frozenset(first))


def summed(parts: Sequence[Mapping[str, int]]) -> tuple[dict[str, str], str]:
    """What one word of each part makes together ("twenty-one"), with its sum, and a pattern of it; a third may be absent."""
    choices = ["|".join(literal(word) for word in sorted(part, key=len, reverse=True)) for part in parts]
    joined = [f"{BETWEEN}(?:{choice})" for choice in choices[1:]]
    regex = f"(?:{choices[0]}){joined[0]}" + "".join(f"(?:{other})?" for other in joined[1:])
    pairs = extended(parts[0], parts[1])
    return {word: str(value) for word, value in {**pairs, **(extended(pairs, parts[2]) if parts[2:] else {})}.items()}, regex


def extended(first: Mapping[str, int], second: Mapping[str, int]) -> dict[str, int]:
    """The words of two tables one after the other, with their sums."""
    return {f"{a}{joint}{b}": x + y for a, x in first.items() for b, y in second.items() for joint in (" ", "-")}


def literal(word: str) -> str:
    """The regular expression of a word or phrase, ended at a word boundary."""
    body = SPACE.join(re.escape(part) for part in word.split())
    return body + (r"(?!\w)" if word[-1].isalnum() else "")


def first_of(word: str) -> str:
    """The key under which an expression that begins with this word is looked up."""
    found = FIRST.match(word)
    head = found.group() if found else word
    return "#" if head[0].isdigit() else head.casefold()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern read: its regular expression, the words that it may begin with, the class of each named group."""

    source: str
    first: frozenset[str]
    groups: Mapping[str, str]

    @property
    def regex(self) -> re.Pattern[str]:
        """Its regular expression, compiled once a process, when first asked for."""
        return regex_of(self.source)


@cache
def regex_of(source: str) -> re.Pattern[str]:
    """A regular expression that heeds no case, compiled once a process: most rules of a language match nothing in a report."""
    return re.compile(source, re.IGNORECASE)


def compile_pattern(pattern: str, classes: Mapping[str, WordClass]) -> Compiled:
    """A pattern compiled; raises `ValueError` or `KeyError` where it is not well made."""
    pieces = [(match.group(1), match.group(2)) for match in PIECE.finditer(pattern)]
    items, rest = parse(pieces, classes)
    if rest:
        raise ValueError(f"pattern {pattern!r}: a bracket too many")
    regex, first, nullable = sequence(items)
    if nullable:
        raise ValueError(f"pattern {pattern!r}: everything in it is optional")
    groups = {(alias or name): name for name, _, alias in (p[1:-1].partition(":") for _, p in pieces if p[0] == "<")}
    return Compiled(regex + r"(?!\w)", first, groups)


def parse(pieces: Sequence[tuple[str, str]], classes: Mapping[str, WordClass]) -> tuple[list[Item], Sequence[tuple[str, str]]]:
    """The items up to the end or the closing bracket, and the pieces after it."""
    items: list[Item] = []
    while pieces:
        (joint, piece), pieces = pieces[0], pieces[1:]
        if piece == "]":
            return items, pieces
        if piece == "[":
            inner, pieces = parse(pieces, classes)
            regex, first, _ = sequence(inner)
            items.append(Item(joint or inner[0].joint, regex, first, optional=True))
        else:
            items.append(item_of(joint, piece, classes))
    return items, pieces


def item_of(joint: str, piece: str, classes: Mapping[str, WordClass]) -> Item:
    """One plain item."""
    if piece.startswith("<"):
        name, _, alias = piece[1:-1].partition(":")
        found = classes[name]
        return Item(joint, rf"(?P<{alias or name}>{found.regex})", found.first, optional=False)
    words = [word.replace("_", " ") for word in piece.split("|")]
    regex = "|".join(literal(word) for word in sorted(words, key=len, reverse=True))
    return Item(joint, f"(?:{regex})", frozenset(first_of(word) for word in words), optional=False)


def sequence(items: Sequence[Item]) -> tuple[str, frozenset[str], bool]:
    """Items joined: regular expression, first words, whether all of it is optional."""
    regex, first, open_start = "", set[str](), True
    for number, item in enumerate(items):
        following = JOINTS[items[number + 1].joint] if number + 1 < len(items) else ""
        if open_start:
            first |= item.first
            open_start = item.optional
            regex += f"(?:{item.regex}{following})?" if item.optional else item.regex
        elif item.optional:
            regex += f"(?:{JOINTS[item.joint]}{item.regex})?"
        else:
            regex += JOINTS[item.joint] + item.regex
    return regex, frozenset(first), open_start
