"""What changed between the view as of one day and a later view: new events, standings that moved and why, silent sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from counterclaim.records import Claim, Event, Standing, View

Kind = Literal["new", "moved", "silent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed: the event, what about it, why, and the claims that it rests on."""

    kind: Kind
    event: str
    title: str
    what: str
    why: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def day_before(day: str) -> str:
    """The day before a day.

    >>> day_before("2021-09-01")
    '2021-08-31'
    """
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def last_day(view: View) -> str | None:
    """The day that a view is of: the one asked for, else that of its latest report."""
    days = [document.published[:10] for document in view.documents if document.published]
    return view.as_of[:10] if view.as_of else max(days, default=None)


def changes_between(before: View, now: View, *, silent_days: int = 1) -> tuple[Change, ...]:
    """The changes from one view to a later one, and the sides silent for at least so many days, in the order of its events."""
    known = {claim: event for event in before.events for claim in event.claims}
    claims = {claim.id: claim for reading in now.readings for claim in reading.claims}
    found: list[Change] = []
    today = last_day(now)
    for event in now.events:
        found.extend(steps_of(earlier_of(event, known), event))
        found.extend(silences(event, claims, today, silent_days))
    return tuple(found)


def earlier_of(event: Event, known: Mapping[str, Event]) -> Event | None:
    """The earlier event with which this one shares most claims, or None."""
    shared = Counter(known[claim].id for claim in event.claims if claim in known)
    best = min(shared, key=lambda name: (-shared[name], name), default=None)
    return next((known[claim] for claim in event.claims if claim in known and known[claim].id == best), None)


def steps_of(before: Event | None, now: Event) -> Iterator[Change]:
    """The event as a new one, or each facet of it whose standing moved."""
    if before is None:
        first = now.standings[0] if now.standings else None
        yield change_of("new", now, first.label if first else "not told", first)
        return
    earlier = {standing.facet: standing for standing in before.standings}
    for standing in now.standings:
        was = earlier.get(standing.facet)
        if was is None or was.label != standing.label:
            what = f"{standing.facet}: {was.label if was else 'not told'} → {standing.label}"
            yield change_of("moved", now, what, standing, known=reasons_in(was))


def reasons_in(standing: Standing | None) -> frozenset[str]:
    """The texts of the reasons of a standing."""
    return frozenset(reason.text for reason in standing.why) if standing else frozenset()


def change_of(kind: Kind, event: Event, what: str, standing: Standing | None, known: frozenset[str] = frozenset()) -> Change:
    """A change with those reasons of the standing that are not known yet, or all of them where none is new."""
    reasons = standing.why if standing else ()
    fresh = [reason for reason in reasons if reason.text not in known] or list(reasons)
    return Change(
        kind=kind,
        event=event.id,
        title=event.title,
        what=what,
        why=tuple(dict.fromkeys(reason.text for reason in fresh)),
        claims=tuple(dict.fromkeys(claim for reason in fresh for claim in reason.claims)),
    )


def silences(event: Event, claims: Mapping[str, Claim], today: str | None, least: int) -> Iterator[Change]:
    """The sides noted as silent on an event, and those accused of it that these documents never let speak, by days since."""
    waits = {**accused(event, claims), **noted(event)}
    for side, (since, why, resting) in sorted(waits.items()):
        days = (date.fromisoformat(today) - date.fromisoformat(since)).days if today and since else None
        if days is None or days >= least:
            lasting = f"{side}: silent" + (f" since {since}, {days} days" if days is not None else "")
            yield Change(kind="silent", event=event.id, title=event.title, what=lasting, why=(why,), claims=resting)


Wait = tuple[str | None, str, tuple[str, ...]]


def noted(event: Event) -> dict[str, Wait]:
    """The sides of whom a report says that they said nothing, with the last day of it."""
    tallies = [tally for standing in event.standings for tally in standing.silent]
    return {
        tally.side or tally.name: ((tally.last_said or "")[:10] or None, "in these documents: noted as silent", tally.claims)
        for tally in tallies
    }


def accused(event: Event, claims: Mapping[str, Claim]) -> dict[str, Wait]:
    """The sides accused of an event that say nothing on it, with the day of the first accusation."""
    told = [claims[name] for name in event.claims if name in claims]
    heard = {claim.source.side for claim in told if claim.stance != "no_comment"}
    found: dict[str, Wait] = {}
    for claim in told:
        for side in doers_of(claim) if claim.stance == "accuses" else ():
            if side not in heard:
                found.setdefault(side, (event.first_reported, "in these documents: accused, and not heard", (claim.id,)))
    return found


def doers_of(claim: Claim) -> Sequence[str]:
    """The sides that a claim's event is laid to."""
    roles = claim.event.roles if claim.event else ()
    return sorted({party.side for role, parties in roles if role == "agent" for party in parties if party.side})
