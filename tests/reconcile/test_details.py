"""Details that tell one happening from another like it: ages, streets, blocks, persons who are no source."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.load import load
from counterclaim.reconcile.details import details_in, persons_in
from counterclaim.reconcile.lexicon import lexicon_in


@pytest.fixture(scope="module")
def words():
    return lexicon_in((), "en").details


def test_the_example_of_the_language_gives_what_it_says(words):
    entry = load(()).languages["en"].section("reconcile")["details"]
    assert details_in(entry["example"], words) == set(entry["expect"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A six-month-old girl was hurt.", {"age 6 month"}),
        ("The driver, aged 41, fled.", {"age 41 year"}),
        ("John Harbour, 23, was killed.", {"age 23 year"}),
        ("He died on March 3, 2017.", set()),
        ("Police closed Robert A. Mill Street.", {"street mill"}),
        ("It began in the 200 block of North Robert A. Mill Street.", {"street mill", "block 200 mill"}),
        ("It began on the 1400 block of West 75th.", {"street 75th", "block 1400 75th"}),
        ("He lives down the street, a block of flats.", set()),
        ("They went their own way.", set()),
        ("Shells hit Goma, DR Congo.", set()),
    ],
)
def test_ages_streets_and_blocks_are_read(words, text, expected):
    assert details_in(text, words) == expected


def test_a_speaker_and_the_holder_of_an_office_are_no_details(reading):
    text = "Ahmed Karimi was killed near the mill, police spokesman Omar Rasuli said. Governor Daud Noori visited the family."
    assert persons_in(reading(text), [(0, len(text))]) == {"person karimi"}
