"""Mentions: extents and kinds."""

from __future__ import annotations

import pytest


def found(annotated, text):
    return {mention.span.text: mention for mention in annotated(text).mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Taliban said the district had fallen.", "Taliban", "group"),
        ("Residents of Herat fled on Monday.", "Residents of Herat", "witness"),
        ("Several sources from the resistance front confirmed it.", "Several sources from the resistance front", "person"),
        ("Kabul denied that its troops had left.", "Kabul", "government"),
        ("Fighting went on in Kabul.", "Kabul", "place"),
        ("The army shelled 33 militants near the bridge.", "33 militants", "group"),
    ],
)
def test_a_mention_has_its_extent_and_kind(annotated, text, words, kind):
    assert found(annotated, text)[words].kind == kind


def test_a_title_becomes_the_role(annotated):
    assert found(annotated, "NRF spokesman Fahim Dashti denied it.")["Fahim Dashti"].role == "spokesman"


def test_a_broken_sentence_loses_no_description(annotated) -> None:
    assert annotated("The army who The army the claim of").mentions


def test_a_known_name_of_common_words_is_found_in_a_text_in_capitals(annotated):
    mentions = annotated("SHINING PATH GUERRILLAS HAVE KILLED THE MAYOR. IT IS A LONG PATH, THE SHINING STARS SAY.").mentions
    known = [m.span.text for m in mentions if m.known == "peru/shining-path" and m.form == "name"]
    assert known == ["SHINING PATH"]


@pytest.mark.parametrize(
    ("text", "words", "known"),
    [
        ("THE FARABUNDO MARTI NATIONAL LIBERATION\nFRONT HAS LEFT SANTA ROSA.", "FARABUNDO MARTI NATIONAL LIBERATION\nFRONT",
         "el_salvador/fmln"),
        ("IN PERU THE MRTA HAS LEFT THE TOWN OF SANTA ROSA AND GONE TO THE HILLS.", "MRTA", "peru/mrta"),
    ],
)  # fmt: skip
def test_a_known_name_is_found_in_a_text_in_capitals(annotated, text, words, known):
    assert found(annotated, text)[words].known == known


def test_a_body_is_named_in_a_text_in_capitals_by_what_it_stands_for(annotated):
    name = found(annotated, "THE HIGHLAND POPULAR LIBERATION MOVEMENT HAS LEFT THE TOWN OF SANTA ROSA.")
    assert name["HIGHLAND POPULAR LIBERATION MOVEMENT"].kind == "group"


def test_a_part_of_a_name_of_a_place_is_no_acronym_in_a_text_in_capitals(annotated):
    mentions = annotated("THE REBELS HAVE LEFT THE TOWN OF SANTA ANA FOR THE HILLS NEAR THE COAST.").mentions
    assert not [mention for mention in mentions if mention.known]
