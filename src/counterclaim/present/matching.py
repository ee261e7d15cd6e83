"""Which events of a view stand already in an ACLED or UCDP GED file: same days, near place, and why."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from counterclaim.errors import InputError
from counterclaim.present.coding.figures import killed, values
from counterclaim.present.coding.precision import days
from counterclaim.records import Event, View

NEAR_KM, NEAR_DAYS, EARTH_KM = 30.0, 2, 6371.0
KINDS = {
    "acled": ("event_id_cnty", "event_date", "event_date", "fatalities", "notes"),
    "ged": ("id", "date_start", "date_end", "best", "source_headline"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event of an existing file."""

    id: str
    first: date
    last: date
    latitude: float
    longitude: float
    deaths: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One of our events beside one of theirs."""

    event: str
    title: str
    theirs: str
    score: float
    reason: str
    text: str


def matches(view: View, path: Path) -> list[Match]:
    """The pairs of an event of the view and a row of the file that may be one, best first; `InputError` on a bad file."""
    by_day: dict[date, list[Row]] = defaultdict(list)
    for row in read_rows(path):
        for number in range((row.last - row.first).days + 1):
            by_day[row.first + timedelta(days=number)].append(row)
    found = [match for event in view.events for match in matches_of(event, by_day)]
    return sorted(found, key=lambda match: (-match.score, match.event, match.theirs))


def matches_of(event: Event, by_day: dict[date, list[Row]]) -> Iterator[Match]:
    """The rows near an event in time and place."""
    first, last = days(event)
    first, last = first or last, last or first
    place = event.place
    if first is None or last is None or place is None or place.latitude is None or place.longitude is None:
        return
    window = range(-NEAR_DAYS, min((last - first).days, 31) + NEAR_DAYS + 1)
    rows = {row.id: row for number in window for row in by_day.get(first + timedelta(days=number), ())}
    for row in rows.values():
        distance = kilometres(place.latitude, place.longitude, row.latitude, row.longitude)
        if distance <= max(NEAR_KM, place.radius_km or 0.0):
            yield match_of(event, row, distance, first, last)


def match_of(event: Event, row: Row, distance: float, first: date, last: date) -> Match:
    """The pair with its score: nearness in place, in days, and in deaths."""
    apart = max(0, (row.first - last).days, (first - row.last).days)
    numbers = values(killed(event))
    alike = row.deaths is not None and bool(numbers) and numbers[0] <= row.deaths <= numbers[-1]
    score = 0.5 / (1 + distance / NEAR_KM) + 0.3 / (1 + apart) + (0.2 if alike else 0.0)
    told = f", deaths {row.deaths} told here too" if alike else ""
    return Match(
        event=event.id, title=event.title, theirs=row.id, score=round(score, 3), text=row.text[:200],
        reason=f"{distance:.0f} km and {apart} days apart{told}",
    )  # fmt: skip


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """The distance between two points on the globe.

    >>> round(kilometres(34.53, 69.17, 35.31, 69.52))
    92
    """
    a, b = radians(lat_a), radians(lat_b)
    chord = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of an ACLED or GED file that have a day and a point; raises `InputError` where it is neither."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            kind = kind_of(reader.fieldnames or [], path)
            for row in reader:
                if (made := row_of(row, KINDS[kind])) is not None:
                    yield made
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: not readable as CSV: {error}") from error


def kind_of(header: object, path: Path) -> str:
    """Which of the two kinds of file a header belongs to."""
    names = set(header) if isinstance(header, list) else set()
    for kind, (key, first, *_) in KINDS.items():
        if {key, first, "latitude", "longitude"} <= names:
            return kind
    raise InputError(f"{path}: neither an ACLED nor a GED file; its columns are: {', '.join(sorted(names)[:12]) or 'none'}")


def row_of(row: dict[str, str], columns: tuple[str, ...]) -> Row | None:
    """One row, or None where its day or point cannot be read."""
    key, first, last, deaths, text = columns
    start, end = day_of(row.get(first)), day_of(row.get(last))
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
    except (KeyError, TypeError, ValueError):
        return None
    if start is None or end is None or end < start or (end - start).days > 366:
        return None
    number = (row.get(deaths) or "").strip()
    return Row(
        id=row.get(key) or "", first=start, last=end, latitude=latitude, longitude=longitude,
        deaths=int(number) if number.isdigit() else None, text=row.get(text) or "",
    )  # fmt: skip


def day_of(value: str | None) -> date | None:
    """The day in either of ACLED's ways of writing it, None where there is none."""
    for pattern in ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y"):
        try:
            return datetime.strptime((value or "").strip()[: 10 if pattern[1] == "Y" else None], pattern).date()
        except ValueError:
            continue
    return None
