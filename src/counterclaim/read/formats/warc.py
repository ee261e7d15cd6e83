"""Web archives (WARC and WET): each page or text that was fetched is a report."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.encodings import decoded
from counterclaim.read.options import Options
from counterclaim.read.pages import report_of_page
from counterclaim.read.reports import report
from counterclaim.records import Document, Failure

name = "warc"
suffixes = (".warc", ".wet")
PAGES = ("text/html", "application/xhtml+xml")


def fits(source: Source) -> bool:
    """Whether the source begins as a web archive does."""
    return source.head().startswith(b"WARC/")


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each page that was fetched whole; pictures and the like are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise InputError("web archives need: pip install 'counterclaim[formats]'") from error
    with source.open() as stream:
        records, told = ArchiveIterator(stream, no_record_parse=False), io.StringIO()
        while True:
            try:
                with contextlib.redirect_stderr(told):
                    record = next(records, None)
                    result = None if record is None else report_of_record(record, options)
            except (ArchiveLoadFailed, ValueError, OSError, EOFError, AttributeError, TypeError, KeyError) as error:
                raise InputError(f"a damaged web archive: {error}") from error
            if record is None:
                break
            if result is not None:
                yield result
    if told.getvalue().strip():
        reason = f"a damaged web archive: {' '.join(told.getvalue().split())[:200]}"
        yield Failure(uri=source.uri, stage="read", reason=reason)


def report_of_record(record: Any, options: Options) -> Document | Failure | None:
    """The document of a record that holds a page or text, None for any other."""
    uri = record.rec_headers.get_header("WARC-Target-URI") or ""
    given = {"url": uri}
    if record.rec_type == "conversion":
        content = record.content_stream().read(options.max_bytes + 1)
        return report(decoded(content), options, uri=uri, source=content, given=given, media_type="text/plain")
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return None
    kind, _, rest = (record.http_headers.get_header("Content-Type") or "").partition(";")
    if kind.strip().lower() not in PAGES:
        return None
    content = record.content_stream().read(options.max_bytes + 1)
    charset = rest.partition("charset=")[2].strip(" \"';") or None
    return report_of_page(content, options, uri=uri, given=given, charset=charset)
