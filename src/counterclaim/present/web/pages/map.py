"""The map: events by precision of place, those without one, reported control with its age."""

from __future__ import annotations

from datetime import date
from typing import Any

from counterclaim.present.brief.model import headline
from counterclaim.present.web.links import Link
from counterclaim.present.web.pages.lists import filter_context
from counterclaim.present.web.snapshot import Card, Filters, Snapshot, chosen, once
from counterclaim.records import Control, Event

AREAS = frozenset({"ADM1", "ADM2", "region", "feature"})
LEAST_RADIUS_KM = 5.0
NEW_DAYS, OLD_DAYS = 3, 14
BASIS = {
    "hold": "holding it", "capture": "taking it", "lose": "losing it", "presence": "being there", "entry": "entering it",
    "centre": "holding its centre",
}  # fmt: skip
MOST_DRAWN, MOST_LISTED = 500, 200


def map_context(snapshot: Snapshot, filters: Filters, link: Link) -> dict[str, Any]:
    """Points and rings, the events without a place, days for the slider, reported control."""
    cards = chosen(snapshot.cards, filters)
    located = [card for card in cards if drawable(card, snapshot)]
    points = (point(snapshot.events[card.id], card.label, link) for card in located[:MOST_DRAWN])
    found = [row for row in points if row]
    unlocated = [card for card in cards if not drawable(card, snapshot)]
    control = once(
        snapshot, "control", lambda: sorted(snapshot.view.control, key=lambda row: row.last_evidence or "", reverse=True)
    )
    today = snapshot.view.as_of or (snapshot.days[-1] if snapshot.days else None)
    return {
        "points": found,
        "located": len(located),
        "unlocated": unlocated[:MOST_LISTED],
        "not_located": len(unlocated),
        "undated": sum(1 for row in found if not row["day"]),
        **filter_context(snapshot, filters),
        "event_days": sorted({row["day"] for row in found if row["day"]}),
        "control": [control_row(row, today) for row in control[:MOST_LISTED]],
        "control_total": len(control),
    }


def drawable(card: Card, snapshot: Snapshot) -> bool:
    """Whether an event has a place on the map that says more than its country."""
    place = snapshot.events[card.id].place if card.located else None
    return place is not None and place.kind != "PCL"


def point(event: Event, label: str, link: Link) -> dict[str, Any] | None:
    """One event on the map, with a radius where its place is an area; None where it cannot be drawn."""
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    radius = max(place.radius_km or 0.0, LEAST_RADIUS_KM) if place.kind in AREAS else None
    return {
        "id": event.id,
        "title": headline(event.title),
        "label": label,
        "support": event.standings[0].support if event.standings else "none",
        "disputed": any(standing.dispute != "none" for standing in event.standings),
        "place": place.name,
        "lat": place.latitude,
        "lon": place.longitude,
        "radius": round(radius) if radius else None,
        "day": ((event.when.latest or event.when.earliest or "")[:10] if event.when else "") or event.first_reported,
        "href": link("event", event.id),
    }


def control_row(row: Control, today: str | None) -> dict[str, Any]:
    """One line of reported control with the age of its last evidence."""
    last = (row.last_evidence or "")[:10]
    age = (date.fromisoformat(today[:10]) - date.fromisoformat(last)).days if last and today else None
    return {
        "place": row.place_name or (row.place.name if row.place else ""),
        "holder": row.holder,
        "basis": BASIS[row.basis],
        "day": (row.day or "")[:10],
        "label": row.label,
        "last": last,
        "age": age,
        "aged": "unknown" if age is None else "new" if age <= NEW_DAYS else "old" if age > OLD_DAYS else "some",
    }
