"""How long, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.thread import Place, Thread

Fields = Mapping[str, str]
CLOCK_UNITS = {"H": "TH", "MIN": "TM", "S": "TS"}


def make_duration(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A length of time; where it says "last" or "next" it is hung on the day of the report."""
    value = length(fields.get("number", "1"), fields["unit"], fields.get("fraction"))
    found = Stretch(value=value, precision="interval", timex_type="DURATION")
    direction, anchor = fields.get("direction"), thread.now
    if direction is None or anchor is None:
        return found
    reached = reach(anchor, fields.get("number", "1"), fields["unit"], -1 if direction == "last" else 1)
    if reached is None:
        return found
    return replace(found, earliest=min(anchor, reached), latest=max(anchor, reached))


def reach(anchor: date, number: str, unit: str, sign: int) -> date | None:
    """The day at the other end of a length of time, or None where it is not told in days or longer."""
    if not number.isdigit() or unit in CLOCK_UNITS:
        return None
    try:
        return calendar.shifted(anchor, sign * int(number), unit)
    except (ValueError, OverflowError):
        return None


def length(number: str, unit: str, fraction: str | None = None) -> str:
    """The TIMEX3 value of a length ("P3D", "PT16H", "P2Y6M", "PXM")."""
    if unit == "MIN" or unit == "H" or unit == "S":
        return time_length(number, unit, fraction)
    if fraction and unit == "Y" and number.isdigit():
        return f"P{number}Y{int(12 * Fraction(fraction))}M"
    if fraction and number.isdigit():
        return f"P{float(int(number) + Fraction(fraction)):g}{unit}"
    if unit == "Q" and number.isdigit():
        return f"P{3 * int(number)}M"
    return f"P{number}{unit}"


def time_length(number: str, unit: str, fraction: str | None) -> str:
    """The value of a length told in hours, minutes or seconds."""
    letter = {"H": "H", "MIN": "M", "S": "S"}[unit]
    smaller = {"H": "M", "MIN": "S"}.get(unit)
    if fraction and smaller and number.isdigit():
        return f"PT{number}{letter}{int(60 * Fraction(fraction))}{smaller}"
    return f"PT{number}{letter}"


def make_set(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """How often; it runs over the interval that the text has opened, where there is one."""
    if "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday']}"
    elif "month" in fields:
        value = f"XXXX-{int(fields['month']):02d}"
    elif "season" in fields:
        value = f"XXXX-{fields['season']}"
    elif "unit" in fields:
        value = length(fields.get("number", "1"), fields["unit"])
    else:
        value = "XXXX-XX-XX"
    value += f"T{fields['part']}" if "part" in fields else ""
    earliest, latest = thread.running or (None, None)
    return Stretch(value=value, earliest=earliest, latest=latest, precision="interval", timex_type="SET")
