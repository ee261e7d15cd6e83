"""What each claim says happened, reduced to what is compared: type, days, places, doers, victims, tolls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.speakers import Names, side_of
from counterclaim.records import INNER, Claim, Count, EventMention, Located, Party, Reading

TOLD = frozenset({"actual", None})
ACTORS = frozenset({"person", "group", "government", "organisation"})
WORD = re.compile(r"\w+")
LONG = 80
SURE = 0.8
HEADLINE = 700
UNDONE = -1.5  # on the scale of factuality, -3 to 3
EARLIEST, LATEST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One claim's event: `dated` where its words give the days; `spot` is the narrowest place, `areas` those that hold it.

    `stand_ins` gives the words for whom a pronoun stands, by its mention.
    `unsure` is the name of a place that may be another of its name. Where it is told `of_loser`, the doers lose a place.
    """

    claim: str
    document: str
    start: int
    kind: str
    first: str
    last: str
    dated: bool
    spot: str | None = None
    areas: tuple[str, ...] = ()
    reach_km: float = 0.0
    where: tuple[float, float] | None = None
    place_name: str | None = None
    unsure: str | None = None
    country: str | None = None
    of_loser: bool = False
    doers: frozenset[str] = frozenset()
    hurt: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    killed: tuple[int, int] | None = None
    injured: tuple[int, int] | None = None
    sums: bool = False
    counts_for: bool = True
    stand_ins: tuple[tuple[str, str], ...] = ()


def happenings_of(reading: Reading, names: Names, lexicon: Lexicon) -> list[Happening]:
    """The happenings that a document tells of, in text order; plans, conditions, history and rules of life are none."""
    located = {found.mention: found for found in reading.located}
    return sorted(found_in(reading, located, names, lexicon), key=lambda happening: (happening.start, happening.claim))


def found_in(reading: Reading, located: Mapping[str, Located], names: Names, lexicon: Lexicon) -> Iterator[Happening]:
    """The happening of each claim that has one; a headline sums up what the sentence below it does."""
    title = end_of_title(reading)
    below = next((sentence for sentence in reading.sentences if sentence.start > title), None)
    summed = below is not None and sums_up(reading.document.text[below.start : below.end], lexicon)
    for claim in reading.claims:
        if claim.event is not None and is_told(claim, claim.event):
            found = happening_of(claim, claim.event, reading, located, names, lexicon)
            yield replace(found, sums=True) if summed and found.start < title else found


def is_told(claim: Claim, event: EventMention) -> bool:
    """Whether a claim says of an event that it was, or was not."""
    if claim.modality not in TOLD or event.historical or event.generic:
        return False
    return event.modality == "actual" or claim.stance in ("denies", "retracts", "no_comment")


def happening_of(
    claim: Claim, event: EventMention, reading: Reading, located: Mapping[str, Located], names: Names, lexicon: Lexicon
) -> Happening:
    """The happening of one claim."""
    published = reading.document.published
    first, last, dated = days_of(event, published, lexicon)
    found = located.get(event.place.mention or "") if event.place else None
    place = found.place if found else None
    doers, hurt = parties(event, "agent", names, published, lexicon), parties(event, "patient", names, published, lexicon)
    return Happening(
        claim=claim.id,
        document=reading.document.id,
        start=event.trigger.start,
        kind=event.type,
        first=first,
        last=last,
        dated=dated,
        spot=place.id if place else None,
        areas=place.parents if place else (),
        reach_km=(place.radius_km or 0.0) if place else 0.0,
        where=(place.latitude, place.longitude)
        if place and place.latitude is not None and place.longitude is not None
        else None,
        place_name=place.name.casefold() if place and not place.id.startswith(INNER) else told_name(event.place, reading),
        unsure=place.name.casefold() if found and place and (found.probability or 0.0) < SURE else None,
        country=place.country if place else None,
        of_loser=event.type in lexicon.losing,
        doers=doers,
        hurt=hurt,
        stand_ins=tuple(stand_ins(event, names)),
        people=people(event, names),
        objects=objects(event, lexicon),
        killed=range_of(event, "killed"),
        injured=range_of(event, "injured"),
        sums=(dated and adds_up(event, first, last, int(lexicon.joining["sum_days"]))) or sums_up(claim.sentence.text, lexicon),
        counts_for=claim.stance not in ("denies", "retracts", "no_comment")
        and claim.polarity != "negative"
        and not is_undone(event),
    )


def is_undone(event: EventMention) -> bool:
    """Whether the words of an event say that it was not, whatever the claim says of it ("has refused to sign", "no damage")."""
    return event.factuality is not None and event.factuality <= UNDONE


def adds_up(event: EventMention, first: str, last: str, days: int) -> bool:
    """Whether an event mention tells a sum over a long time ("400 killed this year") and no single happening."""
    return any(count.total for count in event.counts) and day_before(last, days) > first


def sums_up(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence tells what several deeds did together ("nine were killed in three separate attacks")."""
    return lexicon.within_several.search(sentence) is not None


def days_of(event: EventMention, published: str | None, lexicon: Lexicon) -> tuple[str, str, bool]:
    """The first and last day that an event may lie on, and whether its own words say so."""
    when = event.when
    last = (when.latest if when else None) or published
    told = when is not None and when.span is not None and when.earliest is not None
    if told and when is not None and when.earliest is not None:
        return when.earliest[:10], (last or LATEST)[:10], True
    if last is None:
        return EARLIEST, LATEST, False
    reach = lexicon.joining["reach"]
    earliest = day_before(last[:10], int(reach.get(event.type, reach["default"])))
    if when is not None and when.earliest is not None and when.earliest[:10] > earliest:
        earliest = when.earliest[:10]
    return earliest, last[:10], False


def day_before(day: str, days: int) -> str:
    """The day that lies this many days before another; a day that is none of the calendar stays as it is."""
    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def end_of_title(reading: Reading) -> int:
    """Where the headline ends: a first passage of one line that no full stop closes; 0 where there is none."""
    line, gap, _ = reading.document.text[: reading.document.body_start + HEADLINE].partition("\n\n")
    return len(line) if gap and "\n" not in line.strip() and line.rstrip()[-1:].isalnum() else 0


def told_name(party: Party | None, reading: Reading) -> str | None:
    """The name of a place that no gazetteer knows, case folded; None for a mere description."""
    if party is None or not party.name:
        return None
    named = any(one.form == "name" for one in reading.mentions if one.id == party.mention)
    return party.name.casefold() if named or party.mention is None else None


def objects(event: EventMention, lexicon: Lexicon) -> frozenset[str]:
    """The words for what was hit or where, such as "market" or "convoy", common ones left out."""
    parties = [*in_role(event, "patient"), *([event.place] if event.place else [])]
    text = " ".join(party.span.text for party in parties if party.span is not None and len(party.span.text) < LONG)
    return frozenset(word for word in WORD.findall(text.casefold()) if len(word) > 3 and word not in lexicon.common)


def parties(event: EventMention, role: str, names: Names, day: str | None, lexicon: Lexicon) -> frozenset[str]:
    """The sides of those in a role, or their names where they are of no side; descriptions count for nothing."""
    found = set()
    for party in in_role(event, role):
        side = side_of(party, names, day, lexicon)
        if side is not None:
            found.add(f"side {side}")
        elif party.name and party.kind in ACTORS:
            found.add((names.names.get(names.chains.get(party.mention or "", "")) or party.name).casefold())
    return frozenset(found)


def stand_ins(event: EventMention, names: Names) -> Iterator[tuple[str, str]]:
    """For each nameless party of an event with its mention, the words by which its document first describes it."""
    for _, found in event.roles:
        for party in found:
            words = names.described.get(names.chains.get(party.mention or "", ""))
            if party.name is None and party.mention is not None and words is not None:
                yield party.mention, words


def people(event: EventMention, names: Names) -> frozenset[str]:
    """The persons to whom the event happened, by name."""
    named = [party for party in in_role(event, "patient") if party.kind == "person" and party.name]
    return frozenset((names.names.get(names.chains.get(p.mention or "", "")) or p.name or "").casefold() for p in named)


def in_role(event: EventMention, role: str) -> tuple[Party, ...]:
    """The parties in a role of an event, none where they were only taken over from an earlier telling."""
    if role in event.roles_inferred:
        return ()
    return tuple(party for name, found in event.roles if name == role for party in found)


def range_of(event: EventMention, measure: str) -> tuple[int, int] | None:
    """The lowest and highest count of a measure that an event mention gives, or None."""
    counts = [count for count in event.counts if count.measure == measure and not count.total]
    bounds = [bound for count in counts for bound in bounds_of(count)]
    return (min(bounds), max(bounds)) if bounds else None


def bounds_of(count: Count) -> list[int]:
    """The numbers that a count gives."""
    return [bound for bound in (count.low, count.best, count.high) if bound is not None]


def negates(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a negative claim says that its event was not: of one that happened all the same, it denies something else.

    "The video does not show when the killings took place" is no word against the killings, nor "there were not enough
    troops to take the town" or "it was not clear who took it" one against the capture.
    """
    event = claim.event
    told = event is not None and event.factuality is not None and event.factuality > 0
    words = claim.content or claim.sentence
    return claim.polarity == "negative" and not told and lexicon.partly.search(words.text) is None
