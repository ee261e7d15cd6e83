"""What was read of whom, day by day, and what became of each source's claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any

from counterclaim.present.web.snapshot import Snapshot, once
from counterclaim.records import Claim, Event, Standing

COUNTED = frozenset({"asserts", "accuses", "claims_responsibility", "denies", "confirms"})
MOST_DAYS = 31


@dataclass(slots=True)
class Record:
    """What became of one source's claims of one kind."""

    claims: int = 0
    admitted: int = 0
    withdrawn: int = 0
    disputed: int = 0
    waits: list[int] = field(default_factory=list)


def sources_context(snapshot: Snapshot) -> dict[str, Any]:
    """Intake by day, and the record of each source."""
    return once(snapshot, "sources", lambda: tallied(snapshot))


def tallied(snapshot: Snapshot) -> dict[str, Any]:
    """The page of sources, made anew."""
    days = snapshot.days[-MOST_DAYS:]
    return {"intake_days": days, "intake": intake(snapshot, days), "records": record_rows(snapshot)}


def intake(snapshot: Snapshot, days: Iterable[str]) -> list[dict[str, Any]]:
    """Reports by publisher and day, reprints in brackets."""
    reprints = {key for origin in snapshot.view.origins for key in origin.documents[1:]}
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    again: dict[str, Counter[str]] = defaultdict(Counter)
    for document in snapshot.view.documents:
        name, day = document.publisher or "publisher not known", (document.published or "undated")[:10]
        tally[name][day] += 1
        again[name][day] += document.id in reprints
    return [
        {
            "name": name,
            "cells": [cell(counts[day], again[name][day]) for day in days],
            "total": cell(counts.total(), again[name].total()),
        }
        for name, counts in sorted(tally.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    ]


def cell(number: int, reprints: int) -> str:
    """A number with its reprints.

    >>> cell(3, 1), cell(0, 0)
    ('3 (1)', '')
    """
    return f"{number} ({reprints})" if reprints else str(number or "")


def record_rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    """One row a source and kind of claim, most claims first."""
    records: dict[tuple[str, str], Record] = defaultdict(Record)
    for event in snapshot.events.values():
        for claim in (snapshot.index.claims[key] for key in event.claims if key in snapshot.index.claims):
            source = claim.source.side or claim.source.name
            if source and claim.stance in COUNTED and claim.source.kind != "narrator":
                add(records[source, event.type], claim, source, event, said_day(claim, snapshot))
    ordered = sorted(records.items(), key=lambda pair: (-pair[1].claims, pair[0]))
    return [
        {
            "source": source, "kind": kind, "claims": record.claims, "admitted": record.admitted,
            "withdrawn": record.withdrawn, "disputed": record.disputed,
            "days": f"{median(record.waits):g}" if record.waits else None,
        }
        for (source, kind), record in ordered[:200]
    ]  # fmt: skip


def said_day(claim: Claim, snapshot: Snapshot) -> str | None:
    """The day on which a claim was said, or published where that is not told."""
    said = claim.said.earliest if claim.said else None
    return (said or snapshot.index.document(claim).published or "")[:10] or None


def add(record: Record, claim: Claim, source: str, event: Event, day: str | None) -> None:
    """Counts one claim and what became of it."""
    record.claims += 1
    for standing in event.standings:
        kind, then = outcome(standing, claim, source)
        if kind:
            setattr(record, kind, getattr(record, kind) + 1)
            if day and then and then[:10] >= day:
                record.waits.append((date.fromisoformat(then[:10]) - date.fromisoformat(day)).days)
            return


def outcome(standing: Standing, claim: Claim, source: str) -> tuple[str | None, str | None]:
    """Whether a claim was admitted by another side, withdrawn or disputed, and on which day."""
    admitted = [tally for tally in standing.admitted_by if (tally.side or tally.name) != source]
    if admitted and claim.stance != "denies":
        return "admitted", min(tally.first_said or "9999" for tally in admitted)
    disputed = [tally for tally in standing.disputed_by if (tally.side or tally.name) != source]
    if standing.dispute == "withdrawn":
        return "withdrawn", standing.last_evidence
    if disputed and claim.stance != "denies":
        return "disputed", min(tally.first_said or "9999" for tally in disputed)
    return None, None
