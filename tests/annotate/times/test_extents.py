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
    ],
)
def test_a_determiner_belongs_to_the_expression_that_it_determines(annotated, text, extents):
    assert [when.span.text for when in annotated(text).whens] == extents
