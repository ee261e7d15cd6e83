"""How likely an attribution is to be right: the share that was right of those found in the same way, from a counted table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.knowledge.load import load

JOINT = " / "
MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Trust:
    """The share of all attributions that is right, and that of each way of finding one."""

    all: float
    ways: Mapping[str, float]


@cache
def trust_table(folders: tuple[Path, ...] = ()) -> Trust:
    """The counted table."""
    page = load(folders).tables["attribution_trust"]
    return Trust(page["all"], page["ways"])


def trust_in(page: Page, draft: Draft, table: Trust) -> float:
    """The probability that an attribution is right: that of the most special way that the table knows."""
    for way in reversed(ways_of(page, draft)):
        if way in table.ways:
            return table.ways[way]
    return table.all


def ways_of(page: Page, draft: Draft) -> tuple[str, ...]:
    """The way an attribution was found, from the most general to the most special: construction, cue, source, marks."""
    parts = (draft.construction, draft.cue_class, source_kind(page, draft), marks(page, draft))
    return tuple(JOINT.join(parts[: length + 1]) for length in range(len(parts)))


def source_kind(page: Page, draft: Draft) -> str:
    """What names the source: a name, other words, a pronoun, or nothing."""
    kinds = {page.tokens[index].pos for index in draft.source}
    if not kinds:
        return "none"
    if "PROPN" in kinds:
        return "name"
    return "words" if "NOUN" in kinds else "pronoun" if "PRON" in kinds else "words"


def marks(page: Page, draft: Draft) -> str:
    """How much of the content stands between quotation marks: all, a part, or nothing."""
    inside = sum(page.quoted[index] >= 0 for index in draft.content)
    if not inside:
        return "plain"
    return "quoted" if inside >= MOSTLY * len(draft.content) else "partly"
