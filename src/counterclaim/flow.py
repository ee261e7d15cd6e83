"""Read this first: the seven stages in order.

read -> annotate -> extract -> resolve -> reconcile -> ledger -> present
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim import plugins
from counterclaim.annotate import annotate
from counterclaim.extract import extract
from counterclaim.kit import Kit, Settings
from counterclaim.knowledge.load import load
from counterclaim.reconcile.view import reconcile
from counterclaim.records import Decision, Document, Reading, View
from counterclaim.resolve.entities import resolve_entities
from counterclaim.resolve.gazetteer import open_gazetteer
from counterclaim.resolve.places import locate


@cache
def open_kit(settings: Settings) -> Kit:
    """The kit for these settings, opened once a process."""
    knowledge = load(settings.folders)
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
    for annotated in annotate(documents, kit):
        extraction = extract(annotated, kit)
        yield Reading(
            document=annotated.document,
            sentences=annotated.sentences,
            quotations=annotated.quotations,
            mentions=annotated.mentions,
            whens=annotated.whens,
            attributions=extraction.attributions,
            claims=extraction.claims,
            located=locate(annotated, kit),
        )


def view_of(
    readings: Sequence[Reading], settings: Settings, *, as_of: str | None = None, decisions: Sequence[Decision] = ()
) -> View:
    """What these readings say together as of a day: entities, origins, events with their standings, reported control."""
    knowledge = load(settings.folders)
    engine = plugins.get("engine", settings.engine, settings.folders)
    resolution = resolve_entities(readings, engine, settings)
    return reconcile(
        readings, resolution.entities, resolution.links, engine, settings,
        knowledge=knowledge, as_of=as_of, decisions=decisions,
    )  # fmt: skip
