"""Which event words tell of, and which they only seem to tell of."""

from __future__ import annotations

import pytest

from counterclaim.extract.event_mentions import find_event_mentions

NO_SUCH_EVENT = [
    ("withdraw", "The ambulance service has withdrawn that number."),
    ("withdraw", "Rescuers were still working to pull nine people out of the rubble."),
    ("withdraw", "Prices are on the rise again after falling back."),
    ("lose_control", "The district falls within a network of safe zones."),
    ("capture", "Residents were forced to take shelter from the attack."),
    ("siege", "The army worked with the tribes in the surrounding province."),
    ("detain", "Twenty civilians were taken to a clinic."),
    ("advance", "The council wants to help reach a political solution."),
    ("investigate", "Residents inspect the damage in the street."),
    ("kill", "The row killed off hopes of talks."),
    ("kill", "Elders gathered to bury the dead."),
    ("presence", "We operate in strict accordance with our orders."),
    ("agreement", "Troops and allied forces went on."),
    ("clash", "A new council is the only way to gain support for the fight against terrorism."),
    ("presence", "The rebels were responsible for the blast at the gate."),
]
EVENTS = [
    ("withdraw", "The army has withdrawn its troops from the valley."),
    ("withdraw", "The army pulled out of the valley."),
    ("lose_control", "The district fell to the rebels."),
    ("detain", "The rebels took nine soldiers."),
    ("kill", "At least sixty bodies were found in the town."),
    ("kill", "The clinic received the bodies of nine victims."),
    ("kill", "A total of nine militants were eliminated near the town."),
    ("presence", "Militants operate in the valley."),
    ("clash", "The fight between the two clans lasted an hour."),
    ("kill", "Four children were among the dead."),
    ("kill", "The gunmen slit the throat of the driver."),
]


def types(annotated, kit, text: str) -> list[str]:
    return [event.type for event in find_event_mentions(annotated(text), kit)]


@pytest.mark.parametrize(("kind", "text"), NO_SUCH_EVENT)
def test_words_that_only_seem_to_tell_of_an_event(annotated, kit, kind, text) -> None:
    assert kind not in types(annotated, kit, text)


@pytest.mark.parametrize(("kind", "text"), EVENTS)
def test_words_that_tell_of_an_event(annotated, kit, kind, text) -> None:
    assert kind in types(annotated, kit, text)


def test_who_holds_a_place_is_not_what_a_sentence_about_it_tells(reading) -> None:
    (claim,) = reading("In the areas controlled by rebels shelling destroyed nine houses.").claims
    assert claim.event is not None and claim.event.type != "hold_control"
