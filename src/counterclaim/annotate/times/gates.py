"""One quick pattern for many: what matches where any of them does, in which what they begin with alike is read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from counterclaim.annotate.times.patterns import SPACE, literal

NAMED = re.compile(r"\(\?P<\w+>")
# an escaped character, a set of characters, or a bracket
PARTS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()]", re.DOTALL)


def gate_of(word: str, regexes: Iterable[str]) -> re.Pattern[str]:
    """What matches where any of these, which may begin with a word, does."""
    opening = f"(?:{literal(word)}){SPACE}"
    after: list[str] = []
    whole: list[str] = []
    for regex in dict.fromkeys(NAMED.sub("(?:", regex) for regex in regexes):
        rest = regex.removeprefix(f"(?:{opening})?").removeprefix(opening)
        shared = len(rest) < len(regex) and not rest.startswith("?")
        (after if shared else whole).append(rest if shared else regex)
    grouped = [f"{opening}(?:{alternatives(after)})"] if after else []
    return re.compile("|".join([*grouped, alternatives(whole)] if whole else grouped), re.IGNORECASE)


def alternatives(regexes: Iterable[str]) -> str:
    """The alternatives, those that begin with the same group put together."""
    groups: dict[str, list[str]] = {}
    for regex in regexes:
        lead, rest = divided(regex)
        groups.setdefault(lead, []).append(rest)
    return "|".join(f"{lead}(?:{'|'.join(rests)})" for lead, rests in groups.items())


@cache
def divided(regex: str) -> tuple[str, str]:
    """The group that a pattern begins with, and the rest of it; nothing and all of it where it begins otherwise."""
    depth = 0
    for part in PARTS.finditer(regex):
        depth += {"(": 1, ")": -1}.get(part.group(), 0)
        if part.group() == ")" and depth == 0:
            end = part.end() + regex.startswith("?", part.end())
            return regex[:end], regex[end:]
        if depth == 0:
            break
    return "", regex
