"""Numbers of a brief are said as a reader would say them."""

from __future__ import annotations

import pytest

from counterclaim.present.brief.model import number_of
from counterclaim.records import Figure


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((3, None, None), "at least 3"), ((None, None, 3), "up to 3"), ((0, None, 3), "up to 3"), ((3, 3, 3), "3"),
        ((3, None, 5), "3–5"), ((0, 0, 0), "0"),
    ],
)  # fmt: skip
def test_the_bounds_of_a_figure_are_said_in_words(bounds, said):
    low, best, high = bounds
    figure = Figure(measure="killed", low=low, best=best, high=high, who=None, side=None, name="the army", claims=(), day=None)
    assert number_of(figure) == said
