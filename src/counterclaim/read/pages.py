"""One report from a page of HTML."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from counterclaim.errors import InputError
from counterclaim.read.encodings import decoded
from counterclaim.read.options import Options
from counterclaim.read.reports import report
from counterclaim.records import Document, Failure

CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([A-Za-z0-9_-]{3,20})", re.I)
# the extensive search guesses, and loads the dates of two hundred languages for seconds
PLAIN_DAYS = {"original_date": True, "extensive_search": False}
FIELDS = {"title": "title", "sitename": "publisher", "url": "url"}
LARGEST = 5_000_000
DEEPEST = 2_000
OPENING = re.compile(r"<(?:div|span|table|ul|ol|blockquote|font|b|i|section)\b", re.I)
CLOSING = re.compile(r"</(?:div|span|table|ul|ol|blockquote|font|b|i|section)\b", re.I)


def report_of_page(
    data: bytes, options: Options, *, uri: str, given: Mapping[str, Any] | None = None, charset: str | None = None
) -> Document | Failure:
    """The document of a page; a `Failure` where no running text is found in it."""
    try:
        text, fields = text_and_fields(page_text(data, charset), options)
    except InputError as error:
        return Failure(uri=uri, stage="read", reason=str(error))
    known = {**fields, **(given or {})}
    return report(text, options, uri=uri, source=data, given=known, media_type="text/html")


def page_text(data: bytes, charset: str | None) -> str:
    """The decoded page: by what it came with, by what it says itself, else by its bytes."""
    if len(data) > LARGEST:
        raise InputError(f"a page of {len(data):,} bytes; pages of up to {LARGEST:,} are read")
    said = CHARSET.search(data[:4096])
    for encoding in (charset, said[1].decode("ascii") if said else None):
        if encoding and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return decoded(data)


def text_and_fields(page: str, options: Options) -> tuple[str, dict[str, str]]:
    """The running text of a page, a paragraph apart, and what its metadata say."""
    if len(OPENING.findall(page)) - len(CLOSING.findall(page)) > DEEPEST:
        raise InputError(f"more than {DEEPEST} elements open at once: not a page for reading")
    found = extracted(page.replace("\x00", ""))
    if found is None or not found.text:
        raise InputError("no running text found in the page")
    fields = {ours: str(value) for theirs, ours in FIELDS.items() if (value := getattr(found, theirs, None))}
    if day := first_day(page):
        fields["published"] = day
    return str(found.text).replace("\n", "\n\n"), fields


def extracted(page: str) -> Any:
    """What trafilatura finds in a page, or None; raises `InputError` where it is not installed or breaks."""
    try:
        import trafilatura
    except ImportError as error:
        raise InputError("pages of HTML need: pip install 'counterclaim[formats]'") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=dict(PLAIN_DAYS)
        )
    except Exception as error:
        raise InputError(f"not readable as a page: {type(error).__name__}: {error}") from error


def first_day(page: str) -> str | None:
    """The day on which a page was first published, or None."""
    from htmldate import find_date

    try:
        return find_date(page, **PLAIN_DAYS)  # type: ignore[no-any-return]
    except Exception:  # noqa: BLE001 - a page without a readable day is a page without a day
        return None
