"""RSS, Atom and JSON feeds, as a file or a saved response: each entry is a report."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.encodings import decoded
from counterclaim.read.options import Options
from counterclaim.read.rows import report_of_row
from counterclaim.records import Document, Failure

name = "feed"
suffixes = (".rss", ".atom", ".xml", ".feed")
BEFORE = rb"(?:<\?[^>]*\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]*>\s*)*"
START = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*" + BEFORE + rb"<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')


def fits(source: Source) -> bool:
    """Whether the source begins as a feed does."""
    head = source.head()
    return bool(START.match(head)) or (head.lstrip()[:1] == b"{" and bool(JSON_FEED.search(head[:4096])))


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each entry."""
    data = source.data()
    rows = json_rows(data) if data.lstrip()[:1] == b"{" else xml_rows(data)
    for number, row in enumerate(rows, 1):
        yield report_of_row(row, options, uri=f"{source.uri}#{number}", media_type="application/feed")


def json_rows(data: bytes) -> Iterator[dict[str, Any]]:
    """The entries of a JSON feed as rows."""
    try:
        feed = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a JSON feed: {error}") from error
    items = feed.get("items") if isinstance(feed, Mapping) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, Mapping):
            text = item.get("content_text") or item.get("content_html") or item.get("summary")
            yield {
                "id": item.get("id"), "url": item.get("url"), "title": item.get("title"), "text": text,
                "published": item.get("date_published"), "publisher": feed.get("title"), "language": feed.get("language"),
            }  # fmt: skip


def xml_rows(data: bytes) -> Iterator[dict[str, Any]]:
    """The entries of an RSS or Atom feed as rows."""
    try:
        import feedparser
    except ImportError as error:
        raise InputError("feeds need: pip install 'counterclaim[formats]'") from error
    try:
        feed = feedparser.parse(data)
    except Exception as error:
        raise InputError(f"not readable as a feed: {type(error).__name__}: {error}") from error
    if not feed.entries and feed.bozo:
        raise InputError(f"not readable as a feed: {feed.get('bozo_exception')}")
    for entry in feed.entries:
        contents = [part.get("value") for part in entry.get("content") or () if part.get("value")]
        yield {
            "id": entry.get("id"), "url": entry.get("link"), "title": entry.get("title"),
            "text": max(contents, key=len) if contents else entry.get("summary"),
            "published": day_of_entry(entry), "publisher": feed.feed.get("title"), "language": feed.feed.get("language"),
        }  # fmt: skip


def day_of_entry(entry: Any) -> str | None:
    """The instant of publication of an entry, or None."""
    # its own `get` falls back from one field to the other with a warning
    parsed = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, OverflowError, OSError):
        return None
