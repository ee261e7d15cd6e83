"""Event records: one group of tellings with its claims, roles, place, days, figures and the standing of each facet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.reconcile.figures import figures_of
from counterclaim.reconcile.happenings import EARLIEST, LATEST
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.saying import Saying
from counterclaim.reconcile.standing import Voice, stand
from counterclaim.reconcile.tellings import Telling, joined_all, naming_kind
from counterclaim.reconcile.voices import FACETS, voices_on
from counterclaim.records import (
    Document,
    Event,
    EventType,
    Facet,
    Party,
    Place,
    Standing,
    When,
    content_id,
)

LONG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A group of tellings on its way to an event: the tellings, as one and one by one, with the claims on each of them.

    `sayings` are the claims in order of report, each once.
    """

    id: str
    whole: Telling
    tellings: tuple[Telling, ...]
    told: Mapping[str, tuple[Saying, ...]]
    sayings: tuple[Saying, ...]
    links: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()


def happened(tellings: Sequence[Telling], told: Mapping[str, Sequence[Saying]], links: Iterable[str]) -> Happened:
    """A group of tellings with the claims on them; its id comes from where it was first told, and lasts while that does."""
    whole = joined_all(tellings)
    every = {saying.claim.id: saying for telling in tellings for saying in told.get(telling.id, ())}
    return Happened(
        id=content_id("event", *whole.first_told[1:]),
        whole=whole,
        tellings=tuple(tellings),
        told={telling.id: tuple(told.get(telling.id, ())) for telling in tellings},
        sayings=tuple(sorted(every.values(), key=report_order)),
        links=tuple(sorted(set(links))),
    )


def report_order(saying: Saying) -> tuple[str, str, int, str]:
    """The order in which claims were reported."""
    claim = saying.claim
    start = saying.happening.start if saying.happening else claim.sentence.start
    return (saying.day or "9999", claim.document, start, claim.id)


def event_of(
    group: Happened,
    rivals: Mapping[Facet, Sequence[Voice]],
    documents: Mapping[str, Document],
    places: Mapping[str, Place],
    spoken: Mapping[str, str],
    titles: Mapping[str, object],
    lexicon: Lexicon,
) -> Event:
    """The event record of a group of tellings; `spoken` holds what the documents call each place."""
    kind = naming_kind(supported_kinds(group, lexicon), lexicon)
    told = [saying.claim.document for saying in group.sayings]
    days = sorted(day[:10] for name in set(told) if (day := documents[name].published))
    roles, place = roles_of(group), place_of(group, places)
    name = spoken.get(place.id, place.name) if place else place_name(group)
    return Event(
        id=group.id,
        type=kind,
        title=title_of(kind, roles, name, titles, lexicon.small, stand_ins_of(group)),
        claims=tuple(saying.claim.id for saying in group.sayings),
        documents=tuple(sorted(set(told))),
        standings=standings_of(group, rivals, lexicon),
        independent_origins=len({saying.origin for saying in group.sayings}),
        roles=roles,
        place=place,
        place_name=name,
        when=when_of(group.whole),
        figures=figures_of(group.sayings),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        replaces=group.replaces,
        links=group.links,
    )


def supported_kinds(group: Happened, lexicon: Lexicon) -> frozenset[str]:
    """The types that claims for the event tell it as, less those that only a few tell; those of its denials where none do."""
    told = [saying.happening for saying in group.sayings if saying.happening is not None]
    documents: dict[str, set[str]] = {}
    for one in [one for one in told if one.counts_for] or told:
        documents.setdefault(one.kind, set()).add(one.document)
    most = max(map(len, documents.values()), default=0)
    few = {kind for kind, found in documents.items() if kind in lexicon.joining["naming_by_most"] and len(found) < most}
    return frozenset(documents.keys() - few)


def standings_of(group: Happened, rivals: Mapping[Facet, Sequence[Voice]], lexicon: Lexicon) -> tuple[Standing, ...]:
    """The standing of each facet that claims speak to, occurrence first."""
    found: list[Standing] = []
    for facet in FACETS:
        voices = [*voices_on(facet, group.sayings, lexicon), *rivals.get(facet, ())]
        if facet == "occurrence" or any(voice.says != "nothing" for voice in voices):
            found.append(stand(facet, voices, lexicon.standing))
    return tuple(found)


def roles_of(group: Happened) -> tuple[tuple[str, tuple[Party, ...]], ...]:
    """Who fills each role, each party once, named ones before described ones, in order of report."""
    found: dict[str, dict[str, Party]] = {}
    for saying in group.sayings:
        event = saying.claim.event
        if event is None or saying.happening is None or not saying.happening.counts_for:
            continue
        for role, parties in event.roles:
            for party in parties:
                key = party.name or party.side or (party.span.text if party.span else "")
                found.setdefault(role, {}).setdefault(key.casefold(), party)
    return tuple((role, tuple(sorted(parties.values(), key=unnamed))) for role, parties in sorted(found.items()))


def unnamed(party: Party) -> bool:
    """Whether a party has no name."""
    return party.name is None


def place_of(group: Happened, places: Mapping[str, Place]) -> Place | None:
    """The narrowest place that claims give, or None."""
    spots = sorted(group.whole.spots) or [one.happening.spot for one in group.sayings if one.happening and one.happening.spot]
    known = [places[spot] for spot in spots if spot in places]
    return min(known, key=lambda place: (place.radius_km or 0.0, place.id), default=None)


def place_name(group: Happened) -> str | None:
    """The place as the first claim that gives one tells it."""
    for saying in group.sayings:
        event = saying.claim.event
        if event is not None and event.place is not None and saying.happening is not None:
            return event.place.name or (event.place.span.text if event.place.span else None)
    return None


def when_of(whole: Telling) -> When | None:
    """When the event was, as told; an interval without a beginning where only the day of the report bounds it."""
    if whole.last == LATEST and not whole.dated:
        return None
    same = whole.dated and whole.first == whole.last
    earliest = whole.first if whole.dated and whole.first != EARLIEST else None
    return When(
        id=content_id("when", whole.id, earliest, whole.last),
        span=None,
        timex_type="DATE",
        value=whole.last if same else None,
        earliest=earliest,
        latest=whole.last,
        precision="day" if same else "interval",
        rule="told" if whole.dated else "said before",
    )


def title_of(
    kind: EventType | str,
    roles: Sequence[tuple[str, tuple[Party, ...]]],
    place: str | None,
    titles: Mapping[str, object],
    small: frozenset[str],
    stand_ins: Mapping[str, str],
) -> str:
    """What the event is called in lists; `small` holds the words that stand in small letters inside a sentence."""
    names: Mapping[str, str] = titles["types"]  # type: ignore[assignment]
    of_place: Sequence[str] = titles["of_place"]  # type: ignore[assignment]
    of_patient: Sequence[str] = titles["of_patient"]  # type: ignore[assignment]
    by_role = {role: [called(party, small, stand_ins) for party in parties] for role, parties in roles}
    parts = [names.get(kind, kind)]
    patient = next((name for name in by_role.get("patient", ()) if name), None)
    if kind in of_place and place:
        parts.append(f"of {place}")
    elif kind in of_patient and patient:
        parts.append(f"of {patient}")
    if place and kind not in of_place:
        parts.append(f"in {place}")
    doer = next((name for name in by_role.get("agent", ()) if name), None)
    return " ".join([*parts, *([f"by {doer}"] if doer and kind != "clash" else [])])


def stand_ins_of(group: Happened) -> dict[str, str]:
    """The words for whom the pronouns in the claims of an event stand, by mention."""
    told = (saying.happening for saying in group.sayings if saying.happening is not None)
    return {mention: words for happening in told for mention, words in happening.stand_ins}


def called(party: Party, small: frozenset[str], stand_ins: Mapping[str, str]) -> str | None:
    """The short name of a party, its words where it has none; a person is never called by its side, a people is."""
    words = described(party, small, stand_ins)
    if party.kind == "person" and party.name is None:
        return words if words and " " in words else None
    if party.kind == "nationality":
        return party.side or party.name
    return party.name or party.side or words


def described(party: Party, small: frozenset[str], stand_ins: Mapping[str, str]) -> str | None:
    """The words of a party, or those for whom it stands, as they stand inside a sentence; None where they are many."""
    text = stand_ins.get(party.mention or "") or (party.span.text if party.span else "")
    if not text or len(text) >= LONG:
        return None
    first, gap, rest = text.partition(" ")
    return f"{first.lower() if first.lower() in small else first}{gap}{rest}"
