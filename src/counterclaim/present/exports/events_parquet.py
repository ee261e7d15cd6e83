"""`events.parquet`: the rows of `events.jsonl` as Parquet (extra `parquet`)."""

from __future__ import annotations

from typing import IO

from counterclaim.present.parquet import write_parquet
from counterclaim.present.rows import event_rows
from counterclaim.records import View

name = "events.parquet"
summary = "the rows of events.jsonl as Parquet"
binary = True


def write(view: View, stream: IO[bytes]) -> int:
    """Writes the rows and gives back their number."""
    return write_parquet(event_rows, view, stream)
