"""Plain text: one file is one report; a header, a dateline and a sidecar file say what it is."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.encodings import decoded
from counterclaim.read.options import Options
from counterclaim.read.reports import report
from counterclaim.read.sidecar import sidecar_of
from counterclaim.records import Document, Failure

name = "txt"
suffixes = (".txt", ".text")
fallback = 2


def fits(source: Source) -> bool:
    """Whether the source could be text at all; every other format that fits is preferred."""
    return True


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The one report in a text file."""
    data = source.data()
    try:
        text = decoded(data)
    except InputError as error:
        yield Failure(uri=source.uri, stage="read", reason=str(error))
        return
    yield report(text, options, uri=source.uri, source=data, given=sidecar_of(source))
