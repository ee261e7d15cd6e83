"""`attributions.parquet`: the rows of `attributions.jsonl` as Parquet (extra `parquet`)."""

from __future__ import annotations

from typing import IO

from counterclaim.present.parquet import write_parquet
from counterclaim.present.rows import attribution_rows
from counterclaim.records import View

name = "attributions.parquet"
summary = "the rows of attributions.jsonl as Parquet"
binary = True


def write(view: View, stream: IO[bytes]) -> int:
    """Writes the rows and gives back their number."""
    return write_parquet(attribution_rows, view, stream)
