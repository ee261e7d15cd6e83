"""Times of day by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.dates import make_date
from counterclaim.annotate.times.relative import make_near_day
from counterclaim.annotate.times.thread import Place, Thread
from counterclaim.annotate.times.weekdays import make_weekday

Fields = Mapping[str, str]


def make_clock(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A time of day on the day that its words give, else on the day last told."""
    read = hour_and_minute(fields)
    if read is None:
        return None
    hour, minute = read
    on = day_of(fields, thread, place)
    if on is None or on.earliest is None or on.precision != "day":
        value = f"XXXX-XX-XXT{hour:02d}:{minute:02d}"
        return Stretch(value=value, precision="instant", timex_type="TIME")
    return calendar.clock(on, hour, minute)


def day_of(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The day on which the clock is read."""
    if "weekday" in fields:
        return make_weekday({name: value for name, value in fields.items() if name != "part"}, thread, place)
    if "month" in fields:
        return make_date(fields, thread, place)
    if "offset" in fields:
        return make_near_day({"offset": fields["offset"]}, thread, place)
    anchor: date | None = thread.that_day
    return calendar.day(anchor) if anchor else None


def hour_and_minute(fields: Fields) -> tuple[int, int] | None:
    """Hour and minute on a clock of 24 hours, or None where there is no such time."""
    told = fields["clock"].replace(".", ":")
    if ":" not in told and len(told) > 2:
        told = f"{told[:-2]}:{told[-2:]}"
    hour, _, minute = told.partition(":")
    if not hour.isdigit():
        return None
    read, minutes = int(hour), int(minute or 0)
    half = fields.get("half") or {"MO": "AM", "AF": "PM", "EV": "PM", "NI": "PM"}.get(fields.get("part", ""))
    if half == "PM" and read < 12:
        read += 12
    if half == "AM" and read == 12:
        read = 0
    return (read, minutes) if read <= 24 and minutes < 60 else None
