"""Described places ("the town", "the country") lie where the place named before them lies, with the reason."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.knowledge.load import load
from counterclaim.present.index import build_index
from counterclaim.present.shapes import claim_shape

NOUNS = load().languages["en"].section("described_places")["nouns"]


def lying(found, words: str):
    """Where the mention with these words lies, articles in small letters."""
    mention = next(m for m in found.mentions if m.span.text.casefold() == words)
    return next(one for one in found.located if one.mention == mention.id)


@pytest.mark.parametrize("example", [entry["example"] for entry in NOUNS], ids=lambda example: example["words"])
def test_each_noun_of_a_level_takes_up_a_place_of_that_level(reading, example):
    one = lying(reading(example["text"]), example["words"])
    assert one.place is not None and (one.place.kind, one.rule) == (example["kind"], "last named")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Shells hit Bazarak in the Panjshir province of Afghanistan. The town fell at night.", "the town", "Bāzārak"),
        ("Fighters entered the Afghan capital on Sunday.", "the afghan capital", "Kabul"),
        ("Shells hit Bazarak in Afghanistan. Elders in the province fled.", "the province", "Panjshayr"),
        ("Rebels took Goma in DR Congo. They left Bukavu. The city was quiet.", "the city", "Bukavu"),
        ("Guns were heard in Panjshir valley. Elders fled the valley.", "the valley", "Panjshir Valley"),
        ("Rebels shelled Goma and Bukavu in DR Congo, said a monitor in Kenya. The country has no army.", "the country",
         "Democratic Republic of the Congo"),
        ("Ukrainian officials said that foreign troops had left the country.", "the country", "Ukraine"),
        ("Rebels took Goma in DR Congo. Guns were heard in the capital.", "the capital", "Kinshasa"),
    ],
)  # fmt: skip
def test_a_description_takes_up_the_last_place_of_its_level(reading, text, words, name):
    one = lying(reading(text), words)
    assert one.place is not None and one.place.name == name
    assert name in one.reason and one.probability is not None and one.probability < 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells hit Goma in DR Congo. A town nearby burned.", "a town"),
        ("Shells hit Goma in DR Congo. The nearby town burned.", "the nearby town"),
        ("Shells hit Goma in DR Congo. The other city was quiet.", "the other city"),
        ("Guns were heard in the town.", "the town"),
        ("Shells hit Kinshasa. The village burned.", "the village"),
        ("Shells hit Goma in DR Congo. The Syrian city was quiet.", "the syrian city"),
        ("Shells hit Goma in DR Congo. They took the village of Xquzzlorp.", "the village of xquzzlorp"),
    ],
)
def test_a_new_place_or_one_without_a_fitting_name_stays_unresolved(reading, text, words):
    one = lying(reading(text), words)
    assert one.place is None and one.probability is None and one.reason


def test_an_event_in_the_town_lies_at_the_place_that_was_named(reading, kit):
    found = reading("The rebels attacked Bukavu in DR Congo on Monday. They captured the city on Tuesday.")
    claim = next(claim for claim in found.claims if claim.event and claim.event.type == "capture")
    place = claim_shape(claim, build_index(view_of([found], kit.settings)))["event"]["place"]
    assert (place["text"], place["name"], place["country"]) == ("the city", "Bukavu", "CD")
