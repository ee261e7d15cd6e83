"""The confidence of an attribution is the counted share of the most special way of finding it that the table knows."""

from __future__ import annotations

import pytest

from counterclaim.extract.attribution import drafts_of, find_attributions
from counterclaim.extract.attributions.lexicon import lexicon_of
from counterclaim.extract.attributions.page import page_of
from counterclaim.extract.attributions.trust import JOINT, Trust, trust_in, trust_table, ways_of
from counterclaim.syntax import tree_of


@pytest.fixture
def drafts(annotated, kit):
    def of(text):
        page = page_of(annotated(text), tree_of(annotated(text)), lexicon_of(kit.language))
        return [(page, draft) for draft in drafts_of(page)]

    return of


@pytest.mark.parametrize(
    ("text", "source", "marks"),
    [
        ("Colonel Marek Havel said that the bridge was destroyed.", "name", "plain"),
        ("He said that the bridge was destroyed.", "pronoun", "plain"),
        ("Two officials said that the bridge was destroyed.", "words", "plain"),
        ("“The bridge was destroyed at dawn,” Colonel Marek Havel said.", "name", "quoted"),
        ("Colonel Marek Havel said that the bridge was “destroyed at dawn by two boats”.", "name", "partly"),
    ],
)
def test_a_way_names_the_kind_of_source_and_the_marks(drafts, text, source, marks):
    ((page, draft),) = drafts(text)
    assert ways_of(page, draft)[-1].split(JOINT)[2:] == [source, marks]


def test_the_most_special_way_known_decides(drafts):
    ((page, draft),) = drafts("Colonel Marek Havel said that the bridge was destroyed.")
    general, _, special, _ = ways_of(page, draft)
    assert trust_in(page, draft, Trust(0.5, {})) == 0.5
    assert trust_in(page, draft, Trust(0.5, {general: 0.6})) == 0.6
    assert trust_in(page, draft, Trust(0.5, {general: 0.6, special: 0.9})) == 0.9


def test_a_plain_saying_is_surer_than_a_guess_at_an_attitude(annotated, kit):
    (sure,) = find_attributions(annotated("“The bridge was destroyed at dawn,” Colonel Marek Havel said."), kit)
    (unsure,) = find_attributions(annotated("The people of the town feared a new attack on the bridge."), kit)
    assert unsure.confidence < 0.7 < 0.85 < sure.confidence


def test_every_share_of_the_table_is_a_probability():
    table = trust_table()
    assert table.ways
    assert all(0 < share < 1 for share in (table.all, *table.ways.values()))
