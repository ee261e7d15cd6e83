"""Rows of an export as an Arrow table: nested values stay nested, and every column has one type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO, Any

from counterclaim.errors import InputError
from counterclaim.present.index import Index, build_index
from counterclaim.records import View

Rows = Callable[[View, Index], Iterable[Any]]


def table_of(rows: Iterable[Any]) -> Any:
    """A pyarrow Table of these mappings; raises `InputError` that says how to install pyarrow where it is missing."""
    try:
        import pyarrow
    except ImportError as error:
        raise InputError("tables need the extra 'parquet': pip install 'counterclaim[parquet]'") from error
    return pyarrow.Table.from_pylist([without_empty(row) for row in rows])


def without_empty(row: Any) -> Any:
    """The row with empty mappings as None: Parquet has no struct without fields."""
    if isinstance(row, dict):
        return {key: without_empty(value) for key, value in row.items()} or None
    return [without_empty(value) for value in row] if isinstance(row, list) else row


def write_parquet(rows: Rows, view: View, stream: IO[bytes]) -> int:
    """Writes the rows of a view as Parquet and gives back their number."""
    table = table_of(rows(view, build_index(view)))
    import pyarrow.parquet

    pyarrow.parquet.write_table(table, stream)
    return int(table.num_rows)
