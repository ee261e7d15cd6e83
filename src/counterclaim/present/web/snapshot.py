"""A view with the look-ups that the pages need, made once and shared by all requests."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from counterclaim.present.brief.model import days_line, headline, importance, publisher_of
from counterclaim.present.coding.countries import admin1, country_name
from counterclaim.present.index import Index, build_index
from counterclaim.present.people import Relations, relations_of
from counterclaim.records import Event, SideTally, View

Made = TypeVar("Made")
KINDS = {
    "PPL": "town", "PCL": "country", "ADM1": "province", "ADM2": "district", "region": "region", "facility": "facility",
    "feature": "landscape",
}  # fmt: skip
REPORTERS = "reporters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One event as a list shows and filters it."""

    id: str
    title: str
    type: str
    label: str
    support: str
    dispute: str
    place: str | None
    country: str | None
    days: str | None
    earliest: str
    latest: str
    parties: tuple[str, ...]
    sources: tuple[str, ...]
    claims: int
    documents: int
    origins: int
    first_reported: str | None
    last_reported: str | None
    words: str
    located: bool = False
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What the pages read: the view, its index, and one card an event, most contested first."""

    view: View
    index: Index
    cards: tuple[Card, ...]
    events: dict[str, Event]
    days: tuple[str, ...]
    all_days: tuple[str, ...] = ()
    memo: dict[Hashable, Any] = field(default_factory=dict)


def once(snapshot: Snapshot, key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` gives, made at the first call for this key and kept as long as the snapshot."""
    if key not in snapshot.memo:
        snapshot.memo[key] = make()
    made: Made = snapshot.memo[key]
    return made


def relations(snapshot: Snapshot) -> Relations:
    """The links and events of every entity."""
    return once(snapshot, "relations", lambda: relations_of(snapshot.view, snapshot.index))


def cards_by_id(snapshot: Snapshot) -> dict[str, Card]:
    """The cards by event, most contested first."""
    return once(snapshot, "cards", lambda: {card.id: card for card in snapshot.cards})


def make_snapshot(view: View, whole: Snapshot | None = None, all_days: Sequence[str] = ()) -> Snapshot:
    """The snapshot of a view; of a part of a `whole` one, the look-ups that are the same are taken from there.

    `all_days` are those of the ledger, later ones than the view's included.
    """
    index = build_index(view, whole.index if whole else None)
    ordered = sorted(view.events, key=importance)
    return Snapshot(
        view=view,
        index=index,
        cards=tuple(card_of(event, index) for event in ordered),
        events={event.id: event for event in ordered},
        days=(days := tuple(sorted({document.published[:10] for document in view.documents if document.published}))),
        all_days=tuple(all_days) or days,
    )


def card_of(event: Event, index: Index) -> Card:
    """One event as a card."""
    first = event.standings[0] if event.standings else None
    claims = [index.claims[key] for key in event.claims if key in index.claims]
    publishers = {publisher_of(index.document(claim)) for claim in claims}
    return Card(
        id=event.id,
        title=headline(event.title),
        type=event.type,
        label=first.label if first else "none",
        support=first.support if first else "none",
        dispute=first.dispute if first else "none",
        place=where_line(event),
        country=event.place.country if event.place else None,
        days=days_line(event.when),
        earliest=(event.when.earliest or "")[:10] if event.when else "",
        latest=(event.when.latest or "")[:10] if event.when else "",
        parties=tuple(sorted(parties_of(event))),
        sources=tuple(sorted(publishers)),
        claims=len(event.claims),
        documents=len(event.documents),
        origins=event.independent_origins,
        first_reported=event.first_reported,
        last_reported=event.last_reported,
        by=voices(first.supported_by if first else ()),
        against=voices(first.disputed_by if first else ()),
        located=event.place is not None and event.place.latitude is not None and event.place.longitude is not None,
        words=" ".join((event.title, *(claim.sentence.text for claim in claims))).casefold(),
    )


def where_line(event: Event) -> str | None:
    """Where, in words: as it is told, what it is, the unit and the country that it lies in."""
    place = event.place
    if place is None:
        return f"{event.place_name} (not on the map)" if event.place_name else None
    above = [name for name in (admin1(place), country_name(place.country)) if name and name != place.name]
    told = event.place_name or place.name
    return told if place.kind == "PCL" else ", ".join((f"{told} ({KINDS[place.kind]})", *above))


def voices(tallies: Iterable[SideTally]) -> tuple[str, ...]:
    """Who speaks, each once; a report's own words are the reporters'."""
    return tuple(dict.fromkeys(REPORTERS if tally.name == "narrator" else tally.side or tally.name for tally in tallies))


def parties_of(event: Event) -> set[str]:
    """The sides that speak on an event or act in it."""
    tallies = [
        tally
        for standing in event.standings
        for tally in (*standing.supported_by, *standing.admitted_by, *standing.disputed_by, *standing.silent)
    ]
    named = {tally.side for tally in tallies if tally.side}
    return named | {party.side for _, parties in event.roles for party in parties if party.side}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the address of the event list asks for; empty strings ask for nothing."""

    label: str = ""
    dispute: str = ""
    place: str = ""
    party: str = ""
    type: str = ""
    source: str = ""
    first: str = ""
    last: str = ""
    q: str = ""


def chosen(cards: Sequence[Card], filters: Filters) -> Sequence[Card]:
    """The cards that satisfy every filter, in order."""
    wanted = conditions(filters)
    return [card for card in cards if all(holds(card) for holds in wanted)] if wanted else cards


def conditions(filters: Filters) -> list[Callable[[Card], bool]]:
    """What a card must satisfy, one condition a filter that is set, the cheap ones first."""
    place, words = filters.place.casefold(), filters.q.casefold().split()
    found: dict[str, Callable[[Card], bool]] = {
        "label": lambda card: filters.label in (card.label, card.support),
        "dispute": lambda card: card.dispute == filters.dispute,
        "type": lambda card: card.type == filters.type,
        "party": lambda card: filters.party in card.parties,
        "source": lambda card: filters.source in card.sources,
        "place": lambda card: place in (card.place or "").casefold(),
        "first": lambda card: (card.latest or "9999") >= filters.first,
        "last": lambda card: (card.earliest or card.latest or "0000") <= filters.last,
        "q": lambda card: all(word in card.words for word in words),
    }
    return [condition for name, condition in found.items() if getattr(filters, name)]
