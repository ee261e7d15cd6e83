"""The reliability figures show where stated probabilities and outcomes part."""

from __future__ import annotations

import pytest
from benchmarks.score.reliability import reliability


def by_metric(outcomes):
    return {figure.metric: figure for figure in reliability("of links", outcomes)}


def test_probabilities_that_come_true_have_no_error():
    figures = by_metric([(0.75, True)] * 3 + [(0.75, False)])
    assert figures["ECE"].value == pytest.approx(0.0)
    assert figures["Brier"].value == pytest.approx(0.1875)


def test_an_overconfident_bin_shows_its_gap():
    figures = by_metric([(0.9, True), (0.9, False)])
    assert figures["ECE"].value == pytest.approx(0.4)
    assert (figures["right at 0.9 to 1.0"].value, figures["right at 0.9 to 1.0"].published) == (0.5, "stated 0.900")


def test_certainty_falls_into_the_last_bin():
    assert by_metric([(1.0, True)])["right at 0.9 to 1.0"].of == 1


def test_no_outcome_gives_no_figure():
    assert by_metric([]) == {}
