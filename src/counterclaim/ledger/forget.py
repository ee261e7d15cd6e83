"""The one erasure: a document's text and every copied piece of it go; its hash, and who took it out and why, stay."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.codec import decode, encode
from counterclaim.errors import LedgerError
from counterclaim.ledger.store import Ledger, now
from counterclaim.records import Decision


def forget(ledger: Ledger, document: str, *, reason: str, author: str) -> int:
    """Erases a document (by id or uri) for good and gives back how many readings of it went.

    The freed room in the file is overwritten, so that the words are not in it any more.
    """
    rows = ledger.database.execute(
        "select distinct document, text_hash, uri from readings where document = ? or uri = ?", (document, document)
    ).fetchall()
    if not rows:
        raise LedgerError(f"{ledger.path}: no document {document!r}; give an id or uri as in claims.jsonl")
    if len({row[0] for row in rows}) > 1:
        ids = ", ".join(sorted({row[0] for row in rows}))
        raise LedgerError(f"{ledger.path}: {document!r} stands for several documents; give one id of: {ids}")
    found, text_hash, uri = rows[-1]
    with ledger.transaction():
        gone = erase(ledger, found)
        ledger.database.execute(
            "insert or replace into forgotten values (?, ?, ?, ?, ?, ?)", (found, text_hash, uri, reason, author, now())
        )
    compact(ledger)
    return gone


def erase(ledger: Ledger, document: str) -> int:
    """Deletes what holds words of a document inside the open transaction."""
    run = ledger.database.execute
    run("delete from texts where document = ?", (document,))
    run("insert into texts_index (texts_index) values ('rebuild')")
    run("delete from views")
    for number, record in run("select number, record from decisions").fetchall():
        decision = decode(record, Decision)
        if decision.document == document and decision.changes:
            run("update decisions set record = ? where number = ?", (encode(replace(decision, changes=())), number))
    return run("delete from readings where document = ?", (document,)).rowcount


def compact(ledger: Ledger) -> None:
    """Writes the file anew without its free room, and empties the log beside it."""
    ledger.database.execute("vacuum")
    ledger.database.execute("pragma wal_checkpoint(truncate)")
