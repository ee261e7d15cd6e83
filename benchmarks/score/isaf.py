"""Press releases of the international force in Afghanistan: start day, province, least number killed, one event a release."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.extract.dating.attach import DATELINE, report_day
from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.kit import Kit
from counterclaim.read import options_of
from counterclaim.read.reports import report
from counterclaim.records import Annotated, Document, EventMention
from counterclaim.resolve.places import locate

LABEL = "PRESS RELEASE TEXT: "
# what the coders noted: operations in which someone was killed or held
NOTED = ("kill", "detain", "airstrike", "attack", "clash", "shelling", "bombing", "capture")
UNTOLD = Path(__file__).parents[1] / "sets" / "isaf_days.yaml"
DAYS = ("day", "part_of_day", "instant")
# where a release tells its own year, and what stands for no day at all
YEAR, OPENING, FAR = re.compile(r"\b20[01]\d\b"), 500, 10_000
LETTERS = re.compile(r"[^a-z]")


@dataclass(frozen=True)
class Release:
    """One press release with what its coders noted and what was read."""

    text: str
    published: str | None
    gold: dict[str, Any]
    day: str | None
    province: str | None
    killed: int


def read_releases(path: Path, kit: Kit) -> list[tuple[Document, dict[str, Any]]]:
    """The documents of the file with what its coders noted."""
    options, found = options_of(kit.settings, kit.knowledge), []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        turns = json.loads(line)["conversations"]
        document = report(turns[1]["value"].removeprefix(LABEL), options, uri=f"isaf-{number}.txt")
        if isinstance(document, Document):
            found.append((document, json.loads(turns[2]["value"])))
    return found


def main_day(events: Sequence[EventMention]) -> str | None:
    """The day told most often of what the coders noted, the first told among equals; else the first day of a stretch."""
    whens = [event.when for event in events if event.when and event.type in NOTED and not event.historical]
    days = [when.earliest for when in whens if when.precision in DAYS]
    counted = Counter(days)
    begun = next((when.earliest for when in whens if when.span and when.precision == "interval" and when.earliest), None)
    return max(counted, key=lambda day: (counted[day], -days.index(day)), default=begun)


def day_of_release(annotated: Annotated) -> str | None:
    """The first day told by a release that tells none of its event, else its own; its coders took that too."""
    days = [when for when in annotated.whens if when.precision in DAYS and when.earliest]
    told = next((when.earliest for when in days if when.rule not in (DATELINE, "month day year")), None)
    return told or report_day(annotated) or next((when.earliest for when in days), None)


def main_province(annotated: Annotated, kit: Kit) -> str | None:
    """The province that most places named after the dateline lie in."""
    start = next((when.span.end for when in annotated.whens if when.span and when.precision == "day"), 0)
    order = {mention.id: mention.span.start for mention in annotated.mentions}
    found = [
        one.place for one in sorted(locate(annotated, kit), key=lambda one: order[one.mention]) if order[one.mention] >= start
    ]
    units = [place.id if place.kind == "ADM1" else place.admin1 for place in found if place and place.country == "AF"]
    most = Counter(unit for unit in units if unit).most_common(1)
    place = kit.gazetteer.get(most[0][0]) if most else None
    return place.name if place else None


def least_killed(events: Sequence[EventMention]) -> int:
    """The highest of the least numbers killed that the release tells of this event."""
    lows = [
        count.low or 0
        for event in events
        for count in event.counts
        if count.measure == "killed" and event.polarity == "positive" and not event.historical
    ]
    return max(lows, default=0)


def read_all(path: Path) -> Iterator[Release]:
    """Every release, read."""
    kit = kept_kit()
    pairs = read_releases(path, kit)
    for (document, gold), annotated in zip(pairs, annotate([document for document, _ in pairs], kit), strict=True):
        events = find_event_mentions(annotated, kit)
        day = main_day(events) or day_of_release(annotated)
        yield Release(
            text=document.text, published=document.published, gold=gold, day=day,
            province=main_province(annotated, kit), killed=least_killed(events),
        )  # fmt: skip


def plain(name: str | None) -> str:
    """A province name in bare letters."""
    bare = unicodedata.normalize("NFKD", name or "").casefold().removesuffix(" province")
    return LETTERS.sub("", bare).replace("iy", "y")


def checks(release: Release) -> dict[str, bool]:
    """Which fields are as the coders noted them."""
    provinces = [plain(name) for name in release.gold["province"]]
    return {
        "start day": release.day == release.gold["start_date"],
        "province": plain(release.province) in provinces,
        "least killed": release.killed == release.gold["min_killed"],
    }


def score(data: Path, gold: Path) -> Report:
    """The share of releases with each field exactly as noted."""
    path = data / "news/isaf/isaf_dev.jsonl"
    if not path.exists():
        return Report(name="isaf", absent=f"no file {path}")
    rows = [(release, checks(release)) for release in read_all(path)]
    figures = tuple(
        Figure(
            slice="press releases", metric=name, value=sum(right[name] for _, right in rows) / len(rows), of=len(rows),
        )
        for name in ("start day", "province", "least killed")
    )  # fmt: skip
    near = sum(abs_days(release) <= 1 for release, _ in rows) / len(rows)
    full = [right["start day"] for release, right in rows if YEAR.search(release.text[:OPENING])]
    figures += (
        Figure(slice="press releases", metric="within a day", value=near, of=len(rows)),
        Figure(slice="that tell their year", metric="start day", value=sum(full) / len(full), of=len(full)),
    )
    untold = untold_days()
    told = [right["start day"] for number, (_, right) in enumerate(rows) if number not in untold]
    figures += (Figure(slice="whose day can be told", metric="start day", value=sum(told) / len(told), of=len(told)),)
    answered = sum(release.day is not None for release, _ in rows) / len(rows)
    errors = tuple(f"{n}\t{line}" for n, (release, right) in enumerate(rows) for line in errors_of(release, right))
    counts = ", ".join(f"{kind.replace('_', ' ')} {len(numbers)}" for kind, numbers in unreachable().items())
    notes = (f"a start day is told for {answered:.3f} of them", f"start days that no reader could tell, by hand: {counts}")
    return Report(name="isaf", figures=figures, errors=errors, notes=notes)


def unreachable() -> dict[str, list[int]]:
    """The numbers of the releases whose noted day no reader could tell, by why."""
    found: dict[str, list[int]] = yaml.safe_load(UNTOLD.read_text(encoding="utf-8"))
    return found


def untold_days() -> set[int]:
    """The numbers of all releases whose noted day no reader could tell."""
    return {number for numbers in unreachable().values() for number in numbers}


def abs_days(release: Release) -> int:
    """How many days lie between the day found and the day noted; a great many where none was found."""
    if release.day is None:
        return FAR
    return abs((date.fromisoformat(release.day) - date.fromisoformat(release.gold["start_date"])).days)


def errors_of(release: Release, right: dict[str, bool]) -> Iterator[str]:
    """A line for each wrong field."""
    pairs = {
        "start day": (release.gold["start_date"], release.day),
        "province": (release.gold["province"], release.province),
        "least killed": (release.gold["min_killed"], release.killed),
    }
    for name, (wanted, found) in pairs.items():
        if not right[name]:
            yield f"{name}\t{release.published}\twanted {wanted}\tfound {found}\t{' '.join(release.text.split())[:400]}"
