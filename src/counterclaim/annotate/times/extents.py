"""Fits a match to its noun phrase: its own determiner belongs to it, that of the noun which it stands before does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from counterclaim.syntax import Tree

if TYPE_CHECKING:
    from counterclaim.annotate.times.scan import Found

BACK = 40
Words = Mapping[str, re.Pattern[str]]


def compiled_words(section: Mapping[str, Any]) -> Words:
    """What finds a determiner at the start of a match, and what finds one before it, with words of order between."""
    lists = section.get("extents", {})
    determiner, order, tail = (choices(lists.get(name, ())) for name in ("determiners", "order", "tails"))
    return {
        "inside": re.compile(rf"(?:{determiner})\s+(?=\w)", re.IGNORECASE),
        "after": re.compile(rf"\s+(?:{tail})(?!\w)", re.IGNORECASE),
        "before": re.compile(rf"(?<!\w)(?P<determiner>{determiner})\s+(?:(?:{order})\s+)*$", re.IGNORECASE),
    }


def choices(words: tuple[str, ...]) -> str:
    """A pattern of any of these words; nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def fitted(found: Found, tree: Tree, text: str, room: tuple[int, int], words: Words) -> Found:
    """The match from its own determiner on; `room` is where the match before it ended and where the range that it is half of
    ends."""
    floor, ceiling = room
    tail = words["after"].match(text, found.end)
    if tail:
        return fitted(replace(found, end=tail.end()), tree, text, (floor, max(ceiling, tail.end())), words)
    inside = words["inside"].match(text, found.start, found.end)
    if inside:
        return replace(found, start=inside.end()) if of_another(ceiling, tree, found.start) else found
    before = words["before"].search(text, max(floor, found.start - BACK), found.start)
    if before and of_this(found, tree, before.start("determiner")):
        return replace(found, start=before.start("determiner"))
    return found


def head_start(tree: Tree, offset: int) -> int | None:
    """Where the head of the word at an offset begins."""
    index = tree.at(offset)
    return tree.tokens[tree.tokens[index].head].start if index is not None else None


def of_another(end: int, tree: Tree, offset: int) -> bool:
    """Whether the determiner at an offset belongs to a noun after the end of a match ("the 1987 crash")."""
    head = head_start(tree, offset)
    return head is not None and head >= end


def of_this(found: Found, tree: Tree, offset: int) -> bool:
    """Whether the determiner at an offset belongs to a word of the match ("the two weeks")."""
    head = head_start(tree, offset)
    return head is not None and found.start <= head < found.end
