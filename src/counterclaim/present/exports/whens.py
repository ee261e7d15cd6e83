"""`whens.jsonl`: every time expression, one a line."""

from __future__ import annotations

from typing import IO

from counterclaim.present.lines import write_lines
from counterclaim.present.shapes import Shape, document_shape, span_shape
from counterclaim.records import Document, View, When

name = "whens.jsonl"
summary = "one time expression a line: TIMEX3 type and value, earliest and latest day, precision, rule"


def write(view: View, stream: IO[str]) -> int:
    """Writes the time expressions of all reports, in order of report and text."""
    return write_lines((row(when, reading.document) for reading in view.readings for when in reading.whens), stream)


def row(when: When, document: Document) -> Shape:
    """One time expression with its candidates where it is ambiguous."""
    return {
        "document": document_shape(document),
        **span_shape(when.span),
        "timex_type": when.timex_type,
        "value": when.value,
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision,
        "candidates": list(when.candidates),
        "rule": when.rule,
    }
