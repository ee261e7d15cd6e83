"""Who is who within one document."""

from __future__ import annotations

import pytest


def test_an_acronym_in_brackets_is_the_name_before_it(by_text):
    found = by_text("The Golan Liberation Movement (GLM) denied the report. The GLM had no men there.")
    assert found["GLM"].chain == found["Golan Liberation Movement"].chain


def test_a_second_spokesman_is_not_the_first(by_text):
    found = by_text("NRF spokesman Karim Wali was killed. A second NRF spokesman denied the report.")
    assert found["A second NRF spokesman"].chain != found["Karim Wali"].chain


@pytest.mark.parametrize("pronoun", ["He", "himself"])
def test_a_pronoun_is_the_subject_before_it(by_text, pronoun):
    found = by_text("A Taliban spokesman shared a photo. He himself wrote that the war was over.")
    assert found[pronoun].chain == found["A Taliban spokesman"].chain


def test_islamists_are_the_taliban_where_the_document_speaks_of_no_other(by_text):
    found = by_text("Islamist Taliban militants took the post. The Islamists then burned it.")
    assert found["Islamists"].known == "afghanistan/taliban"


def test_islamists_stand_for_nobody_where_no_group_is_named(by_text):
    found = by_text("Fighting broke out in the port. The Islamists burned two lorries.")
    assert found["Islamists"].known is None


def test_fighters_of_the_group_are_the_group_before(by_text):
    found = by_text("The Taliban rejected the report. Fighters of the group held the road.")
    assert found["Fighters of the group"].side == "Taliban"


def test_a_known_acronym_is_taken_up_by_the_noun_of_its_full_name(by_text):
    found = by_text("The NRF rejected the report. The front held the road.")
    assert found["The front"].known == "afghanistan/nrf"


def test_the_government_in_a_capital_is_that_of_its_state(by_text):
    found = by_text("Taliban fighters entered Kabul. The government in Washington made no comment.")
    assert found["The government in Washington"].country == "US"


def test_it_is_the_service_that_the_sentence_before_speaks_of(by_text):
    found = by_text("The ambulance service withdrew the number. It now says that two people died.")
    assert found["It"].chain == found["The ambulance service"].chain


def test_it_is_who_says_what_it_opens(by_text):
    found = by_text("The Red Cross said that thirty people had died in the strike, while the army said it had hit a camp.")
    assert found["it"].chain == found["the army"].chain


def test_its_fighters_are_a_body_s_and_no_town_s(by_text):
    found = by_text("The Orvane Front denied that the city had fallen, and said its fighters still held the bridge.")
    assert found["its fighters"].chain == found["Orvane Front"].chain


OFFICES = [
    (
        "The fighting was in Syria. A source at Tell Police Command said nine were killed.",
        "A source at Tell Police Command",
        "Syrian government",
    ),
    ("US defence secretary Adam Noor told reporters that the talks had begun.", "Adam Noor", "US government"),
]


@pytest.mark.parametrize(("text", "words", "side"), OFFICES)
def test_an_organ_or_office_of_a_state_speaks_for_its_government(by_text, text, words, side):
    assert by_text(text)[words].side == side


def test_an_envoy_to_a_state_is_not_of_its_government(by_text):
    found = by_text("Syria envoy Adam Noor told reporters that the talks had begun.")
    assert found["Adam Noor"].side is None


def test_a_spokesman_for_an_office_does_not_speak_for_the_body_named_before(by_text):
    found = by_text(
        "The Golan Liberation Movement shelled the mill. Adam Noor, spokesman for the provincial governor, said so."
    )
    assert found["Adam Noor"].side is None


def test_the_name_beside_an_office_is_the_name_of_its_holder(by_text):
    found = by_text(
        "A member of the Syrian Coalition's relief committee Badr Qasim said the mill was hit. Qasim gave no figures.",
    )
    assert found["Qasim"].name == "Badr Qasim" and found["Qasim"].kind == "person"


def test_a_headline_tells_a_known_group_by_its_state(by_text):
    found = by_text("Commander of Afghan resistance killed. The National Resistance Front confirmed the death.")
    assert {found[words].side for words in ("Afghan resistance", "Commander of Afghan resistance")} == {
        "National Resistance Front"
    }


def test_his_men_are_of_his_side(by_text):
    found = by_text("A Taliban commander said his men had taken the post.")
    assert found["his men"].side == "Taliban"


def test_two_who_lead_each_other_have_no_side(by_text):
    found = by_text("His aide met his commanders. The aide said his officers and his deputies would follow him and his aides.")
    assert all(mention.side is None for mention in found.values())
