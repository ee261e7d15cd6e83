"""Posts of X (Twitter): the archive that a user downloads ("tweets.js"), and saved answers of its interface."""

from __future__ import annotations

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

name = "xarchive"
suffixes = (".js", ".json")
ASSIGNMENT = re.compile(r"\A\s*window\.YTD\.\w+\.part\d+\s*=\s*")
CREATED = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) \+0000 (\d{4})")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def fits(source: Source) -> bool:
    """Whether the source begins as such an archive or answer does."""
    head = source.head().removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"window.YTD."):
        return True
    return head[:1] in (b"[", b"{") and b'"full_text"' in head and b'"created_at"' in head


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each post."""
    text = decoded(source.data())
    try:
        value = json.loads(ASSIGNMENT.sub("", text, count=1))
    except (ValueError, RecursionError):
        value = lines(text)
    posts = value if isinstance(value, list) else [value]
    for number, post in enumerate(posts, 1):
        inner = post.get("tweet", post) if isinstance(post, Mapping) else None
        if isinstance(inner, Mapping) and (inner.get("full_text") or inner.get("text")):
            identity = inner.get("id_str") or inner.get("id") or number
            yield report_of_row(row_of(inner), options, uri=f"{source.uri}#{identity}", media_type="application/x-post")


def lines(text: str) -> list[Any]:
    """The posts of a file with one post a line; raises `InputError` where it is not JSON."""
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error


def row_of(post: Mapping[str, Any]) -> dict[str, Any]:
    """A post as a row."""
    user = post.get("user")
    publisher = user.get("name") or user.get("screen_name") if isinstance(user, Mapping) else None
    return {
        "text": post.get("full_text") or post.get("text"), "id": post.get("id_str") or post.get("id"),
        "published": instant_of(str(post.get("created_at") or "")), "publisher": publisher, "language": post.get("lang"),
    }  # fmt: skip


def instant_of(created: str) -> str | None:
    """The instant in "Mon Sep 06 10:15:00 +0000 2021", or the value itself where it is written otherwise."""
    match = CREATED.fullmatch(created)
    if match is None:
        return created or None
    month, day, hour, minute, second, year = match.groups()
    clock = int(hour), int(minute), int(second)
    try:
        return datetime(int(year), MONTHS.index(month) + 1, int(day), *clock, tzinfo=UTC).isoformat()
    except ValueError:
        return None
