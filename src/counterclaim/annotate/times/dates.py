"""Dates by the calendar: with a year, or with the year that thread and tense give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.thread import Place, Thread

Fields = Mapping[str, str]
# a month that lies this far back in the year of the story is one of the next year
TURN = 8
# how many months on a story goes from one date to the next, over a bare year told in between
NEXT = 0
LAST_ANCIENT = 999
# how much nearer the other reading must be before it overrules the tense
NEARER = 5
# within how many characters, and beyond how many days from the report, a date gives its year to the next
BESIDE, HALF_YEAR = 250, 120


def make_date(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A day, month or year, as far as its words tell; a missing year is the nearest that fits tense or story."""
    month = int(fields["month"]) if "month" in fields else None
    day = int(fields["day"]) if "day" in fields else None
    year = year_of(fields, thread)
    if month is None:
        return calendar.year(year) if year is not None else None
    if year is None:
        year = thread.year if fields.get("of") == "told" else year_for(month, day, thread, place)
    if year is None:
        return yearless(month, day)
    if year < calendar.FIRST_YEAR:
        return ancient(year, month, day)
    return on_calendar(year, month, day, fields)


def make_week_of(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The week that holds a date."""
    found = make_date(fields, thread, place)
    return calendar.week(found.earliest) if found is not None and found.earliest else found


def make_iso(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A day in figures, year first."""
    found = calendar.valid_date(*(int(part) for part in fields["iso"].split("-")))
    return calendar.day(found) if found else None


def year_of(fields: Fields, thread: Thread) -> int | None:
    """The year that the words give, negative before the common era."""
    if "year" not in fields:
        return None
    if fields.get("era") == "BC":
        return -int(fields["year"])
    if thread.ancient and "era" not in fields and int(fields["year"]) <= LAST_ANCIENT:
        return -int(fields["year"])
    if len(fields["year"]) == 2 and "era" not in fields:
        return full_year(int(fields["year"]), thread)
    return int(fields["year"])


def full_year(short: int, thread: Thread) -> int | None:
    """The year of this century or the last that a two-digit year means, nearest to the story and not after it by much."""
    anchor = thread.focus or thread.published
    if anchor is None:
        return None
    base = anchor.year // 100 * 100 + short
    return base if base <= anchor.year + 5 else base - 100


def on_calendar(year: int, month: int, day: int | None, fields: Fields) -> Stretch | None:
    """A month or day of a known year; a second day makes an interval."""
    if day is None:
        return calendar.month(year, month) if 1 <= month <= 12 else None
    first = calendar.valid_date(year, month, day)
    if first is None:
        return None
    found = calendar.day(first)
    return calendar.part(found, fields["part"]) if "part" in fields else found


def yearless(month: int, day: int | None) -> Stretch:
    """A date whose year the text does not give."""
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    return Stretch(value=value, precision="day" if day else "month")


def ancient(year: int, month: int, day: int | None) -> Stretch:
    """A date before the common era: a value without days to count."""
    return Stretch(value=f"BC{-year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""), precision="day" if day else "month")


def year_for(month: int, day: int | None, thread: Thread, place: Place) -> int | None:
    """The year of a date told without one: by tense in a report, by the story so far in a history."""
    if thread.narrative:
        return year_in_story(month, day, thread)
    anchor = thread.now
    if anchor is None:
        return None
    if (near := year_beside(month, day, anchor, thread, place)) is not None:
        return near
    if (month, day or anchor.day) == (anchor.month, anchor.day):
        return anchor.year
    past = anchor.year if (month, day or 1) <= (anchor.month, anchor.day) else anchor.year - 1
    back = (anchor - date(past, month, min(day or 15, 28))).days
    ahead = (date(past + 1, month, min(day or 15, 28)) - anchor).days
    weight = {"past": NEARER, "future": 1 / 2}.get(place.tense(), 1)
    return past if back <= ahead * weight else past + 1


def year_beside(month: int, day: int | None, anchor: date, thread: Thread, place: Place) -> int | None:
    """The year of a full date of another time told just before, where the yearless one lies within months of it."""
    told = thread.told.earliest if thread.told and thread.told.precision == "day" else None
    if told is None or day is None or place.at - thread.at > BESIDE or abs((anchor - told).days) < HALF_YEAR:
        return None
    choices = [date(year, month, min(day, 28)) for year in (told.year - 1, told.year, told.year + 1) if year > 0]
    return min(choices, key=lambda choice: abs((choice - told).days)).year


def year_in_story(month: int, day: int | None, thread: Thread) -> int | None:
    """The year of the story, or the next where the story has plainly gone past the turn of the year."""
    if thread.year is None:
        return None
    if thread.month is not None:
        return thread.year + 1 if thread.month - month >= TURN else thread.year
    if thread.full is not None and abs(thread.full[0] - thread.year) <= 1:
        year, last = thread.full
        if (month - last) % 12 <= NEXT:
            return year + (month < last)
    return thread.year


def make_ancient_year(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A bare year of two or three figures, in a story before the common era only."""
    return make_date(fields, thread, place) if thread.ancient else None


def make_number_date(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A date in figures alone ("06/09/2021"); where day and month may be swapped, both readings are kept."""
    year = year_of(fields, thread)
    first, second = int(fields["day1"]), int(fields["day2"])
    if year is None:
        return None
    readings = [(second, first), (first, second)]
    days = [found for month, day in readings if (found := calendar.valid_date(year, month, day))]
    if not days:
        return None
    if thread.published is not None:
        days.sort(key=lambda found: abs((found - thread.published).days) if thread.published else 0)
    values = tuple(dict.fromkeys(found.isoformat() for found in days))
    return replace(calendar.day(days[0]), candidates=values if len(values) > 1 else ())


def make_day_of_month(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A bare day of the month ("the 5th"), in the month of the story."""
    anchor = thread.focus or thread.published
    if anchor is None:
        return None
    found = calendar.valid_date(anchor.year, anchor.month, int(fields["day"]))
    return calendar.day(found) if found else None


def make_night_between(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """The night from one day to the next ("the night of 5 to 6 September")."""
    found = make_date(fields, thread, place) if "month" in fields else make_day_of_month(fields, thread, place)
    if found is None or found.earliest is None:
        return found
    night = calendar.part(found, "NI")
    return replace(night, latest=found.earliest + timedelta(days=1))


def make_decade(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """Ten years ("the 1980s", "the '80s")."""
    digits = fields["decade"]
    start = int(digits) if len(digits) == 4 else full_year(int(digits), thread)
    return calendar.decade(start // 10 * 10) if start else None


def make_century(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A hundred years ("the 19th century")."""
    number = int(fields["ordinal"])
    if fields.get("era") == "BC":
        return Stretch(value=f"BC{number - 1:02d}", precision="interval")
    return calendar.century(number) if 1 <= number <= 99 else None


def make_season(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A season, of the year that words, direction, tense or story give."""
    code = fields["season"]
    year = year_of(fields, thread)
    anchor = thread.now
    if year is None and thread.narrative and thread.year is not None:
        year = thread.year
    elif year is None and anchor is not None:
        year = season_year(code, anchor, fields.get("direction", ""), thread, place)
    return calendar.season(code, year) if year is not None else Stretch(value=f"XXXX-{code}", precision="season")


def season_year(code: str, anchor: date, direction: str, thread: Thread, place: Place) -> int:
    """The year of a season told without one."""
    first = calendar.SEASONS[code][0]
    if thread.narrative or direction == "this":
        return anchor.year - 1 if code == "WI" and anchor.month < 3 else anchor.year
    begun = anchor.year if anchor.month >= first else anchor.year - 1
    running = anchor <= (calendar.season(code, begun).latest or anchor)
    if direction == "next" or (direction == "" and place.tense() == "future"):
        return begun + (0 if running and direction == "" else 1)
    return begun - 1 if direction == "last" and running else begun


def make_quarter(fields: Fields, thread: Thread, place: Place) -> Stretch | None:
    """A quarter or half of a year: of the year that the words give, else the last one begun."""
    number = int(fields["ordinal"])
    build, parts = (calendar.half, 2) if fields.get("division") == "half" else (calendar.quarter, 4)
    if not 1 <= number <= parts:
        return None
    year = year_of(fields, thread)
    anchor = thread.now
    if year is None and anchor is not None:
        start = build(number, anchor.year).earliest
        year = anchor.year if start is not None and (start <= anchor or place.tense() == "future") else anchor.year - 1
        year += {"last": -1, "next": 1}.get(fields.get("of", ""), 0)
    return build(number, year) if year is not None else None
