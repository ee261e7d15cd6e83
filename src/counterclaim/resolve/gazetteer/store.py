"""The gazetteer file: its tables, how rows go in, and the names as they are keyed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from counterclaim.folding import WORD, Folding, fold, plain
from counterclaim.resolve.gazetteer.rows import KINDS, PlaceRow

FORMAT = 5
PACKED = 100_000
OWN = 1_000_000_000
GEONAMES = "gn:"
LATIN = re.compile(r"[a-z0-9 ]+")
SCHEMA = """
create table meta (key text primary key, value text) without rowid;
create table place (
    id integer primary key, own text, name text not null, kind integer not null, country text, latitude integer,
    longitude integer, radius real, admin1 integer, admin2 integer, population integer
);
create table alias (key text not null, place integer not null, primary key (key, place)) without rowid;
create table skeleton (key text not null, country text not null, name text not null, primary key (key, country, name))
    without rowid;
"""
INDEXES = """
create unique index place_own on place (own) where own is not null;
"""


@dataclass(slots=True)
class Numbers:
    """What has been written so far: the numbers of places, and those of places that have no GeoNames id."""

    own: dict[str, int] = field(default_factory=dict)
    places: set[int] = field(default_factory=set)

    def of_place(self, place: str) -> int:
        """The number of a place: its GeoNames id, or one from a range that GeoNames does not use."""
        if place.startswith(GEONAMES):
            return int(place.removeprefix(GEONAMES))
        return self.own.setdefault(place, OWN + len(self.own))


def name_key(name: str, table: Folding) -> str:
    """A name as it is looked up: plain letters, words parted by one space."""
    return " ".join(WORD.findall(plain(name, table)))


def write_rows(database: sqlite3.Connection, rows: Iterable[PlaceRow], table: Folding, numbers: Numbers) -> Iterator[int]:
    """Puts rows into the file and yields the number written so far; a later row of an earlier id adds names."""
    for count, row in enumerate(rows, 1):
        number = numbers.of_place(row.id)
        if number not in numbers.places:
            numbers.places.add(number)
            database.execute("insert into place values (?,?,?,?,?,?,?,?,?,?,?)", columns(row, number, numbers))
        elif row.radius_km is not None:
            database.execute("update place set radius = coalesce(radius, ?) where id = ?", (row.radius_km, number))
        write_names(database, row, number, table)
        yield count


def columns(row: PlaceRow, number: int, numbers: Numbers) -> tuple[object, ...]:
    """The row in the order of the place table."""
    return (
        number, None if number < OWN else row.id, row.name, KINDS.index(row.kind), row.country, packed(row.latitude),
        packed(row.longitude), row.radius_km, numbers.of_place(row.admin1) if row.admin1 else None,
        numbers.of_place(row.admin2) if row.admin2 else None, row.population or None,
    )  # fmt: skip


def packed(degrees: float | None) -> int | None:
    """Degrees as a whole number of hundred-thousandths."""
    return None if degrees is None else round(degrees * PACKED)


def write_names(database: sqlite3.Connection, row: PlaceRow, number: int, table: Folding) -> None:
    """Puts the names of one place into the file."""
    names = usable_names(row, table)
    skeletons = ((skeleton, row.country or "", name) for name in names for skeleton in fold(name, table))
    database.executemany("insert or ignore into alias values (?,?)", [(name, number) for name in names])
    database.executemany("insert or ignore into skeleton values (?,?,?)", skeletons)


def usable_names(row: PlaceRow, table: Folding) -> dict[str, None]:
    """The keys of a place's names in Latin letters; GeoNames' own in small letters are a machine's, left out."""
    listed = row.geonames is None
    named = (name for name in (row.name, *row.names) if name and (listed or name == row.name or not name[0].islower()))
    keys = (name_key(name, table) for name in named)
    return {key: None for key in keys if key and LATIN.fullmatch(key)}
