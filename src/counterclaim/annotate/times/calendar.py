"""Stretches of time: TIMEX3 value, first and last day, precision; and the arithmetic on them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counterclaim.records import Precision, TimexType

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
FIRST_YEAR, LAST_YEAR = 1, 9998


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A resolved expression; days are None where they are not known or before the common era. One that is only compared with
    ("from a year earlier") is not what the text goes on to tell of."""

    value: str | None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "day"
    timex_type: TimexType = "DATE"
    candidates: tuple[str, ...] = ()
    anaphoric: bool = False
    compared: bool = False


def day(when: date) -> Stretch:
    """One day."""
    return Stretch(value=when.isoformat(), earliest=when, latest=when)


def month(year: int, number: int) -> Stretch:
    """One month."""
    last = calendar.monthrange(year, number)[1]
    return Stretch(
        value=f"{year:04d}-{number:02d}", earliest=date(year, number, 1), latest=date(year, number, last), precision="month"
    )


def year(number: int) -> Stretch:
    """One year; a negative number is a year before the common era."""
    if number < FIRST_YEAR:
        return Stretch(value=f"BC{-number:04d}", precision="year")
    return Stretch(value=f"{number:04d}", earliest=date(number, 1, 1), latest=date(number, 12, 31), precision="year")


def quarter(number: int, of_year: int) -> Stretch:
    """One quarter of a year."""
    first, last = month(of_year, 3 * number - 2), month(of_year, 3 * number)
    return Stretch(value=f"{of_year:04d}-Q{number}", earliest=first.earliest, latest=last.latest, precision="interval")


def half(number: int, of_year: int) -> Stretch:
    """One half of a year."""
    first, last = month(of_year, 6 * number - 5), month(of_year, 6 * number)
    return Stretch(value=f"{of_year:04d}-H{number}", earliest=first.earliest, latest=last.latest, precision="interval")


def season(code: str, of_year: int) -> Stretch:
    """One season; a winter begins in the December of its year."""
    if of_year < FIRST_YEAR:
        return Stretch(value=f"BC{-of_year:04d}-{code}", precision="season")
    first, last = SEASONS[code]
    start = date(of_year, first, 1)
    end = month(of_year + (last > 12), (last - 1) % 12 + 1).latest
    return Stretch(value=f"{of_year:04d}-{code}", earliest=start, latest=end, precision="season")


def week(within: date) -> Stretch:
    """The Monday-to-Sunday week of a day."""
    start = within - timedelta(days=within.weekday())
    iso = within.isocalendar()
    return Stretch(value=f"{iso[0]:04d}-W{iso[1]:02d}", earliest=start, latest=start + timedelta(days=6), precision="week")


def weekend(within: date) -> Stretch:
    """The Saturday and Sunday of a day's week."""
    found = week(within)
    assert found.latest is not None
    return replace(found, value=f"{found.value}-WE", earliest=found.latest - timedelta(days=1), precision="interval")


def decade(start: int) -> Stretch:
    """Ten years from a year that ends in 0."""
    return Stretch(value=f"{start // 10:03d}", earliest=date(start, 1, 1), latest=date(start + 9, 12, 31), precision="interval")


def century(number: int) -> Stretch:
    """A hundred years: the 20th century as 1900 to 1999."""
    start = max(1, (number - 1) * 100)
    return Stretch(
        value=f"{number - 1:02d}",
        earliest=date(start, 1, 1),
        latest=date((number - 1) * 100 + 99, 12, 31),
        precision="interval",
    )


def part(of: Stretch, code: str) -> Stretch:
    """A part of a day ("MO", "AF", "EV", "NI"); a night runs into the next morning."""
    if of.precision != "day" or of.value is None:
        return of
    return replace(of, value=f"{of.value}T{code}", precision="part_of_day", timex_type="TIME")


def clock(of: Stretch, hour: int, minute: int | None) -> Stretch:
    """A time of day."""
    clocked = f"{of.value}T{hour:02d}" + (f":{minute:02d}" if minute is not None else ":00")
    return replace(of, value=clocked, precision="instant", timex_type="TIME")


def shifted(start: date, count: int, unit: str) -> date:
    """The day that lies `count` units after another (before it where negative); days of a month are clipped to its length."""
    if unit in ("D", "W"):
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    months = start.month - 1 + count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
    to_year, to_month = start.year + months // 12, months % 12 + 1
    return date(to_year, to_month, min(start.day, calendar.monthrange(to_year, to_month)[1]))


def unit_around(within: date, unit: str) -> Stretch:
    """The day, week, month, quarter, year, decade or century that holds a day."""
    if unit == "D":
        return day(within)
    if unit == "W":
        return week(within)
    if unit == "M":
        return month(within.year, within.month)
    if unit == "Q":
        return quarter((within.month + 2) // 3, within.year)
    if unit == "Y":
        return year(within.year)
    return decade(within.year // 10 * 10) if unit == "E" else century(within.year // 100 + 1)


def narrowed(of: Stretch, mod: str) -> Stretch:
    """The beginning, middle or end third, or one half, of a stretch longer than a day."""
    if of.earliest is None or of.latest is None or of.earliest == of.latest:
        return of
    half = (of.latest - of.earliest).days // 2
    if mod == "H1":
        return replace(of, latest=of.earliest + timedelta(days=half))
    if mod == "H2":
        return replace(of, earliest=of.earliest + timedelta(days=half + 1))
    third = (of.latest - of.earliest).days // 3
    if mod == "START":
        return replace(of, latest=of.earliest + timedelta(days=third))
    if mod == "END":
        return replace(of, earliest=of.latest - timedelta(days=third))
    if mod == "MID":
        return replace(of, earliest=of.earliest + timedelta(days=third), latest=of.latest - timedelta(days=third))
    return of


def valid_date(of_year: int, of_month: int, of_day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(of_year, of_month, of_day)
    except ValueError:
        return None
