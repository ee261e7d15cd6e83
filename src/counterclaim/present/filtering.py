"""A view narrowed to some events, with the reports and claims that belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from counterclaim.errors import InputError, unknown
from counterclaim.present.coding.precision import days
from counterclaim.present.listing import events_where
from counterclaim.records import DISPUTES, Event, Reading, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are wanted; None asks for nothing. Days are of the event, as told."""

    label: str | None = None
    event_type: str | None = None
    country: str | None = None
    side: str | None = None
    dispute: str | None = None
    place: str | None = None
    source: str | None = None
    first: str | None = None
    last: str | None = None


def set_filters(wanted: Wanted) -> dict[str, str]:
    """The filters that are set, by name."""
    return {name: value for name, value in asdict(wanted).items() if value is not None}


def narrowed(view: View, wanted: Wanted) -> View:
    """The view with the events that satisfy every filter; unchanged where none is set, `InputError` for a value nobody has."""
    if wanted == Wanted():
        return view
    sides = sorted({claim.source.side for reading in view.readings for claim in reading.claims if claim.source.side})
    if wanted.side is not None and wanted.side not in sides:
        raise InputError(unknown("side", wanted.side, sides))
    if wanted.dispute is not None and wanted.dispute not in DISPUTES:
        raise InputError(unknown("dispute", wanted.dispute, DISPUTES))
    publishers = {document.id: document.publisher for document in view.documents}
    if wanted.source is not None and wanted.source not in publishers.values():
        raise InputError(unknown("publisher", wanted.source, sorted({name for name in publishers.values() if name})))
    events = events_where(view, label=wanted.label, event_type=wanted.event_type)
    return kept(view, tuple(event for event in events if satisfies(event, wanted, publishers)))


def satisfies(event: Event, wanted: Wanted, publishers: Mapping[str, str | None]) -> bool:
    """Whether an event is where, when, of whom and as disputed as is wanted."""
    country = event.place.country if event.place else None
    return (
        (wanted.country is None or country == wanted.country.upper())
        and (wanted.side is None or wanted.side in sides_of(event))
        and (wanted.dispute is None or any(standing.dispute == wanted.dispute for standing in event.standings))
        and (wanted.place is None or wanted.place.casefold() in places_of(event))
        and (wanted.source is None or any(publishers.get(key) == wanted.source for key in event.documents))
        and within(event, wanted.first, wanted.last)
    )


def places_of(event: Event) -> str:
    """The place of an event as told and by the gazetteer, in small letters."""
    return " ".join(name for name in (event.place_name, event.place.name if event.place else None) if name).casefold()


def within(event: Event, first: str | None, last: str | None) -> bool:
    """Whether the days of an event, as far as they are told, meet a span of days."""
    began, ended = days(event)
    return (first is None or (ended or date.max).isoformat() >= first) and (
        last is None or (began or ended or date.min).isoformat() <= last
    )


def sides_of(event: Event) -> set[str]:
    """The sides that speak on an event or act in it."""
    tallies = [t for s in event.standings for t in (*s.supported_by, *s.admitted_by, *s.disputed_by, *s.silent)]
    acting = {party.side for _, parties in event.roles for party in parties if party.side}
    return acting | {tally.side for tally in tallies if tally.side}


def kept(view: View, events: tuple[Event, ...]) -> View:
    """The view with these events, the readings of their reports, and in those their claims; what was read stays told."""
    documents = {key for event in events for key in event.documents}
    claims = {key for event in events for key in event.claims}
    readings = tuple(only(reading, claims) for reading in view.readings if reading.document.id in documents)
    return replace(view, events=events, readings=readings)


def only(reading: Reading, claims: set[str]) -> Reading:
    """The reading with these claims and their attributions."""
    found = tuple(claim for claim in reading.claims if claim.id in claims)
    needed = {claim.attribution for claim in found}
    return replace(reading, claims=found, attributions=tuple(item for item in reading.attributions if item.id in needed))
