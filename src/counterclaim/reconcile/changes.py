"""What changed since a day: new events, standings that changed and why, and sides that have not answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.records import Event, Reason, Standing, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One facet of an event that stands otherwise than before, with the reasons that are new."""

    event: str
    facet: str
    before: str
    after: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A side that an event is laid to, and that says nothing of it in these documents since a day."""

    event: str
    side: str
    since: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a later view has that an earlier one had not."""

    new: tuple[Event, ...]
    changed: tuple[Change, ...]
    unanswered: tuple[Unanswered, ...]


def changes_between(before: View, after: View, *, today: str, silent_days: int = 3) -> Changes:
    """What changed from one view to another; sides are unanswered on `today` after this many days."""
    known = {name: event for event in before.events for name in (event.id, *event.replaces)}
    return Changes(
        new=tuple(event for event in after.events if earlier(event, known) is None),
        changed=tuple(change for event in after.events for change in changes_of(event, earlier(event, known))),
        unanswered=tuple(found for event in after.events for found in unanswered(event, today, silent_days)),
    )


def earlier(event: Event, known: Mapping[str, Event]) -> Event | None:
    """The event as the earlier view had it, or None."""
    return next((known[name] for name in (event.id, *event.replaces) if name in known), None)


def changes_of(event: Event, before: Event | None) -> Iterator[Change]:
    """The facets of an event that stand otherwise than before."""
    old: dict[str, Standing] = {one.facet: one for one in before.standings} if before else {}
    for standing in event.standings if before else ():
        was = old.get(standing.facet)
        if was is None or was.label != standing.label:
            said = {reason.claims for reason in was.why} if was else set()
            new = tuple(reason for reason in standing.why if reason.claims not in said)
            yield Change(
                event=event.id, facet=standing.facet, before=was.label if was else "none", after=standing.label, why=new
            )


def unanswered(event: Event, today: str, silent_days: int) -> Iterator[Unanswered]:
    """The sides to which an event is laid and that have said nothing of it for this many days."""
    heard = {
        tally.side
        for standing in event.standings
        for tally in (*standing.supported_by, *standing.admitted_by, *standing.disputed_by)
    }
    since = event.first_reported
    agents = [party.side for role, parties in event.roles if role == "agent" for party in parties if party.side]
    for side in dict.fromkeys(agents):
        if side not in heard and since is not None and days_between(since, today) >= silent_days:
            yield Unanswered(event=event.id, side=side, since=since, days=days_between(since, today))


def days_between(first: str, last: str) -> int:
    """The number of days from one ISO day to another."""
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
