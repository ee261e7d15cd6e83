"""Builds the gazetteer file: into a new file beside the old one, which is replaced only when the new one is whole."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from counterclaim.errors import GazetteerError
from counterclaim.folding import Folding
from counterclaim.knowledge.load import load
from counterclaim.knowledge.tables import folding_table
from counterclaim.records import content_id
from counterclaim.resolve.gazetteer.own import supplement_rows
from counterclaim.resolve.gazetteer.packages import package_rows, versions
from counterclaim.resolve.gazetteer.rows import PlaceRow
from counterclaim.resolve.gazetteer.store import FORMAT, INDEXES, SCHEMA, Numbers, write_rows

STEP = 5000
TABLES = ("airports", "countries", "folding", "wrong_names")
Step = Callable[[int], None]


def packaged_version() -> str:
    """What the gazetteer of the installed packages rests on: file format, package versions, hash of the shipped tables."""
    tables = load().tables
    used = {name: page for name, page in tables.items() if name in TABLES or "places" in page}
    return f"{FORMAT} {versions()} tables-{content_id(json.dumps(used, sort_keys=True, default=str))}"


def packaged_rows() -> Iterator[PlaceRow]:
    """All places of the installed packages and of the shipped supplement."""
    tables = load().tables
    wrong = {entry["id"]: frozenset(entry["names"]) for entry in tables["wrong_names"]["entries"]}
    packaged = package_rows(tables["countries"], tables["airports"])
    return chain((without_wrong(row, wrong.get(row.id)) for row in packaged), supplement_rows(tables))


def without_wrong(row: PlaceRow, wrong: frozenset[str] | None) -> PlaceRow:
    """The row without the names that are those of another place."""
    return row if wrong is None else replace(row, names=tuple(name for name in row.names if name not in wrong))


def build(path: Path, rows: Iterable[PlaceRow], version: str) -> int:
    """Builds the file from rows and gives back the number of places; raises `GazetteerError` and keeps the old file."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        count = fill(fresh, rows, version, folding_table())
        os.replace(fresh, path)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{path}: the gazetteer could not be built: {error}; what was there before stays") from error
    finally:
        fresh.unlink(missing_ok=True)
    return count


def fill(path: Path, rows: Iterable[PlaceRow], version: str, table: Folding) -> int:
    """Writes a new file whole and gives back the number of places."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-100000;" + SCHEMA)
        database.execute("begin")
        numbers = Numbers()
        with progress() as step:
            for count in write_rows(database, rows, table, numbers):
                if count % STEP == 0:
                    step(count)
        meta = [("version", version), ("format", str(FORMAT)), ("places", str(len(numbers.places)))]
        database.executemany("insert into meta values (?,?)", meta)
        database.execute("commit")
        database.executescript(INDEXES + "vacuum;")
    finally:
        database.close()
    return len(numbers.places)


@contextmanager
def progress() -> Iterator[Step]:
    """A function that shows how many places are in, on a terminal only."""
    console = Console(stderr=True)
    columns = (TextColumn("Building the gazetteer: {task.completed} places"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("places", total=None)
        yield lambda count: bar.update(task, completed=count)
