"""Which time expressions of a report are exported."""

from __future__ import annotations

import pytest

from counterclaim.present.whens import whens_of


def told(found) -> list[str]:
    return [when.span.text for when in whens_of(found)]


@pytest.mark.parametrize(
    "text",
    [
        "The recent losses worried the army.",
        "The valley will be quiet in the future.",
        "The unit recently crossed the river.",
    ],
)
def test_loose_words_for_past_or_future_are_read_but_not_exported(reading, text):
    found = reading(text)
    assert found.whens and told(found) == []


def test_a_word_for_the_present_is_exported_with_the_day_of_the_report(reading):
    found = reading("The town is currently under siege.")
    assert [(when.span.text, when.earliest, when.latest) for when in whens_of(found)] == [
        ("currently", "2021-09-06", "2021-09-06")
    ]


def test_days_ranges_and_habits_are_exported(reading):
    found = reading("Rockets fell on Monday and every day since then. The army lost 20 men in May.")
    assert told(found) == ["Monday", "every day", "since then", "May"]
