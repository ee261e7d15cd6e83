"""Expressions that count from the day of the report or from the day last told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.thread import Place, Thread

Fields = Mapping[str, str]
# beyond how many days a day told is a look back and no longer the day that is told of
FAR = 30


def make_near_day(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A day a few days off ("yesterday", "tonight"), or a part of it."""
    if thread.today is None:
        part = f"T{fields['part']}" if "part" in fields else ""
        return Stretch(value=f"XXXX-XX-XX{part}", timex_type="TIME" if part else "DATE")
    found = calendar.day(thread.today + timedelta(days=int(fields["offset"])))
    return calendar.part(found, fields["part"]) if "part" in fields else found


def make_overnight(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The night that ended on the morning of the report."""
    if thread.today is None:
        return Stretch(value="XXXX-XX-XXTNI", timex_type="TIME")
    night = calendar.part(calendar.day(thread.today - timedelta(days=1)), "NI")
    return replace(night, latest=thread.today)


def make_near_unit(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The last, this or next week, month, quarter or year."""
    if thread.now is None:
        return None
    count = {"last": -1, "this": 0, "next": 1}[fields["direction"]] * int(fields.get("number", "1"))
    unit = fields["unit"]
    anchor = thread.now if unit != "M" and unit != "Y" else thread.now.replace(day=1)
    return calendar.unit_around(calendar.shifted(anchor, count, unit), unit)


def make_current_unit(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The unit that the report or the story is in ("by the end of the year")."""
    return calendar.unit_around(thread.now, fields["unit"]) if thread.now else None


def make_near_month(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A named month in a direction ("last May", "next January"), or with the year so told ("May last year")."""
    anchor = thread.now
    if anchor is None:
        return None
    month, day = int(fields["month"]), int(fields.get("day", "0"))
    if fields.get("of") == "year":
        year = anchor.year + {"last": -1, "this": 0, "next": 1}[fields["direction"]]
    elif fields["direction"] == "this":
        year = anchor.year
    elif fields["direction"] == "last":
        year = anchor.year - (month >= anchor.month)
    else:
        year = anchor.year + (month <= anchor.month)
    found = calendar.valid_date(year, month, day) if day else None
    return calendar.day(found) if found else calendar.month(year, month)


def make_ago(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """So many units before the day of the report; the longer the unit, the wider what comes back."""
    return quarter_before(fields, thread) or counted(fields, thread.now, -1)


def quarter_before(fields: Fields, thread: Thread) -> Stretch | None:
    """The same quarter of an earlier year, where the text compares quarters."""
    number = fields.get("number", "1")
    if thread.narrative or thread.quarter is None or fields["unit"] != "Y" or not number.isdigit():
        return None
    return replace(calendar.quarter(thread.quarter[1], thread.quarter[0] - int(number)), compared=True)


def make_same_quarter(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The quarter last told, or the same quarter of another year; of a text that told no quarter, that year."""
    back, year = int(fields.get("number", "0")), fields.get("year")
    if thread.quarter is None:
        other = int(year) if year else thread.now.year - back if thread.now else None
        return calendar.year(other) if other is not None and "or" in fields else None
    wanted = int(year) if year else thread.quarter[0] - back
    return replace(calendar.quarter(thread.quarter[1], wanted), compared=wanted != thread.quarter[0])


def make_ahead(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """So many units after the day of the report ("in three weeks")."""
    return counted(fields, thread.now, 1)


def make_shift(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """So many units before or after the day last told ("two days later", "a year earlier")."""
    if fields["direction"] == "last" and (found := quarter_before(fields, thread)) is not None:
        return found
    sign = -1 if fields["direction"] == "last" else 1
    if thread.ancient and fields["unit"] == "Y" and thread.year is not None and fields.get("number", "1").isdigit():
        return calendar.year(thread.year + sign * int(fields.get("number", "1")))
    found = counted(fields, thread.focus, sign)
    return replace(found, anaphoric=True) if found else None


def counted(fields: Fields, anchor: date | None, sign: int) -> Stretch | None:
    """The unit that lies a number of units from an anchor; a vague number gives a reference without days."""
    number, unit = fields.get("number", "1"), fields["unit"]
    if not number.replace(".", "").isdigit():
        return vague(sign, anchor)
    if anchor is None:
        return None
    count = round(float(number))
    if unit in ("H", "MIN", "S"):
        return calendar.day(anchor)
    try:
        return calendar.unit_around(calendar.shifted(anchor, sign * count, unit), "D" if unit == "D" else unit)
    except (ValueError, OverflowError):
        return None


def vague(sign: int, anchor: date | None) -> Stretch:
    """Some time before or after an anchor."""
    if sign < 0:
        return Stretch(value="PAST_REF", latest=anchor, precision="vague")
    return Stretch(value="FUTURE_REF", earliest=anchor, precision="vague")


def make_same(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The unit that holds the day last told ("that day", "the same week"), or a part of that day."""
    unit = fields.get("unit", "D")
    anchor = thread.that_day if unit == "D" else thread.focus
    if anchor is None:
        return None
    found = calendar.unit_around(anchor, unit)
    found = calendar.part(found, fields["part"]) if "part" in fields else found
    return replace(found, anaphoric=True)


def make_in_day(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """Earlier or later in the day that is told of: the one last told, or the report's own after a look far back."""
    day, own = thread.that_day, thread.published
    if day is None:
        return None
    far = own is not None and not thread.narrative and abs((own - day).days) > FAR
    return replace(calendar.day(own if far and own is not None else day), anaphoric=True)


def make_neighbour(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The unit before or after the one last told ("the previous day", "the following year")."""
    sign = -1 if fields["direction"] == "last" else 1
    unit = fields.get("unit", "D")
    if thread.ancient and unit == "Y" and thread.year is not None:
        return calendar.year(thread.year + sign)
    told = thread.that_day if unit == "D" else thread.focus
    if told is None:
        return None
    anchor = told if unit in ("D", "W") else told.replace(day=1)
    found = calendar.unit_around(calendar.shifted(anchor, sign, unit), unit)
    found = calendar.part(found, fields["part"]) if "part" in fields else found
    return replace(found, anaphoric=True)


def make_reference(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """Past, present or future without a date ("recently", "now", "soon")."""
    to, anchor = fields["to"], thread.now
    earliest = anchor if to != "PAST_REF" else None
    latest = anchor if to != "FUTURE_REF" else None
    if anchor is not None and to == "PAST_REF" and "days" in fields:
        earliest = anchor - timedelta(days=int(fields["days"]))
    return Stretch(value=to, earliest=earliest, latest=latest, precision="vague")


def make_part(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A part of the day last told ("the afternoon", "in the evening")."""
    if thread.that_day is None:
        return Stretch(value=f"XXXX-XX-XXT{fields['part']}", precision="part_of_day", timex_type="TIME")
    return replace(calendar.part(calendar.day(thread.that_day), fields["part"]), anaphoric=True)


def make_since(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """What runs from the day last told to the day of the report ("since then")."""
    start, end = thread.focus, thread.published
    if start is None or end is None or end < start or thread.narrative:
        return Stretch(value="PAST_REF", latest=end, precision="vague") if start is None else None
    return Stretch(value=f"P{(end - start).days}D", earliest=start, latest=end, precision="interval", timex_type="DURATION")
