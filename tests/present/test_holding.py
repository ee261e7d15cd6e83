"""Reported control of a place, its parts and what it lies in, by several definitions."""

from __future__ import annotations

import pytest

from counterclaim.present.holding import held, held_line
from counterclaim.records import Control, Place, View

PANJSHIR = Place(id="1", name="Panjshir", kind="ADM1", country="AF", latitude=35.4, longitude=69.7, parents=("0",))
BAZARAK = Place(id="2", name="Bazarak", kind="PPL", country="AF", latitude=35.3, longitude=69.5, parents=("1", "0"))
KUNDUZ = Place(id="3", name="Kunduz", kind="ADM1", country="AF", latitude=36.7, longitude=68.9, parents=("0",))


def row(place: Place, basis: str, day: str) -> Control:
    """One row of reported control by the Taliban."""
    return Control(
        place=place, place_name=place.name, day=day, holder="Taliban", basis=basis, event=day, label="claimed", claims=(),
        last_evidence=day,
    )  # fmt: skip


ROWS = (
    row(PANJSHIR, "capture", "2021-09-06"),
    row(PANJSHIR, "centre", "2021-09-05"),
    row(BAZARAK, "hold", "2021-09-04"),
    row(BAZARAK, "entry", "2021-09-03"),
    row(KUNDUZ, "hold", "2021-08-08"),
)
VIEW = View(
    as_of="2021-09-10", documents=(), readings=(), entities=(), origins=(), links=(), events=(), control=ROWS,
)  # fmt: skip


@pytest.mark.parametrize(
    ("definition", "wanted"),
    [
        ("holding", [("itself", "capture"), ("part", "hold")]),
        ("centre", [("itself", "centre"), ("itself", "capture"), ("part", "hold")]),
        ("presence", [("itself", "centre"), ("itself", "capture"), ("part", "entry"), ("part", "hold")]),
    ],
)
def test_a_province_is_told_of_with_its_parts_by_each_definition(definition, wanted) -> None:
    assert [(one.relation, one.row.basis) for one in held(VIEW, PANJSHIR, definition)] == wanted


def test_a_town_is_told_of_with_the_province_around_it_and_the_age_of_the_evidence() -> None:
    rows = held(VIEW, BAZARAK, "holding")
    assert [(one.relation, one.age) for one in rows] == [("itself", 6), ("around", 4)]
    assert held_line(rows[1]) == (
        "reported control of Panjshir, in which it lies: Taliban by capture 2021-09-06 [claimed], "
        "last evidence 2021-09-06, 4 days old"
    )
