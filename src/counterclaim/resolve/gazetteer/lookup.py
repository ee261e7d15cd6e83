"""Looks places up in an opened gazetteer file, by exact name, by folded name and by id."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence, Sized
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from counterclaim.errors import GazetteerError
from counterclaim.folding import Folding, fold, name_score
from counterclaim.records import Place
from counterclaim.resolve.gazetteer.rows import KINDS
from counterclaim.resolve.gazetteer.store import GEONAMES, OWN, PACKED, name_key

COLUMNS = "p.id, p.own, p.name, p.kind, p.country, p.latitude, p.longitude, p.radius, p.admin1, p.admin2, p.population"
NEAREST = 16
LEAST_SCORE = 0.8
KEPT = 50_000


class SqliteGazetteer:
    """An opened gazetteer file; it keeps what was looked up."""

    __slots__ = ("_by_id", "_exact", "_folded", "_states", "database", "path", "table", "version")

    def __init__(self, database: sqlite3.Connection, path: Path, version: str, table: Folding) -> None:
        """Takes an opened file with its version and the letter classes that it was built with."""
        self.database, self.path, self.version, self.table = database, path, version, table
        self._states: dict[str, str] = {}
        self._by_id = lru_cache(maxsize=KEPT)(self._find_id)
        self._exact = lru_cache(maxsize=KEPT)(self._find_exact)
        self._folded = lru_cache(maxsize=KEPT)(self._find_folded)

    def exact(self, name: str, countries: Sequence[str] = ()) -> tuple[Place, ...]:
        """Places with exactly this name (case and marks folded), most populous first."""
        return self._exact(name_key(name, self.table), tuple(countries))

    def folded(self, name: str, countries: Sequence[str] = ()) -> tuple[tuple[Place, float], ...]:
        """Places whose folded name is near, each with a score from 0 to 1, best first."""
        return self._folded(name_key(name, self.table), tuple(countries))

    def get(self, place: str) -> Place | None:
        """The place with this id."""
        return self._by_id(place)

    def counts(self) -> dict[str, int]:
        """The number of places of each kind."""
        rows = self._rows("select kind, count(*) from place group by kind order by 2 desc", ())
        return {KINDS[kind]: count for kind, count in rows}

    def _find_id(self, place: str) -> Place | None:
        number = place.removeprefix(GEONAMES)
        where = "p.id = ?" if number != place and number.isdecimal() else "p.own = ?"
        rows = self._rows(f"select {COLUMNS} from place p where {where}", (number if where == "p.id = ?" else place,))
        return self._place(rows[0]) if rows else None

    def _find_exact(self, key: str, countries: tuple[str, ...]) -> tuple[Place, ...]:
        rows = self._rows(
            f"select {COLUMNS} from alias a join place p on p.id = a.place where a.key = ?"
            f"{within('p.country', countries)} order by p.population desc, p.id",
            (key, *countries),
        )
        return tuple(self._place(row) for row in rows)

    def _find_folded(self, key: str, countries: tuple[str, ...]) -> tuple[tuple[Place, float], ...]:
        names = self._near_names(key, countries)
        if not names:
            return ()
        rows = self._rows(
            f"select a.key, {COLUMNS} from alias a join place p on p.id = a.place"
            f" where a.key in ({marks(names)}){within('p.country', countries)}",
            (*names, *countries),
        )
        best: dict[int, tuple[float, Any]] = {}
        for name, *row in rows:
            if names[name] > best.get(row[0], (0.0, None))[0]:
                best[row[0]] = (names[name], row)
        ranked = sorted(best.values(), key=lambda found: (-found[0], -(found[1][-1] or 0), found[1][0]))
        return tuple((self._place(row), round(score, 4)) for score, row in ranked)

    def _near_names(self, key: str, countries: tuple[str, ...]) -> dict[str, float]:
        """The names that share a skeleton with a key and score well against it."""
        skeletons = fold(key, self.table)
        if not skeletons:
            return {}
        where = f"key in ({marks(skeletons)}){within('country', countries)}"
        rows = self._rows(f"select distinct name from skeleton where {where}", (*skeletons, *countries))
        nearest = process.extract(key, [name for (name,) in rows], scorer=OSA.normalized_similarity, limit=NEAREST)
        scores = {name: name_score(key, name, self.table) for name, _, _ in nearest}
        return {name: score for name, score in scores.items() if score >= LEAST_SCORE}

    def _place(self, row: Sequence[Any]) -> Place:
        """The record of a row, its parents from the next higher unit to the state."""
        number, own, name, kind, country, latitude, longitude, radius, admin1, admin2, population = row
        state = self._state(country) if country and KINDS[kind] != "PCL" else None
        upper, lower = self._id_of(admin1), self._id_of(admin2)
        return Place(
            id=own or f"{GEONAMES}{number}", name=name, kind=KINDS[kind], country=country,
            latitude=None if latitude is None else latitude / PACKED,
            longitude=None if longitude is None else longitude / PACKED,
            radius_km=radius, admin1=upper, admin2=lower, geonames=None if own else number, population=population,
            parents=tuple(parent for parent in (lower, upper, state) if parent),
        )  # fmt: skip

    def _id_of(self, number: int | None) -> str | None:
        """The id of the place with this number."""
        if number is None or number < OWN:
            return None if number is None else f"{GEONAMES}{number}"
        rows = self._rows("select own from place where id = ?", (number,))
        return str(rows[0][0]) if rows else None

    def _state(self, country: str) -> str | None:
        """The id of the state with this code."""
        if not self._states:
            query = "select country, id from place where kind = ? order by population"
            self._states.update((code, f"{GEONAMES}{number}") for code, number in self._rows(query, (KINDS.index("PCL"),)))
        return self._states.get(country)

    def _rows(self, query: str, values: Sequence[Any]) -> list[Any]:
        """The rows of a query; raises `GazetteerError` that names the file where it is damaged."""
        try:
            return self.database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise damaged(self.path, str(error)) from error


def damaged(path: Path, what: str) -> GazetteerError:
    """The error for a file that cannot be read as a gazetteer."""
    return GazetteerError(f"{path}: not a usable gazetteer ({what}); build it again: counterclaim gazetteer build")


def marks(values: Sized) -> str:
    """As many question marks as there are values."""
    return ",".join("?" * len(values))


def within(column: str, countries: Sequence[str]) -> str:
    """The clause that keeps to these countries, empty for none."""
    return f" and {column} in ({marks(countries)})" if countries else ""
