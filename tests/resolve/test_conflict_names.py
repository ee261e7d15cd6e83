"""The lists of conflict names: how many are placed where they lie, and that hardly one is placed wrongly."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from counterclaim.kit import Kit
from counterclaim.records import Located, Place
from counterclaim.resolve.gazetteer.geometry import distance_km

ROWS = list(csv.DictReader((Path(__file__).parent / "conflict_names.tsv").read_text("utf-8").splitlines(), delimiter="\t"))


def outcome(row: dict[str, str], located: Located) -> str:
    """Whether a name was placed right, wrongly or not at all."""
    if located.place is None:
        return "unresolved"
    return "right" if fits(located.place, row) else "wrong"


def fits(place: Place, row: dict[str, str]) -> bool:
    """Whether a place is the one that a row of the list expects."""
    if place.country != row["country"] or place.latitude is None or place.longitude is None:
        return False
    distance = distance_km((place.latitude, place.longitude), (float(row["latitude"]), float(row["longitude"])))
    return distance <= float(row["within_km"]) and row["level"] in ("", place.kind)


@pytest.mark.parametrize(("name", "least", "wrong"), [("reference", 48, 0), ("drawn", 45, 1)])
def test_conflict_names_lie_where_they_lie(kit: Kit, place, name: str, least: int, wrong: int) -> None:
    outcomes = {}
    for row in (row for row in ROWS if row["list"] == name):
        state = next(one for one in kit.gazetteer.exact(f"ISO {row['country']}"))
        text = f"Fighting was reported in {row['name']}, a report from {state.name} said."
        (located, _) = place(text, [row["name"], state.name])
        outcomes[row["name"]] = (outcome(row, located), located.place and located.place.name, located.probability)
    assert sum(found == "right" for found, *_ in outcomes.values()) >= least, outcomes
    assert sum(found == "wrong" for found, *_ in outcomes.values()) <= wrong, outcomes
