"""The time expressions of a document, resolved to days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.anchors import report_day
from counterclaim.annotate.times.eras import eras_of, find_eras
from counterclaim.annotate.times.read import read_times, when_of
from counterclaim.annotate.times.rulebook import Rulebook, rulebook
from counterclaim.kit import Kit
from counterclaim.records import Annotated, When


def find_whens(annotated: Annotated, kit: Kit) -> tuple[When, ...]:
    """The time expressions of a document in text order, that of its header first."""
    book = rulebook(kit.settings.folders, kit.settings.language)
    found = [*header_when(annotated, book), *era_whens(annotated, kit, book), *read_times(annotated, book)]
    return tuple(without_overlap(found))


def without_overlap(whens: Sequence[When]) -> list[When]:
    """The expressions in text order; of two that overlap, the one listed first."""
    kept: list[When] = []
    taken: set[int] = set()
    for when in whens:
        if when.span and not taken.intersection(range(when.span.start, when.span.end)):
            taken.update(range(when.span.start, when.span.end))
            kept.append(when)
    return sorted(kept, key=lambda when: when.span.start if when.span else -1)


def era_whens(annotated: Annotated, kit: Kit, book: Rulebook) -> Iterator[When]:
    """The dated eras that the running text names."""
    document = annotated.document
    eras = eras_of(kit.settings.folders, tuple(book.section.get("determiners", ())))
    for start, end, stretch, rule in find_eras(document.text, document.body_start, len(document.text), eras):
        yield when_of(annotated, start, end, stretch, f"era {rule}")


def header_when(annotated: Annotated, book: Rulebook) -> Iterator[When]:
    """The report's own day, where its header tells it."""
    span, day = annotated.document.dateline_day, report_day(annotated, book)
    if span is not None and day is not None:
        yield when_of(annotated, span.start, span.end, calendar.day(day), "dateline")
