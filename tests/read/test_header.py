"""The head of a report: day, place, agency, title, and where the running text begins."""

import pytest

from counterclaim.knowledge.load import load
from counterclaim.read.dateline import header_of

LANGUAGE = load().languages["en"]
NAMES = frozenset({"title", "date", "publisher", "source"})


@pytest.mark.parametrize("example", LANGUAGE.section("datelines")["examples"], ids=lambda example: example["text"][:30])
def test_example_of_a_head(example):
    text, title = example["text"], example.get("title_given")
    header = header_of(text, LANGUAGE, NAMES, title=title)
    found = {
        "day": header.day and header.day.value,
        "place": header.place and text[slice(*header.place)],
        "agency": header.agency,
        "title": header.title and text[slice(*header.title)],
        "body": text[header.body :],
    }
    wanted = {key: value for key, value in example.items() if key not in ("text", "title_given")}
    assert {key: value for key, value in found.items() if value is not None} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Rebels said on Monday that they had taken the town.",
        "6 May 2019 was a quiet day in the valley.",
        "The Front (NDF) - a small group - denied it.",
        "In May 2011 the war began.",
        "May 5, when the bridge fell, was cold.",
        "\n\n  Fighters left. Nobody knows why.",
        "The rebels met in the town.\nKABUL, Afghanistan (April 15, 2011) – Two men died.",
        "Kabul (April 15) was quiet.",
    ],
)
def test_running_text_has_no_head(text):
    header = header_of(text, LANGUAGE, NAMES)
    assert (header.day, header.place, header.agency, header.title) == (None, None, None, None)
    assert text[header.body :] == text.lstrip()


def test_a_numeric_day_that_could_be_read_two_ways_is_not_guessed():
    header = header_of("05/07/2015 Raid kills two. Two died.", LANGUAGE, NAMES)
    assert header.day.value is None
    assert "either number" in header.notes[0]


def test_fields_of_a_block_are_read_and_passed_over():
    text = "Title: Bridge falls\nDate: 3 May 2015\nSource: Valley Post\n\nGOMA, May 3 (AFP) - A bridge fell."
    header = header_of(text, LANGUAGE, NAMES)
    assert header.fields == {"title": "Bridge falls", "date": "3 May 2015", "source": "Valley Post"}
    assert text[header.body :] == "A bridge fell."


def test_fenced_front_matter_may_hold_any_field():
    header = header_of("---\ntitle: 'A'\nmood: grim\n---\nText here.", LANGUAGE, NAMES)
    assert header.fields == {"title": "A", "mood": "grim"}


def test_a_known_title_behind_the_day_is_found():
    text = "Mon Mar 7 2016 Army takes hill. Troops took a hill."
    header = header_of(text, LANGUAGE, NAMES, title="Army takes hill")
    assert text[slice(*header.title)] == "Army takes hill"
    assert text[header.body :] == "Troops took a hill."


def test_a_headline_below_outlet_and_day_is_the_title_and_the_outlet_the_publisher() -> None:
    text = "Plains Wire\n2025-10-27\nRebels say they hold the town\n\nPORT SUDAN (Plains Wire) - Rebels said so on Sunday."
    header = header_of(text, LANGUAGE, NAMES)
    assert header.title is not None
    assert header.place is not None
    assert text[slice(*header.title)] == "Rebels say they hold the town"
    assert text[slice(*header.place)] == "PORT SUDAN"
    assert header.fields["publisher"] == "Plains Wire"
    assert text[header.body :] == "Rebels said so on Sunday."


def test_a_byline_below_a_title_and_its_day_stays_no_title() -> None:
    text = "Rebels say they hold the town\n2025-10-27\nOur own man\n\nRebels said so on Sunday."
    header = header_of(text, LANGUAGE, NAMES)
    assert header.title is not None
    assert text[slice(*header.title)] == "Rebels say they hold the town"
