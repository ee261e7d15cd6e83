"""Read this first: the seven stages in order.

read -> annotate -> extract -> resolve -> reconcile -> ledger -> present
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from time import perf_counter

from counterclaim import plugins
from counterclaim.annotate import annotate
from counterclaim.codec import decode, encode, rarely_collected
from counterclaim.errors import InputError, unknown
from counterclaim.extract import extract
from counterclaim.kit import Kit, Settings
from counterclaim.knowledge.load import load
from counterclaim.ledger.decisions import Fitted, fit
from counterclaim.ledger.event_ids import known_places, tie, with_lasting_ids
from counterclaim.ledger.intake import Progress, ignore, take_in
from counterclaim.ledger.store import Ledger, now
from counterclaim.read import count_sources, read_paths
from counterclaim.reconcile.view import reconcile, visible
from counterclaim.records import Decision, Document, Failure, Reading, Run, View, content_id
from counterclaim.resolve.entities import resolve_entities
from counterclaim.resolve.gazetteer import open_gazetteer
from counterclaim.resolve.places import locate
from counterclaim.versions import GROUP, MAP, code_version

VIEWS_KEPT = 32


@cache
def open_kit(settings: Settings) -> Kit:
    """The kit for these settings, opened once a process."""
    knowledge = load(settings.folders)
    if settings.language not in knowledge.languages:
        raise InputError(unknown("language", settings.language, knowledge.languages))
    tagger = plugins.get("tagger", settings.tagger, settings.folders)
    return Kit(
        settings=settings,
        knowledge=knowledge,
        tagger=tagger.open_tagger(knowledge.languages[settings.language], settings.model),
        gazetteer=open_gazetteer(settings.gazetteer),
        backend=plugins.get("backend", settings.backend, settings.folders),
    )


def read_documents(documents: Sequence[Document], settings: Settings) -> Iterator[Reading]:
    """What the map stages make of each document, in order."""
    yield from read_with(documents, open_kit(settings))


def read_with(documents: Sequence[Document], kit: Kit) -> Iterator[Reading]:
    """What the map stages make of each document with an opened kit, in order."""
    stream = iter(annotate(documents, kit))
    while True:
        began = perf_counter()
        annotated = next(stream, None)
        if annotated is None:
            return
        found = perf_counter()
        extraction = extract(annotated, kit)
        extracted = perf_counter()
        located = locate(annotated, kit)
        yield Reading(
            document=annotated.document,
            sentences=annotated.sentences,
            quotations=annotated.quotations,
            mentions=annotated.mentions,
            whens=annotated.whens,
            attributions=extraction.attributions,
            claims=extraction.claims,
            located=located,
            skipped=annotated.skipped,
            dropped=extraction.dropped,
            seconds=(
                ("annotate", found - began),
                ("extract", extracted - found),
                ("locate", perf_counter() - extracted),
            ),
        )


def view_of(
    readings: Sequence[Reading], settings: Settings, *, as_of: str | None = None, decisions: Sequence[Decision] = ()
) -> View:
    """What these readings say together as of a day: entities, origins, events with their standings, reported control."""
    knowledge = load(settings.folders)
    engine = plugins.get("engine", settings.engine, settings.folders)
    resolution = resolve_entities(visible(readings, as_of)[0], engine, settings)
    return reconcile(
        readings, resolution.entities, resolution.links, engine, settings,
        knowledge=knowledge, as_of=as_of, decisions=decisions,
    )  # fmt: skip


def run(paths: Sequence[str], ledger: Ledger, settings: Settings, *, seen: Callable[[Progress], None] = ignore) -> Progress:
    """Reads these paths into the ledger; what it holds already is passed over, so a run that was stopped resumes."""
    engine = plugins.get("engine", settings.engine, settings.folders)
    progress = Progress(run=ledger.begin(run_of(settings)).id, sources=count_sources(paths, settings.max_bytes))

    def passed() -> None:
        progress.passed += 1

    def read(documents: Iterable[Document]) -> Iterator[Reading | Failure]:
        results: Iterator[Reading | Failure] = engine.map(read_batch, documents, settings, lost=lost)
        return results

    found = read_paths(paths, settings, load(settings.folders), passed, progress.aside.append)
    return take_in(found, ledger, progress, read=read, size=settings.batch_size, seen=seen)


def run_of(settings: Settings) -> Run:
    """The run that these settings make: versions and hashes of all that decides what is read out of a text."""
    kit = open_kit(settings)
    version, gazetteer = code_version(MAP), kit.gazetteer.version
    chosen = (("backend", settings.backend), ("gate", str(settings.gate)), ("language", settings.language))
    return Run(
        id=content_id("run", version, kit.knowledge.hash, kit.tagger.name, gazetteer, *chosen),
        version=version,
        knowledge=kit.knowledge.hash,
        tagger=kit.tagger.name,
        gazetteer=gazetteer,
        started=now(),
        settings=chosen,
    )


def read_batch(documents: Sequence[Document], settings: Settings) -> list[Reading | Failure]:
    """What the map stages make of a batch; where it breaks, each document alone, so that one bad one costs only itself."""
    try:
        with rarely_collected():
            return list(read_documents(documents, settings))
    except Exception as error:  # noqa: BLE001 - a defect met by one text must not end the run; it is kept as a Failure
        if len(documents) > 1:
            return [result for document in documents for result in read_batch([document], settings)]
        return [broken(documents[0], error)]


def lost(document: Document, reason: str) -> Failure:
    """The failure of a document whose worker died over it."""
    return Failure(uri=document.uri, stage="process", reason=reason, source_hash=document.source_hash)


def broken(document: Document, error: Exception) -> Failure:
    """The failure of a document that a stage broke on, with the place in the code."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('counterclaim/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"
    return lost(document, f"{type(error).__name__}: {error} at {where}; please report it")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptView:
    """A view as a ledger keeps it: without the readings, which the ledger holds already."""

    view: View
    documents: tuple[str, ...]


def view_of_ledger(
    ledger: Ledger, settings: Settings, as_of: str | None = None, *, readings: Sequence[Reading] | None = None
) -> View:
    """What a ledger says as of a day; computed once for each state of ledger, knowledge and code, then kept in the ledger.

    `readings` are all readings of the ledger, where the caller holds them already.
    """
    key = view_key(ledger, settings, as_of)
    with rarely_collected():
        readings = ledger.readings() if readings is None else readings
        if (kept := ledger.cached(key)) is not None:
            return with_readings(decode(kept, KeptView), readings)
        view = computed_view(ledger, readings, settings, as_of)
        ledger.keep(key, encode(without_readings(view)), most=VIEWS_KEPT)
    return view


def view_key(ledger: Ledger, settings: Settings, as_of: str | None) -> str:
    """The key under which a ledger keeps its view as of a day: another state of ledger, knowledge or code has another."""
    return content_id("view", ledger.fingerprint(), load(settings.folders).hash, code_version(GROUP), as_of)


def computed_view(ledger: Ledger, readings: Sequence[Reading], settings: Settings, as_of: str | None) -> View:
    """The view of a ledger computed anew, its events under their lasting ids."""
    runs = ledger.runs()
    view = view_of(readings, settings, as_of=as_of, decisions=fitted_decisions(ledger, readings).placed)
    lasting = with_lasting_ids(replace(view, run=runs[-1].id if runs else None), known_places(ledger))
    if as_of is None:
        tie(ledger, lasting.new)
    return lasting.view


def fitted_decisions(ledger: Ledger, readings: Sequence[Reading]) -> Fitted:
    """People's decisions as they apply to these readings, and those that no longer do."""
    return fit(ledger.decisions(), readings, ledger.older_readings)


def without_readings(view: View) -> KeptView:
    """The view less its readings."""
    return KeptView(view=replace(view, readings=(), documents=()), documents=tuple(d.id for d in view.documents))


def with_readings(kept: KeptView, readings: Sequence[Reading]) -> View:
    """The view with its readings put back."""
    by_id = {reading.document.id: reading for reading in readings}
    used = tuple(by_id[document] for document in kept.documents)
    return replace(kept.view, readings=used, documents=tuple(reading.document for reading in used))
