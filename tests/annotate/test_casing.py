"""Passages in capitals get usual case; every character stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.annotate.casing import example_pairs, usual_case
from counterclaim.annotate.passages import rounded, unwrapped
from counterclaim.knowledge.load import load

ENGLISH = load().languages["en"]


@pytest.mark.parametrize(("text", "usual"), example_pairs(ENGLISH.section("casing")))
def test_an_example_gets_its_usual_case(text, usual):
    assert usual_case(text, ENGLISH, title=True) == usual


def test_running_text_stays_as_it_is():
    text = "The NRF said on Monday that UN observers had left the Panjshir valley."
    assert usual_case(text, ENGLISH) == text


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_text_changes_its_length(text):
    assert len(usual_case(text.upper(), ENGLISH, title=True)) == len(text.upper())


def test_a_hard_line_end_becomes_a_blank_and_a_paragraph_end_stays():
    wrapped = "The commander of the garrison said on Tuesday that his\nmen had left the town.\nThey went north."
    assert unwrapped(wrapped) == wrapped.replace("his\nmen", "his men")


def test_offsets_of_a_text_in_capitals_point_into_it(annotated):
    found = annotated("THE REBELS ATTACKED THE TOWN OF OLANCHITO ON 3 MAY, THE ARMY SAID.")
    assert all(found.document.text[t.start : t.end].lower() == t.text.lower() for t in found.tokens)
    assert "Olanchito" in [token.text for token in found.tokens]


def test_an_acronym_that_is_also_a_word_is_a_name(annotated) -> None:
    tokens = annotated("The militants said on Monday IS had attacked the town of Azaz.").tokens
    (acronym,) = [token for token in tokens if token.text == "IS"]
    assert (acronym.pos, acronym.lemma) == ("PROPN", "IS")


def test_a_word_in_capitals_among_capitals_stays_a_word(annotated) -> None:
    tokens = annotated("He wrote THE TOWN IS FREE on the wall of the old school house.").tokens
    assert "IS" in [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The front [HLF] left the town.", "The front (HLF) left the town."),
        ("The town fell. [Adam Noor] It did not.", "The town fell. [Adam Noor] It did not."),
        ("He named a[1] and b[2].", "He named a[1] and b[2]."),
    ],
)
def test_an_insertion_within_a_sentence_is_read_in_round_brackets(text, shown):
    assert rounded(text) == shown
