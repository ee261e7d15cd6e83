"""`whens.jsonl`: every time expression, one a line."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.rows import when_rows
from counterclaim.records import View

name = "whens.jsonl"
summary = "one time expression a line: TIMEX3 type and value, earliest and latest day, precision, rule"
rule = "“recent”, “in the future”: such words without a stretch of days are left out where nothing rests on them"


def write(view: View, stream: IO[str]) -> int:
    """Writes the rows and gives back their number."""
    return write_lines(when_rows(view, build_index(view)), stream)
