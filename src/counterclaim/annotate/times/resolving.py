"""Resolves one match on the thread of those before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.makers import MAKERS
from counterclaim.annotate.times.scan import Found
from counterclaim.annotate.times.tense import tense_at
from counterclaim.annotate.times.thread import Place, Tense, Thread
from counterclaim.syntax import Tree


def place_of(found: Found, tree: Tree, text: str, words: Mapping[str, Any]) -> Place:
    """Where an expression stands."""

    ahead = tuple(words.get("ahead_before", ()))
    before = text[max(0, found.start - 30) : found.start].rstrip().casefold()

    owned = text.startswith(tuple(words.get("possessive", ())), found.end)

    def tense() -> Tense:
        if owned:
            return "unknown"
        return "future" if before.endswith(ahead) else tense_at(tree, found.start, words)

    return Place(tense=tense, at=found.start)


def resolved(found: Found, thread: Thread, place: Place) -> Stretch | None:
    """The stretch of a match, narrowed by its mod; None where it turns out to be none."""
    try:
        stretch = MAKERS[found.rule.make](found.fields, thread, place)
    except (ValueError, OverflowError):
        return None
    if stretch is not None and "mod" in found.fields:
        return calendar.narrowed(stretch, found.fields["mod"])
    return stretch
