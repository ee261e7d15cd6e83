"""The timeline: events by party and day, by event time or by report time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from counterclaim.present.web.pages.lists import filter_context
from counterclaim.present.web.snapshot import Card, Filters, Snapshot, chosen, once

LEFT, TOP, NAME, ROW, WIDEST, LEAST_WIDTH = 8, 30, 20, 16, 2400, 1140
LEAST_STEP, MOST_STEP = 12.0, 72.0
NOBODY = "no party named"
MOST_PARTIES, MOST_DOTS, MOST_STACKED, MOST_ROWS = 12, 100, 12, 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of an event on the chosen clock; `open` where only the last of them is told."""

    first: date
    last: date
    open: bool = False


def timeline_context(snapshot: Snapshot, filters: Filters, clock: str) -> dict[str, Any]:
    """Lanes with their dots, ticks, and the same as a table."""
    days = once(snapshot, ("spans", clock), lambda: {card.id: span_of(card, clock) for card in snapshot.cards})

    def made() -> dict[str, Any]:
        return drawn([(card, span) for card in chosen(snapshot.cards, filters) if (span := days[card.id])], clock)

    found = once(snapshot, ("timeline", clock), made) if filters == Filters() else made()
    return found | filter_context(snapshot, filters)


def drawn(spans: list[tuple[Card, Stretch]], clock: str) -> dict[str, Any]:
    """The lanes, ticks and table of these events."""
    if not spans:
        return {"clock": clock, "lanes": [], "ticks": [], "table": [], "width": 0, "height": 0, "total": 0, "left": LEFT}
    first, last = min(span.first for _, span in spans), max(span.last for _, span in spans)
    days = (last - first).days + 2
    step = min(MOST_STEP, max((LEAST_WIDTH - LEFT) / days, min(LEAST_STEP, (WIDEST - LEFT) / days)))
    lanes, height = [], TOP
    acting = by_party(spans)
    for name in sorted(acting, key=lambda name: (-len(acting[name]), name))[:MOST_PARTIES]:
        lane = lane_of(name, acting[name], first, step, height)
        lanes.append(lane)
        height += lane["height"]
    shown = sorted(spans[:MOST_ROWS], key=lambda pair: (pair[1].first, pair[1].last, pair[0].id))
    return {
        "clock": clock, "lanes": lanes, "ticks": ticks(first, last, step), "table": [table_row(*pair) for pair in shown],
        "total": len(spans), "width": int(LEFT + step * days), "height": height + 8, "left": LEFT,
    }  # fmt: skip


def lane_of(name: str, spans: list[tuple[Card, Stretch]], first: date, step: float, top: int) -> dict[str, Any]:
    """One party's lane: its bars in as many rows as keep them apart."""
    drawn_first = sorted(spans[:MOST_DOTS], key=lambda pair: (pair[1].first, pair[1].last, pair[0].id))
    ends: list[float] = []
    bars = []
    for card, span in drawn_first:
        bar = dot(card, span, first, step)
        row = next((number for number, end in enumerate(ends) if end <= bar["x"]), len(ends))
        if row == MOST_STACKED:
            row = MOST_STACKED - 1
        ends[row : row + 1] = [bar["x"] + bar["width"]]
        bars.append(bar | {"y": top + NAME + 4 + row * ROW})
    height = NAME + max(1, len(ends)) * ROW + 8
    return {"name": name, "number": len(spans), "y": top, "height": height, "dots": bars}


def span_of(card: Card, clock: str) -> Stretch | None:
    """The days of an event on the chosen clock, on its last day where only that is told; None where there is none."""
    first, last = (card.earliest, card.latest) if clock == "event" else (card.first_reported, card.last_reported)
    try:
        end = date.fromisoformat((last or first or "")[:10])
        start = date.fromisoformat(first[:10]) if first else end
    except ValueError:
        return None
    return Stretch(start, max(start, end), open=not first)


def by_party(spans: list[tuple[Card, Stretch]]) -> dict[str, list[tuple[Card, Stretch]]]:
    """The events of each party, most contested first, and of those that name no party."""
    found: dict[str, list[tuple[Card, Stretch]]] = {}
    for card, span in spans:
        for party in card.parties or (NOBODY,):
            found.setdefault(party, []).append((card, span))
    return found


def table_row(card: Card, span: Stretch) -> dict[str, Any]:
    """One event as a row of the table."""
    return {"day": told_day(span), "card": card, "id": card.id, "parties": ", ".join(card.parties)}


def told_day(span: Stretch) -> str:
    """The days in words."""
    if span.open:
        return f"by {span.last}"
    return f"{span.first}" if span.first == span.last else f"{span.first} to {span.last}"


def dot(card: Card, span: Stretch, first: date, step: float) -> dict[str, Any]:
    """One event as a bar."""
    return {
        "id": card.id,
        "x": round(LEFT + (span.first - first).days * step + 2, 1),
        "width": round(max(8.0, ((span.last - span.first).days + 1) * step - 4), 1),
        "support": card.support,
        "dispute": card.dispute,
        "open": span.open,
        "title": f"{told_day(span)}: {card.title} [{card.label}]",
    }


def ticks(first: date, last: date, step: float) -> list[dict[str, Any]]:
    """Days to be named, far enough apart to be read."""
    apart = max(1, round(90 / step))
    days = range(0, (last - first).days + 1, apart)
    return [{"x": round(LEFT + number * step, 1), "day": named_day(first + timedelta(days=number))} for number in days]


def named_day(day: date) -> str:
    """A day as a tick names it."""
    return f"{day.day} {day:%b %Y}"
