"""Near copies parsed once: the share of the words of reports that repeat an earlier one that is not parsed again."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.feed import syrian_texts
from benchmarks.score.report import Figure, Report

from counterclaim.annotate.passages import tag_documents
from counterclaim.engines import one
from counterclaim.kit import Settings
from counterclaim.knowledge.entries import Language
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document
from counterclaim.reconcile.copies import COPYING
from counterclaim.reconcile.reprints import find_origins, shingles_of
from counterclaim.records import Document, Tagged

FIELD_LIMIT = 10**8
NOTE = (
    "words parsed once: those in parts that an earlier report has word for word, which are parsed with it; words shared: runs "
    "of three words that stand in the report copied, the most that could be spared"
)


@dataclass(frozen=True, slots=True)
class Watch:
    """A tagger that parses nothing and keeps, for each text it is asked for, whether it was asked for before."""

    name: str = "watch"
    seen: set[str] = field(default_factory=set)
    asked: list[tuple[str, bool]] = field(default_factory=list)

    def tag(self, texts: Sequence[str]) -> Iterator[Tagged]:
        """An empty result for each text."""
        for text in texts:
            self.asked.append((text, text in self.seen))
            self.seen.add(text)
            yield Tagged(tokens=(), sentences=(), names=(), tagger=self.name)


def score(data: Path, gold: Path) -> Report:
    """For each set with reprints: how many there are, the share of their words parsed once, and the share that they share."""
    sets = {
        "fa-kes": syrian_texts(data),
        "gun violence": gun_violence(data),
        "timeline17": timelines(data / "news" / "timeline17"),
    }
    missing = [
        str(data / folder) for folder in ("news/fa-kes", "events/gva", "news/timeline17") if not (data / folder).exists()
    ]
    if missing:
        return Report(name="reprints", absent=missing[0])
    figures = [figure for name, texts in sets.items() for figure in figures_of(name, documents_of(texts))]
    return Report(name="reprints", figures=tuple(figures), notes=(NOTE,))


def figures_of(name: str, documents: Sequence[Document]) -> Iterator[Figure]:
    """The figures of one set, its documents read in their order."""
    originals = copied(documents)
    shingles = {document.id: shingles_of(document.text) for document in documents}
    spared = spared_words(documents, load().languages["en"])
    of = [spared[name] for name in originals]
    shared = [len(shingles[copy] & shingles[original]) for copy, original in originals.items()]
    yield Figure(slice=name, metric="words parsed once", value=ratio(of), of=len(originals))
    yield Figure(
        slice=name, metric="words shared", value=sum(shared) / max(1, sum(len(shingles[copy]) for copy in originals)),
        of=len(originals),
    )  # fmt: skip


def ratio(counts: Iterable[tuple[int, int]]) -> float:
    """The first numbers over the second ones."""
    pairs = list(counts)
    return sum(a for a, _ in pairs) / max(1, sum(b for _, b in pairs))


def copied(documents: Sequence[Document]) -> Mapping[str, str]:
    """For each document that repeats earlier ones by its text, the one read first."""
    place = {document.id: index for index, document in enumerate(documents)}
    _, links = find_origins(documents, {}, one, Settings())
    found: dict[str, str] = {}
    for link in links:
        if link.rule in COPYING:
            first, later = sorted((link.left, link.right), key=place.__getitem__)
            found[later] = min(found.get(later, first), first, key=place.__getitem__)
    return found


def spared_words(documents: Sequence[Document], language: Language) -> Mapping[str, tuple[int, int]]:
    """For each document, how many words were tagged with an earlier one, and how many it has."""
    watch, found = Watch(), {}
    for document in documents:
        watch.asked.clear()
        list(tag_documents([document], watch, language))
        words = [(len(text.split()), before) for text, before in watch.asked]
        found[document.id] = (sum(count for count, before in words if before), sum(count for count, _ in words))
    return found


def documents_of(texts: Iterable[str]) -> list[Document]:
    """A document a text, each text once."""
    made = [make_document(text, uri=f"{index}.txt", published="2016-06-01") for index, text in enumerate(texts) if text.strip()]
    return list({document.id: document for document in made}.values())


def gun_violence(data: Path) -> Iterator[str]:
    """Reports on shootings."""
    for line in (data / "events/gva/docs.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"] or ""


def timelines(folder: Path) -> Iterator[str]:
    """Reports on Egypt, Iraq and Libya, one line a sentence."""
    csv.field_size_limit(FIELD_LIMIT)
    for path in sorted(folder.glob("*/outputwithpub.csv")):
        with path.open(encoding="utf-8", errors="replace", newline="") as stream:
            yield from (row[1] for row in csv.reader(stream))
