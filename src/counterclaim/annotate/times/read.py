"""Reads a document's time expressions in order and resolves each on the thread of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from counterclaim.annotate.times import calendar
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.guards import admitted
from counterclaim.annotate.times.makers import MAKERS
from counterclaim.annotate.times.rulebook import Rulebook
from counterclaim.annotate.times.scan import Found, scan
from counterclaim.annotate.times.tense import tense_at
from counterclaim.annotate.times.thread import Place, Tense, Thread, advanced
from counterclaim.records import Annotated, Document, When, content_id
from counterclaim.syntax import Tree, span_of, tree_of

YEAR = re.compile(r"(?<![\d.,$€£])(?:1[4-9]|20)\d\d(?![\d.,]\d)|(?<!\d)\d{1,3}(?=\sB\.?C)")

LEAD = 400
MANY, FEW = 8, 0.25


def read_times(annotated: Annotated, book: Rulebook) -> Iterator[When]:
    """The time expressions of the title and the running text, resolved."""
    document, tree = annotated.document, tree_of(annotated)
    published = report_day(annotated, book)
    thread = Thread(
        published=published,
        narrative=is_history(document, published, book),
        year=first_year(document) if published is None else None,
    )
    for start, end in stretches_of(annotated):
        for found in scan(document.text, start, end, book):
            if not admitted(found, tree, document.text, book.section):
                continue
            place = place_of(found, tree, document.text, book.section.get("tense", {}))
            stretch = resolved(found, thread, place)
            if stretch is not None:
                told = dated(followed(thread, found, stretch), found, document, book)
                dateline = told.published is not None and thread.published is None
                yield when_of(annotated, found.start, found.end, stretch, "dateline" if dateline else found.rule.id)
                thread = told


def first_year(document: Document) -> int | None:
    """The first year that the opening of a text without a day of publication tells."""
    found = YEAR.search(document.text, 0, document.body_start + LEAD)
    return int(found.group()) if found and len(found.group()) == 4 else None


def dated(thread: Thread, found: Found, document: Document, book: Rulebook) -> Thread:
    """The thread of a report without a day of publication, once its dateline tells the day that its weekdays count from."""
    early = found.end - document.body_start < LEAD and thread.told is not None and thread.told.precision == "day"
    if not early or thread.published is not None or thread.told is None:
        return thread
    if not (book.near.search(document.text, found.end) or book.weekdays.search(document.text, found.end)):
        return thread
    return replace(thread, published=thread.told.earliest, narrative=False)


def is_history(document: Document, published: date | None, book: Rulebook) -> bool:
    """Whether a text tells of years other than that of its publication, names many of them, and hardly any weekday."""
    if published is None:
        return True
    text = document.text[document.body_start :]
    years = [int(year) for year in YEAR.findall(text)]
    if len(years) < MANY or len(book.weekdays.findall(text)) > len(years) * FEW:
        return False
    near = sum(abs(year - published.year) <= 1 for year in years)
    return near <= len(years) * FEW


def report_day(annotated: Annotated, book: Rulebook) -> date | None:
    """The day that a report counts from: that of its dateline where it tells a full day, else that of its publication."""
    published = day_or_none(annotated.document.published)
    span = annotated.document.dateline_day
    if span is None:
        return published
    told = [day for found in scan(span.text, 0, len(span.text), book) if (day := dateline_day(found, published)) is not None]
    return told[0] if told else published


def dateline_day(found: Found, published: date | None) -> date | None:
    """The full day that an expression of a dateline tells."""
    stretch = resolved(found, Thread(published=published), Place(tense=lambda: "past", at=found.start))
    if stretch is None or stretch.precision not in ("day", "instant") or not ("year" in found.fields or "iso" in found.fields):
        return None
    return stretch.earliest


def day_or_none(value: str | None) -> date | None:
    """The day that an ISO string begins with."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def stretches_of(annotated: Annotated) -> Iterator[tuple[int, int]]:
    """The character ranges to read: a title in the header, then the running text."""
    document = annotated.document
    title = document.title_span
    if title and title.end <= document.body_start:
        yield title.start, title.end
    yield document.body_start, len(document.text)


def place_of(found: Found, tree: Tree, text: str, words: Mapping[str, Any]) -> Place:
    """Where an expression stands."""

    ahead = tuple(words.get("ahead_before", ()))
    before = text[max(0, found.start - 30) : found.start].rstrip().casefold()

    owned = text.startswith(tuple(words.get("possessive", ())), found.end)

    def tense() -> Tense:
        if owned:
            return "unknown"
        return "future" if before.endswith(ahead) else tense_at(tree, found.start, words)

    return Place(tense=tense, at=found.start)


def resolved(found: Found, thread: Thread, place: Place) -> Stretch | None:
    """The stretch of a match, narrowed by its mod; None where it turns out to be none."""
    try:
        stretch = MAKERS[found.rule.make](found.fields, thread, place)
    except (ValueError, OverflowError):
        return None
    if stretch is not None and "mod" in found.fields:
        return calendar.narrowed(stretch, found.fields["mod"])
    return stretch


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
