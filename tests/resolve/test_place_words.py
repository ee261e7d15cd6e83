"""The words that tell of places: each entry's example runs, and names are read as they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counterclaim.kit import Kit
from counterclaim.knowledge.load import load
from counterclaim.resolve.gazetteer.own import supplement_rows
from counterclaim.resolve.place_names import read_name
from counterclaim.resolve.place_words import place_words

WORDS = place_words("en")
TYPES = load().languages["en"].section("places")["type_words"]
NAME = re.compile(r"(?<=.)\b[A-Z]\w+(?: [A-Z]\w+)*")


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry["words"][0])
def test_the_example_of_a_type_word_gives_its_levels(entry: dict) -> None:
    found = NAME.search(entry["example"])
    assert found
    name = read_name(found.group(), entry["example"][: found.start()], entry["example"][found.end() :], WORDS)
    assert name.type is not None
    assert list(name.type.levels) == entry["levels"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the Arvand", ("Arvand",)),
        ("Arvand province", ("Arvand province", "Arvand")),
        ("northern Arvand", ("northern Arvand", "Arvand")),
        ("Lake Orvale", ("Lake Orvale", "Orvale")),
        ("Orvale's", ("Orvale",)),
        ("St. Orvale", ("St. Orvale", "saint Orvale")),
        ("Orvale, Arvand", ("Orvale, Arvand", "Orvale")),
        ("north", ()),
    ],
)
def test_a_name_is_looked_up_whole_and_then_by_its_core(text: str, forms: tuple[str, ...]) -> None:
    assert read_name(text, "", "", WORDS).forms == forms


@pytest.mark.parametrize(
    ("text", "key"),
    [("U.S.", "ISO US"), ("Calif.", "US-CA"), ("W.Va", "US-WV"), ("Afghans", "ISO AF"), ("western US", "ISO US")],
)
def test_a_short_form_or_a_people_stands_for_its_place(text: str, key: str) -> None:
    assert read_name(text, "", "", WORDS).fixed == key


def test_every_short_form_and_people_is_in_the_gazetteer(kit: Kit) -> None:
    keys = {*WORDS.fixed.values(), *WORDS.demonyms.values()}
    assert sorted(key for key in keys if not kit.gazetteer.exact(key)) == []


def test_every_place_of_the_supplement_is_found_where_it_says(kit: Kit) -> None:
    missing = [
        row.name
        for row in supplement_rows(load().tables)
        for name in row.names
        if row.id not in {place.id for place in kit.gazetteer.exact(name)}
    ]
    assert missing == []


def test_the_supplement_has_two_hundred_places() -> None:
    assert len(list(supplement_rows(load().tables))) >= 200


def test_a_place_lies_in_what_follows_it(place) -> None:
    text = "Police in Alexandria, Va., said so. A fire broke out in Paris, Texas, and Birmingham, Ala."
    found = place(text, ["Alexandria", "Paris", "Birmingham"])
    assert [one.place.geonames for one in found] == [4744091, 4717560, 4049979]


def test_a_bracket_and_a_province_name_the_same_container(place) -> None:
    (bazarak, _) = place("He fell in Bazarak (Panjshir province) on Monday.", ["Bazarak", "Panjshir"])
    assert bazarak.place.geonames == 1429434


@pytest.mark.parametrize(("name", "country"), [("Bagram", "AF"), ("Bucha", "UA")])
def test_a_name_that_the_country_has_is_never_taken_for_one_that_sounds_alike(place, name: str, country: str) -> None:
    state = {"AF": "Afghanistan", "UA": "Ukraine"}[country]
    (found, _) = place(f"Troops left {name} in {state}.", [name, state])
    assert found.rule == "exact name"
    assert found.place.name.replace("ā", "a") == name


def test_where_places_come_from_stands_in_the_tables() -> None:
    folder = Path(load.__wrapped__.__code__.co_filename).parent / "places"
    sourced = [path for path in folder.glob("*_places.yaml") if "source:" in path.read_text("utf-8")]
    assert len(sourced) == 2
