"""The tables of a ledger file, and how an older file becomes a newer one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from counterclaim.errors import LedgerError

APPLICATION = 0x43_4C_41_4D
VERSION = 2

TABLES = """
create table runs (id text primary key, record blob not null);
create table readings (
  number integer primary key autoincrement,
  document text not null,
  run text not null references runs (id),
  form text not null,
  uri text not null,
  publisher text,
  published text,
  text_hash text not null,
  claims integer not null,
  added text not null,
  reading blob not null
);
create index readings_of_document on readings (document, number);
create index readings_of_uri on readings (uri);
create table failures (
  number integer primary key autoincrement,
  run text not null references runs (id),
  uri text not null,
  stage text not null,
  reason text not null,
  source_hash text,
  added text not null
);
create unique index failures_once on failures (run, uri, stage, reason, ifnull(source_hash, ''));
create table batches (
  number integer primary key autoincrement,
  run text not null references runs (id),
  documents integer not null,
  claims integer not null,
  failures integer not null,
  seconds text not null,
  added text not null
);
create table decisions (number integer primary key autoincrement, id text not null unique, record blob not null);
create table forgotten (document text primary key, text_hash text not null, uri text not null, reason text not null,
  author text not null, made text not null);
create table views (key text primary key, made text not null, value blob not null);
create table texts (number integer primary key, document text not null unique, title text, text text not null);
create virtual table texts_index using fts5 (title, text, content='texts', content_rowid='number');
create trigger texts_added after insert on texts begin
  insert into texts_index (rowid, title, text) values (new.number, new.title, new.text);
end;
create trigger texts_gone after delete on texts begin
  insert into texts_index (texts_index, rowid, title, text) values ('delete', old.number, old.title, old.text);
end;
"""

# from version N to N + 1; a released step is never changed again
STEPS: dict[int, str] = {
    1: "create table event_ids (number integer primary key autoincrement, place text not null unique, event text not null);",
}


def prepare(database: sqlite3.Connection, path: object) -> None:
    """Makes the tables of a new file or brings an older one up to date; raises `LedgerError` for a file it cannot use."""
    version = version_of(database, path)
    if version == VERSION:
        return
    with all_or_nothing(database):
        version = version_of(database, path)
        for script in scripts_from(version):
            run_script(database, script)
        database.execute(f"pragma application_id = {APPLICATION}")
        database.execute(f"pragma user_version = {VERSION}")


@contextmanager
def all_or_nothing(database: sqlite3.Connection) -> Iterator[None]:
    """A transaction that is committed at the end, or rolled back where anything is raised."""
    database.execute("begin immediate")
    try:
        yield
        database.execute("commit")
    except BaseException:
        if database.in_transaction:
            database.execute("rollback")
        raise


def version_of(database: sqlite3.Connection, path: object) -> int:
    """The schema version of a file, 0 for an empty one; raises `LedgerError` for another program's or a newer file."""
    application = database.execute("pragma application_id").fetchone()[0]
    version: int = database.execute("pragma user_version").fetchone()[0]
    tables = database.execute("select count(*) from sqlite_master").fetchone()[0]
    if application != APPLICATION and tables:
        raise LedgerError(f"{path}: a database of another program; give a new file name")
    if version > VERSION:
        raise LedgerError(
            f"{path}: written by a newer Counterclaim (schema {version}; this one knows {VERSION}); upgrade with pip install -U"
        )
    return version if tables else 0


def scripts_from(version: int) -> list[str]:
    """The scripts that bring a file of this version up to date; a new file goes through all of them."""
    first = [TABLES] if version == 0 else []
    return first + [STEPS[step] for step in range(max(1, version), VERSION)]


def run_script(database: sqlite3.Connection, script: str) -> None:
    """Runs each statement inside the open transaction (`executescript` would commit it first)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            database.execute(statement)
            statement = ""
