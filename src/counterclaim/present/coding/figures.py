"""Deaths by the named rules of other datasets, from figures that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.records import Event, Figure


def killed(event: Event) -> list[Figure]:
    """The figures of people killed that were not superseded, or all where every one was."""
    found = [figure for figure in event.figures if figure.measure == "killed"]
    return [figure for figure in found if not figure.superseded] or found


def values(figures: Sequence[Figure]) -> list[int]:
    """Every number told, low to high."""
    numbers = [number for figure in figures for number in (figure.low, figure.best, figure.high) if number is not None]
    return sorted(numbers)


def acled_fatalities(event: Event) -> int:
    """ACLED's rule: the lowest number reported, 0 where none is told."""
    numbers = [n for figure in killed(event) if (n := figure.best if figure.best is not None else figure.low) is not None]
    return min(numbers, default=0)


def low_best_high(event: Event) -> tuple[int, int, int]:
    """UCDP's low, best and high: the lowest, the most often told (the lowest of these) and the highest number."""
    figures = killed(event)
    numbers = values(figures)
    if not numbers:
        return 0, 0, 0
    told = [figure.best if figure.best is not None else figure.low for figure in figures]
    counted = [number for number in told if number is not None] or numbers
    best = min(counted, key=lambda number: (-counted.count(number), number))
    return numbers[0], best, numbers[-1]
