"""`events.jsonl`: one event a line, with how it stands and why."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.rows import event_rows
from counterclaim.records import View

name = "events.jsonl"
summary = "one event a line: what, where, when, how it stands by facet and why, who supports and who disputes it"


def write(view: View, stream: IO[str]) -> int:
    """Writes the rows and gives back their number."""
    return write_lines(event_rows(view, build_index(view)), stream)
