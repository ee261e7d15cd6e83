"""Places beside the packages: the shipped supplement, and a user's own in a TSV file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from counterclaim.errors import GazetteerError
from counterclaim.records import content_id
from counterclaim.resolve.gazetteer.rows import KINDS, PlaceRow

COLUMNS = ("name", "kind", "country", "latitude", "longitude", "radius_km", "admin1", "names", "source")
NEEDED = ("name", "kind", "country", "latitude", "longitude")


def supplement_rows(tables: Mapping[str, Any]) -> Iterator[PlaceRow]:
    """The places of every shipped table that has a list `places`; an entry with an `id` adds names to a packaged place."""
    for name, page in sorted(tables.items()):
        for entry in page.get("places") or ():
            yield entry_row(entry, f"table {name}")


def entry_row(entry: Mapping[str, Any], where: str) -> PlaceRow:
    """One place of a table or TSV; raises `GazetteerError` that names the place where a value does not fit."""
    name, kind = str(entry.get("name", "")), entry.get("kind")
    if not name:
        raise GazetteerError(f"{where}: a place needs a name")
    if kind not in KINDS:
        raise GazetteerError(f"{where}: {name!r} has the kind {kind!r}; it must be one of: {', '.join(KINDS)}")
    country = entry.get("country")
    return PlaceRow(
        id=entry.get("id") or f"own:{content_id(name, kind, country)}",
        name=name, kind=kind, country=country,
        latitude=number(entry.get("latitude"), -90, 90, f"{where}: latitude of {name!r}"),
        longitude=number(entry.get("longitude"), -180, 180, f"{where}: longitude of {name!r}"),
        radius_km=number(entry.get("radius_km"), 0, 21_000, f"{where}: radius_km of {name!r}"),
        admin1=f"gn:{entry['admin1']}" if entry.get("admin1") else None,
        names=(name, *(entry.get("names") or ())),
    )  # fmt: skip


def number(value: Any, least: float, most: float, where: str) -> float | None:
    """The value as a number within bounds, None for nothing; raises `GazetteerError` that says where it stands."""
    if value is None or value == "":
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        found = float("nan")
    if not least <= found <= most:
        raise GazetteerError(f"{where} is {value!r}; it must be a number from {least} to {most}")
    return found


def own_rows(path: Path) -> Iterator[PlaceRow]:
    """The places of a TSV file whose first line names its columns; raises `GazetteerError` that names file and line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: not readable as a UTF-8 file of places: {error}") from error
    header = check_header(lines, path)
    for count, line in enumerate(lines[1:], 2):
        if line.strip():
            cells = line.split("\t")
            if len(cells) != len(header):
                raise GazetteerError(f"{path}:{count}: {len(cells)} columns, the first line names {len(header)}")
            entry: dict[str, Any] = {key: cell.strip() for key, cell in zip(header, cells, strict=True)}
            entry["names"] = [part.strip() for part in entry.get("names", "").split("|") if part.strip()]
            yield entry_row({key: value for key, value in entry.items() if value != ""}, f"{path}:{count}")


def check_header(lines: list[str], path: Path) -> list[str]:
    """The column names of the first line; raises `GazetteerError` for an unknown or missing one."""
    header = [cell.strip() for cell in lines[0].split("\t")] if lines else []
    wrong = [cell for cell in header if cell not in COLUMNS]
    missing = [cell for cell in NEEDED if cell not in header]
    if wrong or missing:
        found = f"unknown column {wrong[0]!r}" if wrong else f"no column {missing[0]!r}"
        raise GazetteerError(f"{path}:1: {found}; tab-separated columns are: {', '.join(COLUMNS)}")
    return header
