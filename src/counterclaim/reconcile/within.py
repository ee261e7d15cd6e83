"""Joins the claims of one document that are on one happening into tellings."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.reconcile.compare import conflict, doer_decides, on_map, tolls_far, two_in_one
from counterclaim.reconcile.happenings import Happening, end_of_title
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.tellings import Telling, joined, telling_of, types_fit
from counterclaim.records import EventMention, Reading

NEAR_CHARACTERS = 350
LEAD_CHARACTERS = 700
OPENING_WEIGHT = 3
HARM = frozenset({"violence", "harm", "damage"})


def tellings_in(reading: Reading, happenings: Sequence[Happening], lexicon: Lexicon, *, several: bool = False) -> list[Telling]:
    """The tellings of one document, in text order; in a round-up of `several` happenings each paragraph is one of its own."""
    answers = answered(reading)
    tellings: list[Telling] = []
    ends: list[int] = []
    lead_end = reading.document.body_start + LEAD_CHARACTERS
    title_end = end_of_title(reading)
    starts = [sentence.start for sentence in reading.sentences]
    breaks = paragraph_ends(reading.document.text) if several else []
    deeds = {claim.id: claim.event for claim in reading.claims if claim.event is not None and has_doer(claim.event)}
    for happening in happenings:
        one = telling_of(happening, reading.document.published)
        here = bisect(starts, happening.start)
        beside = [bisect(starts, end) == here for end in ends]
        apart = [
            (near and told_apart(one, telling, lexicon))
            or taken_back(one, telling, deeds, lexicon)
            or (bisect(breaks, end) != bisect(breaks, happening.start) and not one_thread(one, telling))
            for near, telling, end in zip(beside, tellings, ends, strict=True)
        ]
        index = best_home(one, happening, tellings, ends, answers.get(happening.claim, frozenset()), apart, title_end, lexicon)
        if index is None:
            tellings.append(one)
            ends.append(happening.start)
        else:
            tellings[index], ends[index] = joined(tellings[index], one), happening.start
    first = chief(tellings, happenings, lead_end, lexicon)
    return [replace(telling, lead=index == first) for index, telling in enumerate(tellings)]


def answered(reading: Reading) -> dict[str, frozenset[str]]:
    """For each claim of a document, the claims of it that it answers or that answer it."""
    found: dict[str, set[str]] = {}
    for claim in reading.claims:
        for answer in claim.answers:
            found.setdefault(claim.id, set()).add(answer.claim)
            found.setdefault(answer.claim, set()).add(claim.id)
    return {claim: frozenset(others) for claim, others in found.items()}


def best_home(
    one: Telling,
    happening: Happening,
    tellings: Sequence[Telling],
    ends: Sequence[int],
    answers: frozenset[str],
    apart: Sequence[bool],
    title_end: int,
    lexicon: Lexicon,
) -> int | None:
    """The index of the telling that a claim belongs to, the nearest of the best; None where it tells of something new."""
    scores = [
        (closeness(one, telling, happening.start - end, answers, lexicon, titled=end < title_end), index)
        for index, (telling, end) in enumerate(zip(tellings, ends, strict=True))
        if not apart[index]
    ]
    best = max(scores, default=(0.0, 0))
    return best[1] if best[0] >= float(lexicon.joining["same_within"]) else None


def closeness(
    one: Telling, telling: Telling, distance: int, answers: frozenset[str], lexicon: Lexicon, *, titled: bool = False
) -> float:
    """How surely a claim is on the happening of a telling of its document; below 0 where it cannot be.

    A headline (`titled`) leaves out the name of whom it tells of, the lead gives it.
    """
    if conflict(one, telling, lexicon) is not None:
        return -1.0
    if answers & set(telling.claims):
        return 5.0
    if names_differ(one, telling):
        return -1.0
    score = 0.5 if types_fit(one, telling, lexicon) else -0.1
    score += 0.7 if one.objects & telling.objects else 0.0
    score += 1.0 if one.spots & telling.spots or one.place_names & telling.place_names else 0.0
    score += 0.6 if (one.doers & telling.doers) or (one.hurt & telling.hurt) else 0.0
    score += 2.0 if one.people & telling.people else 0.0
    score += 0.4 if one.dated and telling.dated and (one.first, one.last) == (telling.first, telling.last) else 0.0
    score += 0.6 if distance <= NEAR_CHARACTERS else 0.0
    score -= 0.7 if one.doers and telling.doers and not one.doers & telling.doers else 0.0
    score -= 0.7 if tolls_far(one, telling) else 0.0
    unnamed = titled and not telling.people
    score -= 2.5 if one.people != telling.people and not one.people & telling.people and not unnamed else 0.0
    return score


def told_apart(one: Telling, telling: Telling, lexicon: Lexicon) -> bool:
    """Whether two violent events of one sentence are of two kinds: who names both in one breath means two."""
    families = {lexicon.traits_of(kind).family for kind in one.kinds | telling.kinds}
    return not one.kinds & telling.kinds and families == {"violence"}


def paragraph_ends(text: str) -> list[int]:
    """Where the lines of a text end."""
    return [index for index, letter in enumerate(text) if letter == "\n"]


def one_thread(one: Telling, telling: Telling) -> bool:
    """Whether two tellings name a person in common, or a place narrower than those of the gazetteer."""
    narrow = one.place_names & telling.place_names and not on_map(one) and not on_map(telling)
    return bool(one.people & telling.people or narrow)


def taken_back(one: Telling, telling: Telling, deeds: Mapping[str, EventMention], lexicon: Lexicon) -> bool:
    """Whether one tells of taking back what the other tells that somebody else took; both say who."""
    if one.doers & telling.doers or not doer_decides(one, telling, lexicon):
        return False
    sides = [[deeds[claim] for claim in some.claims if claim in deeds] for some in (one, telling)]
    again = [any(lexicon.taking_back.search(event.trigger.text) for event in events) for events in sides]
    return all(sides) and again[0] != again[1]


def has_doer(event: EventMention) -> bool:
    """Whether the words of an event tell who did it."""
    return "agent" not in event.roles_inferred and any(role == "agent" and parties for role, parties in event.roles)


def names_differ(one: Telling, telling: Telling) -> bool:
    """Whether both name a place, no gazetteer places both, and the names are not one."""
    if one.spots and telling.spots:
        return two_in_one(one, telling)
    return bool(one.place_names and telling.place_names and not one.place_names & telling.place_names)


def chief(tellings: Sequence[Telling], happenings: Sequence[Happening], lead_end: int, lexicon: Lexicon) -> int | None:
    """The index of what a report tells most of, its lead counting more; violence and harm come before what follows."""
    starts = {happening.claim: happening.start for happening in happenings}
    weights = [sum(OPENING_WEIGHT if starts[claim] < lead_end else 1 for claim in one.claims) for one in tellings]
    harm = [any(lexicon.traits_of(kind).family in HARM for kind in one.kinds) for one in tellings]
    return max(range(len(tellings)), key=lambda index: (harm[index], weights[index], -index), default=None)
