"""Claims and events picked by filters, and each as one line of text."""

from __future__ import annotations

from counterclaim.errors import InputError, unknown
from counterclaim.present.brief.model import headline, line_of
from counterclaim.present.brief.text import head, sentence_of
from counterclaim.present.index import Index, build_index
from counterclaim.present.shapes import best_name
from counterclaim.records import EVENT_TYPES, STANCES, Claim, Event, View


def claims_where(
    view: View,
    *,
    stance: str | None = None,
    source: str | None = None,
    event: str | None = None,
    index: Index | None = None,
) -> tuple[Index, list[Claim]]:
    """The claims of a view that satisfy every filter given, in order of report and text."""
    if stance is not None and stance not in STANCES:
        raise InputError(unknown("stance", stance, STANCES))
    index = index or build_index(view)
    if event is not None and all(event != known.id for known in view.events):
        raise InputError(f"no event {event!r} in this ledger; counterclaim events lists them")
    found = [
        claim
        for claim in index.claims.values()
        if (stance is None or claim.stance == stance)
        and (source is None or source.casefold() in words_of(claim, index))
        and (event is None or getattr(index.event_of.get(claim.id), "id", None) == event)
    ]
    return index, found


def words_of(claim: Claim, index: Index) -> str:
    """The words that a claim's source can be found by."""
    party = claim.source
    parts = (best_name(party, index), party.side, party.role, party.span.text if party.span else None)
    return " ".join(part for part in parts if part).casefold()


def claim_line(claim: Claim, index: Index) -> str:
    """One claim as a line: stance, who, when, words, file and offset."""
    line = line_of(claim, index)
    kind = claim.event.type if claim.event else "-"
    return f"{claim.stance:22} {kind:14} {head(line)}: {sentence_of(line)} {line.uri.rsplit('/', 1)[-1]}:{line.start}"


def events_where(view: View, *, label: str | None = None, event_type: str | None = None) -> list[Event]:
    """The events of a view whose first label begins as given and whose type is the one given."""
    known = {*EVENT_TYPES, *(event.type for event in view.events)}
    if event_type is not None and event_type not in known:
        raise InputError(unknown("event type", event_type, known))
    return [
        event
        for event in view.events
        if (label is None or first_label(event).startswith(label)) and event_type in (None, event.type)
    ]


def first_label(event: Event) -> str:
    """The label of an event's first facet."""
    return event.standings[0].label if event.standings else "none"


def event_line(event: Event) -> str:
    """One event as a line: label, title, id, numbers."""
    numbers = f"{len(event.claims)} claims, {event.independent_origins} origins, {event.id}"
    return f"{first_label(event):24} {headline(event.title)}  ({numbers})"
