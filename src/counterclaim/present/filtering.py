"""A view narrowed to some events, with the reports and claims that belong to them."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.errors import InputError, unknown
from counterclaim.present.listing import events_where
from counterclaim.records import Event, Reading, View


def narrowed(
    view: View, *, label: str | None = None, event_type: str | None = None, country: str | None = None, side: str | None = None
) -> View:
    """The view with the events that satisfy every filter given; unchanged where none is given."""
    if label is event_type is country is side is None:
        return view
    sides = sorted({claim.source.side for reading in view.readings for claim in reading.claims if claim.source.side})
    if side is not None and side not in sides:
        raise InputError(unknown("side", side, sides))
    events = tuple(
        event
        for event in events_where(view, label=label, event_type=event_type)
        if (country is None or (event.place is not None and event.place.country == country.upper()))
        and (side is None or side in sides_of(event))
    )
    return kept(view, events)


def sides_of(event: Event) -> set[str]:
    """The sides that speak on an event or act in it."""
    tallies = [t for s in event.standings for t in (*s.supported_by, *s.admitted_by, *s.disputed_by, *s.silent)]
    acting = {party.side for _, parties in event.roles for party in parties if party.side}
    return acting | {tally.side for tally in tallies if tally.side}


def kept(view: View, events: tuple[Event, ...]) -> View:
    """The view with these events, their reports, and in the reports their claims."""
    documents = {key for event in events for key in event.documents}
    claims = {key for event in events for key in event.claims}
    readings = tuple(only(reading, claims) for reading in view.readings if reading.document.id in documents)
    return replace(view, events=events, readings=readings, documents=tuple(reading.document for reading in readings))


def only(reading: Reading, claims: set[str]) -> Reading:
    """The reading with these claims and their attributions."""
    found = tuple(claim for claim in reading.claims if claim.id in claims)
    needed = {claim.attribution for claim in found}
    return replace(reading, claims=found, attributions=tuple(item for item in reading.attributions if item.id in needed))
