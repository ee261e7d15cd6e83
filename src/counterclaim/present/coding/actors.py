"""Who acts and who is acted upon, in the words of other datasets; an actor's kind follows from its group and the day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.entries import Group
from counterclaim.knowledge.load import load
from counterclaim.present.coding.countries import coding, country_name
from counterclaim.present.index import Index
from counterclaim.present.shapes import best_name
from counterclaim.records import Event, Party

CIVILIANS = "Civilians"
ACTING = frozenset({"person", "group", "government", "organisation", "nationality", "witness", "unnamed", "media"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor: name, kind in ACLED's words, side."""

    name: str
    inter: str
    side: str | None = None


@cache
def groups() -> dict[str, Group]:
    """All groups by id."""
    return load().groups()


def actors(event: Event, index: Index) -> tuple[Actor | None, Actor | None]:
    """The one who acts and the one acted upon; None where nobody is told."""
    roles = dict(event.roles)
    day = (event.when.earliest or event.when.latest) if event.when else event.first_reported
    country = event.place.country if event.place else None
    return (
        actor(roles.get("agent", ()), index, day, country),
        actor(roles.get("patient", ()), index, day, country),
    )


def actor(parties: tuple[Party, ...], index: Index, day: str | None, country: str | None) -> Actor | None:
    """The first party as an actor."""
    if not parties:
        return None
    party = parties[0]
    name = best_name(party, index) or (party.span.text if party.span else "")
    if civilian(party, name):
        return Actor(name=f"{CIVILIANS} ({country_name(country)})" if country else CIVILIANS, inter=CIVILIANS, side=party.side)
    if not name or not (party.known or party.side or party.kind in ACTING):
        return None
    return Actor(name=name, inter=inter(party, day, country), side=party.side)


def civilian(party: Party, name: str) -> bool:
    """Whether a party is civilians: a word for them, and no side of its own."""
    words = set((party.span.text if party.span else name).casefold().split())
    return not party.known and not party.side and bool(words & set(coding()["civilians"]["words"]))


def inter(party: Party, day: str | None, country: str | None) -> str:
    """The kind of an actor on a day: a state's forces abroad are external, a group that holds the state is the state."""
    group = groups().get(party.known or "")
    kind = group.kind if group else (party.kind or "group")
    found = str(coding()["inter"].get(kind, "Rebel group"))
    if party.known and holds_state(party.known, day):
        return "State forces"
    if found == "State forces" and group and group.country and country and group.country != country:
        return "External/Other forces"
    return found


def holds_state(known: str, day: str | None) -> bool:
    """Whether a group held a state on a day."""
    spans = coding()["state_forces"].get(known, ())
    return bool(day) and any(span.get("from", "") <= (day or "")[:10] <= span.get("to", "9999") for span in spans)


def interaction(first: Actor | None, second: Actor | None) -> str:
    """ACLED's pair of kinds, the lower code first; one-sided where nobody else is told."""
    kinds = sorted({one.inter for one in (first, second) if one}, key=lambda kind: int(coding()["inter_codes"][kind]))
    both = [one.inter for one in (first, second) if one]
    if not both:
        return ""
    if len(both) == 1:
        return f"{both[0]} only"
    if set(both) == {"External/Other forces", CIVILIANS}:
        return f"External/Other forces-{CIVILIANS}"
    return "-".join(kinds if len(kinds) == 2 else both)
