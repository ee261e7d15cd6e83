"""Which words an expression takes in: its own determiner and what narrows it, not the determiner of the noun after it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "extents"),
    [
        ("The siege lasted the three weeks they had foreseen.", ["the three weeks"]),
        ("Most of the deaths fell in the first nine months of the siege.", ["the first nine months"]),
        ("The road was closed for another two days.", ["another two days"]),
        ("The army left the valley in the late 1990s.", ["the late 1990s"]),
        ("The fort dates from the early 19th century.", ["the early 19th century"]),
        ("The 14 August attack killed two guards.", ["14 August"]),
        ("Both sides signed the 1973 agreement.", ["1973"]),
        ("They lost many men in the summer offensive.", ["summer"]),
        ("The town was held from the 12 to 14 August.", ["the 12", "14 August"]),
        ("He stayed in power through the summer.", ["the summer"]),
        ("The talks went on for a three-month period.", ["a three-month period"]),
        ("The talks went on for the same 28-day period.", ["the same 28-day period"]),
    ],
)
def test_a_determiner_belongs_to_the_expression_that_it_determines(annotated, text, extents):
    assert [when.span.text for when in annotated(text).whens] == extents


@pytest.mark.parametrize(
    ("text", "extents"),
    [
        ("The siege lasted no more than sixty days.", ["no more than sixty days"]),
        ("The road was closed for over a week.", ["over a week"]),
        ("The village fell in under an hour.", ["under an hour"]),
        ("Some 40 days passed.", ["Some 40 days"]),
        ("He walked over three days to the border.", ["three days"]),
        ("They are worried about the future.", ["the future"]),
        ("They looked for ways to get around Friday's ruling.", ["Friday"]),
        ("They spoke about recent fighting.", ["recent"]),
        ("Repairs will take three weeks or so.", ["three weeks or so"]),
        ("A week or so ago the bridge fell.", ["A week or so ago"]),
        ("They want it built by 2025 or later.", ["2025 or later"]),
        ("Most fell in the second half of August 2020.", ["the second half of August 2020"]),
    ],
)
def test_what_tells_an_amount_or_a_part_belongs_to_the_expression(annotated, text, extents):
    assert [when.span.text for when in annotated(text).whens] == extents


def test_a_half_of_a_month_ends_in_its_middle(annotated):
    (when,) = annotated("Most fell in the second half of August 2020.").whens
    assert (when.value, when.earliest, when.latest) == ("2020-08", "2020-08-17", "2020-08-31")
