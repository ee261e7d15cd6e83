"""Pages saved with their pictures in one file (MHTML), and mails with a page in them: the first page is read."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.options import Options
from counterclaim.read.pages import report_of_page
from counterclaim.records import Document, Failure

name = "mhtml"
suffixes = (".mhtml", ".mht")
START = re.compile(rb"\A(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Snapshot-Content-Location): ", re.I)


def fits(source: Source) -> bool:
    """Whether the source begins with the header of such a file."""
    return bool(START.match(source.head()[:4000].replace(b"\r\n", b"\n")))


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The one report of the first page in the file."""
    message = email.message_from_bytes(source.data(), policy=email.policy.compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes):
        raise InputError("there is no page in this file")
    location = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    charset = page.get_content_charset()
    yield report_of_page(payload, options, uri=source.uri, given={"url": location} if location else {}, charset=charset)
