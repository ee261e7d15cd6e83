"""Who is who within one document."""

from __future__ import annotations

import pytest


def chains(annotated, text, **known):
    return {mention.span.text: mention for mention in annotated(text, **known).mentions}


def test_an_acronym_in_brackets_is_the_name_before_it(annotated):
    found = chains(annotated, "The Golan Liberation Movement (GLM) denied the report. The GLM had no men there.")
    assert found["GLM"].chain == found["Golan Liberation Movement"].chain


def test_a_second_spokesman_is_not_the_first(annotated):
    found = chains(annotated, "NRF spokesman Karim Wali was killed. A second NRF spokesman denied the report.")
    assert found["A second NRF spokesman"].chain != found["Karim Wali"].chain


@pytest.mark.parametrize("pronoun", ["He", "himself"])
def test_a_pronoun_is_the_subject_before_it(annotated, pronoun):
    found = chains(annotated, "A Taliban spokesman shared a photo. He himself wrote that the war was over.")
    assert found[pronoun].chain == found["A Taliban spokesman"].chain


def test_islamists_are_the_taliban_where_the_document_speaks_of_no_other(annotated):
    found = chains(annotated, "Islamist Taliban militants took the post. The Islamists then burned it.")
    assert found["Islamists"].known == "afghanistan/taliban"


def test_islamists_stand_for_nobody_where_no_group_is_named(annotated):
    found = chains(annotated, "Fighting broke out in the port. The Islamists burned two lorries.")
    assert found["Islamists"].known is None


def test_fighters_of_the_group_are_the_group_before(annotated):
    found = chains(annotated, "The Taliban rejected the report. Fighters of the group held the road.")
    assert found["Fighters of the group"].side == "Taliban"


def test_a_known_acronym_is_taken_up_by_the_noun_of_its_full_name(annotated):
    found = chains(annotated, "The NRF rejected the report. The front held the road.")
    assert found["The front"].known == "afghanistan/nrf"


def test_the_government_in_a_capital_is_that_of_its_state(annotated):
    found = chains(annotated, "Taliban fighters entered Kabul. The government in Washington made no comment.")
    assert found["The government in Washington"].country == "US"


def test_it_is_the_service_that_the_sentence_before_speaks_of(annotated):
    found = chains(annotated, "The ambulance service withdrew the number. It now says that two people died.")
    assert found["It"].chain == found["The ambulance service"].chain


OFFICES = [
    (
        "The fighting was in Syria. A source at Tell Police Command said nine were killed.",
        "A source at Tell Police Command",
        "Syrian government",
    ),
    ("US defence secretary Adam Noor told reporters that the talks had begun.", "Adam Noor", "US government"),
]


@pytest.mark.parametrize(("text", "words", "side"), OFFICES)
def test_an_organ_or_office_of_a_state_speaks_for_its_government(annotated, text, words, side):
    assert chains(annotated, text)[words].side == side


def test_an_envoy_to_a_state_is_not_of_its_government(annotated):
    found = chains(annotated, "Syria envoy Adam Noor told reporters that the talks had begun.")
    assert found["Adam Noor"].side is None


def test_a_spokesman_for_an_office_does_not_speak_for_the_body_named_before(annotated):
    found = chains(
        annotated, "The Golan Liberation Movement shelled the mill. Adam Noor, spokesman for the provincial governor, said so."
    )
    assert found["Adam Noor"].side is None


def test_the_name_beside_an_office_is_the_name_of_its_holder(annotated):
    found = chains(
        annotated,
        "A member of the Syrian Coalition's relief committee Badr Qasim said the mill was hit. Qasim gave no figures.",
    )
    assert found["Qasim"].name == "Badr Qasim" and found["Qasim"].kind == "person"


def test_a_headline_tells_a_known_group_by_its_state(annotated):
    found = chains(annotated, "Commander of Afghan resistance killed. The National Resistance Front confirmed the death.")
    assert {found[words].side for words in ("Afghan resistance", "Commander of Afghan resistance")} == {
        "National Resistance Front"
    }


def test_his_men_are_of_his_side(annotated):
    found = chains(annotated, "A Taliban commander said his men had taken the post.")
    assert found["his men"].side == "Taliban"


def test_two_who_lead_each_other_have_no_side(annotated):
    found = chains(
        annotated, "His aide met his commanders. The aide said his officers and his deputies would follow him and his aides."
    )
    assert all(mention.side is None for mention in found.values())
