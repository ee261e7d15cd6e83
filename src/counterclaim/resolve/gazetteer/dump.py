"""Places of a GeoNames dump (geonames.org/export/dump): allCountries or one country, plain or zipped, with alternate names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from counterclaim.errors import GazetteerError
from counterclaim.records import PlaceKind
from counterclaim.resolve.gazetteer.own import number
from counterclaim.resolve.gazetteer.rows import PlaceRow

COLUMNS, ALTERNATE_COLUMNS = 19, 10
LEVELS: dict[str, PlaceKind] = {"PCLI": "PCL", "PCLD": "PCL", "PCLS": "PCL", "ADM1": "ADM1", "ADM2": "ADM2"}
FACILITIES = frozenset(
    ("AIRP", "AIRB", "AIRF", "MILB", "CMP", "CMPRF", "CMPO", "BDG", "GATE", "DAM", "PRT", "OILR", "PS", "HSP")
)
FEATURES = frozenset(
    ("PASS", "VAL", "VALS", "MT", "MTS", "ISL", "ISLS", "PEN", "CAPE", "PLN", "DSRT", "STM", "LK", "SEA", "BAY")
)
CODES = frozenset(("link", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "wkdt", "phon", "piny"))


def dump_rows(dump: Path, alternates: Path | None, countries: Collection[str]) -> Iterator[PlaceRow]:
    """The places of a dump that reports name, of these countries or of all, and then their alternate names.

    Raises `GazetteerError` that names file and line where a line is cut short or a value does not fit.
    """
    areas = dict(area_codes(dump, countries))
    states: dict[str, str] = {}
    for line, cells in lines_of(dump, COLUMNS):
        if (not countries or cells[8] in countries) and (kind := kind_of(cells[6], cells[7])):
            states[cells[0]] = cells[8]
            yield dump_row(cells, kind, areas, f"{dump}:{line}")
    if alternates:
        yield from alternate_rows(alternates, states)


def kind_of(group: str, code: str) -> PlaceKind | None:
    """The level of a feature class and code, None for what is left out."""
    if group == "A":
        return LEVELS.get(code)
    if group == "P":
        return "PPL"
    return "facility" if code in FACILITIES else "feature" if code in FEATURES else None


def area_codes(dump: Path, countries: Collection[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The id of each division by its country and codes."""
    for _, cells in lines_of(dump, COLUMNS):
        if cells[6] == "A" and (not countries or cells[8] in countries):
            if cells[7] == "ADM1":
                yield (cells[8], cells[10]), f"gn:{cells[0]}"
            elif cells[7] == "ADM2":
                yield (cells[8], cells[10], cells[11]), f"gn:{cells[0]}"


def dump_row(cells: list[str], kind: PlaceKind, areas: dict[tuple[str, ...], str], where: str) -> PlaceRow:
    """One place of a dump."""
    admin1 = areas.get((cells[8], cells[10]))
    admin2 = areas.get((cells[8], cells[10], cells[11])) if cells[11] else None
    place = f"gn:{cells[0]}"
    return PlaceRow(
        id=place, name=cells[1], kind=kind, country=cells[8] or None,
        latitude=number(cells[4], -90, 90, f"{where}: latitude"),
        longitude=number(cells[5], -180, 180, f"{where}: longitude"),
        admin1=admin1 if admin1 != place else None, admin2=admin2 if admin2 != place else None,
        geonames=int(number(cells[0], 0, 1e9, f"{where}: id") or 0),
        population=int(number(cells[14], 0, 1e11, f"{where}: population") or 0),
        names=(cells[1], cells[2], *cells[3].split(",")),
    )  # fmt: skip


def alternate_rows(alternates: Path, states: dict[str, str]) -> Iterator[PlaceRow]:
    """The alternate names of places that are already known, historic ones among them, each as a row that adds a name."""
    for _, cells in lines_of(alternates, ALTERNATE_COLUMNS):
        if cells[1] in states and cells[2] not in CODES:
            yield PlaceRow(id=f"gn:{cells[1]}", name=cells[3], kind="PPL", country=states[cells[1]] or None)


def lines_of(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """The numbered lines of a tab-separated dump; raises `GazetteerError` that names a line cut short."""
    count = 0
    try:
        with opened(path) as stream:
            for count, line in enumerate(stream, 1):
                cells = line.rstrip("\r\n").split("\t")
                if len(cells) != columns:
                    raise GazetteerError(f"{path}:{count}: {len(cells)} columns instead of {columns}; is the file complete?")
                yield count, cells
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"{path}: not readable after line {count}: {error}; is the file complete?") from error


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """The text of a dump, out of its archive where it is zipped."""
    if path.suffix != ".zip":
        with path.open(encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive:
        inner = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if not inner:
            raise GazetteerError(f"{path}: holds no .txt file; a GeoNames archive holds {path.stem}.txt")
        with archive.open(max(inner, key=lambda name: archive.getinfo(name).file_size)) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
