"""Reading: files and records of many formats become documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from counterclaim import plugins
from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.kit import Settings
from counterclaim.knowledge.entries import Knowledge
from counterclaim.read.days import day_of
from counterclaim.read.options import Options
from counterclaim.read.sources import find_sources
from counterclaim.records import Document, Failure


def read_paths(paths: Iterable[str], settings: Settings, knowledge: Knowledge) -> Iterator[Document | Failure]:
    """The documents of these files, folders or standard input ("-"), in a fixed order."""
    formats = plugins.find("format", settings.folders)
    options = options_of(settings, knowledge)
    for source in find_sources(paths, settings.max_bytes):
        yield from read_source(source, formats, options)


def options_of(settings: Settings, knowledge: Knowledge) -> Options:
    """What formats need of the settings and the knowledge; raises `InputError` for a day that is none."""
    language = knowledge.languages[settings.language]
    published = day_of(settings.published, language)
    if settings.published and published is None:
        raise InputError(f"--published {settings.published!r} is no day; write it as 2021-09-06")
    table = knowledge.tables["fields"]
    return Options(
        language=language,
        outlets=knowledge.outlets,
        fields={name: tuple(names) for name, names in table.items() if name not in ("kind", "name")},
        published=published,
        mapping=settings.mapping,
        max_bytes=settings.max_bytes,
    )


def read_source(source: Source, formats: dict[str, Any], options: Options) -> Iterator[Document | Failure]:
    """The documents of one source, or a `Failure` that says why there are none."""
    try:
        yield from choose(source, formats).read(source, options)
    except (InputError, OSError) as error:
        yield Failure(uri=source.uri, stage="read", reason=str(error))


def choose(source: Source, formats: dict[str, Any]) -> Any:
    """The format for a source: of those that fit, one whose suffix it has, the fallback last."""
    fitting = [module for module in formats.values() if module.fits(source)]
    return min(fitting, key=lambda module: rank(module, source))


def rank(module: Any, source: Source) -> tuple[bool, bool, str]:
    """The place of a fitting format in the order of choice."""
    return getattr(module, "fallback", False), not source.uri.lower().endswith(tuple(module.suffixes)), module.name
