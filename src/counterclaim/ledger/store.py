"""The append-only store of readings, failures, runs and decisions: one SQLite file.

A batch of readings is stored in one transaction and is on the disk when `add` returns. Nothing stored is changed later;
`forget.py` holds the one exception.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from counterclaim.codec import decode, encode, uncollected
from counterclaim.errors import LedgerError
from counterclaim.ledger.schema import APPLICATION, all_or_nothing, prepare, version_of
from counterclaim.records import Decision, Document, Failure, Reading, Run, content_id

WAIT_SECONDS = 60
LATEST = "select max(number) from readings group by document"


@dataclass(frozen=True, slots=True)
class Ledger:
    """An opened ledger file; a context manager."""

    path: Path
    database: sqlite3.Connection
    writable: bool

    def __enter__(self) -> Ledger:
        """The ledger itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Closes the file."""
        self.database.close()

    def begin(self, run: Run) -> Run:
        """The run as stored: this one, or the earlier one of the same versions, which it then continues."""
        with self.transaction():
            self.database.execute("insert or ignore into runs values (?, ?)", (run.id, encode(run)))
        return decode(self.database.execute("select record from runs where id = ?", (run.id,)).fetchone()[0], Run)

    def missing(self, documents: Sequence[Document], run: str) -> list[Document]:
        """Those of the documents that this run has not stored yet in the same form, and that were not forgotten."""
        return [document for document in documents if not self.holds(document, run)]

    def holds(self, document: Document, run: str) -> bool:
        """Whether the newest reading of the document is this run's and of the same form, or it was forgotten on purpose."""
        newest = self.database.execute(
            "select run, form from readings where document = ? order by number desc limit 1", (document.id,)
        ).fetchone()
        if newest is not None:
            return bool(newest == (run, form_of(document)))
        forgotten = self.database.execute("select 1 from forgotten where document = ?", (document.id,)).fetchone()
        return forgotten is not None

    def add(self, results: Sequence[Reading | Failure], run: str) -> int:
        """Stores a batch, whole or not at all, and gives back the number of new readings."""
        readings = [result for result in results if isinstance(result, Reading)]
        failures = [result for result in results if isinstance(result, Failure)]
        failures += [failure for reading in readings for failure in reading.failures]
        added = now()
        with self.transaction():
            fresh = [reading for reading in readings if self.add_reading(reading, run, added)]
            lost = sum(self.add_failure(failure, run, added) for failure in failures)
            if fresh or lost:
                self.add_batch(fresh, lost, run, added)
        return len(fresh)

    def add_reading(self, reading: Reading, run: str, added: str) -> bool:
        """Stores one reading inside the open transaction; False where it was there already."""
        document = reading.document
        if self.holds(document, run):
            return False
        row = (
            document.id, run, form_of(document), document.uri, document.publisher, document.published, document.text_hash,
            len(reading.claims), added, packed(replace(reading, seconds=())),
        )  # fmt: skip
        self.database.execute(
            "insert into readings (document, run, form, uri, publisher, published, text_hash, claims, added, reading)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        self.database.execute(
            "insert or ignore into texts (document, title, text) values (?, ?, ?)", (document.id, document.title, document.text)
        )
        return True

    def add_failure(self, failure: Failure, run: str, added: str) -> int:
        """Stores one failure inside the open transaction; 0 where it was there already."""
        cursor = self.database.execute(
            "insert or ignore into failures (run, uri, stage, reason, source_hash, added) values (?, ?, ?, ?, ?, ?)",
            (run, failure.uri, failure.stage, failure.reason, failure.source_hash, added),
        )
        return cursor.rowcount

    def add_batch(self, readings: Sequence[Reading], lost: int, run: str, added: str) -> None:
        """Notes the counts and the seconds a stage of a batch inside the open transaction."""
        seconds: dict[str, float] = {}
        for stage, spent in (pair for reading in readings for pair in reading.seconds):
            seconds[stage] = seconds.get(stage, 0.0) + spent
        claims = sum(len(reading.claims) for reading in readings)
        self.database.execute(
            "insert into batches (run, documents, claims, failures, seconds, added) values (?, ?, ?, ?, ?, ?)",
            (run, len(readings), claims, lost, msgspec.json.encode(seconds).decode(), added),
        )

    def readings(self, as_of: str | None = None) -> list[Reading]:
        """The latest reading of each document, by day of publication (undated last) and id; as of a day only earlier ones."""
        with uncollected():
            return [unpacked(blob) for (blob,) in self.database.execute(*latest("reading", as_of))]

    def older_readings(self) -> Iterator[Reading]:
        """The readings that later ones have superseded, oldest first."""
        rows = self.database.execute(f"select reading from readings where number not in ({LATEST}) order by number")
        return (unpacked(blob) for (blob,) in rows)

    def runs(self) -> list[Run]:
        """All runs, oldest first."""
        rows = self.database.execute("select record from runs order by rowid")
        return [decode(record, Run) for (record,) in rows]

    def decisions(self) -> list[Decision]:
        """All decisions, oldest first."""
        rows = self.database.execute("select record from decisions order by number")
        return [decode(record, Decision) for (record,) in rows]

    def decide(self, decision: Decision) -> None:
        """Stores a decision; the same one twice is stored once."""
        with self.transaction():
            self.database.execute("insert or ignore into decisions (id, record) values (?, ?)", (decision.id, encode(decision)))

    def failures(self) -> list[Failure]:
        """What could not be read, without what a later reading of the same uri made good."""
        rows = self.database.execute(
            "select distinct uri, stage, reason, source_hash from failures f where not exists"
            " (select 1 from readings r where r.uri = f.uri and r.added > f.added) order by uri, stage, reason"
        )
        return [Failure(uri=uri, stage=stage, reason=reason, source_hash=hash_) for uri, stage, reason, hash_ in rows]

    def fingerprint(self, as_of: str | None = None) -> str:
        """A hash of which readings and decisions the ledger holds; equal content gives an equal one on any machine."""
        rows = self.database.execute(*latest("document, run, form", as_of)).fetchall()
        decided = self.database.execute("select id from decisions order by number").fetchall()
        return content_id("ledger", *(part for row in (*rows, *decided) for part in row))

    def cached(self, key: str) -> bytes | None:
        """What `keep` stored under a key, or None."""
        row = self.database.execute("select value from views where key = ?", (key,)).fetchone()
        return zlib.decompress(row[0]) if row else None

    def keep(self, key: str, value: bytes, *, most: int = 8) -> None:
        """Stores a computed value under a key and drops all but the newest ones; does nothing in a read-only file."""
        if not self.writable:
            return
        with self.transaction():
            self.database.execute("insert or replace into views values (?, ?, ?)", (key, now(), zlib.compress(value, 1)))
            self.database.execute(
                "delete from views where key not in (select key from views order by made desc, rowid desc limit ?)", (most,)
            )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, on the disk at the end; raises `LedgerError` where the file cannot be written."""
        with told(self.path), all_or_nothing(self.database):
            yield


def latest(columns: str, as_of: str | None) -> tuple[str, tuple[Any, ...]]:
    """The query and its values for the latest reading of each document in canonical order."""
    until, values = ("", ()) if as_of is None else (" and substr(published, 1, 10) <= ?", (as_of[:10],))
    query = f"select {columns} from readings where number in ({LATEST}){until} order by published is null, published, document"
    return query, values


def open_ledger(path: Path | str, *, create: bool = False) -> Ledger:
    """The ledger at a path; raises `LedgerError` where there is none (unless `create`) or it cannot be used."""
    path = Path(path)
    if not path.exists() and not create:
        raise LedgerError(f"{path}: no such ledger; make one with: counterclaim run PATH... --ledger {path}")
    writable = create or os.access(path, os.W_OK)
    with told(path):
        database = connect(path, writable=writable)
        try:
            if writable:
                prepare(database, path)
            else:
                version_of(database, path)
        except BaseException:
            database.close()
            raise
    return Ledger(path, database, writable)


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection that waits for other writers, checks foreign keys and is on the disk at each commit."""
    mode = "rwc" if writable else "ro"
    uri = f"file:{quoted(path)}?mode={mode}" + ("" if writable or wal_of(path).exists() else "&immutable=1")
    fresh = not path.exists() or not path.stat().st_size
    database = sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    if writable:
        if fresh:
            # before the log is used, so that the file itself says whose it is from its first byte on
            database.execute(f"pragma application_id = {APPLICATION}")
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = full")
    database.execute("pragma foreign_keys = on")
    return database


def quoted(path: Path) -> str:
    """The path with the characters that mean something in a URI escaped."""
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def wal_of(path: Path) -> Path:
    """The write-ahead log beside a ledger file."""
    return path.with_name(path.name + "-wal")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns an error of the database into a `LedgerError` that names the file and what would help."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {error}; {remedy(error)}") from error


def remedy(error: sqlite3.Error) -> str:
    """What would help against an error of the database."""
    code = getattr(error, "sqlite_errorname", "") or ""
    for name, advice in REMEDIES.items():
        if code.startswith(name):
            return advice
    return "counterclaim ledger check says more"


REMEDIES = {
    "SQLITE_FULL": "the disk is full: nothing of this batch was stored; make room and run again, it resumes",
    "SQLITE_READONLY": "the file or its folder is read-only: choose another --ledger or change its permissions",
    "SQLITE_CANTOPEN": "the folder must exist and be writable",
    "SQLITE_BUSY": "another program has held the ledger for too long: wait for it to end and run again",
    "SQLITE_NOTADB": "this is not a ledger: choose another file name",
    "SQLITE_CORRUPT": "the file is damaged: restore a copy, then run again to read what is missing",
    "SQLITE_IOERR": "the disk does not answer or is full: nothing of this batch was stored; run again, it resumes",
}


def form_of(document: Document) -> str:
    """A hash of what is known of a document beside its text, so that a corrected date or publisher is read anew."""
    known = (
        document.publisher, document.agency, document.title, document.url, document.published, document.language,
        document.body_start, document.translated_from, document.original, document.version, document.status,
    )  # fmt: skip
    return content_id("form", *known)


def packed(record: object) -> bytes:
    """A record as compressed JSON."""
    return zlib.compress(encode(record), 1)


def unpacked(blob: bytes) -> Reading:
    """The reading in compressed JSON."""
    return decode(zlib.decompress(blob), Reading)


def now() -> str:
    """This instant, UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def in_batches(results: Iterable[Reading | Failure], size: int) -> Iterator[list[Reading | Failure]]:
    """The results in lists of at most `size`."""
    batch: list[Reading | Failure] = []
    for result in results:
        batch.append(result)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
