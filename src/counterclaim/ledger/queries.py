"""Counts of what a ledger holds: intake by source and day, failures by stage, runs with their time and pace."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from counterclaim.ledger.store import LATEST, Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What one source gave on one day of publication."""

    publisher: str | None
    day: str | None
    documents: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTotals:
    """What one run read, and where its time went."""

    run: str
    version: str
    started: str
    documents: int
    claims: int
    failures: int
    seconds: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """The counts of a ledger."""

    documents: int
    readings: int
    claims: int
    undated: int
    decisions: int
    forgotten: int
    intake: tuple[Intake, ...]
    failures: tuple[tuple[str, int], ...]
    runs: tuple[RunTotals, ...]


def stats_of(ledger: Ledger) -> Stats:
    """The counts of a ledger."""
    latest = f"from readings where number in ({LATEST})"
    documents, claims, undated = one_row(ledger, f"select count(*), ifnull(sum(claims), 0), sum(published is null) {latest}")
    return Stats(
        documents=documents,
        readings=count(ledger, "readings"),
        claims=claims,
        undated=undated or 0,
        decisions=count(ledger, "decisions"),
        forgotten=count(ledger, "forgotten"),
        intake=intake_of(ledger),
        failures=tuple(sorted(Counter(failure.stage for failure in ledger.failures()).items())),
        runs=runs_of(ledger),
    )


def one_row(ledger: Ledger, query: str) -> tuple[int, ...]:
    """The one row of a query."""
    row: tuple[int, ...] = ledger.database.execute(query).fetchone()
    return row


def count(ledger: Ledger, table: str) -> int:
    """The number of rows of a table."""
    return one_row(ledger, f"select count(*) from {table}")[0]


def intake_of(ledger: Ledger) -> tuple[Intake, ...]:
    """Documents and claims by publisher and day."""
    rows = ledger.database.execute(
        "select publisher, substr(published, 1, 10) as day, count(*), sum(claims) from readings"
        f" where number in ({LATEST}) group by publisher, day order by publisher is null, publisher, day is null, day"
    )
    return tuple(Intake(publisher=who, day=day, documents=documents, claims=claims) for who, day, documents, claims in rows)


def runs_of(ledger: Ledger) -> tuple[RunTotals, ...]:
    """What each run read, oldest first."""
    return tuple(
        RunTotals(
            run=run.id, version=run.version, started=run.started, documents=documents, claims=claims, failures=failures,
            seconds=seconds,
        )
        for run in ledger.runs()
        for documents, claims, failures, seconds in [totals(ledger, run.id)]
    )  # fmt: skip


def totals(ledger: Ledger, run: str) -> tuple[int, int, int, dict[str, float]]:
    """Documents, claims, failures and seconds a stage of a run."""
    rows = ledger.database.execute("select documents, claims, failures, seconds from batches where run = ?", (run,)).fetchall()
    seconds: Counter[str] = Counter()
    for row in rows:
        seconds.update(json.loads(row[3]))
    return sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows), dict(seconds)


def search(ledger: Ledger, words: str, *, most: int = 50) -> list[tuple[str, str]]:
    """Ids of documents that hold all these words, best first, each with a snippet."""
    wanted = " ".join(f'"{word.replace(chr(34), "")}"' for word in words.split())
    if not wanted:
        return []
    rows = ledger.database.execute(
        "select texts.document, snippet(texts_index, 1, '', '', '...', 16) from texts_index"
        " join texts on texts.number = texts_index.rowid where texts_index match ? order by rank limit ?",
        (wanted, most),
    )
    return [(document, snippet) for document, snippet in rows]
