"""Holidays of fixed, movable and lunar calendars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.dates import year_of
from counterclaim.annotate.times.thread import Place, Thread

Fields = Mapping[str, str]
ISLAMIC_EPOCH = 227015  # the ordinal of 19 July 622 (Gregorian), the first day of the tabular Islamic calendar


def make_holiday(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A holiday of the year that words, tense or story give; a lunar one is told with a day of doubt on either side."""
    year = year_of(fields, thread)
    anchor = thread.now or thread.published
    if year is not None:
        return stretch_of(fields["holiday"], year)
    if anchor is None:
        return None
    choices = [found for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (found := stretch_of(fields["holiday"], y))]
    return nearest(choices, anchor, fields.get("direction", ""), place)


def nearest(choices: list[Stretch], anchor: date, direction: str, place: Place) -> Stretch | None:
    """The occurrence before the anchor in past tense, after it in future tense, else the nearest."""
    begun = [found for found in choices if found.earliest and found.earliest <= anchor]
    ahead = [found for found in choices if found.latest and found.latest >= anchor]
    tense = place.tense()
    if direction == "last" or (tense == "past" and direction != "next"):
        return begun[-1] if begun else None
    if direction == "next" or tense == "future":
        return ahead[0] if ahead else None
    return min(choices, key=lambda found: abs(((found.earliest or anchor) - anchor).days), default=None)


def stretch_of(code: str, year: int) -> Stretch | None:
    """The days of a holiday in a year: "12-25", "11-4-4" (month, nth, weekday), "easter+1", "islamic-9" or "islamic-10-1"."""
    if code.startswith("easter"):
        return calendar.day(easter(year) + timedelta(days=int(code.removeprefix("easter") or 0)))
    if code.startswith("islamic"):
        return islamic([int(part) for part in code.split("-")[1:]], year)
    parts = [int(part) for part in code.split("-")]
    if len(parts) == 3:
        return calendar.day(nth_weekday(year, *parts))
    found = calendar.valid_date(year, *parts)
    return calendar.day(found) if found else None


def nth_weekday(year: int, month: int, count: int, weekday: int) -> date:
    """The nth weekday (1 = Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Western Easter Sunday."""
    golden, cent = year % 19, year // 100
    epact = (cent - cent // 4 - (8 * cent + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - cent + cent // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def islamic(parts: list[int], year: int) -> Stretch | None:
    """A month (or day) of the tabular Islamic calendar that begins in a Gregorian year, give or take a day."""
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        first = islamic_day(hijri, parts[0], parts[1] if len(parts) > 1 else 1)
        if first.year == year:
            last = first if len(parts) > 1 else islamic_day(hijri, parts[0] + 1, 1) - timedelta(days=1)
            return around(first, last)
    return None


def around(first: date, last: date) -> Stretch:
    """A stretch with a day of doubt at either end."""
    doubt = timedelta(days=1)
    whole = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return replace(calendar.day(first), value=whole, earliest=first - doubt, latest=last + doubt, precision="interval")


def islamic_day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(ISLAMIC_EPOCH + before + day - 1)
