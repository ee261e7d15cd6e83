"""An office of a place speaks for the government of the country in which the place lies."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ukrainian drones hit a depot in the Belgorod region, the region's governor Pavel Orlin said.", "Russian government"),
        ("The governor of Belgorod, Pavel Orlin, said two people were killed by Ukrainian shelling.", "Russian government"),
        ("The governor of Kherson said two people were killed by Russian shelling.", "Ukrainian government"),
    ],
)
def test_a_governor_is_of_the_country_of_the_province(reading, text, side):
    assert reading(text).claims[0].source.side == side


def test_the_deed_after_a_movement_is_what_is_told(reading):
    (claim,) = reading("Residents said troops entered the village on Monday and executed 17 people.").claims
    assert claim.event is not None
    assert claim.event.type == "kill"


def test_an_official_of_a_state_by_its_initials_is_of_its_government(reading):
    (claim,) = reading("A senior US official said the strike had hit the port.").claims
    assert claim.source.side == "US government"
