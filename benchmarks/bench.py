"""How fast the flow is beside the bare tagger, by stage, and how much memory it takes: `python -m benchmarks.bench`.

Everything is measured in one run on the same texts: the full spaCy pipeline (batch 32, one process), then the flow from a
file to a stored ledger with the gate off and on, then the view of the ledger.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.feed import mixed_feed
from benchmarks.score.gate import told

from counterclaim import flow
from counterclaim.annotate import annotate
from counterclaim.annotate.passages import passages_of
from counterclaim.annotate.taggers._product import OneThread, with_fast_product
from counterclaim.extract.attribution import find_attributions
from counterclaim.extract.claims import find_claims
from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.kit import Kit, Settings
from counterclaim.knowledge.load import load
from counterclaim.ledger.store import open_ledger
from counterclaim.records import Annotated, Document


@dataclass(frozen=True, slots=True)
class Timed:
    """What a piece of work took by the clock and of the processor, and what it gave."""

    seconds: float
    cpu: float
    result: Any


def timed(work: Callable[[], Any]) -> Timed:
    """The seconds that a piece of work takes, with its result."""
    began, cpu = time.perf_counter(), processor()
    result = work()
    return Timed(time.perf_counter() - began, processor() - cpu, result)


def processor() -> float:
    """The seconds of the processor that this process has used, and its workers that have ended."""
    return sum(os.times()[:4])


def bare_pipeline() -> Any:
    """The tagger's own pipeline with all its components."""
    models = load().languages["en"].section("tagger")["spacy"]["models"]
    package = next(name for name in models if importlib.util.find_spec(name))
    return importlib.import_module(package).load()


def tokens_in(texts: Sequence[str], pipeline: Any, limit: OneThread | None = None) -> int:
    """The number of tokens that a pipeline makes of texts, batch size 32."""
    with limit.held() if limit else nullcontext():
        return sum(len(doc) for doc in pipeline.pipe(texts, batch_size=32))


def write_feed(documents: Sequence[Document], path: Path) -> None:
    """The documents as JSON lines."""
    rows = ({"id": document.uri, "text": document.text, "date": document.published} for document in documents)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def run_flow(feed: Path, ledger_path: Path, settings: Settings) -> Any:
    """Reads the feed into a new ledger."""
    with open_ledger(ledger_path, create=True) as ledger:
        return flow.run([str(feed)], ledger, settings)


def view(ledger_path: Path, settings: Settings) -> Any:
    """The view of a ledger, computed anew."""
    with open_ledger(ledger_path) as ledger:
        return flow.view_of(ledger.readings(), settings)


def events_of(ledger_path: Path) -> set[tuple[str, str, int]]:
    """Document, type and place of the events, less those of no type of their own, that the claims of a ledger tell of."""
    with open_ledger(ledger_path) as ledger:
        return {(reading.document.id, *event) for reading in ledger.readings() for event in told(reading)}


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def line(name: str, took: Timed, words: int, documents: int, bare: Timed) -> str:
    """One line of the report: the ratio by the clock, and by processor time, which other work on the machine disturbs less."""
    rate = f"{documents / took.seconds:7.1f} documents/s {words / took.seconds:8.0f} words/s"
    ratio = f"{took.seconds / bare.seconds:5.2f} of the bare tagger ({took.cpu / bare.cpu:.2f} by processor time)"
    return f"{name:22} {took.seconds:7.2f} s {rate} {ratio}"


def compare(documents: Sequence[Document], folder: Path, engine: str, workers: int) -> None:
    """Prints what the tagger alone, the flow with the gate off and on, and the view take."""
    words = sum(len(document.text.split()) for document in documents)
    settings = Settings(engine=engine, workers=workers)
    feed = folder / "feed.jsonl"
    write_feed(documents, feed)
    pipeline = bare_pipeline()
    flow.open_kit(settings)
    flow.open_kit(Settings(engine=engine, workers=workers, gate=True))
    texts = [document.text[start:end] for document in documents for start, end in passages_of(document)]
    list(pipeline.pipe(texts[:64], batch_size=32))
    bare = timed(lambda: tokens_in(texts, pipeline))
    quick = bare_pipeline()
    limit = with_fast_product(quick)
    same = timed(lambda: tokens_in(texts, quick, limit))
    off = timed(lambda: run_flow(feed, folder / "off.db", settings))
    on = timed(lambda: run_flow(feed, folder / "on.db", Settings(engine=engine, workers=workers, gate=True)))
    whole = timed(lambda: view(folder / "off.db", settings))
    print(f"{len(documents)} documents, {words} words, {bare.result} tokens, engine {engine}")
    for name, took in (("bare tagger", bare), ("flow, gate off", off), ("flow, gate on", on), ("resolve and reconcile", whole)):
        print(line(name, took, words, len(documents), bare))
    print(
        f"    a bare tagger with the product of matrices that the flow uses takes {same.cpu / bare.cpu:.2f} of the bare tagger;"
        f" beside that one {off.cpu / same.cpu:.2f} with the gate off, {on.cpu / same.cpu:.2f} with it on"
    )
    for stage, seconds in sorted(off.result.seconds.items(), key=lambda pair: -pair[1]):
        print(f"    {stage:20} {seconds:8.2f} s")
    print(
        f"    claims {off.result.claims} with the gate off, {on.result.claims} with it on; {len(off.result.failures)} failures"
    )
    found, kept = events_of(folder / "off.db"), events_of(folder / "on.db")
    recall = len(found & kept) / max(1, len(found))
    print(f"    recall of the gate {recall:.4f} of {len(found)} claims whose event type is not other")
    size = (folder / "off.db").stat().st_size / len(documents) / 1024
    print(f"peak memory {peak_mb():.0f} MB; on disk {size:.1f} KB a document")


def extraction(documents: Sequence[Document]) -> None:
    """Prints what attributions, events and claims take beside the tagger's own pipeline on the same texts, tagging left out."""
    kit, pipeline = flow.open_kit(Settings()), bare_pipeline()
    texts = [document.text[start:end] for document in documents for start, end in passages_of(document)]
    read = list(annotate(documents, kit))
    extracted(read[:8], kit)  # what is compiled once is compiled before
    bare = timed(lambda: tokens_in(texts, pipeline))
    whole = timed(lambda: extracted(read, kit))
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words} words: tagger {bare.cpu:.2f} s, extraction {whole.cpu:.2f} s of the processor")
    print(
        f"    extraction is {whole.cpu / bare.cpu:.1%} of the tagger's time ({whole.seconds / bare.seconds:.1%} by the clock)"
    )
    for name, took in whole.result.items():
        print(f"    {name:20} {took:8.2f} s {took / bare.seconds:7.1%} by the clock")


def extracted(read: Sequence[Annotated], kit: Kit) -> dict[str, float]:
    """The seconds of each part of extraction over annotated documents."""
    spent = {"attributions": 0.0, "events": 0.0, "claims": 0.0}
    for annotated in read:
        began = time.perf_counter()
        attributions = find_attributions(annotated, kit)
        attributed = time.perf_counter()
        events = find_event_mentions(annotated, kit)
        found = time.perf_counter()
        find_claims(annotated, attributions, events, kit)
        ended = time.perf_counter()
        spent["attributions"] += attributed - began
        spent["events"] += found - attributed
        spent["claims"] += ended - found
    return spent


def growth(sizes: Sequence[int], data: Path, words: int) -> None:
    """Prints time and memory a document for runs of growing size, each in a process of its own, reconcile included."""
    for size in sizes:
        child = os.fork()
        if child == 0:
            grown(size, data, words)
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)


def grown(size: int, data: Path, words: int) -> None:
    """Prints time and memory of one run over so many short documents."""
    documents = short_feed(data, size, words)
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.jsonl"
        write_feed(documents, feed)
        read = timed(lambda: run_flow(feed, Path(folder) / "l.db", settings))
        seen = timed(lambda: view(Path(folder) / "l.db", settings))
    total = (read.seconds + seen.seconds) / size * 1000
    print(
        f"{size:8} documents: read {read.seconds:8.1f} s, view {seen.seconds:8.1f} s, {total:6.2f} ms a document,"
        f" peak {peak_mb():6.0f} MB, events {len(seen.result.events)}"
    )


def short_feed(data: Path, size: int, words: int) -> list[Document]:
    """Conflict reports cut to some words and made different from one another by a number of their own."""
    documents = [document for _, document in mixed_feed(data, size, one_in=1)]
    from counterclaim.read.document import make_document

    return [
        make_document(" ".join(document.text.split()[:words]) + f" This is report number {number}.", uri=f"{number}.txt",
                      published=f"2016-{number % 12 + 1:02}-{number % 28 + 1:02}")
        for number, document in enumerate(documents)
    ]  # fmt: skip


def main() -> None:
    """Runs what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--one-in", type=int, default=5, help="one document in so many is about conflict")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--engine", default="one")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--growth", type=int, nargs="*", help="sizes of growing runs, such as 1000 10000 100000")
    parser.add_argument("--extraction", action="store_true", help="only extraction beside the tagger, in one run")
    parser.add_argument("--words", type=int, default=60, help="words a document in growing runs")
    args = parser.parse_args()
    if args.growth:
        growth(args.growth, args.data, args.words)
        return
    documents = [document for _, document in mixed_feed(args.data, args.documents, one_in=args.one_in)]
    if args.extraction:
        extraction(documents)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(documents, Path(folder), args.engine, args.workers)


if __name__ == "__main__":
    main()
