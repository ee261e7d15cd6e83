"""Reported control: who is said to hold a place on a day, by whom, with what standing; nothing is filled in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.saying import Saying
from counterclaim.records import Control, Event, Party, Standing

Basis = Literal["hold", "capture", "lose", "presence", "entry", "centre"]
BASES: Mapping[str, Basis] = {
    "hold_control": "hold",
    "capture": "capture",
    "lose_control": "lose",
    "presence": "presence",
    "advance": "entry",
}


def control_of(events: Sequence[Event], sayings: Mapping[str, Saying], lexicon: Lexicon) -> tuple[Control, ...]:
    """The reported control of every place that an event of control or presence names, by place, day and holder."""
    rows = [row for event in events for row in rows_of(event, sayings)]
    return tuple(sorted(rows, key=lambda row: (row.place_name, row.day or "", row.holder or "", row.basis, row.event)))


def rows_of(event: Event, sayings: Mapping[str, Saying]) -> Iterator[Control]:
    """One row for each day and holder that an event's claims give."""
    basis = BASES.get(event.type)
    if basis is None or event.place_name is None or event.standings[0].support == "none":
        return
    standing = next((one for one in event.standings if one.facet == "control"), event.standings[0])
    holders: dict[str | None, list[str]] = {}
    for claim in event.claims:
        saying = sayings.get(claim)
        if saying is not None and saying.happening is not None and saying.happening.counts_for:
            holders.setdefault(holder_of(saying, basis), []).append(claim)
    for holder, claims in with_unnamed(holders).items():
        yield row_of(event, basis_of(event, basis), holder, tuple(claims), standing)


def with_unnamed(holders: Mapping[str | None, list[str]]) -> Mapping[str | None, list[str]]:
    """The claims by holder; those that name none speak of the holder whom most others name, where any does."""
    named: dict[str | None, list[str]] = {holder: claims for holder, claims in holders.items() if holder is not None}
    if not named or None not in holders:
        return holders
    most = max(named, key=lambda holder: (len(named[holder]), holder or ""))
    return named | {most: sorted({*named[most], *holders[None]})}


def row_of(event: Event, basis: Basis, holder: str | None, claims: tuple[str, ...], standing: Standing) -> Control:
    """One row of reported control."""
    return Control(
        place=event.place,
        place_name=event.place_name or "",
        day=event.when.latest if event.when else event.last_reported,
        holder=holder,
        basis=basis,
        event=event.id,
        label=standing.label,
        claims=claims,
        last_evidence=standing.last_evidence,
    )


def basis_of(event: Event, basis: Basis) -> Basis:
    """The basis of a claim of control; holding a seat of power or a centre is not holding the place around it."""
    if event.place is not None and event.place.kind == "facility" and basis in ("hold", "capture"):
        return "centre"
    return basis


def holder_of(saying: Saying, basis: Basis) -> str | None:
    """The side, name or words of the one who holds the place by a claim, or who lost it; None where a claim tells neither."""
    event = saying.claim.event
    if event is None or (BASES.get(event.type, "lose") == "lose") != (basis == "lose"):
        return None
    parties = [party for role, found in event.roles if role == "agent" for party in found if can_hold(party)]
    return next((name for party in parties if (name := called(party))), None)


def can_hold(party: Party) -> bool:
    """Whether a party is one that can hold a place, and no place itself."""
    return party.side is not None or party.kind != "place"


def called(party: Party) -> str | None:
    """The side of a party, else its name, else the words that describe it ("local militias"), which no lone pronoun does."""
    words = party.span.text if party.span and len(party.span.text.split()) > 1 else None
    return party.side or party.name or words
