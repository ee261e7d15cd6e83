"""Days told by their place in the week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.thread import Place, Thread

Fields = Mapping[str, str]
# after how much of the day a part of it has begun: a report of the day itself can tell it only from then on
LATE_PARTS = ("EV", "NI", "AF")


def make_weekday(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The weekday that direction and tense point to: the most recent, today included, unless they say otherwise."""
    number = int(fields["weekday"]) - 1
    anchor = anchor_of(fields, thread)
    if anchor is None:
        return Stretch(value=f"XXXX-WXX-{number + 1}", precision="day")
    found = towards(anchor, number, fields.get("direction", ""), place)
    whole = calendar.day(found)
    if "part" not in fields:
        return whole
    timed = calendar.part(whole, fields["part"])
    if found == anchor and fields["part"] in LATE_PARTS and not thread.narrative and "direction" not in fields:
        return ambiguous(timed, found)
    return timed


def anchor_of(fields: Fields, thread: Thread) -> date | None:
    """The day from which a weekday is counted."""
    return thread.today


def towards(anchor: date, number: int, direction: str, place: Place) -> date:
    """The day with this number in the week, in a direction from the anchor."""
    back = (anchor.weekday() - number) % 7
    if direction == "last":
        return anchor - timedelta(days=back or 7)
    if direction == "next":
        return anchor + timedelta(days=7 - back)
    if direction == "following":
        return anchor + timedelta(days=7 - back)
    if back and place.tense() == "future":
        return anchor + timedelta(days=7 - back)
    return anchor - timedelta(days=back)


def ambiguous(timed: Stretch, found: date) -> Stretch:
    """The part of the report's own day, with the same of a week before as the other reading."""
    assert timed.value is not None
    earlier = timed.value.replace(found.isoformat(), (found - timedelta(days=7)).isoformat())
    return replace(timed, candidates=(timed.value, earlier))


def make_weekday_of(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A weekday of a week told from today ("Tuesday of last week", "a week from Monday")."""
    if thread.now is None:
        return None
    count = {"last": -1, "this": 0, "next": 1}[fields.get("direction", "this")]
    monday = thread.now - timedelta(days=thread.now.weekday())
    return calendar.day(monday + timedelta(days=7 * count + int(fields["weekday"]) - 1))


def make_weekend(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A Saturday and Sunday: the last that began unless direction or tense say otherwise."""
    anchor = thread.now
    if anchor is None:
        return None
    direction = fields.get("direction", "")
    begun = anchor if anchor.weekday() >= 5 else anchor - timedelta(days=anchor.weekday() + 1)
    ahead = direction == "next" or (direction in ("", "this") and place.tense() == "future")
    back = direction == "last" and anchor.weekday() >= 5
    return calendar.weekend(begun + timedelta(days=7 * (ahead and anchor.weekday() < 5) - 7 * back))
