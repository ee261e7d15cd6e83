"""Reads a document's time expressions in order and resolves each on the thread of those before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.annotate.times.anchors import dated, opening_thread
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.extents import fitted
from counterclaim.annotate.times.guards import admitted
from counterclaim.annotate.times.quoted import day_spoken
from counterclaim.annotate.times.resolving import place_of, resolved
from counterclaim.annotate.times.rulebook import Rulebook
from counterclaim.annotate.times.scan import Found, scan
from counterclaim.annotate.times.thread import Thread, advanced
from counterclaim.records import Annotated, When, content_id
from counterclaim.syntax import Tree, span_of, tree_of


def read_times(annotated: Annotated, book: Rulebook) -> Iterator[When]:
    """The time expressions of the title and the running text, resolved."""
    document, tree = annotated.document, tree_of(annotated)
    thread = opening_thread(annotated, book)
    matches = list(found_in(annotated, tree, book))
    for number, found in enumerate(matches):
        place = place_of(found, tree, document.text, book.section.get("tense", {}))
        spoken = day_spoken(annotated, tree, matches, number, thread, book)
        stretch = resolved(found, replace(thread, published=spoken, narrative=False) if spoken else thread, place)
        if stretch is None:
            continue
        told = dated(followed(thread, found, stretch), found, document, book)
        dateline = told.published is not None and thread.published is None
        yield when_of(annotated, found.start, found.end, stretch, "dateline" if dateline else found.rule.id)
        thread = told


def found_in(annotated: Annotated, tree: Tree, book: Rulebook) -> Iterator[Found]:
    """The matches of the title and the running text that are time expressions where they stand."""
    text = annotated.document.text

    def allows(found: Found) -> bool:
        return admitted(found, tree, text, book.section)

    for start, end in stretches_of(annotated):
        matches = list(scan(text, start, end, book, allows))
        ends = [start, *(found.end for found in matches)]
        for number, found in enumerate(matches):
            ahead = matches[number + 1 : number + 2] if found.rule.second else ()
            ceiling = max([found.end, *(other.end for other in ahead if other.rule is found.rule)])
            yield fitted(found, tree, text, (ends[number], ceiling), book.extents)


def stretches_of(annotated: Annotated) -> Iterator[tuple[int, int]]:
    """The character ranges to read: a title in the header, then the running text."""
    document = annotated.document
    title = document.title_span
    if title and title.end <= document.body_start:
        yield title.start, title.end
    yield document.body_start, len(document.text)


def followed(thread: Thread, found: Found, stretch: Stretch) -> Thread:
    """The thread after an expression."""
    if found.rule.make == "since" and stretch.earliest and stretch.latest:
        return replace(thread, running=(stretch.earliest, stretch.latest))
    return advanced(thread, stretch, found.end)


def when_of(annotated: Annotated, start: int, end: int, stretch: Stretch, rule: str) -> When:
    """The record of a resolved expression."""
    document = annotated.document
    return When(
        id=content_id("when", document.id, start, end),
        span=span_of(document, start, end),
        timex_type=stretch.timex_type,
        value=stretch.value,
        earliest=stretch.earliest.isoformat() if stretch.earliest else None,
        latest=stretch.latest.isoformat() if stretch.latest else None,
        precision=stretch.precision,
        rule=rule,
        candidates=stretch.candidates,
    )
