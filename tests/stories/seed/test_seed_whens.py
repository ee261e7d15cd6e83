"""The exported times of the seed report are its eight, and no other."""

from __future__ import annotations

import io
import json

import pytest

from counterclaim import plugins
from counterclaim.flow import run, view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger

FIELDS = ("text", "timex_type", "value", "earliest", "latest")


@pytest.fixture(scope="module")
def rows(shared, tmp_path_factory) -> list[dict]:
    with open_ledger(tmp_path_factory.mktemp("seed") / "seed.db", create=True) as ledger:
        run([str(shared / "gold" / "seed.txt")], ledger, Settings())
        stream = io.StringIO()
        plugins.get("export", "whens.jsonl").write(view_of_ledger(ledger, Settings()), stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_exported_times_are_the_eight_of_the_gold_and_no_other(rows, shared):
    gold = json.loads((shared / "gold" / "seed.gold.json").read_text(encoding="utf-8"))["times"]
    want = [(t["text"], t["type"], t["value"], t["earliest"], t["latest"], t.get("candidates", [])) for t in gold]
    got = [(*(row[field] for field in FIELDS), row["candidates"]) for row in rows]
    assert sorted(got, key=str) == sorted(want, key=str)
