"""Event fields of the hand-labelled claims, given the gold content: type, agent, patient, place, killed, modality, polarity."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.events.choice import main_event
from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, EventMention
from counterclaim.syntax import Tree, tree_of

WORD = re.compile(r"\w+")
FIELDS = ("type", "agent", "patient", "place", "killed", "injured", "modality", "polarity")


def score(data: Path, gold: Path) -> Report:
    """Share of gold fields that the main event of the gold content gets right, with each miss."""
    if not gold.exists():
        return Report(name="events", absent=str(gold))
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    errors = []
    kit = kept_kit()
    for path in sorted([gold / "seed.gold.json", *(gold / "fa-kes").glob("*.gold.json")]):
        for field, good, line in judged(path, kit):
            of[field] += 1
            right[field] += good
            if not good:
                errors.append(f"{path.name[:4]} {field}: {line}")
    figures = tuple(
        Figure(slice="gold content", metric=name, value=right[name] / of[name], of=of[name])
        for name in (*FIELDS, "date")
        if of[name]
    )
    return Report(name="events", figures=figures, errors=tuple(sorted(errors, key=lambda line: line.split()[1])))


def judged(path: Path, kit: Kit) -> Iterator[tuple[str, bool, str]]:
    """Each gold field of a file with whether it is right and a line on it."""
    page = json.loads(path.read_text())
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text()
    annotated = next(annotate([make_document(text, uri=path.name, published=page["published"])], kit))
    events, tree = find_event_mentions(annotated, kit), tree_of(annotated)
    for claim in page["claims"]:
        if claim.get("event") and claim.get("content"):
            yield from judge_claim(annotated, tree, claim, events)


def judge_claim(
    annotated: Annotated, tree: Tree, claim: dict[str, Any], events: tuple[EventMention, ...]
) -> Iterator[tuple[str, bool, str]]:
    """The fields of one claim."""
    span = find(annotated.document.text, claim["content"])
    event, gold = main_event(events, *span, tree) if span else None, claim["event"]
    shown = f"{claim['content'][:150]!r} gold {{}} found {{}}"
    trigger = event and event.trigger.text
    if gold["type"] != "other":
        found = event.type if event else None
        yield "type", found == gold["type"], shown.format(gold["type"], f"{found} [{trigger}]")
    for field in ("modality", "polarity"):
        if claim[field] and event:
            found = getattr(event, field)
            yield field, found == claim[field], shown.format(claim[field], f"{found} [{trigger}]")
    for role in ("agent", "patient"):
        if gold.get(role):
            found = parties(event, role)
            yield role, any(alike(gold[role], text) for text in found), shown.format(gold[role], f"{found} [{trigger}]")
    if gold.get("place"):
        found = [event.place.span.text, event.place.name] if event and event.place and event.place.span else []
        yield "place", any(alike(gold["place"], text) for text in found), shown.format(gold["place"], f"{found} [{trigger}]")
    for measure in ("killed", "injured"):
        if gold.get(measure):
            found = next(([c.low, c.high] for c in event.counts if c.measure == measure), None) if event else None
            yield measure, bounds(found) == bounds(gold[measure]), shown.format(gold[measure], f"{found} [{trigger}]")
    if gold.get("date"):
        when = event.when if event else None
        lo, hi = (gold["date"].split("/") * 2)[:2]
        a, b = ((when.earliest or "")[:10], (when.latest or "9999")[:10]) if when else ("", "")
        good = bool(a) and a <= hi and b >= lo and (lo != hi or a == b)
        yield "date", good, shown.format(gold["date"], f"{a}/{b} [{trigger}]")


def bounds(value: Any) -> tuple[int, int] | None:
    """Low and high, low again where there is no high."""
    return None if not value or value[0] is None else (value[0], value[0] if value[1] is None else value[1])


def parties(event: EventMention | None, role: str) -> list[str]:
    """The words and names of a role's parties."""
    found = dict(event.roles).get(role, ()) if event else ()
    return [text for party in found[:1] for text in (party.span.text if party.span else None, party.name) if text]


def alike(gold: str, found: str | None) -> bool:
    """Whether two phrases share most of their words."""
    one, other = set(WORD.findall(gold.lower())), set(WORD.findall((found or "").lower()))
    shared = len((one & other) - {"the", "a", "an", "of", "in"})
    return bool(shared) and shared / len((one | other) - {"the", "a", "an", "of", "in"}) >= 0.5


def find(text: str, piece: str) -> tuple[int, int] | None:
    """Where a piece stands in a text, white space tolerant."""
    found = re.search(r"\s+".join(map(re.escape, piece.split())), text)
    return found.span() if found else None
