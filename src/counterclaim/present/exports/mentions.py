"""`mentions.jsonl`: every mention of a person, group, place or thing, one a line."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.rows import mention_rows
from counterclaim.records import View

name = "mentions.jsonl"
summary = "one mention a line: words, kind, entity, and for places the gazetteer entry with its probability"


def write(view: View, stream: IO[str]) -> int:
    """Writes the rows and gives back their number."""
    return write_lines(mention_rows(view, build_index(view)), stream)
