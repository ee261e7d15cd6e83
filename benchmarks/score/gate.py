"""What the gate costs: the share of claims that are still found on a mixed feed, and the share of text that is parsed.

The documents "about other things" are local, political and business news; some of them report on wars and attacks, and the
gate takes those to be about conflict too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.feed import mixed_feed
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.flow import read_with
from counterclaim.kit import Kit
from counterclaim.records import Document, Reading

DOCUMENTS = 300
BATCH = 32
KINDS = {True: "about conflict", False: "about other things"}


def score(data: Path, gold: Path) -> Report:
    """The figures on a feed of which one document in five is about conflict."""
    if not (data / "geo/LGL/lgl.xml").exists():
        return Report(name="gate", absent=str(data / "geo/LGL/lgl.xml"))
    found, kept, parsed, whole, taken = (Counter[bool]() for _ in range(5))
    errors = list[str]()
    for about, off, on in pairs(mixed_feed(data, DOCUMENTS), kept_kit()):
        before, after = told(off), told(on)
        found[about] += len(before)
        kept[about] += len(before & after)
        taken[about] += len(before) if on.sentences else 0
        length = len(off.document.text)
        whole[about] += length
        parsed[about] += length - on.skipped
        errors += [line(off.document, kind, start) for kind, start in sorted(before - after)]
    figures = [
        Figure(
            slice="all",
            metric="recall of claims",
            value=sum(kept.values()) / max(1, sum(found.values())),
            of=sum(found.values()),
        ),
        Figure(slice="all", metric="share parsed", value=sum(parsed.values()) / max(1, sum(whole.values()))),
    ]
    figures.append(
        Figure(
            slice="documents taken to be about conflict",
            metric="recall of claims",
            value=sum(kept.values()) / max(1, sum(taken.values())),
            of=sum(taken.values()),
        )
    )
    for about, name in KINDS.items():
        figures.append(Figure(slice=name, metric="recall of claims", value=kept[about] / max(1, found[about]), of=found[about]))
        figures.append(Figure(slice=name, metric="share parsed", value=parsed[about] / max(1, whole[about])))
    return Report(name="gate", figures=tuple(figures), errors=tuple(errors))


def pairs(feed: list[tuple[bool, Document]], kit: Kit) -> Iterator[tuple[bool, Reading, Reading]]:
    """Each document read with the gate off and on."""
    off, on = (replace(kit, settings=replace(kit.settings, gate=gate)) for gate in (False, True))
    for start in range(0, len(feed), BATCH):
        part = feed[start : start + BATCH]
        documents = [document for _, document in part]
        for (about, _), *both in zip(part, read_with(documents, off), read_with(documents, on), strict=True):
            yield about, both[0], both[1]


def told(reading: Reading) -> set[tuple[str, int]]:
    """The events that a reading's claims tell of, less those of no type of their own: type and place of the word."""
    events = (claim.event for claim in reading.claims if claim.event)
    return {(event.type, event.trigger.start) for event in events if event.type != "other"}


def line(document: Document, kind: str, start: int) -> str:
    """One claim that the gate lost."""
    return f"{document.uri} {kind}: {' '.join(document.text[max(0, start - 60) : start + 40].split())}"
