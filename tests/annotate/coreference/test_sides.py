"""For whom people speak: the body behind "we", two people of one surname, offices of a state."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“We have captured the town,” Taliban spokesman Zabihullah Mujahid said on Monday.",
        "“We have captured the town,” the spokesman for the Taliban told reporters.",
        "Zabihullah Mujahid, a spokesman for the Taliban, said: “We will fight on.”",
        "A Taliban official denied it. “We were not there,” he said.",
    ],
)
def test_we_of_a_spokesman_is_the_body_he_speaks_for(by_text, text):
    found = by_text(text)
    we = found.get("We")
    assert (we.known, we.name, we.side) == ("afghanistan/taliban", "Taliban", "Taliban")


def test_our_fighters_are_those_of_the_body(by_text):
    found = by_text("A spokesman for the Golan Front said: “Our fighters have left the hill.”")
    assert (found["Our fighters"].name, found["Our fighters"].side) == ("Golan Front", "Golan Front")


def test_i_is_the_speaker_himself(by_text):
    found = by_text("Taliban spokesman Zabihullah Mujahid said: “I saw it. We have won.”")
    assert found["I"].chain == found["Zabihullah Mujahid"].chain != found["We"].chain


def test_we_of_a_minister_is_his_government(by_text):
    found = by_text("“We reject the report,” Turkish Foreign Minister Mevlut Cavusoglu said.")
    assert (found["We"].kind, found["We"].side) == ("government", "Turkish government")


def test_we_of_a_resident_is_nobody_but_the_resident(by_text):
    found = by_text("“We fled at night,” said Amina Haddad, a resident of the town.")
    assert found["We"].chain == found["Amina Haddad"].chain


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ahmad Massoud, son of the late Ahmad Shah Massoud, called for help.", "Ahmad Massoud", "Ahmad Shah Massoud"),
        ("Ahmad Zia Karim spoke first. Later his brother Ahmad Karim spoke.", "Ahmad Zia Karim", "Ahmad Karim"),
        ("Nasir Khan fell at the bridge. Nasir Shah Khan was not there.", "Nasir Khan", "Nasir Shah Khan"),
    ],
)  # fmt: skip
def test_full_names_that_tell_two_people_apart_are_two(by_text, text, one, other):
    found = by_text(text)
    assert found[one].chain != found[other].chain


def test_father_and_son_keep_their_own_entry_and_side(by_text):
    found = by_text("Ahmad Massoud, the son of the late commander Ahmad Shah Massoud, called for help.")
    assert found["Ahmad Massoud"].known == "afghanistan/ahmad-massoud"
    assert found["Ahmad Shah Massoud"].known == found["the late commander"].known == "afghanistan/ahmad-shah-massoud"


def test_a_surname_is_that_of_the_one_in_post_on_the_day(by_text):
    found = by_text("Ahmad Massoud is the son of Ahmad Shah Massoud. Massoud said he would fight.")
    assert found["Massoud"].known == "afghanistan/ahmad-massoud"


def test_a_longer_form_of_one_name_stays_one_person(by_text):
    found = by_text("General Daniel Otieno Rono was killed. Daniel Rono had led the unit.")
    assert found["Daniel Rono"].chain == found["Daniel Otieno Rono"].chain


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Hillary Clinton, the secretary of state, said the door was open.", None),
        ("US Secretary of State Hillary Clinton said the door was open.", "US government"),
        ("Former Secretary of State Hillary Clinton said so.", None),
    ],
)
def test_a_title_of_several_words_is_no_body(by_text, text, side):
    assert by_text(text)["Hillary Clinton"].side == side


def test_the_bare_name_of_a_state_gives_a_side_to_its_one_office_only(by_text):
    found = by_text("Kenya President Daniel Rono spoke. Kenya analyst Lucy Atieno doubted it.")
    assert (found["Daniel Rono"].side, found["Lucy Atieno"].side) == ("Kenyan government", None)


@pytest.mark.parametrize(
    "text", ["Army spokesman James Okello denied it.", "The State denied it.", "The Opposition denied it."]
)
def test_a_common_noun_in_capitals_is_no_side(annotated, text):
    assert {mention.side for mention in annotated(text).mentions} == {None}


def test_states_joined_by_and_speak_each_as_its_government(by_text):
    found = by_text("Russia and Syria denied the report.")
    assert [found[name].side for name in ("Russia", "Syria")] == ["Russian government", "Syrian government"]


def test_we_of_an_outlet_of_a_party_is_that_party(annotated):
    mentions = annotated("We have taken the post. Our units hold the hill.", publisher="Radio Venceremos").mentions
    assert {mention.span.text: mention.side for mention in mentions if mention.span.text in ("We", "Our units")} == {
        "We": "FMLN", "Our units": "FMLN",
    }  # fmt: skip


def test_we_of_an_outlet_of_no_party_is_nobody(annotated):
    mentions = annotated("We have seen the post.", publisher="Reuters").mentions
    assert [mention.side for mention in mentions if mention.span.text == "We"] == [None]


def test_leaflets_are_those_of_who_hands_them_out(annotated):
    mentions = annotated("The Taliban distributed leaflets in the town.").mentions
    assert next(mention for mention in mentions if mention.span.text.startswith("leaflets")).side == "Taliban"


def test_a_statement_within_what_somebody_says_is_not_his(annotated):
    mentions = annotated("The Taliban said that statements had been made by others.").mentions
    assert next(mention for mention in mentions if mention.span.text == "statements").side is None
