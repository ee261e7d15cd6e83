"""The day that a report counts from, and whether a text is a history, which counts from the day last told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from counterclaim.annotate.times.resolving import resolved
from counterclaim.annotate.times.rulebook import Rulebook
from counterclaim.annotate.times.scan import Found, scan
from counterclaim.annotate.times.thread import Place, Thread
from counterclaim.records import Annotated, Document

YEAR = re.compile(r"(?<![\d.,$€£])(?:1[4-9]|20)\d\d(?![\d.,]\d)|(?<!\d)\d{1,3}(?=\sB\.?C)")
LEAD = 400
MANY, FEW = 8, 0.25


def opening_thread(annotated: Annotated, book: Rulebook) -> Thread:
    """The thread with which a document begins."""
    published = report_day(annotated, book)
    return Thread(
        published=published,
        narrative=is_history(annotated.document, published, book),
        year=first_year(annotated.document) if published is None else None,
    )


def report_day(annotated: Annotated, book: Rulebook) -> date | None:
    """The day that a report counts from: that of its dateline where it tells a full day, else that of its publication."""
    document = annotated.document
    published = day_or_none(document.published)
    span = document.dateline_day
    if span is None:
        return published
    thread = Thread(published=published, narrative=published is None, year=first_year(document))
    told = [day for found in scan(span.text, 0, len(span.text), book) if (day := dateline_day(found, thread)) is not None]
    return told[0] if told else published


def dateline_day(found: Found, thread: Thread) -> date | None:
    """The full day that an expression of a dateline tells; one without a year only where the text opens with one."""
    stretch = resolved(found, thread, Place(tense=lambda: "past", at=found.start))
    dated = "year" in found.fields or "iso" in found.fields or (thread.published is None and "day" in found.fields)
    return stretch.earliest if stretch is not None and dated and stretch.precision in ("day", "instant") else None


def day_or_none(value: str | None) -> date | None:
    """The day that an ISO string begins with."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def first_year(document: Document) -> int | None:
    """The first year that the opening of a text without a day of publication tells."""
    found = YEAR.search(document.text, 0, document.body_start + LEAD)
    return int(found.group()) if found and len(found.group()) == 4 else None


def dated(thread: Thread, found: Found, document: Document, book: Rulebook) -> Thread:
    """The thread of a report without a day of publication, once its dateline tells the day that its weekdays count from."""
    early = found.end - document.body_start < LEAD and thread.told is not None and thread.told.precision == "day"
    if not early or thread.published is not None or thread.told is None:
        return thread
    if not (book.deictic.search(document.text, found.end) or book.weekdays.search(document.text, found.end)):
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
