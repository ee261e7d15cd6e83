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


def test_the_mayor_of_a_city_is_of_its_country(reading):
    page = reading("The mayor of Kryvyi Rih, Oleh Marno, said Russia had hit a house with a missile.")
    assert page.claims[0].source.side == "Ukrainian government"


def test_officials_of_elsewhere_do_not_speak_for_who_spoke_before(reading):
    page = reading("Moscow denied that the group was there. It took part in the assault, according to two Western officials.")
    assert page.claims[-1].source.side is None


def test_who_claims_a_capture_is_who_made_it(reading):
    (claim,) = reading("Rebels claim capture of Kandahar").claims
    assert claim.event is not None
    assert [party.span.text for role, parties in claim.event.roles if role == "agent" for party in parties] == ["Rebels"]


def test_who_denies_and_accuses_in_one_breath_does_both(reading):
    page = reading("M23 denied any involvement and accused the Congolese army of staging the killings.")
    assert [(claim.source.side, claim.stance) for claim in page.claims] == [("M23", "denies"), ("M23", "accuses")]
