"""Standings of invented situations, from text: how many come out as written down; how often contest or admission is false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.flow import read_with, view_of
from counterclaim.kit import Kit
from counterclaim.read import options_of
from counterclaim.read.reports import report
from counterclaim.records import Document, Event, SideTally, Standing, View

SIDECAR = ("published", "publisher", "agency", "title")
SITUATIONS = Path(__file__).parents[2] / "tests" / "standing" / "situations"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One situation with what is wrong about it, and its events beside the labels that were expected."""

    name: str
    kind: str
    faults: tuple[str, ...]
    view: View
    false_labels: int
    events: int


def score(data: Path, gold: Path) -> Report:
    """The figures over all situations."""
    kit = kept_kit()
    outcomes = [outcome_of(situation, kit) for situation in situations()]
    right = sum(not outcome.faults for outcome in outcomes)
    events = sum(outcome.events for outcome in outcomes)
    false = sum(outcome.false_labels for outcome in outcomes)
    kinds = sorted({outcome.kind for outcome in outcomes})
    return Report(
        name="standing",
        figures=(
            Figure(slice="all situations", metric="right", value=right / len(outcomes), of=len(outcomes)),
            Figure(slice="events", metric="false contest/admit", value=false / max(1, events), of=events),
            *(by_kind(kind, outcomes) for kind in kinds),
        ),
        errors=tuple(line for outcome in outcomes if outcome.faults for line in lines_of(outcome)),
    )


def by_kind(kind: str, outcomes: Sequence[Outcome]) -> Figure:
    """The share of one kind that comes out right."""
    these = [outcome for outcome in outcomes if outcome.kind == kind]
    return Figure(slice=kind, metric="right", value=sum(not one.faults for one in these) / len(these), of=len(these))


def situations(folder: Path = SITUATIONS) -> list[dict[str, Any]]:
    """All situations in order of file and place in it."""
    return [one for path in sorted(folder.glob("*.yaml")) for one in yaml.safe_load(path.read_text(encoding="utf-8"))]


def outcome_of(situation: Mapping[str, Any], kit: Kit) -> Outcome:
    """How one situation comes out."""
    view = view_of(list(read_with(documents_of(situation, kit), kit)), kit.settings)
    faults = (*expected_faults(situation, view), *absent_faults(situation, view), *count_faults(situation, view))
    return Outcome(
        name=situation["name"],
        kind=situation["kind"],
        faults=tuple(faults),
        view=view,
        false_labels=false_labels(situation, view),
        events=len(view.events),
    )


def documents_of(situation: Mapping[str, Any], kit: Kit) -> list[Document]:
    """The reports of a situation as the reader makes them of files with sidecars."""
    options = options_of(kit.settings, kit.knowledge)
    made = [
        report(one["text"], options, uri=f"{index}.txt", given={key: str(one[key]) for key in SIDECAR if one.get(key)})
        for index, one in enumerate(situation["reports"])
    ]
    return [document for document in made if isinstance(document, Document)]


def expected_faults(situation: Mapping[str, Any], view: View) -> Iterator[str]:
    """What is wrong with the events that must be there: the best of those that fit is held to each expectation."""
    for wanted in situation.get("expect", ()):
        found = [faults_of(wanted, event, standing) for event, standing in fitting(wanted, view)]
        best = min(found, key=len, default=[f"no {wanted['type']} {wanted.get('place') or wanted.get('patient') or ''}"])
        yield from best


def fitting(wanted: Mapping[str, Any], view: View) -> Iterator[tuple[Event, Standing]]:
    """The events of a wanted type, place and patient with the wanted facet's standing."""
    for event in view.events:
        if event.type in listed(wanted["type"]) and at_place(wanted, event) and of_patient(wanted, event):
            facet = wanted.get("facet", "occurrence")
            yield from ((event, one) for one in event.standings if one.facet == facet)


def at_place(wanted: Mapping[str, Any], event: Event) -> bool:
    """Whether an event lies at the wanted place, by name or within it, or tells no place where the name stands in its title."""
    if "place" not in wanted:
        return True
    names = " ".join(filter(None, (event.place_name, event.title, event.place.name if event.place else None))).casefold()
    return fold(wanted["place"]) in fold(names) or not event.place_name


def fold(name: str) -> str:
    """A name without case, hyphens and articles."""
    return name.casefold().replace("-", " ").removeprefix("al ")


def of_patient(wanted: Mapping[str, Any], event: Event) -> bool:
    """Whether a wanted patient is among those of an event."""
    if "patient" not in wanted:
        return True
    words = " ".join(str(part) for role, found in event.roles if role == "patient" for party in found
                     for part in (party.name, party.span and party.span.text))  # fmt: skip
    return wanted["patient"].split()[-1].casefold() in words.casefold()


def faults_of(wanted: Mapping[str, Any], event: Event, standing: Standing) -> list[str]:
    """What is wrong with the standing of one event."""
    facet = wanted.get("facet", "occurrence")
    faults = [
        f"{facet} {name}: {getattr(standing, name)!r} for {wanted[name]!r}"
        for name in ("support", "dispute", "label")
        if name in wanted and getattr(standing, name) not in listed(wanted[name])
    ]
    for name in ("supported_by", "admitted_by", "disputed_by", "silent"):
        if name in wanted and not same_sides(wanted[name], getattr(standing, name)):
            faults.append(f"{facet} {name}: {[side.name for side in getattr(standing, name)]} for {wanted[name]}")
    for measure, numbers in wanted.get("figures", {}).items():
        told = sorted({figure.best for figure in event.figures if figure.measure == measure and figure.best is not None})
        if told != sorted(numbers):
            faults.append(f"{measure}: {told} for {numbers}")
    if "origins" in wanted and event.independent_origins != wanted["origins"]:
        faults.append(f"origins: {event.independent_origins} for {wanted['origins']}")
    return faults


def same_sides(wanted: Sequence[str], told: Iterable[SideTally]) -> bool:
    """Whether the sides told are those wanted, each by a part of its name."""
    names = [tally.name.casefold() for tally in told]
    return len(names) == len(wanted) and all(any(name.casefold() in one for one in names) for name in wanted)


def absent_faults(situation: Mapping[str, Any], view: View) -> Iterator[str]:
    """Events that are supported and must not be."""
    for barred in situation.get("absent", ()):
        for event, standing in fitting(barred, view):
            year = str(barred.get("within", ""))
            if standing.support != "none" and (
                not year or (event.when is not None and (event.when.latest or "").startswith(year))
            ):
                yield f"{event.type} of {event.place_name} is {standing.support}"


def count_faults(situation: Mapping[str, Any], view: View) -> Iterator[str]:
    """Whether there are as many events of a kind as there must be."""
    wanted = situation.get("count")
    if wanted is not None:
        found = [event for event, standing in fitting(wanted, view) if standing.support != "none"]
        if len(found) != wanted["events"]:
            yield f"{len(found)} events for {wanted['events']}"


def false_labels(situation: Mapping[str, Any], view: View) -> int:
    """How many events are called contested or admitted where nothing of the situation expects it."""
    wanted = [one for one in situation.get("expect", ())]
    contest = any("denied" in listed(one.get("dispute", "")) or "rival" in listed(one.get("dispute", "")) for one in wanted)
    admit = any(one.get("support") == "admitted" for one in wanted)
    false = 0
    for event in view.events:
        labels = {standing.label for standing in event.standings}
        admitted = any(standing.support == "admitted" for standing in event.standings)
        false += ("contested" in labels and not contest) or (admitted and not admit)
    return false


def listed(value: Any) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [value]


def lines_of(outcome: Outcome) -> Iterator[str]:
    """The faults of a situation and its events, to read."""
    yield f"[{outcome.kind}] {outcome.name}: {'; '.join(outcome.faults)}"
    for event in outcome.view.events:
        standings = ", ".join(f"{one.facet} {one.support}/{one.dispute}" for one in event.standings)
        yield f"      {event.title} ({event.when and event.when.latest}): {standings}"
