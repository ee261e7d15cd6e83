"""`attributions.jsonl`: one act of saying a line."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.rows import attribution_rows
from counterclaim.records import View

name = "attributions.jsonl"
summary = "one act of saying a line: source, cue and whole content, with the ids of its claims"


def write(view: View, stream: IO[str]) -> int:
    """Writes the rows and gives back their number."""
    return write_lines(attribution_rows(view, build_index(view)), stream)
