"""A place that no gazetteer has lies in, or near, the town that its document tells it to lie in."""

from __future__ import annotations

import pytest


def lying(found, words: str):
    """Where the mention with these words lies."""
    mention = next(m for m in found.mentions if m.span.text == words)
    return next(one for one in found.located if one.mention == mention.id)


@pytest.mark.parametrize(
    ("text", "words", "holder", "rule"),
    [
        ("Thirty patients died at the Qorvane Hospital in El Fasher, Sudan.", "Qorvane Hospital", "El Fasher",
         "told within"),
        ("Shells hit El Fasher in Sudan. Smoke rose over the Qorvane neighbourhood of the city.", "Qorvane", "El Fasher",
         "told within"),
        ("Shells hit El Fasher in Sudan. Rebels captured the army's main base there.", "the army's main base", "El Fasher",
         "told within"),
        ("Rebels seized the village of Xquzzlorp, near Goma, in DR Congo.", "Xquzzlorp", "Goma", "told near"),
    ],
)  # fmt: skip
def test_a_place_without_an_entry_lies_where_it_is_told_to_lie(reading, text, words, holder, rule):
    one = lying(reading(text), words)
    inner = one.place
    assert inner is not None and inner.geonames is None and inner.radius_km and inner.id.startswith("in:")
    assert one.rule == rule and holder in one.reason and one.probability is not None and one.probability < 0.95


def test_a_place_within_a_town_is_held_by_the_town_and_one_near_it_is_not(reading):
    told = "Rebels seized the village of Xquzzlorp, near Goma. Five died at the Qorvane Hospital in Goma."
    found = reading(f"Shells hit Goma in DR Congo. {told}")
    town, near, inside = (lying(found, words).place for words in ("Goma", "Xquzzlorp", "Qorvane Hospital"))
    assert town is not None and near is not None and inside is not None
    assert town.id in inside.parents and town.id not in near.parents and set(near.parents) <= set(inside.parents)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took the village of Xquzzlorp, Goma said on Monday.",
        "Rebels took the village of Xquzzlorp in Sudan on Monday.",
        "Rebels took the village of Xquzzlorp. They had left Goma in DR Congo.",
    ],
)
def test_a_place_that_is_not_told_to_lie_in_a_town_stays_unresolved(reading, text):
    assert lying(reading(text), "Xquzzlorp").place is None


def test_a_description_of_a_name_lies_where_the_name_does(reading):
    found = reading("Rebels seized the village of Xquzzlorp, near Goma, in DR Congo.")
    assert lying(found, "the village of Xquzzlorp").place == lying(found, "Xquzzlorp").place


def test_one_name_is_one_place_in_reports_that_tell_it_to_lie_in_one_town(reading):
    texts = ("Shells hit the Qorvane Hospital in Goma, DR Congo.", "Five died at the Qorvane Hospital in Goma in DR Congo.")
    first, second = (lying(reading(text), "Qorvane Hospital").place for text in texts)
    assert first is not None and second is not None and first.id == second.id
