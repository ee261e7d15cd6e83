"""Time expressions of TimeBank, AQUAINT and WikiWars, and of the hand-labelled report.

The day of a document is given as published and left out of the score. A found expression is relaxed-matched to a gold one where
they overlap (TempEval-3's convention for type and value), strictly where both ends agree: "value F1 strict" counts those whose
span and value are both right.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.score.report import Figure, Report, prf
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.read.document import make_document
from counterclaim.records import When
from counterclaim.syntax import span_of

TAG = re.compile(r"<(/?)([A-Za-z0-9]+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


@dataclass(frozen=True)
class Gold:
    """One gold expression."""

    start: int
    end: int
    text: str
    kind: str
    value: str


@dataclass(frozen=True)
class Page:
    """One document with its gold expressions and what was found in it."""

    name: str
    text: str
    published: str | None
    gold: list[Gold]
    found: list[When]


def read_page(path: Path) -> tuple[str, str | None, list[Gold]]:
    """The running text of a TimeML file, its day, and its gold expressions with offsets into that text."""
    raw = path.read_text(encoding="utf-8")
    day = re.search(r"<DCT>.*?value=\"([\d-]+)", raw, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
    text, gold, opened, position = "", [], [], 0
    source = body.group(1) if body else ""
    for tag in TAG.finditer(source):
        text += html.unescape(source[position : tag.start()])
        position = tag.end()
        if tag.group(2) == "TIMEX3" and not tag.group(1):
            opened.append((len(text), dict(ATTRIBUTE.findall(tag.group(3)))))
        elif tag.group(2) == "TIMEX3":
            start, fields = opened.pop()
            gold.append(Gold(start, len(text), text[start:], fields.get("type", ""), fields.get("value", "")))
    return text + html.unescape(source[position:]), day.group(1) if day else None, gold


def read_pages(folder: Path) -> list[Page]:
    """All documents of a folder, read with the shipped rules."""
    kit = kept_kit()
    parts = [(path, *read_page(path)) for path in sorted(folder.rglob("*.tml"))]
    documents = [make_document(text, uri=path.name, published=day) for path, text, day, _ in parts]
    return [
        Page(path.stem, text, day, gold, [when for when in annotated.whens if when.span])
        for (path, text, day, gold), annotated in zip(parts, annotate(documents, kit), strict=True)
    ]


def pairs_of(page: Page) -> Iterator[tuple[Gold | None, When | None]]:
    """Gold and found expressions, paired where they overlap, each in one pair at most."""
    left = list(page.found)
    for gold in page.gold:
        over = [when for when in left if when.span and when.span.start < gold.end and gold.start < when.span.end]
        best = min(over, key=lambda when: (when.value != gold.value, abs(when.span.start - gold.start)), default=None)
        if best is not None:
            left.remove(best)
        yield gold, best
    yield from ((None, when) for when in left)


def figures_of(name: str, pages: list[Page]) -> list[Figure]:
    """Span, type and value F1 of a set."""
    pairs = [pair for page in pages for pair in pairs_of(page)]
    gold = sum(1 for left, _ in pairs if left)
    found = sum(1 for _, right in pairs if right)
    both = [(left, right) for left, right in pairs if left and right]
    strict = [(g, w) for g, w in both if w.span and (w.span.start, w.span.end) == (g.start, g.end)]
    rows = {
        "span F1 strict": len(strict),
        "span F1 relaxed": len(both),
        "type F1 relaxed": sum(g.kind == w.timex_type for g, w in both),
        "value F1 strict": sum(g.value == w.value for g, w in strict),
        "value F1 relaxed": sum(g.value == w.value for g, w in both),
    }
    return [Figure(slice=name, metric=metric, value=prf(right, found, gold)[2], of=gold) for metric, right in rows.items()]


def weekday_figure(name: str, pages: list[Page]) -> Figure:
    """The share of gold bare weekdays whose day came out (found "Friday night" gives gold "Friday" its day)."""
    pairs = [(g, w) for page in pages for g, w in pairs_of(page) if g and WEEKDAY.fullmatch(g.text.strip())]
    right = sum(w is not None and (w.value or "").startswith(g.value) for g, w in pairs)
    return Figure(slice=name, metric="bare weekdays", value=right / max(1, len(pairs)), of=len(pairs))


def errors_of(name: str, pages: list[Page]) -> Iterator[str]:
    """One line an error: set, document, kind of error, words in context."""
    for page in pages:
        for gold, when in pairs_of(page):
            spans = gold is not None and when is not None and (when.span.start, when.span.end) == (gold.start, gold.end)
            if gold and when and gold.value == when.value and spans:
                continue
            start = gold.start if gold else when.span.start
            end = gold.end if gold else when.span.end
            context = " ".join(page.text[max(0, start - 50) : start].split()[-8:])
            after = " ".join(page.text[end : end + 30].split())
            kind = "missed" if when is None else "extra" if gold is None else "span" if gold.value == when.value else "value"
            mine = f"{when.span.text!r} {when.value} {when.rule}" if when else "-"
            theirs = f"{gold.text!r} {gold.value}" if gold else "-"
            words = f"{context} [[{page.text[start:end]}]] {after}"
            yield "\t".join((name, page.name, str(page.published), kind, theirs, mine, words))


def seed_figure(gold: Path) -> Figure:
    """The share of the hand-labelled report's expressions that come out with type, value and days."""
    text = (gold / "seed.txt").read_text(encoding="utf-8")
    wanted = json.loads((gold / "seed.gold.json").read_text(encoding="utf-8"))
    at = text.index(wanted["published"])
    place = text.index("–", at) + 1
    plain = make_document(text, uri="seed.txt")
    document = make_document(
        text, uri="seed.txt", published=wanted["published"], body_start=place, dateline_day=span_of(plain, at, at + 10)
    )
    whens = next(iter(annotate([document], kept_kit()))).whens
    got = {(w.span.text, w.timex_type, w.value, w.earliest, w.latest, w.candidates) for w in whens if w.span}
    rows = [
        (t["text"], t["type"], t["value"], t["earliest"], t["latest"], tuple(t.get("candidates", ()))) for t in wanted["times"]
    ]
    return Figure(slice="hand-labelled report", metric="right", value=sum(r in got for r in rows) / len(rows), of=len(rows))


def score(data: Path, gold: Path) -> Report:
    """Span, type and value F1 on each set, bare weekdays apart."""
    if not (data / "time").exists():
        return Report(name="times", absent=f"no folder {data / 'time'}")
    bank = read_pages(data / "time/TBAQ-cleaned/TimeBank")
    aquaint = read_pages(data / "time/TBAQ-cleaned/AQUAINT")
    wars = read_pages(data / "time/WikiWars/trainingset")
    figures = [
        *figures_of("TimeBank + AQUAINT", [*bank, *aquaint]),
        *figures_of("TimeBank", bank),
        *figures_of("AQUAINT", aquaint),
        weekday_figure("TimeBank", bank),
        weekday_figure("AQUAINT", aquaint),
        *figures_of("WikiWars train", wars),
    ]
    if (gold / "seed.gold.json").exists():
        figures.append(seed_figure(gold))
    errors = [*errors_of("TimeBank", bank), *errors_of("AQUAINT", aquaint), *errors_of("WikiWars", wars)]
    return Report(name="times", figures=tuple(figures), errors=tuple(errors))
