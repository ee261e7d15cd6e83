"""What a score module gives back: figures with their slice and what they compare to, and the errors."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured number; `floor` is what a run must not fall under."""

    slice: str
    metric: str
    value: float
    of: int | None = None
    published: str = ""
    floor: float | None = None


@dataclass(frozen=True, kw_only=True)
class Report:
    """All figures of one set, with a line of error each where asked for; `absent` names a set that is not there."""

    name: str
    figures: tuple[Figure, ...] = ()
    errors: tuple[str, ...] = ()
    absent: str | None = None
    notes: tuple[str, ...] = field(default=())


def prf(right: float, found: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1; each 0 where it is undefined."""
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
