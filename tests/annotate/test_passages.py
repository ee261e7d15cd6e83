"""Passages as the tagger gets them: a long one is cut where a sentence surely ends, so that reprints share their parts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.annotate.passages import LONG, units_of
from counterclaim.knowledge.load import load

ENGLISH = load().languages["en"]
SENTENCES = [f"The garrison of post number {number} said that the road to the north was closed again." for number in range(20)]
BLOCK = " ".join(SENTENCES)


def units(text):
    return list(units_of(text, 0, len(text), ENGLISH))


def test_a_long_block_is_cut_at_its_sentence_ends():
    assert [text for _, _, text in units(BLOCK)] == SENTENCES


def test_a_paragraph_of_usual_length_stays_whole():
    text = " ".join(SENTENCES[:3])
    assert [unit[2] for unit in units(text)] == [text]


def test_a_copy_with_another_beginning_shares_all_other_parts():
    copy = "An officer told another story. " + " ".join(SENTENCES[1:])
    assert {text for _, _, text in units(copy)} & set(SENTENCES) == set(SENTENCES[1:])


def test_a_block_of_lines_is_cut_too():
    assert [text for _, _, text in units("\n".join(SENTENCES))] == SENTENCES


def test_a_short_title_is_no_sentence_end():
    text = BLOCK + " It was Gen. Bird, with Col. Ash of Ft. Stone."
    assert "It was Gen. Bird, with Col. Ash of Ft. Stone." in [unit[2] for unit in units(text)]


@given(
    st.lists(st.sampled_from([*SENTENCES, "“Never again.” ", "No\n", " . ", "U.S. ", "ends. ", "A"]), max_size=60).map(" ".join)
)
@settings(max_examples=60, deadline=None)
def test_units_lie_in_the_text_and_leave_out_only_white_space(text):
    found = units(text)
    assert all(len(shown) == end - start for start, end, shown in found)
    rest = [
        text[a:b]
        for a, b in zip([0, *(end for _, end, _ in found)], [*(start for start, _, _ in found), len(text)], strict=True)
    ]
    assert "".join(rest).strip() == ""
    assert len(text) > LONG or len(found) == 1
