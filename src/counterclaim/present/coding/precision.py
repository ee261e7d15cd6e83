"""How exactly a place and a day are told, in the codes of other datasets."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.records import Event, Place

POINTS = frozenset({"PPL", "facility"})


def days(event: Event) -> tuple[date | None, date | None]:
    """The first and last day of an event; None where it is open."""
    when = event.when
    return (day_of(when.earliest), day_of(when.latest)) if when else (None, None)


def day_of(value: str | None) -> date | None:
    """The day in an ISO string, None where there is none."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def acled_date(event: Event) -> tuple[date, int] | None:
    """ACLED's date and time precision: the day, the middle of a week, the middle of a month; None where less is known.

    What is told as done, with no day, on the day of its first report is put on that day, to the week.
    """
    first, last = days(event)
    if last is None or (first is None and not fresh(event)):
        return None
    if first is None:
        return last, 2
    length = (last - first).days
    if length == 0:
        return first, 1
    if length <= 7:
        return first + timedelta(days=length // 2), 2
    return (first + timedelta(days=length // 2), 3) if length <= 31 else None


def fresh(event: Event) -> bool:
    """Whether an event of open beginning ends at its first report: news, and not a look back."""
    last, told = days(event)[1], day_of(event.first_reported)
    return last is not None and told is not None and abs((told - last).days) <= 1


def acled_place(place: Place | None) -> int | None:
    """ACLED's geo precision: 1 a town, 2 a small area, 3 a larger region; None where only a country is told."""
    if place is None or place.latitude is None or place.kind == "PCL":
        return None
    if place.kind in POINTS:
        return 1
    return 2 if place.kind in ("ADM2", "feature") else 3


def ucdp_place(place: Place | None) -> int:
    """UCDP's `where_prec`: 1 a point, 2 an area around one, 3 ADM2, 4 ADM1, 5 vague, 6 a country."""
    if place is None:
        return 5
    return {"PPL": 1, "facility": 1, "feature": 2, "ADM2": 3, "ADM1": 4, "region": 5, "PCL": 6}[place.kind]


def ucdp_date(event: Event) -> int:
    """UCDP's `date_prec`: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 a year."""
    first, last = days(event)
    if first is None or last is None:
        return 3 if fresh(event) else 5
    length = (last - first).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if length <= most), 5)
