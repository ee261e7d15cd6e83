"""Claims that exclude one another without a word of denial: two holders of one place, a person dead and alive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.reconcile.compare import day_number, days_apart
from counterclaim.reconcile.events import Happened
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.opposing import related, tellings_for
from counterclaim.reconcile.saying import Saying
from counterclaim.reconcile.standing import Voice
from counterclaim.reconcile.voices import holders_of, voices_on
from counterclaim.records import Facet, Reading

SOON = 30
MOST_RIVALS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """The rival voices of each event by facet, and the pairs of events that exclude one another."""

    voices: dict[str, dict[Facet, list[Voice]]] = field(default_factory=dict)
    pairs: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, event: str, facet: Facet, voices: Sequence[Voice]) -> None:
        """Notes voices against a facet of an event."""
        rival = [replace(voice, says="rival") for voice in voices if voice.says in ("supports", "concedes")]
        self.voices.setdefault(event, {}).setdefault(facet, []).extend(rival)


def find_rivals(groups: Sequence[Happened], readings: Sequence[Reading], loose: Sequence[Saying], lexicon: Lexicon) -> Rivals:
    """The rival accounts among these events and claims."""
    found, voices = Rivals(), dict[str, list[Voice]]()
    for left, right in two_holders(groups, lexicon):
        found.pairs.append((left.id, right.id, "two holders of one place on one day"))
        for one, other in ((left, right), (right, left)):
            if other.id not in voices:
                voices[other.id] = voices_on("control", other.sayings, lexicon)
            found.add(one.id, "control", voices[other.id])
    add_living(found, groups, readings, loose, lexicon)
    return found


def two_holders(groups: Sequence[Happened], lexicon: Lexicon) -> Iterator[tuple[Happened, Happened]]:
    """Pairs of events by which one place has two holders on one day."""
    by_spot: dict[str, list[Happened]] = {}
    for group in groups:
        if "hold_control" in group.whole.kinds or "capture" in group.whole.kinds:
            for spot in sorted(group.whole.spots) or sorted(group.whole.place_names):
                by_spot.setdefault(spot, []).append(group)
    holding = {group.id: holders(group) for members in by_spot.values() for group in members}
    for members in by_spot.values():
        ordered = sorted(members, key=lambda group: (group.whole.first, group.id))
        for index, left in enumerate(ordered):
            for right in ordered[index + 1 : index + 1 + MOST_RIVALS]:
                if day_number(right.whole.first) > day_number(left.whole.last):
                    break
                held = holding[left.id] | holding[right.id]
                if exclude(left, right, holding, lexicon) and (is_sourced(left, held) or is_sourced(right, held)):
                    yield left, right


def is_sourced(group: Happened, held: frozenset[str]) -> bool:
    """Whether somebody tells of an event who is more than the narrator of an outlet of neither holder."""
    told = [one.speaker for one in group.sayings if one.happening is not None and one.happening.counts_for]
    return any(not speaker.narrator or f"side {speaker.side}" in held for speaker in told)


def exclude(left: Happened, right: Happened, holding: Mapping[str, frozenset[str]], lexicon: Lexicon) -> bool:
    """Whether two events of control cannot both be: other holders, days that meet, and one of them a holding on."""
    one, other = holding[left.id], holding[right.id]
    if not one or not other or one & other or days_apart(left.whole, right.whole) > 0:
        return False
    if any(related(mine, theirs, lexicon) for mine in one for theirs in other):
        return False
    both_dated = left.whole.dated and right.whole.dated
    return both_dated or "hold_control" in left.whole.kinds | right.whole.kinds


def holders(group: Happened) -> frozenset[str]:
    """Who holds the place by an event."""
    told = [one.happening for one in group.sayings if one.happening is not None and one.happening.counts_for]
    return frozenset(name for one in told for name in holders_of(one))


def add_living(
    found: Rivals, groups: Sequence[Happened], readings: Sequence[Reading], loose: Sequence[Saying], lexicon: Lexicon
) -> None:
    """Notes claims that a person lives as rivals of the claims that the person was killed."""
    dead: dict[str, list[Happened]] = {}
    for group in groups:
        for person in said_killed(group):
            dead.setdefault(person, []).append(group)
    if not dead:
        return
    by_id = {reading.document.id: reading for reading in readings}
    for saying in loose:
        reading = by_id.get(saying.claim.document)
        for person in living(saying, reading, lexicon) if reading else ():
            before = told_day(saying, reading) if reading else None
            for group in dead.get(person, ()):
                if within_days(saying.day, group.whole.last) and (before is None or before >= group.whole.first):
                    found.add(group.id, "occurrence", [living_voice(saying)])


def said_killed(group: Happened) -> frozenset[str]:
    """The persons of whom the claims on an event say that they were killed."""
    return frozenset(person for _, told in tellings_for(group.sayings) if told.kind == "kill" for person in told.people)


def living(saying: Saying, reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    """The persons of whom a claim says that they are alive."""
    content = saying.claim.content
    if content is None or saying.claim.polarity == "negative" or not lexicon.alive.search(content.text):
        return
    for mention in reading.mentions:
        if mention.kind == "person" and mention.name and content.start <= mention.span.start < content.end:
            yield mention.name.casefold()


def told_day(saying: Saying, reading: Reading) -> str | None:
    """The last day that a claim's words speak of, or None: who survived something earlier can still have died later."""
    content = saying.claim.content
    if content is None:
        return None
    return max(
        (
            when.latest[:10]
            for when in reading.whens
            if when.latest and when.span and content.start <= when.span.start < content.end
        ),
        default=None,
    )


def living_voice(saying: Saying) -> Voice:
    """The voice of a claim that a person lives."""
    speaker = saying.speaker
    return Voice(
        claim=saying.claim.id,
        origin=saying.origin,
        speaker=speaker.id,
        name=speaker.name,
        says="supports",
        side=speaker.side,
        party=speaker.side is not None,
        access=speaker.access,
        narrator=speaker.narrator,
        day=saying.day,
    )


def within_days(day: str | None, other: str) -> bool:
    """Whether a day lies within a month of another; an unknown one does."""
    return day is None or abs(day_number(day) - day_number(other)) <= SOON
