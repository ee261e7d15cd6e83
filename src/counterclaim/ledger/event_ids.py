"""Event ids that last: an event keeps the id under which it was first seen, whatever is reported of it later.

A merge keeps the older id and lists the other in `replaces`; a split leaves the id with the claim that was first reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.ledger.store import Ledger
from counterclaim.records import Claim, Event, View, content_id


@dataclass(frozen=True, slots=True)
class Lasting:
    """A view with lasting event ids, and the places in texts that are newly tied to an event: (place, event)."""

    view: View
    new: tuple[tuple[str, str], ...]


def with_lasting_ids(view: View, known: Sequence[tuple[str, str]]) -> Lasting:
    """The view with each event under its lasting id; `known` are the places tied to events so far, oldest first."""
    claims = {claim.id: claim for reading in view.readings for claim in reading.claims}
    places = {event.id: [place_of(claims[name]) for name in event.claims if name in claims] for event in view.events}
    names = lasting_names(view.events, places, known)
    events = tuple(renamed(event, names[event.id]) for event in view.events)
    control = tuple(replace(row, event=names[row.event][0]) if row.event in names else row for row in view.control)
    tied = dict(known)
    new: dict[str, str] = {}
    for event in view.events:
        for place in places[event.id]:
            if place not in tied:
                new.setdefault(place, names[event.id][0])
    return Lasting(replace(view, events=events, control=control), tuple(new.items()))


def place_of(claim: Claim) -> str:
    """Where a claim tells of its event: the document and the offset of the word that does, which newer rules rarely move."""
    span = claim.event.trigger if claim.event else claim.content or claim.sentence
    return content_id("place", claim.document, span.start)


def lasting_names(
    events: Sequence[Event], places: Mapping[str, Sequence[str]], known: Sequence[tuple[str, str]]
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each event: its lasting id, and the older ids that it takes over."""
    inherited = inheritance(places, known)
    taken = {old for olds in inherited.values() for old in olds}
    names: dict[str, tuple[str, tuple[str, ...]]] = {}
    for event in events:
        olds = inherited.get(event.id, ())
        if olds:
            names[event.id] = (olds[0], tuple(olds[1:]))
        else:
            names[event.id] = (fresh(event.id, taken), ())
            taken.add(names[event.id][0])
    return names


def inheritance(places: Mapping[str, Sequence[str]], known: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Which older ids each event takes over, oldest first: an id goes to the event at the first of its places left."""
    event_at: dict[str, str] = {}
    for event, found in places.items():
        for place in found:
            event_at.setdefault(place, event)
    heirs: dict[str, str | None] = {}
    for place, old in known:
        if heirs.get(old) is None:
            heirs[old] = event_at.get(place)
    inherited: dict[str, list[str]] = {}
    for old, heir in heirs.items():
        if heir is not None:
            inherited.setdefault(heir, []).append(old)
    return inherited


def fresh(name: str, taken: set[str]) -> str:
    """The id, or one made from it where it is taken."""
    while name in taken:
        name = content_id("event", name)
    return name


def renamed(event: Event, name: tuple[str, tuple[str, ...]]) -> Event:
    """The event under its lasting id."""
    lasting, over = name
    replaces = {*event.replaces, *over} - {lasting}
    return replace(event, id=lasting, replaces=tuple(sorted(replaces)))


def known_places(ledger: Ledger) -> list[tuple[str, str]]:
    """The places tied to events so far, oldest first."""
    rows = ledger.database.execute("select place, event from event_ids order by number")
    return [(place, event) for place, event in rows]


def tie(ledger: Ledger, new: Iterable[tuple[str, str]]) -> None:
    """Ties new places to their events for good; does nothing in a read-only file."""
    rows = list(new)
    if rows and ledger.writable:
        with ledger.transaction():
            ledger.database.executemany("insert or ignore into event_ids (place, event) values (?, ?)", rows)
