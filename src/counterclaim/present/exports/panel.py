"""`panel.csv`: first-level unit by week, events by standing, with the intake beside, so that zero and not-read differ."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import IO

from counterclaim.present.coding.countries import admin1, country_name
from counterclaim.present.coding.figures import low_best_high
from counterclaim.present.coding.precision import day_of, days
from counterclaim.records import SUPPORTS, Event, View

name = "panel.csv"
summary = "admin1 by week: events by standing, deaths low to high, and how many documents were read that week"
rule = "week: the Monday of the event's first day; a week in which nothing was read is left empty, not zero"


def write(view: View, stream: IO[str]) -> int:
    """Writes one row a unit and week, from the first week with an event to the last."""
    cells: dict[tuple[str, str, date], list[Event]] = defaultdict(list)
    for event in view.events:
        first = days(event)[0] or days(event)[1]
        if first and event.place and event.place.country:
            cells[country_name(event.place.country), admin1(event.place), monday(first)].append(event)
    weeks = weeks_between({week for _, _, week in cells})
    intake = Counter(monday(day) for document in view.documents if (day := day_of(document.published)))
    writer = csv.DictWriter(stream, columns(), lineterminator="\n")
    writer.writeheader()
    units = sorted({(country, unit) for country, unit, _ in cells})
    table = [row(country, unit, week, cells[country, unit, week], intake[week]) for country, unit in units for week in weeks]
    writer.writerows(table)
    return len(table)


def columns() -> tuple[str, ...]:
    """The header."""
    counts = (*(f"events_{support}" for support in SUPPORTS), "events_disputed", "deaths_low", "deaths_best", "deaths_high")
    return ("country", "admin1", "week", "documents_read", *counts)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_between(weeks: set[date]) -> list[date]:
    """Every Monday from the first to the last."""
    if not weeks:
        return []
    first, last = min(weeks), max(weeks)
    return [first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]


def row(country: str, unit: str, week: date, events: list[Event], read: int) -> dict[str, object]:
    """One unit and week; empty figures where nothing was read and nothing is told."""
    start: dict[str, object] = {"country": country, "admin1": unit, "week": week.isoformat(), "documents_read": read}
    if not events and not read:
        return start | {column: "" for column in columns()[4:]}
    tally = Counter(event.standings[0].support for event in events if event.standings)
    deaths = [low_best_high(event) for event in events]
    return start | {
        **{f"events_{support}": tally[support] for support in SUPPORTS},
        "events_disputed": sum(any(standing.dispute != "none" for standing in event.standings) for event in events),
        "deaths_low": sum(low for low, _, _ in deaths),
        "deaths_best": sum(best for _, best, _ in deaths),
        "deaths_high": sum(high for _, _, high in deaths),
    }
