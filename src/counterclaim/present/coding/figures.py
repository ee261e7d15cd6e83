"""Deaths by the named rules of other datasets, from figures that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.present.coding.countries import coding
from counterclaim.present.index import Index
from counterclaim.records import Event, Figure


def killed(event: Event) -> list[Figure]:
    """The figures of people killed that were not superseded, or all where every one was."""
    found = [figure for figure in event.figures if figure.measure == "killed"]
    return [figure for figure in found if not figure.superseded] or found


def values(figures: Sequence[Figure]) -> list[int]:
    """Every number told, low to high."""
    numbers = [number for figure in figures for number in (figure.low, figure.best, figure.high) if number is not None]
    return sorted(numbers)


LOWEST, MOST_TOLD, HIGHEST = "lowest", "most-told", "highest"
RULES = {
    LOWEST: "the lowest figure told",
    MOST_TOLD: "the figure told most often, the lowest of those",
    HIGHEST: "the highest figure told",
}


def by_rule(numbers: Sequence[int], rule: str) -> int:
    """One of several numbers by a named rule, 0 where there is none.

    >>> by_rule([2, 17, 17], "lowest"), by_rule([2, 17, 17], "most-told"), by_rule([], "highest")
    (2, 17, 0)
    """
    if not numbers:
        return 0
    if rule == MOST_TOLD:
        return min(numbers, key=lambda number: (-numbers.count(number), number))
    return min(numbers) if rule == LOWEST else max(numbers)


def acled_fatalities(event: Event, index: Index, rule: str = LOWEST) -> int:
    """The number of dead by a named rule (ACLED's is the lowest), a vague word by ACLED's table, 0 where none is told."""
    return by_rule([number for figure in killed(event) if (number := acled_number(figure, index)) is not None], rule)


def acled_number(figure: Figure, index: Index) -> int | None:
    """One figure as ACLED records it: "dozens" is 12."""
    claims = [index.claims[key] for key in figure.claims if key in index.claims]
    counts = [count for claim in claims if claim.event for count in claim.event.counts if count.measure == figure.measure]
    vague = [number for count in counts if count.span and (number := vague_number(count.span.text)) is not None]
    told = figure.best if figure.best is not None else figure.low
    return min(vague, default=told)


def vague_number(text: str) -> int | None:
    """ACLED's number for a vague figure; None where the words hold a number or none of the table's words.

    >>> vague_number("dozens of people"), vague_number("two dozen"), vague_number("at least 17")
    (12, None, None)
    """
    words = re.findall(r"\w+", text.casefold())
    table: dict[str, int] = coding()["vague_counts"]["words"]
    return table.get(words[0]) if words else None


def low_best_high(event: Event, rule: str = MOST_TOLD) -> tuple[int, int, int]:
    """UCDP's low, best and high: the lowest number, the best by a named rule, and the highest."""
    figures = killed(event)
    numbers = values(figures)
    if not numbers:
        return 0, 0, 0
    told = [figure.best if figure.best is not None else figure.low for figure in figures]
    return numbers[0], by_rule([number for number in told if number is not None] or numbers, rule), numbers[-1]
