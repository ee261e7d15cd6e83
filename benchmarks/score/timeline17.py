"""Days that matter: the days of human timelines against those ranked from the time expressions of the topic's articles.

As many days are taken as the timeline has, between its first and its last (so precision, recall and F1 are one figure). The
articles are read without a tagger, by the patterns alone.
"""

from __future__ import annotations

import ast
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.score.report import Figure, Report

from counterclaim.annotate.times.read import read_times
from counterclaim.annotate.times.rulebook import Rulebook, rulebook
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, When

TOPICS = ("libya", "iraq", "egypt")
DAYS = ("day", "part_of_day", "instant")
# a day that is still told of a week later matters more, and so does one told by its date
LATER, LATER_WEIGHT, DATED_WEIGHT = 7, 3.0, 2.0


def read_articles(folder: Path, book: Rulebook) -> Iterator[tuple[str, list[When]]]:
    """The day of publication of each article of a topic, and its time expressions."""
    csv.field_size_limit(sys.maxsize)
    with (folder / "outputwithpub.csv").open(encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file)):
            document = make_document(row["text"], uri=f"{number}.txt", published=row["date"])
            page = Annotated(document=document, tokens=(), sentences=(), names=(), tagger="none")
            yield row["date"][:10], list(read_times(page, book))


def read_timelines(folder: Path) -> list[list[str]]:
    """The days of each human timeline of a topic."""
    with (folder / "outputTimelinesTime.csv").open(encoding="utf-8") as file:
        return [sorted(day[:10] for day in ast.literal_eval(row["time"])) for row in csv.DictReader(file)]


def weight_of(when: When, published: str) -> float:
    """How much one expression speaks for its day."""
    later = (date.fromisoformat(published) - date.fromisoformat(when.earliest or published)).days > LATER
    dated = when.rule.startswith("month day")
    return (LATER_WEIGHT if later else 1.0) * (DATED_WEIGHT if dated else 1.0)


def days_that_matter(articles: Sequence[tuple[str, list[When]]], first: str, last: str) -> Counter[str]:
    """The weight of each day between two days: each article speaks once for a day, as loudly as its loudest expression."""
    total: Counter[str] = Counter()
    for published, whens in articles:
        told: dict[str, float] = {}
        for when in whens:
            if when.precision in DAYS and when.earliest and first <= when.earliest <= last:
                told[when.earliest] = max(told.get(when.earliest, 0.0), weight_of(when, published))
        total.update(told)
    return total


def mentions(articles: Sequence[tuple[str, list[When]]], first: str, last: str) -> Counter[str]:
    """How often each day between two days is told."""
    days = (when.earliest for _, whens in articles for when in whens if when.precision in DAYS)
    return Counter(day for day in days if day and first <= day <= last)


def found_share(weights: Counter[str], timeline: Sequence[str]) -> float:
    """The share of a timeline's days among the heaviest as many."""
    chosen = {day for day, _ in weights.most_common(len(timeline))}
    return len(chosen & set(timeline)) / len(timeline)


def score(data: Path, gold: Path) -> Report:
    """Date F1, averaged over timelines, beside that of bare mention counts."""
    folder = data / "news/timeline17"
    if not folder.exists():
        return Report(name="timeline17", absent=f"no folder {folder}")
    book, ours, plain, errors = rulebook((), "en"), [], [], []
    for topic in TOPICS:
        articles = list(read_articles(folder / topic, book))
        for timeline in read_timelines(folder / topic):
            weights = days_that_matter(articles, timeline[0], timeline[-1])
            ours.append(found_share(weights, timeline))
            plain.append(found_share(mentions(articles, timeline[0], timeline[-1]), timeline))
            missed = sorted(set(timeline) - {day for day, _ in weights.most_common(len(timeline))})
            errors.append(f"{topic}: F1 {ours[-1]:.3f}, missed {' '.join(missed)}")
    figures = (
        Figure(slice="three topics", metric="date F1", value=sum(ours) / len(ours), of=len(ours),
               published="0.544 on all 17 topics"),
        Figure(slice="three topics, mention count", metric="date F1", value=sum(plain) / len(plain), of=len(plain)),
    )  # fmt: skip
    return Report(name="timeline17", figures=figures, errors=tuple(errors))
