"""HTML pages as they were saved: the running text by trafilatura, the first day of publication by htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.contracts import Source
from counterclaim.read.options import Options
from counterclaim.read.pages import report_of_page
from counterclaim.read.sidecar import sidecar_of
from counterclaim.records import Document, Failure

name = "html"
suffixes = (".html", ".htm", ".xhtml")
BEFORE = rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
START = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*" + BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
TAGS = re.compile(rb"<(?:p|div|body|html|article)\b", re.I)


def fits(source: Source) -> bool:
    """Whether the source begins as a page does, or is called one and holds tags."""
    head = source.head()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    return bool(START.match(head)) or (source.uri.lower().endswith(suffixes) and bool(TAGS.search(head)))


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The one report of a page."""
    yield report_of_page(source.data(), options, uri=source.uri, given=sidecar_of(source))
