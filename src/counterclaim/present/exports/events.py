"""`events.jsonl`: one event a line, with how it stands and why."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.shapes import event_record_shape
from counterclaim.records import View

name = "events.jsonl"
summary = "one event a line: what, where, when, how it stands by facet and why, who supports and who disputes it"


def write(view: View, stream: IO[str]) -> int:
    """Writes the events in the order of the view."""
    index = build_index(view)
    return write_lines((event_record_shape(event, index) for event in view.events), stream)
