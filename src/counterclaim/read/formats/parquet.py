"""Parquet tables of reports; needs pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.options import Options
from counterclaim.read.rows import report_of_row
from counterclaim.records import Document, Failure

name = "parquet"
suffixes = (".parquet", ".pq")
ROWS_AT_ONCE = 256


def fits(source: Source) -> bool:
    """Whether the source begins as Parquet does."""
    return source.head().startswith(b"PAR1")


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each row."""
    try:
        import pyarrow.lib
        import pyarrow.parquet
    except ImportError as error:
        raise InputError("a Parquet file needs: pip install 'counterclaim[parquet]'") from error
    number = 0
    try:
        with source.open() as stream:
            table = pyarrow.parquet.ParquetFile(stream if stream.seekable() else io.BytesIO(source.data()))
            for batch in table.iter_batches(ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    yield report_of_row(row, options, uri=f"{source.uri}#{number}", media_type="application/vnd.apache.parquet")
    except (pyarrow.lib.ArrowException, ValueError, OSError) as error:
        raise InputError(f"a damaged Parquet file (after {number} rows): {error}") from error
