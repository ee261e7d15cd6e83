"""Deaths and injured per report of a shooting, on the reports of `events/gva`, beside two simple peers in the same run."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.events.toll import toll_of
from counterclaim.read.document import make_document
from counterclaim.records import Document, EventMention

SIMPLE = re.compile(
    r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+){0,2}?(?:killed|dead|died|fatally)"
    r"|(killed|dead|died|fatally|homicide|murder)",
    re.IGNORECASE,
)
NUMBERS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(1, 11), strict=True))


@dataclass(frozen=True)
class Case:
    """One report with its gold numbers."""

    document: Document
    killed: int
    injured: int
    incident: str


def score(data: Path, gold: Path) -> Report:
    """Exact match of killed and injured per document, with the documents that are wrong."""
    home = data / "events" / "gva"
    if not home.exists():
        return Report(name="deaths", absent=str(home))
    cases = list(read(home))
    kit, right, errors = kept_kit(), Counter[str](), []
    for case, annotated in zip(cases, annotate([case.document for case in cases], kit), strict=True):
        events = find_event_mentions(annotated, kit)
        killed, injured = toll_of(events, "killed", ("kill",)), toll_of(events, "injured", ("injure",))
        right["killed"] += killed == case.killed
        right["injured"] += injured == case.injured
        right["killed within 1"] += abs(killed - case.killed) <= 1
        right["always 0"] += case.killed == 0
        right["one pattern"] += by_pattern(case.document.text) == case.killed
        if killed != case.killed:
            errors.append(f"{case.incident} killed gold {case.killed} found {killed}: {shown(events)}")
    figures = [
        Figure(
            slice="a document",
            metric=name,
            value=right[name] / len(cases),
            of=len(cases),
        )
        for name in ("killed", "killed within 1", "injured", "always 0", "one pattern")
    ]
    return Report(name="deaths", figures=tuple(figures), errors=tuple(errors))


def read(home: Path) -> Iterator[Case]:
    """The reports that have a text and an incident row."""
    rows = map(json.loads, (home / "incidents.jsonl").read_text().splitlines())
    incidents: dict[str, Any] = {row["incident"]: row for row in rows}
    for row in map(json.loads, (home / "docs.jsonl").read_text().splitlines()):
        incident = incidents.get(row["incident"])
        if incident and (row["text"] or "").strip():
            yield Case(document_of(row), incident["num_killed"], incident["num_injured"], row["doc"])


def document_of(row: dict[str, Any]) -> Document:
    """One report, its title as a first paragraph."""
    title = (row["title"] or "").strip()
    text = f"{title}\n\n{row['text'].strip()}" if title else row["text"].strip()
    return make_document(text, uri=row["doc"], title=title or None, published=row["dct"])


def by_pattern(text: str) -> int:
    """What one regular expression makes of a report: the highest number before a word of death, 1 for a bare word."""
    found = 0
    for number, bare in SIMPLE.findall(text):
        found = max(found, 1 if bare else int(number) if number.isdigit() else NUMBERS[number.lower()])
    return found


def shown(events: tuple[EventMention, ...]) -> str:
    """The events of harm of a report in one line."""
    parts = []
    for event in events:
        if event.type in ("kill", "injure"):
            people = [party.name or party.span.text for party in dict(event.roles).get("patient", ()) if party.span]
            counts = [f"{c.measure[0]}{c.low}{'T' if c.total else ''}" for c in event.counts]
            status = (
                ""
                if event.modality == "actual" and event.polarity == "positive"
                else f"!{event.modality[:3]}{event.polarity[:3]}"
            )
            past = "H" if event.historical else "G" if event.generic else ""
            parts.append(f"{event.trigger.text}{status}{past}({'; '.join(people)}){counts or ''}")
    return " | ".join(parts)
