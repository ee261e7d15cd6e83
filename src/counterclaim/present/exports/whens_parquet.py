"""`whens.parquet`: the rows of `whens.jsonl` as Parquet (extra `parquet`)."""

from __future__ import annotations

from typing import IO

from counterclaim.present.parquet import write_parquet
from counterclaim.present.rows import when_rows
from counterclaim.records import View

name = "whens.parquet"
summary = "the rows of whens.jsonl as Parquet"
rule = "“recent”, “in the future”: such words without a stretch of days are left out where nothing rests on them"
binary = True


def write(view: View, stream: IO[bytes]) -> int:
    """Writes the rows and gives back their number."""
    return write_parquet(when_rows, view, stream)
