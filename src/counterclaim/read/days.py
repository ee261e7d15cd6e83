"""Reads the day, or the instant with its zone, out of what a header, a field or an export gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from counterclaim.knowledge.entries import Language

ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ](?P<clock>\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?\Z")
EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?\Z|\d{13}\Z")
CENTURY_PIVOT = 50


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day in a text: its place there and its ISO value, None where it is ambiguous or lacks its year."""

    start: int
    end: int
    value: str | None
    note: str | None = None


@cache
def day_pattern(months: tuple[str, ...], weekdays: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a written day in a language, weekday before or after it included."""
    month = rf"(?P<{{0}}>{'|'.join(sorted(map(re.escape, months), key=len, reverse=True))})\.?"
    week = rf"(?:{'|'.join(sorted(map(re.escape, weekdays), key=len, reverse=True))})\.?,?\s+"
    number = rf"(?P<{{0}}>\d{{{{1,2}}}})(?:{'|'.join(map(re.escape, ordinals))})?"
    year = r"(?:,?\s*(?P<{0}>\d{{4}})(?!\d)|,?\s+'?(?P<{1}>\d{{2}})(?=\s*[(/\[]))?"
    day_month = number.format("day1") + r"[\s-]+" + month.format("month1") + year.format("year1", "short1")
    month_day = month.format("month2") + r"\s+" + number.format("day2") + year.format("year2", "short2")
    numeric = r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year3>\d{4})(?!\d)"
    return re.compile(rf"(?:{week})?(?:{ISO}|{numeric}|{day_month}|{month_day})(?!\d|(?-i:[a-z_]))", re.IGNORECASE)


def day_at(text: str, position: int, language: Language) -> FoundDay | None:
    """The day written at exactly this position, or None."""
    data = language.section("datelines")
    pattern = day_pattern(tuple(data["months"]), tuple(data["weekdays"]), tuple(data["ordinals"]))
    match = pattern.match(text, position)
    if match is None:
        return None
    value, note = value_of(match, data["months"])
    return FoundDay(match.start(), match.end(), value, note)


def value_of(match: re.Match[str], months: Mapping[str, int]) -> tuple[str | None, str | None]:
    """The ISO day or instant of a match, and why there is none."""
    found = match.groupdict()
    if found["iso"]:
        return instant_of(found["iso"], found["clock"], found["zone"]), None
    if found["a"]:
        return numeric_value(int(found["a"]), int(found["b"]), int(found["year3"]), found["mark"], match.group())
    which = "1" if found["day1"] else "2"
    year = found["year" + which] or full_year(found["short" + which])
    if year is None:
        return None, None
    month = months[found["month" + which].lower()]
    return iso_day(int(year), int(month), int(found["day" + which])), None


def instant_of(day: str, clock: str | None, zone: str | None) -> str | None:
    """An ISO instant of its parts, the day alone where no clock is given."""
    if iso_day(*map(int, day.split("-"))) is None:
        return None
    if clock is None or clock in ("00:00", "00:00:00"):
        return day
    return f"{day}T{clock}{'+00:00' if zone == 'Z' else zone or ''}"


def numeric_value(a: int, b: int, year: int, mark: str, text: str) -> tuple[str | None, str | None]:
    """The day of "a/b/year": with dots the day comes first; else only where one number cannot be a month, or both are equal."""
    if mark == "." or a > 12 or a == b:
        return iso_day(year, b, a), None
    if b > 12:
        return iso_day(year, a, b), None
    return None, f"{text}: either number may be the month; give the day with --published or a sidecar"


def full_year(short: str | None) -> str | None:
    """The year of a two-digit one."""
    if short is None:
        return None
    return f"{'20' if int(short) < CENTURY_PIVOT else '19'}{short}"


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where the calendar has none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def day_of(value: Any, language: Language) -> str | None:
    """The ISO day or instant in a field's value (ISO, RFC 822, written out, seconds since 1970), or None."""
    text = str(value).strip() if value is not None else ""
    if not text:
        return None
    if EPOCH.match(text):
        return datetime.fromtimestamp(float(text) / (1000 if len(text) == 13 else 1), UTC).isoformat()
    if compact := COMPACT.match(text):
        return compact_value(compact)
    found = day_at(text, 0, language)
    if found and found.value:
        return found.value
    return mail_day(text)


def compact_value(match: re.Match[str]) -> str | None:
    """The day or instant of "20210906" or "20210906T101500Z"."""
    year, month, day, *clock = match.groups()
    iso = iso_day(int(year), int(month), int(day))
    return f"{iso}T{':'.join(clock)}+00:00" if iso and clock[0] else iso


def mail_day(text: str) -> str | None:
    """The instant of an RFC 822 date, or None."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
