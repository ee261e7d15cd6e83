"""Reports that tell of several happenings: what marks them, and that each paragraph keeps to its own."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document
from counterclaim.reconcile.details import details_in
from counterclaim.reconcile.lexicon import lexicon_in
from counterclaim.reconcile.round_ups import tells_of_several

ROUND_UP = """Police look into two separate shootings in Kunduz

Police are looking into two separate shootings in Kunduz on Saturday.

Karim Daudzai, 23, was shot and killed in the 500 block of Harbour Street. He was the father of two girls.

Omar Rahmani, 41, was shot and killed on Mill Road. His shop is in the 200 block of Mill Road."""
FIRST = "Karim Daudzai, 23, was shot and killed on Saturday in the 500 block of Harbour Street in Kunduz, police said."
SECOND = "Omar Rahmani, 41, was shot and killed on Saturday in the 200 block of Mill Road in Kunduz, police said."


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_in((), "en")


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Man shot in Kunduz", "A man was shot on Saturday.", False),
        ("Man shot in Kunduz", "It was one of three separate shootings on Saturday.", True),
        ("Two attacks in Kunduz", "Gunmen attacked a mill and a school.", True),
        ("Two blasts in Kunduz", "Two blasts shook a mill and a school.", False),
        ("Blasts in Kunduz", "Separate blasts shook a mill and a school.", True),
        ("Nine people shot in 48 hours", "Nine people were shot between Friday and Sunday.", True),
        ("Man shot in Kunduz", "A man was shot. Within two hours a suspect was held.", False),
    ],
)
def test_a_report_that_counts_several_deeds_is_a_round_up(lexicon, title, text, expected):
    document = make_document(text, uri="test.txt", title=title)
    assert tells_of_several(document, (), lexicon) is expected


def test_a_report_of_many_house_blocks_is_a_round_up(lexicon):
    one = "He was shot in the 500 block of Mill Road."
    more = "A woman was shot in the 200 block of Harbour Street, a boy on the 900 block of Quarry Lane."
    for text, expected in ((one, False), (f"{one} {more}", True)):
        assert tells_of_several(make_document(text, uri="test.txt"), details_in(text, lexicon.details), lexicon) is expected


def test_many_streets_make_a_round_up_only_beside_a_count_of_several_deeds(lexicon):
    route = "He fled by Mill Road, Harbour Street, Quarry Lane, Garden Street and Castle Road." + " The town was quiet." * 20
    for text, expected in ((route, False), (f"{route} There were four shootings.", True)):
        assert tells_of_several(make_document(text, uri="test.txt"), details_in(text, lexicon.details), lexicon) is expected


def test_the_example_of_the_language_counts_several_deeds(lexicon):
    entry = load(()).languages["en"].section("reconcile")["several"]
    assert lexicon.within_several.search(entry["example"])


def test_each_paragraph_of_a_round_up_joins_the_report_of_its_own_shooting(reading):
    texts = (ROUND_UP, FIRST, SECOND)
    round_up, *single = [reading(text, published="2021-09-06") for text in texts]
    view = view_of([round_up, *single], Settings())
    joined = [set(event.documents) for event in view.events if len(event.documents) > 1]
    for one in single:
        assert {round_up.document.id, one.document.id} in joined
    assert not any({one.document.id for one in single} <= documents for documents in joined)


def test_what_several_deeds_did_together_is_not_one_of_them(reading):
    sum_up = reading(
        "Two people were killed and eight were wounded in six separate shootings in Kunduz on Saturday, police said."
    )
    view = view_of([sum_up, reading(FIRST)], Settings())
    assert all(len(event.documents) == 1 for event in view.events)
