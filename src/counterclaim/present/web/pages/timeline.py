"""The timeline: events by party and day, by event time or by report time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import Any

from counterclaim.present.web.pages.lists import filter_context
from counterclaim.present.web.snapshot import Card, Filters, Snapshot, chosen, once

LEFT, ROW, WIDEST, MOST_PARTIES, MOST_DOTS = 190, 26, 2400, 12, 100
MOST_ROWS = 200


def timeline_context(snapshot: Snapshot, filters: Filters, clock: str) -> dict[str, Any]:
    """Lanes with their dots, ticks, and the same as a table."""
    days = once(snapshot, ("spans", clock), lambda: {card.id: span_of(card, clock) for card in snapshot.cards})
    spans = [(card, span) for card in chosen(snapshot.cards, filters) if (span := days[card.id])]
    return drawn(spans, clock) | filter_context(snapshot, filters)


def drawn(spans: list[tuple[Card, tuple[date, date]]], clock: str) -> dict[str, Any]:
    """The lanes, ticks and table of these events."""
    if not spans:
        return {"clock": clock, "lanes": [], "ticks": [], "table": [], "width": 0, "height": 0, "total": 0}
    first, last = min(span[0] for _, span in spans), max(span[1] for _, span in spans)
    step = min(40.0, (WIDEST - LEFT) / ((last - first).days + 1))
    names = parties(spans)
    lanes = [
        {"name": name[:26], "y": 40 + number * ROW, "dots": dots(spans, name, first, step)} for number, name in enumerate(names)
    ]
    width = int(LEFT + step * ((last - first).days + 2))
    shown = sorted(spans[:MOST_ROWS], key=lambda pair: (pair[1], pair[0].id))
    table = [table_row(card, span[0]) for card, span in shown]
    return {
        "clock": clock, "lanes": lanes, "ticks": ticks(first, last, step), "table": table, "total": len(spans),
        "width": width, "height": 50 + ROW * len(lanes),
    }  # fmt: skip


def span_of(card: Card, clock: str) -> tuple[date, date] | None:
    """The first and last day of an event on the chosen clock; None where there is none."""
    first, last = (card.earliest, card.latest) if clock == "event" else (card.first_reported, card.last_reported)
    if not first and clock == "event":
        return None
    try:
        start, end = date.fromisoformat((first or "")[:10]), date.fromisoformat((last or first or "")[:10])
    except ValueError:
        return None
    return start, max(start, end)


def parties(spans: list[tuple[Card, tuple[date, date]]]) -> list[str]:
    """The parties with most events, then a lane for events without one."""
    tally: dict[str, int] = {}
    for card, _ in spans:
        for party in card.parties or ("no party named",):
            tally[party] = tally.get(party, 0) + 1
    return sorted(tally, key=lambda name: (-tally[name], name))[:MOST_PARTIES]


def acts(card: Card, name: str) -> bool:
    """Whether an event belongs into the lane of this name."""
    return name in card.parties or (name == "no party named" and not card.parties)


def dots(spans: list[tuple[Card, tuple[date, date]]], name: str, first: date, step: float) -> list[dict[str, Any]]:
    """The bars of one lane."""
    acting = ((card, span) for card, span in spans if acts(card, name))
    return [dot(card, span, first, step) for card, span in islice(acting, MOST_DOTS)]


def table_row(card: Card, day: date) -> dict[str, Any]:
    """One event as a row of the table."""
    parties = ", ".join(card.parties)
    return {"day": day.isoformat(), "id": card.id, "title": card.title, "label": card.label, "parties": parties}


def dot(card: Card, span: tuple[date, date], first: date, step: float) -> dict[str, Any]:
    """One event as a bar."""
    return {
        "id": card.id,
        "x": round(LEFT + (span[0] - first).days * step, 1),
        "width": round(max(8.0, ((span[1] - span[0]).days + 1) * step - 2), 1),
        "support": card.support,
        "dispute": card.dispute,
        "title": f"{span[0].isoformat()}: {card.title} [{card.label}]",
    }


def ticks(first: date, last: date, step: float) -> list[dict[str, Any]]:
    """Days to be named, far enough apart to be read."""
    apart = max(1, round(90 / step))
    days = range(0, (last - first).days + 1, apart)
    return [{"x": round(LEFT + number * step, 1), "day": (first + timedelta(days=number)).isoformat()} for number in days]
