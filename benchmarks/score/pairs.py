"""Which same-day, same-place reports of FA-KES tell of one event: pairs of the real flow beside pairs listed by hand.

The reports of all groups are read together. A report *tells of* the events that it has claims on; its *main* event is the one
it has most claims on, its opening counting more. Two reports of a group are a pair where the main event of one of them is told
by the other, as main matter or beside it; "any event" asks only for one event that both tell, "both main" for one main event.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from benchmarks.score.merge import main_events
from benchmarks.score.report import Figure, Report, prf
from benchmarks.tagged import kept_kit

from counterclaim.flow import read_with, view_of
from counterclaim.kit import Kit
from counterclaim.read import options_of
from counterclaim.read.reports import report
from counterclaim.records import Document, Event, View

LISTED = Path(__file__).parents[1] / "sets" / "fakes_pairs.yaml"
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Told:
    """What each report, by name, tells of: the ids of all its events, and of the main one."""

    events: Mapping[str, Set[str]]
    main: Mapping[str, str]


def score(data: Path, gold: Path) -> Report:
    """Precision and recall of the pairs within groups, under three readings of telling of one event."""
    path = data / "news" / "fa-kes" / "fa_kes_dev.csv"
    if not path.exists():
        return Report(name="pairs", absent=str(path))
    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    groups = groups_of(rows_of(path), int(listed["day_place_groups"]))
    wanted = {ordered(str(left), str(right)) for left, right in listed["pairs"]}
    kit = kept_kit()
    documents = {name: document_of(name, row, kit) for group in groups for name, row in group.items()}
    view = view_of(list(read_with(list(documents.values()), kit)), kit.settings)
    told = told_in(view, documents)
    compared = [pair for group in groups for pair in combinations(sorted(group), 2)]
    readings = {"main event": main_shared, "any event": any_shared, "both main": both_main}
    found = {name: {ordered(*pair) for pair in compared if rule(*pair, told)} for name, rule in readings.items()}
    titles = {name: row["article_title"] for group in groups for name, row in group.items()}
    return Report(
        name="pairs",
        figures=tuple(figure for name, pairs in found.items() for figure in figures_of(name, pairs, wanted, len(compared))),
        notes=(f"{len(wanted)} pairs listed by hand of {len(compared)} in {len(groups)} groups",),
        errors=tuple(errors_of(found["main event"], wanted, titles, told, view)),
    )


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    """The rows by name: the identifier, with `#n` for the n-th row of one that stands twice."""
    with path.open(encoding="utf-8", errors="replace") as stream:
        rows = list(csv.DictReader(stream))
    often, seen = Counter(row["unit_id"] for row in rows), Counter[str]()
    named = {}
    for row in rows:
        name = row["unit_id"]
        seen[name] += 1
        named[f"{name}#{seen[name]}" if often[name] > 1 else name] = row
    return named


def groups_of(rows: Mapping[str, dict[str, str]], most: int) -> list[dict[str, dict[str, str]]]:
    """The first groups of two or more rows of one day and place, in order of day and place."""
    found: dict[tuple[date, str], dict[str, dict[str, str]]] = defaultdict(dict)
    for name, row in rows.items():
        found[day_of(row["date"]), row["location"]][name] = row
    return [group for _, group in sorted(found.items(), key=lambda item: item[0]) if len(group) > 1][:most]


def day_of(words: str) -> date:
    """The day of "7/15/2016" or "15-Jul-16"."""
    for form in ("%m/%d/%Y", "%d-%b-%y"):
        try:
            return datetime.strptime(words.strip(), form).date()
        except ValueError:
            continue
    raise ValueError(f"no day: {words!r}; days of this set look like 7/15/2016")


def document_of(name: str, row: Mapping[str, str], kit: Kit) -> Document:
    """The document of a row as the reader makes it."""
    given: dict[str, Any] = {
        "id": name,
        "title": row["article_title"],
        "publisher": row["source"],
        "published": day_of(row["date"]).isoformat(),
    }
    found = report(row["article_content"], options_of(kit.settings, kit.knowledge), uri=f"{name}.txt", given=given)
    if not isinstance(found, Document):
        raise ValueError(f"{name} could not be read: {found.reason}")
    return found


def told_in(view: View, documents: Mapping[str, Document]) -> Told:
    """What each report tells of; a report of the same words as another is one document with it."""
    main = main_events(view)
    by_document: dict[str, set[str]] = defaultdict(set)
    for event in view.events:
        for document in event.documents:
            by_document[document].add(event.id)
    return Told(
        events={name: by_document[one.id] for name, one in documents.items()},
        main={name: main[one.id].id for name, one in documents.items() if one.id in main},
    )


def main_shared(left: str, right: str, told: Told) -> bool:
    """Whether one of two reports tells of the main event of the other."""
    return told.main.get(left) in told.events[right] or told.main.get(right) in told.events[left]


def any_shared(left: str, right: str, told: Told) -> bool:
    """Whether two reports tell of one event, however little."""
    return not told.events[left].isdisjoint(told.events[right])


def both_main(left: str, right: str, told: Told) -> bool:
    """Whether the main event of two reports is one."""
    return left in told.main and told.main[left] == told.main.get(right)


def figures_of(name: str, found: Set[Pair], wanted: Set[Pair], compared: int) -> Iterator[Figure]:
    """Precision, recall and F1 of the pairs found."""
    precision, recall, f1 = prf(len(found & wanted), len(found), len(wanted))
    yield Figure(slice=name, metric="precision", value=precision, of=len(found))
    yield Figure(slice=name, metric="recall", value=recall, of=len(wanted))
    yield Figure(slice=name, metric="f1", value=f1, of=compared)


def errors_of(found: Set[Pair], wanted: Set[Pair], titles: Mapping[str, str], told: Told, view: View) -> Iterator[str]:
    """Pairs invented and missed, each with the titles and the main events of both reports."""
    events = {event.id: event for event in view.events}
    for kind, pairs in (("invented", found - wanted), ("missed", wanted - found)):
        for pair in sorted(pairs):
            sides = [f"{name} {titles[name]} [{shown(events.get(told.main.get(name, '')))}]" for name in pair]
            yield f"{kind}: {' | '.join(sides)}"


def shown(event: Event | None) -> str:
    """An event in a few words."""
    return f"{event.title}, {event.when.latest if event.when else 'no day'}" if event else "no event"


def ordered(left: str, right: str) -> Pair:
    """Two names in order."""
    return (left, right) if left <= right else (right, left)
