"""How well stated probabilities agree with what came true: figures of bins, expected calibration error and Brier score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.score.report import Figure

Outcome = tuple[float, bool]
BINS = 10


def reliability(what: str, outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    """The error and the Brier score of these probabilities, and for each bin the share that is right beside the mean stated."""
    if not outcomes:
        return
    groups = bins_of(outcomes)
    gap = sum(abs(sum(chance for chance, _ in some) - sum(right for _, right in some)) for some in groups.values())
    brier = sum((chance - right) ** 2 for chance, right in outcomes)
    name = f"reliability {what}"
    yield Figure(slice=name, metric="ECE", value=gap / len(outcomes), of=len(outcomes))
    yield Figure(slice=name, metric="Brier", value=brier / len(outcomes), of=len(outcomes))
    for number, some in sorted(groups.items()):
        stated, right = (sum(column) / len(some) for column in zip(*some, strict=True))
        low, high = number / BINS, (number + 1) / BINS
        yield Figure(
            slice=name, metric=f"right at {low:.1f} to {high:.1f}", value=right, of=len(some), published=f"stated {stated:.3f}"
        )


def bins_of(outcomes: Sequence[Outcome]) -> dict[int, list[Outcome]]:
    """The outcomes by tenth of stated probability."""
    groups: dict[int, list[Outcome]] = {}
    for chance, right in outcomes:
        groups.setdefault(min(BINS - 1, int(chance * BINS)), []).append((chance, right))
    return groups
