"""The rows of the example in other datasets' columns are those that were checked by hand (docs/coding.md says how)."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest

from counterclaim import plugins
from counterclaim.records import View

HERE = Path(__file__).parent / "approved"
# ids and offsets move with every rule and say nothing to a coder
UNREAD = {
    "event_id_cnty", "timestamp", "cc_claim_ids", "cc_doc_ids", "cc_spans", "id", "relid", "geom_wkt",
}  # fmt: skip


@pytest.mark.parametrize("name", ["acled.csv", "ged.csv"])
def test_the_rows_are_the_approved_ones(name: str, view: View) -> None:
    made, approved = readable(rows_of(name, view)), HERE / f"{name}.txt"
    if os.environ.get("COUNTERCLAIM_APPROVE"):
        approved.write_text(made, encoding="utf-8")
    assert made == approved.read_text(encoding="utf-8")


def rows_of(name: str, view: View) -> list[dict[str, str]]:
    """The rows of an export, each column by its name."""
    stream = io.StringIO()
    plugins.get("export", name).write(view, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def readable(rows: list[dict[str, str]]) -> str:
    """One column a line, rows apart, in an order that no id moves."""
    blocks = [
        "\n".join(f"{column}: {value}" for column, value in row.items() if value and column not in UNREAD) for row in rows
    ]
    return "\n\n".join(sorted(blocks)) + "\n"
