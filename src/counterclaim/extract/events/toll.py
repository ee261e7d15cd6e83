"""How many one report says were killed or hurt in what it mainly tells of."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.records import Count, EventMention, Measure, Party


def toll_of(events: Sequence[EventMention], measure: Measure, types: Sequence[str]) -> int:
    """The least number of people that these events say were killed (or injured), counting each named person once."""
    told = [event for event in events if counts_here(event)]
    highest = max((low_of(count) for event in told for count in event.counts if counts_for(count, measure)), default=0)
    people = {who for event in told if event.type in types for who in single_people(event)}
    some = any(event.type in types for event in told)
    return max(highest, len(people), int(some and highest == 0 and not denied(told, measure)))


def counts_here(event: EventMention) -> bool:
    """Whether an event is told as done, here and now."""
    return event.modality == "actual" and event.polarity == "positive" and not event.generic and not event.historical


def counts_for(count: Count, measure: Measure) -> bool:
    """Whether a count is of this measure and no running total over other events."""
    return count.measure == measure and not count.total


def low_of(count: Count) -> int:
    """The low bound of a count, 0 where it has none."""
    return count.low or 0


def denied(events: Sequence[EventMention], measure: Measure) -> bool:
    """Whether a count of nobody stands in these events."""
    return any(count.measure == measure and count.high == 0 for event in events for count in event.counts)


def single_people(event: EventMention) -> set[str]:
    """The named people among those that an event harmed, by last name."""
    return {name_key(party) for party in dict(event.roles).get("patient", ()) if party.kind == "person" and party.name}


def name_key(party: Party) -> str:
    """The last word of a name in lower case."""
    return (party.name or "").split()[-1].casefold() if (party.name or "").split() else ""
