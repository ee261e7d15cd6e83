"""JSON lines, and JSON files that hold one report or a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.contracts import Source
from counterclaim.read.json_rows import first_row, rows_of
from counterclaim.read.options import Options
from counterclaim.read.rows import report_of_row
from counterclaim.records import Document, Failure

name = "jsonl"
suffixes = (".jsonl", ".ndjson", ".json")
fallback = 1


def fits(source: Source) -> bool:
    """Whether the source begins with a JSON object or a list of them."""
    return first_row(source) is not None


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each row."""
    for number, row in rows_of(source, options):
        uri = f"{source.uri}#{number}"
        if isinstance(row, Failure):
            yield row
        elif isinstance(row, Mapping):
            yield report_of_row(plain_row(row), options, uri=uri, media_type="application/json")
        else:
            yield Failure(uri=uri, stage="read", reason=f"a row must be an object with fields, not {type(row).__name__}")


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with nested objects that only name something ({"source": {"name": "AFP"}}) replaced by the name."""
    return {key: named_value(value) for key, value in row.items()}


def named_value(value: Any) -> Any:
    """The name in an object that has one, else the value."""
    if isinstance(value, Mapping):
        return next((value[key] for key in ("name", "title", "value", "rendered") if isinstance(value.get(key), str)), None)
    return value
