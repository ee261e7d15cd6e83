"""Reading: files and records of many formats become documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from counterclaim import plugins
from counterclaim.errors import InputError
from counterclaim.kit import Settings
from counterclaim.knowledge.entries import Knowledge
from counterclaim.read.aside import lies_aside
from counterclaim.read.choosing import read_source
from counterclaim.read.days import day_of
from counterclaim.read.options import Options
from counterclaim.read.sources import count_sources, find_sources
from counterclaim.records import Document, Failure

__all__ = ["count_sources", "options_of", "read_paths"]


def nothing(*told: str) -> None:
    """Does nothing."""


def read_paths(
    paths: Iterable[str],
    settings: Settings,
    knowledge: Knowledge,
    passed: Callable[[], None] = nothing,
    aside: Callable[[str], None] = nothing,
) -> Iterator[Document | Failure]:
    """The documents of these files, folders, URLs or standard input ("-") in a fixed order.

    `passed` hears of each source, `aside` of each JSON file that lies beside texts and holds none itself.
    """
    options = options_of(settings, knowledge)
    for source in find_sources(paths, settings.max_bytes):
        if lies_aside(source, options):
            aside(source.uri)
        else:
            yield from read_source(source, options)
        passed()


def options_of(settings: Settings, knowledge: Knowledge) -> Options:
    """What formats need of the settings and the knowledge; raises `InputError` for a day or field that is none."""
    language = knowledge.languages[settings.language]
    published = day_of(settings.published, language)
    if settings.published and published is None:
        raise InputError(f"--published {settings.published!r} is no day; write it as 2021-09-06")
    fields = {name: tuple(names) for name, names in knowledge.tables["fields"].items() if name not in ("kind", "name")}
    if unknown := [ours for ours, _ in settings.mapping if ours not in fields]:
        raise InputError(f"--map: no field called {unknown[0]!r}; there are: {', '.join(fields)}")
    return Options(
        language=language,
        formats=plugins.find("format", settings.folders),
        fields=fields,
        published=published,
        mapping=settings.mapping,
        max_bytes=settings.max_bytes,
    )
