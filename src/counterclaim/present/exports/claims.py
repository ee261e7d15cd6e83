"""`claims.jsonl`: one claim a line, the narrator's own included."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.rows import claim_rows
from counterclaim.records import View

name = "claims.jsonl"
summary = "one claim a line: who says what, how, when, through what, and what event it speaks of"


def write(view: View, stream: IO[str]) -> int:
    """Writes the rows and gives back their number."""
    return write_lines(claim_rows(view, build_index(view)), stream)
