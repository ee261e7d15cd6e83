"""The figures of an event side by side: each count as each source tells it, with the class of people counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.reconcile.saying import Saying
from counterclaim.records import Claim, Count, Figure

Key = tuple[str, int | None, int | None, int | None, str | None, str]


def figures_of(sayings: Sequence[Saying]) -> tuple[Figure, ...]:
    """The figures told by these claims, which come in order of report; a later figure of one source supersedes its earlier."""
    found: dict[Key, list[tuple[Saying, Count]]] = {}
    for saying, count in counted(sayings):
        found.setdefault(key_of(saying, count), []).append((saying, count))
    figures = [figure_of(told) for told in found.values()]
    last = last_days(figures)
    return tuple(replace(figure, superseded=is_superseded(figure, last)) for figure in figures)


def counted(sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Count]]:
    """Each count of each claim that says the event was."""
    for saying in sayings:
        if saying.claim.event is not None and saying.happening is not None and saying.happening.counts_for:
            yield from ((saying, count) for count in saying.claim.event.counts)


def key_of(saying: Saying, count: Count) -> Key:
    """What makes two counts one figure."""
    return (count.measure, count.low, count.best, count.high, count.who, saying.speaker.side or saying.speaker.name)


def figure_of(told: Sequence[tuple[Saying, Count]]) -> Figure:
    """One figure with the claims that tell it."""
    saying, count = told[0]
    return Figure(
        measure=count.measure,
        low=count.low,
        best=count.best,
        high=count.high,
        who=count.who,
        side=saying.speaker.side,
        name=saying.speaker.side or saying.speaker.name,
        claims=tuple(one.claim.id for one, _ in told),
        day=min((one.day for one, _ in told if one.day), default=None),
    )


def last_days(figures: Sequence[Figure]) -> dict[tuple[str, str | None, str], str]:
    """The last day on which each source gave a figure of each kind."""
    days: dict[tuple[str, str | None, str], str] = {}
    for figure in figures:
        days[source_of(figure)] = max(days.get(source_of(figure), ""), figure.day or "")
    return days


def source_of(figure: Figure) -> tuple[str, str | None, str]:
    """What a later figure must share to supersede this one: measure, class of people and source."""
    return (figure.measure, figure.who, figure.name)


def is_superseded(figure: Figure, last: dict[tuple[str, str | None, str], str]) -> bool:
    """Whether its source gave another figure on a later day."""
    return figure.day is not None and last[source_of(figure)] > figure.day


def supersedes(sayings: Sequence[Saying]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of one source, the later giving another number of the same people than the earlier."""
    latest: dict[tuple[str, str | None, str], tuple[Saying, Count]] = {}
    for saying, count in counted(sayings):
        key = (count.measure, count.who, saying.speaker.side or saying.speaker.name)
        before = latest.get(key)
        if before is not None and (before[0].day or "") < (saying.day or "") and before[1].best != count.best:
            yield saying.claim, before[0].claim
        latest[key] = (saying, count)
