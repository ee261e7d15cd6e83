"""Rows of a JSON source: one object a line, one list of objects, or one object that holds such a list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.encodings import decoded
from counterclaim.read.options import Options
from counterclaim.records import Failure

LISTS = ("articles", "items", "documents", "docs", "results", "data", "value", "records", "entries", "hits", "messages")
OPENING = re.compile(rb'[\[{][\s\[{]*(?:"[^"]{1,60}"\s*:|\])')
UNREADABLE = (ValueError, RecursionError)


def first_row(source: Source) -> Any:
    """The first object of a JSON source as far as its first 64 KiB tell, an empty one where it is damaged, or None."""
    head = source.head()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] not in (b"{", b"["):
        return None
    line, _, _ = start.partition(b"\n")
    for piece in (line, start):
        try:
            value = json.loads(piece)
        except UNREADABLE:
            continue
        return value[0] if isinstance(value, list) and value else value
    return {} if OPENING.match(start) or source.uri.lower().endswith((".json", ".jsonl", ".ndjson")) else None


def rows_of(source: Source, options: Options) -> Iterator[tuple[int, Any]]:
    """Each row with its number from 1; a line that is no JSON is a `Failure`."""
    if is_lines(source):
        yield from lines_of(source, options)
        return
    value = whole(source)
    rows = value if isinstance(value, list) else listed(value)
    for number, row in enumerate(rows, 1):
        if number > options.max_members:
            raise InputError(f"more than {options.max_members:,} rows; split the file")
        yield number, row


def is_lines(source: Source) -> bool:
    """Whether the first line is a whole JSON object and a second line follows."""
    line, _, rest = source.head().removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    try:
        whole_line = isinstance(json.loads(line), dict)
    except UNREADABLE:
        whole_line = source.uri.lower().endswith((".jsonl", ".ndjson"))
    return whole_line and (bool(rest.strip()) or source.uri.lower().endswith((".jsonl", ".ndjson")))


def lines_of(source: Source, options: Options) -> Iterator[tuple[int, Any]]:
    """The object of each line."""
    with source.open() as stream:
        number = 0
        while line := stream.readline(options.max_bytes + 1):
            number += 1
            if not line.strip():
                continue
            uri = f"{source.uri}#{number}"
            if len(line) > options.max_bytes:
                yield number, Failure(uri=uri, stage="read", reason=f"a line of more than {options.max_bytes:,} bytes")
                return
            yield number, line_value(line, uri)


def line_value(line: bytes, uri: str) -> Any:
    """The value of one line, or a `Failure`."""
    try:
        return json.loads(decoded(line.removeprefix(b"\xef\xbb\xbf")))
    except UNREADABLE as error:
        return Failure(uri=uri, stage="read", reason=f"not JSON: {error}")
    except InputError as error:
        return Failure(uri=uri, stage="read", reason=str(error))


def whole(source: Source) -> Any:
    """The one value of a JSON file; raises `InputError` where it is not readable."""
    try:
        return json.loads(decoded(source.data()))
    except UNREADABLE as error:
        raise InputError(f"not JSON: {error}") from error


def listed(value: Any) -> list[Any]:
    """The list of objects that an object holds, or the object itself as the only row."""
    if isinstance(value, Mapping):
        for key in LISTS:
            rows = value.get(key)
            if isinstance(rows, list) and rows and isinstance(rows[0], Mapping):
                return rows
    return [value]
