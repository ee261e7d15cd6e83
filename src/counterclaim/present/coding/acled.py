"""ACLED's event and sub-event type of an event, from its type, its actors on that day, and resistance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from counterclaim.knowledge.load import load
from counterclaim.present.coding.actors import CIVILIANS, CONTROL, EXTERNAL, STATE, Actor, has, scene_of, unidentified
from counterclaim.present.coding.figures import killed, values
from counterclaim.present.coding.precision import days
from counterclaim.records import Event

FIGHTING = frozenset({"clash", "attack", "airstrike", "shelling", "bombing", "kill", "injure", "siege", "use_chemical"})
BATTLES, VIOLENCE, REMOTE = "Battles", "Violence against civilians", "Explosions/Remote violence"
POLITICAL, STRATEGIC = "Political violence", "Strategic developments"
NEAR_DAYS = 3
# ACLED's sub-event types in the order of its hierarchy, each with its event type and disorder type
SUB_EVENTS = {
    "Government regains territory": (BATTLES, POLITICAL),
    "Non-state actor overtakes territory": (BATTLES, POLITICAL),
    "Armed clash": (BATTLES, POLITICAL),
    "Excessive force against protesters": ("Protests", f"{POLITICAL}; Demonstrations"),
    "Protest with intervention": ("Protests", "Demonstrations"),
    "Peaceful protest": ("Protests", "Demonstrations"),
    "Violent demonstration": ("Riots", "Demonstrations"),
    "Mob violence": ("Riots", POLITICAL),
    "Chemical weapon": (REMOTE, POLITICAL),
    "Air/drone strike": (REMOTE, POLITICAL),
    "Suicide bomb": (REMOTE, POLITICAL),
    "Shelling/artillery/missile attack": (REMOTE, POLITICAL),
    "Remote explosive/landmine/IED": (REMOTE, POLITICAL),
    "Grenade": (REMOTE, POLITICAL),
    "Sexual violence": (VIOLENCE, POLITICAL),
    "Attack": (VIOLENCE, POLITICAL),
    "Abduction/forced disappearance": (VIOLENCE, POLITICAL),
    "Agreement": (STRATEGIC, STRATEGIC),
    "Arrests": (STRATEGIC, STRATEGIC),
    "Change to group/activity": (STRATEGIC, STRATEGIC),
    "Disrupted weapons use": (STRATEGIC, STRATEGIC),
    "Headquarters or base established": (STRATEGIC, STRATEGIC),
    "Looting/property destruction": (STRATEGIC, STRATEGIC),
    "Non-violent transfer of territory": (STRATEGIC, STRATEGIC),
    "Other": (STRATEGIC, STRATEGIC),
}
RANK = {name: number for number, name in enumerate(SUB_EVENTS)}


def codes(event: Event) -> dict[str, Any]:
    """ACLED's codes in the data file of an event's type."""
    kind = load().events.get(event.type)
    found: dict[str, Any] = (kind.data.get("codes", {}) if kind else {}).get("acled") or {}
    return found


def event_types(event: Event, first: Actor | None, second: Actor | None, near_by: Nearby) -> tuple[str, str] | None:
    """ACLED's event and sub-event type; None where ACLED codes no such event."""
    found = codes(event)
    if not found or accidental(event):
        return None
    if event.type in CONTROL:
        return capture_types(event, first, near_by)
    main, sub = str(found["event_type"]), str(found["sub_event_type"])
    against_civilians = second is not None and second.inter == CIVILIANS
    if event.type == "detain" and first and first.inter not in (STATE, EXTERNAL):
        return VIOLENCE, str(found["others"])
    if main == VIOLENCE and not against_civilians and sub == "Attack":
        return BATTLES, "Armed clash"
    return (VIOLENCE, "Attack") if main == BATTLES and against_civilians else (main, sub)


def accidental(event: Event) -> bool:
    """Whether what killed or hurt is told to be nobody's attack, such as stray or celebratory fire."""
    parties = dict(event.roles).get("agent", ())
    return any(has(party.span.text, "unintended") for party in parties if party.span)


def capture_types(event: Event, first: Actor | None, near_by: Nearby) -> tuple[str, str]:
    """A capture: a clash where the place changed hands again within a day, by the state, by others, or without resistance."""
    if not resisted(event, near_by.fights):
        return STRATEGIC, "Non-violent transfer of territory"
    if any(taken_back(event, other) for other in near_by.captures):
        return BATTLES, "Armed clash"
    regained = first is not None and first.inter == STATE
    return BATTLES, "Government regains territory" if regained else "Non-state actor overtakes territory"


def completed(
    event: Event, first: Actor | None, second: Actor | None, types: tuple[str, str]
) -> tuple[Actor | None, Actor | None]:
    """The actors as ACLED's types need them: an armed actor nobody names is unidentified; a lone actor stands first."""
    nobody = unidentified("", scene_of(event))
    if types[0] == VIOLENCE:
        return first or nobody, second
    if types[0] == BATTLES and (first or second):
        return first or nobody, second or nobody
    if types[0] == REMOTE:
        return first or nobody, second
    return (first, second) if first else (second, None)


def taken_back(event: Event, other: Event) -> bool:
    """Whether another side took the same place within a day after."""
    mine, theirs = day_taken(event), day_taken(other)
    same_place = event.place is not None and other.place is not None and event.place.id == other.place.id
    if not same_place or mine is None or theirs is None or sides(event) & sides(other):
        return False
    return 0 <= (theirs - mine).days <= 1 and (theirs, other.id) > (mine, event.id)


def day_taken(event: Event) -> date | None:
    """The one day of a capture, None where it is not told so exactly."""
    first, last = days(event)
    return first if first and first == last else None


def sides(event: Event) -> set[str | None]:
    """The sides that act in an event."""
    return {party.side for party in dict(event.roles).get("agent", ())}


def resisted(event: Event, fights: Iterable[Event]) -> bool:
    """Whether fighting is told in the same place within a few days, or people were killed in it."""
    return bool(values(killed(event))) or any(near(event, fight) for fight in fights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """What else is told of the units that an event's place is or lies in."""

    fights: tuple[Event, ...] = ()
    captures: tuple[Event, ...] = ()


def by_unit(events: Iterable[Event], types: frozenset[str]) -> dict[str, list[Event]]:
    """The events of some types by each unit below a country that their place is or lies in."""
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.type in types:
            for unit in units(event):
                found.setdefault(unit, []).append(event)
    return found


def nearby(event: Event, fighting: dict[str, list[Event]], captures: dict[str, list[Event]]) -> Nearby:
    """The fighting and the captures told in any unit that an event's place is or lies in."""

    def others(found: dict[str, list[Event]]) -> tuple[Event, ...]:
        return tuple(other for unit in sorted(units(event)) for other in found.get(unit, ()) if other.id != event.id)

    return Nearby(fights=others(fighting), captures=others(captures))


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


def disorder(sub: str) -> str:
    """ACLED's disorder type of a sub-event type."""
    return SUB_EVENTS[sub][1]
