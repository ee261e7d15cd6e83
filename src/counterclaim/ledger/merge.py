"""Takes everything that one ledger holds and another lacks into the other."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.errors import LedgerError
from counterclaim.ledger.store import Ledger

SAME_READING = "select 1 from readings m where m.document = o.document and m.run = o.run and m.form = o.form"
COLUMNS = "document, run, form, uri, publisher, published, text_hash, claims, added, reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """How many rows of each kind were taken over."""

    readings: int
    failures: int
    decisions: int
    forgotten: int


def merge(into: Ledger, other: Ledger) -> Merged:
    """Takes the rows of `other` that `into` lacks, whole or not at all; what `into` has forgotten stays forgotten."""
    if into.path.resolve() == other.path.resolve():
        raise LedgerError(f"{into.path}: a ledger cannot be merged with itself")
    into.database.execute("attach database ? as other", (f"file:{other.path.absolute()}?mode=ro",))
    try:
        with into.transaction():
            return take_over(into)
    finally:
        into.database.execute("detach database other")


def take_over(into: Ledger) -> Merged:
    """Copies the missing rows of the attached database inside the open transaction."""
    run = into.database.execute
    run("insert or ignore into runs select id, record from other.runs order by rowid")
    forgotten = run("insert or ignore into forgotten select * from other.forgotten").rowcount
    readings = run(
        f"insert into readings ({COLUMNS}) select {COLUMNS} from other.readings o where not exists ({SAME_READING})"
        " and document not in (select document from forgotten) order by number"
    ).rowcount
    run(
        "insert or ignore into texts (document, title, text) select document, title, text from other.texts"
        " where document not in (select document from forgotten) order by number"
    )
    failures = run(
        "insert or ignore into failures (run, uri, stage, reason, source_hash, added)"
        " select run, uri, stage, reason, source_hash, added from other.failures order by number"
    ).rowcount
    decisions = run(
        "insert or ignore into decisions (id, record) select id, record from other.decisions order by number"
    ).rowcount
    run("insert or ignore into event_ids (place, event) select place, event from other.event_ids order by number")
    return Merged(readings=readings, failures=failures, decisions=decisions, forgotten=forgotten)
