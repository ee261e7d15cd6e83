"""ACLED's event and sub-event type of an event, from its type, its actors on that day, and resistance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from counterclaim.knowledge.load import load
from counterclaim.present.coding.actors import Actor
from counterclaim.present.coding.figures import killed, values
from counterclaim.present.coding.precision import days
from counterclaim.records import Event

FIGHTING = frozenset({"clash", "attack", "airstrike", "shelling", "bombing", "kill", "injure", "siege", "use_chemical"})
BATTLES, VIOLENCE, STRATEGIC = "Battles", "Violence against civilians", "Strategic developments"
NEAR_DAYS = 3
DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Political violence; Demonstrations",
    STRATEGIC: STRATEGIC,
}


def codes(event: Event) -> dict[str, Any]:
    """ACLED's codes in the data file of an event's type."""
    kind = load().events.get(event.type)
    found: dict[str, Any] = (kind.data.get("codes", {}) if kind else {}).get("acled") or {}
    return found


def event_types(event: Event, first: Actor | None, second: Actor | None, fights: Iterable[Event]) -> tuple[str, str] | None:
    """ACLED's event and sub-event type; None where ACLED codes no such event."""
    found = codes(event)
    if not found:
        return None
    if event.type == "capture":
        return capture_types(event, first, fights)
    main, sub = str(found["event_type"]), str(found["sub_event_type"])
    against_civilians = second is not None and second.inter == "Civilians"
    if main == VIOLENCE and not against_civilians:
        return BATTLES, "Armed clash"
    if main == BATTLES and against_civilians:
        return VIOLENCE, "Attack"
    return main, sub


def capture_types(event: Event, first: Actor | None, fights: Iterable[Event]) -> tuple[str, str]:
    """A capture: by the state, by others, or without resistance."""
    if not resisted(event, fights):
        return STRATEGIC, "Non-violent transfer of territory"
    regained = first is not None and first.inter == "State forces"
    return BATTLES, "Government regains territory" if regained else "Non-state actor overtakes territory"


def resisted(event: Event, fights: Iterable[Event]) -> bool:
    """Whether fighting is told in the same place within a few days, or people were killed in it."""
    return bool(values(killed(event))) or any(near(event, fight) for fight in fights)


def fighting_by_unit(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of fighting by each unit below a country that their place is or lies in."""
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.type in FIGHTING:
            for unit in units(event):
                found.setdefault(unit, []).append(event)
    return found


def fights_near(event: Event, fighting: dict[str, list[Event]]) -> list[Event]:
    """The fighting told in any unit that an event's place is or lies in."""
    return [fight for unit in sorted(units(event)) for fight in fighting.get(unit, ()) if fight.id != event.id]


def units(event: Event) -> set[str]:
    """The place of an event and the units above it, less the country."""
    if event.place is None or event.place.kind == "PCL":
        return set()
    return {event.place.id, *event.place.parents[:-1]}


def near(event: Event, other: Event) -> bool:
    """Whether two events lie at most a few days apart."""
    first, last = days(event)
    start, end = days(other)
    if not (last and (start or end)):
        return False
    opened, closed = start or end, end or start
    assert opened is not None and closed is not None
    return (opened - last).days <= NEAR_DAYS and ((first or last) - closed).days <= NEAR_DAYS


def disorder(main: str) -> str:
    """ACLED's disorder type of an event type."""
    return DISORDER.get(main, "Political violence")
