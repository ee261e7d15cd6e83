"""`attributions.jsonl`: one act of saying a line."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.shapes import attribution_shape
from counterclaim.records import View

name = "attributions.jsonl"
summary = "one act of saying a line: source, cue and whole content, with the ids of its claims"


def write(view: View, stream: IO[str]) -> int:
    """Writes the attributions of all reports, in order of report and text."""
    index = build_index(view)
    rows = (attribution_shape(item, index) for reading in view.readings for item in reading.attributions)
    return write_lines(rows, stream)
