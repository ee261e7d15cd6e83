"""One report from a row of named fields, as JSON lines, tables, feeds and exports hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from counterclaim.read.markup import plain_text
from counterclaim.read.options import Options
from counterclaim.read.reports import named, report
from counterclaim.records import Document, Failure

MARKUP = re.compile(r"<(?:p|br|div|span|a|b|i|em|strong|ul|li|h\d|img|table|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)

APART = ("id", "url", "publisher")


def report_of_row(row: Mapping[str, Any], options: Options, *, uri: str, media_type: str) -> Document | Failure:
    """The document of a row; a `Failure` that lists the row's fields where none holds the text."""
    known = named(row, options)
    text = known.get("text") or (known.get("title", "") if known.get("status") else "")
    if not text and "text" not in known:
        reason = f"no field holds the text; there are: {', '.join(map(str, row)) or 'none'}; say which with --map text=NAME"
        return Failure(uri=uri, stage="read", reason=reason)
    if MARKUP.search(text):
        text = plain_text(text)
    given = {key: value for key, value in row.items() if value != known.get("text")}
    return report(text, options, uri=known.get("url", uri), source=raw(row), given=given, media_type=media_type, apart=APART)


def raw(row: Mapping[str, Any]) -> bytes:
    """The bytes that the hash of a row is made of: its JSON with sorted keys."""
    return msgspec.json.encode(row, order="sorted", enc_hook=str)
