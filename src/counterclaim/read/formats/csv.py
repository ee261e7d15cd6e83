"""Tables of reports: CSV and TSV with a line of names first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.encodings import encoding_of
from counterclaim.read.options import Options
from counterclaim.read.rows import report_of_row
from counterclaim.records import Document, Failure

name = "csv"
suffixes = (".csv", ".tsv", ".tab")
DELIMITERS = ",;\t|"


def fits(source: Source) -> bool:
    """Whether the source is called a table."""
    return source.uri.lower().endswith(suffixes)


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each row."""
    csv.field_size_limit(options.max_bytes)
    with source.open() as stream:
        text = io.TextIOWrapper(stream, encoding=encoding_of(source.head()), errors="replace", newline="")
        rows = csv.DictReader(text, delimiter=delimiter_of(source))
        number = 0
        while True:
            try:
                row = next(rows, None)
            except csv.Error as error:
                raise InputError(f"line {rows.line_num}: {error}") from error
            if row is None:
                return
            number += 1
            fields = {key: value for key, value in row.items() if isinstance(key, str)}
            yield report_of_row(fields, options, uri=f"{source.uri}#{number}", media_type="text/csv")


def delimiter_of(source: Source) -> str:
    """The mark that stands oftenest in the line of names."""
    first = source.head().lstrip(b"\xef\xbb\xbf\xff\xfe").partition(b"\n")[0].decode("latin-1").replace("\x00", "")
    return max(DELIMITERS, key=first.count)
