"""Looks for damage in a ledger: the file, the links between its tables, every reading, every span."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from counterclaim.errors import LedgerError
from counterclaim.ledger.store import Ledger, unpacked
from counterclaim.records import Document, Span


def problems_of(ledger: Ledger) -> Iterator[str]:
    """What is wrong with a ledger, one sentence each; nothing where it is sound."""
    yield from file_problems(ledger)
    rows = ledger.database.execute("select number, document, text_hash, claims, reading from readings order by number")
    for number, document, text_hash, claims, blob in rows:
        yield from reading_problems(f"reading {number} of document {document}", text_hash, claims, blob)
    missing = ledger.database.execute(
        "select distinct document from readings where document not in (select document from texts)"
    )
    yield from (f"document {document}: its text is not in the index for searching" for (document,) in missing)


def file_problems(ledger: Ledger) -> Iterator[str]:
    """What SQLite finds wrong with the file, its links and its index for searching."""
    try:
        for (line,) in ledger.database.execute("pragma integrity_check"):
            if line != "ok":
                yield f"file: {line}"
        for table, row, parent, _ in ledger.database.execute("pragma foreign_key_check"):
            yield f"table {table}, row {row}: names a row of {parent} that is not there"
        if ledger.writable:
            ledger.database.execute("insert into texts_index (texts_index) values ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield f"file: {error}"


def reading_problems(name: str, text_hash: str, claims: int, blob: bytes) -> Iterator[str]:
    """What is wrong with one stored reading."""
    try:
        reading = unpacked(blob)
    except (LedgerError, ValueError, msgspec.DecodeError) as error:
        yield f"{name}: {error}"
        return
    document = reading.document
    if document.text_hash != text_hash or hash_of(document.text) != text_hash:
        yield f"{name}: the text is not the one that was stored"
    if len(reading.claims) != claims:
        yield f"{name}: {len(reading.claims)} claims where {claims} were stored"
    wrong = [span for span in spans_of(reading) if span.document == document.id and not fits(span, document)]
    yield from (f"{name}: the span {span.start}-{span.end} does not hold {span.text!r}" for span in wrong)


def hash_of(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fits(span: Span, document: Document) -> bool:
    """Whether a span holds the words that stand there in the text."""
    if span.pieces:
        return span.text == " ".join(document.text[start:end] for start, end in span.pieces)
    return span.text == document.text[span.start : span.end]


def spans_of(value: Any) -> Iterator[Span]:
    """Every span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_of(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans_of(getattr(value, name))
