"""Builds the brief of a view as plain records; the renderers beside this file only lay them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from counterclaim.present.index import Index, build_index
from counterclaim.present.safe import printable
from counterclaim.present.shapes import best_name
from counterclaim.reconcile.lost_attribution import lost_attributions, sentence_of
from counterclaim.records import Claim, Control, Document, Event, Figure, Party, View, When

Lane = Literal["says", "denies", "confirms or admits", "shows as evidence", "silent"]
LANES: tuple[Lane, ...] = get_args(Lane)
LANE_OF: dict[str, Lane] = {
    "denies": "denies",
    "retracts": "denies",
    "confirms": "confirms or admits",
    "admits": "confirms or admits",
    "no_comment": "silent",
}
SPEECH_OF_INTENT = frozenset({"promises", "threatens", "demands", "offers"})
WEIGHT = {"contested": 0, "denied": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One voice on an event: who, through what, when, and the sentence with its file and offset.

    `translated` is the language that the report was translated from, if any: its sentences are then nobody's own words.
    """

    who: str
    stance: str
    channel: str | None
    day: str | None
    sentence: str
    uri: str
    start: int
    claim: str
    via: tuple[str, ...] = ()
    certainty: str = "certain"
    repeats: int = 0
    translated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBrief:
    """One event: headline, how it stands and why, the lanes of voices, the figures side by side."""

    id: str
    title: str
    type: str
    label: str
    place: str | None
    days: str | None
    standings: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    lanes: tuple[tuple[Lane, tuple[Line, ...]], ...]
    figures: tuple[str, ...]
    documents: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that a reader needs at first: the scope, the events, reported control, and what was left out by count."""

    scope: str
    events: tuple[EventBrief, ...]
    more: int
    control: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]


def build_brief(view: View, *, limit: int = 20, events: Sequence[Event] | None = None) -> Brief:
    """The brief of a view, or of some of its events, with at most `limit` events."""
    index = build_index(view)
    shown = sorted(view.events if events is None else events, key=importance)
    lost = {one.event: (sentence_of(one),) for one in lost_attributions(view)}
    return Brief(
        scope=scope_of(view),
        events=tuple(event_brief(event, index, lost.get(event.id, ())) for event in shown[:limit]),
        more=max(0, len(shown) - limit),
        control=tuple(control_line(row) for row in view.control),
        left_out=left_out(view, index),
    )


def importance(event: Event) -> tuple[int, int, int, str, str]:
    """A sort key: contested first, then disputed in any facet, then by voices."""
    first = event.standings[0] if event.standings else None
    label = first.label if first else "none"
    disputed = any(standing.dispute != "none" for standing in event.standings)
    weight = WEIGHT.get(label, 2 if disputed else 3 if first and first.support in ("admitted", "corroborated") else 4)
    return weight, -event.independent_origins, -len(event.claims), event.first_reported or "", event.id


def scope_of(view: View) -> str:
    """What the brief was made of, in one line."""
    days = sorted(document.published[:10] for document in view.documents if document.published)
    parts = [counted(len(view.documents), "document")]
    if view.origins:
        parts.append(counted(len(view.origins), "independent origin"))
    if days:
        parts.append(days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}")
    if view.as_of:
        parts.append(f"as of {view.as_of}")
    if view.undated:
        parts.append(f"{view.undated} undated left out")
    return ", ".join(parts)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "document"), counted(2, "document")
    ('1 document', '2 documents')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def event_brief(event: Event, index: Index, lost: tuple[str, ...] = ()) -> EventBrief:
    """One event laid out for reading; `lost` tells where an attribution was lost."""
    first = event.standings[0] if event.standings else None
    return EventBrief(
        id=event.id,
        title=headline(event.title),
        type=event.type,
        label=first.label if first else "none",
        place=place_line(event),
        days=days_line(event.when),
        standings=tuple((standing.facet, standing.label) for standing in event.standings),
        reasons=(*other_facets(event), *reasons_of(event), *lost),
        lanes=lanes_of(event, index),
        figures=tuple(figure_line(figure) for figure in event.figures),
        documents=len(event.documents),
        origins=event.independent_origins,
    )


def other_facets(event: Event) -> tuple[str, ...]:
    """The facets that are disputed otherwise than the event as a whole ("control: contested")."""
    first, others = event.standings[:1], event.standings[1:]
    disputed = [one for one in others if one.dispute != "none" and all(one.label != other.label for other in first)]
    return tuple(f"{one.facet}: {one.label}" for one in disputed)


def reasons_of(event: Event) -> tuple[str, ...]:
    """Why the event stands as it does, each reason once; what speaks to another facet than the first says to which."""
    told: dict[str, str] = {}
    for number, standing in enumerate(event.standings):
        for reason in standing.why:
            told.setdefault(reason.text, f"{standing.facet}, {reason.text}" if number else reason.text)
    return tuple(told.values())


def headline(title: str) -> str:
    """The title as a headline, its first letter a capital.

    >>> headline("capture of Bazarak")
    'Capture of Bazarak'
    """
    return printable(title[:1].upper() + title[1:])


def publisher_of(document: Document) -> str:
    """Who published a report: publisher, else agency, else the file's name."""
    return document.publisher or document.agency or document.uri.rsplit("/", 1)[-1]


def place_line(event: Event) -> str | None:
    """Where, with level and country, or as told where it is unresolved."""
    if event.place is None:
        return f"{event.place_name} (not on the map)" if event.place_name else None
    facts = ", ".join(part for part in (event.place.kind, event.place.country) if part)
    return f"{event.place_name or event.place.name} ({facts})"


def days_line(when: When | None) -> str | None:
    """When, as a day or a range; an open end is shown as such."""
    if when is None or not (when.earliest or when.latest):
        return None
    earliest, latest = (when.earliest or "")[:10], (when.latest or "")[:10]
    if earliest == latest:
        return earliest
    if not earliest:
        return f"by {latest}"
    return f"{earliest} to {latest}" if latest else f"since {earliest}"


def lanes_of(event: Event, index: Index) -> tuple[tuple[Lane, tuple[Line, ...]], ...]:
    """The lanes that hold anything, each in order of day."""
    filled: dict[Lane, dict[tuple[str, str], Line]] = {lane: {} for lane in LANES}
    silent = {claim for standing in event.standings for tally in standing.silent for claim in tally.claims}
    for claim in (index.claims[key] for key in dict.fromkeys((*event.claims, *sorted(silent))) if key in index.claims):
        lane: Lane = "shows as evidence" if claim.evidence and claim.stance == "asserts" else LANE_OF.get(claim.stance, "says")
        add_line(filled[lane], line_of(claim, index))
    return tuple((lane, tuple(sorted(lines.values(), key=day_first))) for lane, lines in filled.items() if lines)


def add_line(lines: dict[tuple[str, str], Line], line: Line) -> None:
    """Adds a line, or counts it as a repeat where the same voice is quoted in the same words."""
    key = (line.who, line.sentence)
    known = lines.get(key)
    if known is None:
        lines[key] = line
    elif known.uri != line.uri:
        earlier, later = sorted((known, line), key=day_first)
        lines[key] = with_repeats(earlier, known.repeats + later.repeats + 1)


def with_repeats(line: Line, repeats: int) -> Line:
    """The line with another number of repeats."""
    return Line(**{name: getattr(line, name) for name in Line.__slots__ if name != "repeats"}, repeats=repeats)


def day_first(line: Line) -> tuple[str, str, int]:
    """A sort key by day, file and offset."""
    return line.day or "9999", line.uri, line.start


def line_of(claim: Claim, index: Index) -> Line:
    """One claim as a voice."""
    document = index.document(claim)
    said = claim.said.earliest if claim.said else None
    return Line(
        who=who_line(claim.source, index, publisher=publisher_of(document)),
        stance=claim.stance,
        channel=claim.channel,
        day=(said or document.published or "")[:10] or None,
        sentence=printable(claim.sentence.text),
        uri=document.uri,
        start=claim.content.start if claim.content else claim.sentence.start,
        claim=claim.id,
        via=tuple(who_line(party, index, publisher="?") for party in claim.via),
        certainty=claim.certainty,
        translated=document.translated_from,
    )


def who_line(party: Party, index: Index, *, publisher: str) -> str:
    """A voice by name, with role and side where they are known; the publisher for the narrator."""
    if party.kind == "narrator":
        return printable(f"{publisher} (in its own words)")
    name = best_name(party, index) or (party.span.text if party.span else "source not stated")
    facts = [fact for fact in (party.role, party.side if party.side != name else None) if fact]
    return printable(f"{name} ({', '.join(facts)})" if facts else name)


def figure_line(figure: Figure) -> str:
    """A count as one side tells it."""
    who = f" {figure.who}" if figure.who else ""
    told = f" on {figure.day[:10]}" if figure.day else ""
    after = ", superseded" if figure.superseded else ""
    return printable(f"{figure.measure} {number_of(figure)}{who}: {figure.name}{told}{after}")


def number_of(figure: Figure) -> str:
    """The number of a figure as a reader would say it: "no more than three" has a low end of nothing, which is not said."""
    low, best, high = figure.low, figure.best, figure.high
    if low is not None and high is None:
        return f"at least {low}"
    if not low and high:
        return f"up to {high}"
    return f"{low}–{high}" if low != high else str(best if best is not None else low)


def control_line(row: Control) -> str:
    """Who is said to hold a place, by how it stands, with the day of the last evidence."""
    place = row.place_name or (row.place.name if row.place else "")
    basis = row.basis + (f" on {row.day[:10]}" if row.day else "")
    aged = f"last evidence {row.last_evidence[:10]}" if row.last_evidence else "undated evidence"
    return printable(f"{place}: {row.holder or 'nobody named'}, by {basis} [{row.label}], {aged}")


def left_out(view: View, index: Index) -> tuple[tuple[str, int], ...]:
    """What the events do not show, by kind."""
    tally: Counter[str] = Counter()
    for claim in index.claims.values():
        tally.update(reasons_out(claim))
    tally["places not found on the map"] = sum(1 for found in index.located.values() if found.place is None)
    return tuple((kind, number) for kind, number in sorted(tally.items()) if number)


def reasons_out(claim: Claim) -> Iterable[str]:
    """Why a claim supports no event, where it does not."""
    if claim.stance in SPEECH_OF_INTENT:
        yield "promises, threats, demands and offers"
    elif claim.modality in ("future", "conditional", "hypothetical"):
        yield "hypotheticals and plans"
    elif claim.event and claim.event.historical:
        yield "history"
