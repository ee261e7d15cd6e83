"""A nationality before a deed of states stands for its government, so that a denial by that government meets the claim."""

from __future__ import annotations

import pytest


def agents(claim):
    return [(party.name, party.side) for role, parties in claim.event.roles if role == "agent" for party in parties]


def test_an_israeli_air_strike_is_told_of_the_israeli_government(reading):
    (claim,) = reading("Medics said an Israeli air strike had killed ten people at the hospital.").claims
    assert agents(claim) == [("Israeli", "Israeli government")]


@pytest.mark.parametrize("text", ["An Afghan bombing killed ten people.", "Palestinian rocket fire killed ten people."])
def test_a_nationality_is_no_government_where_others_do_the_like(reading, text):
    (claim,) = reading(text).claims
    assert all(side is None for _, side in agents(claim))


def test_whose_weapon_was_blamed_is_who_is_accused(reading):
    page = reading(
        "Hamas said an Israeli air strike had killed ten people. The Israeli army blamed a rocket misfired by Islamic Jihad."
    )
    assert [(claim.stance, agents(claim)[0][1]) for claim in page.claims][1] == ("accuses", "Palestinian Islamic Jihad")


def test_some_of_its_rockets_are_of_its_side(reading):
    (claim,) = reading("Islamic Jihad denied that any of its rockets had hit the hospital.").claims
    assert agents(claim)[0][1] == "Palestinian Islamic Jihad"


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said it was unlikely that the rebels had shelled the town.",
        "A monitor said the evidence made it highly unlikely that the army had shelled the town.",
    ],
)
def test_what_is_called_unlikely_is_said_not_to_be(reading, text):
    assert [claim.polarity for claim in reading(text).claims] == ["negative"]


def test_who_says_that_another_was_not_behind_it_accuses_nobody(reading):
    (claim,) = reading("US says Israel not behind hospital blast").claims
    assert (claim.stance, claim.polarity, agents(claim)[0][0]) == ("asserts", "negative", "Israel")


def test_hundreds_reported_killed_do_not_speak(reading):
    assert [claim.source.kind for claim in reading("Hundreds reported killed in blast at hospital").claims] == ["narrator"]


def test_he_who_told_a_paper_is_the_survivor_and_not_the_paper(reading):
    page = reading('A survivor told Sahel Dispatch that the soldiers came on foot. "They shot everyone," he said.')
    assert [claim.source.name for claim in page.claims if claim.source.kind != "narrator"] == [None, None]
