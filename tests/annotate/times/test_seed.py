"""The times of the report that everything is measured by."""

from __future__ import annotations

import json

from counterclaim.read.document import make_document
from counterclaim.syntax import span_of


def test_all_times_of_the_gold_report_come_out(annotated, shared):
    text = (shared / "gold/seed.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "gold/seed.gold.json").read_text(encoding="utf-8"))
    start, body = text.index("2021-09-06"), text.index("Islamist Taliban")
    identified = make_document(text, uri="test.txt")
    found = annotated(text, body_start=body, dateline_day=span_of(identified, start, start + 10)).whens
    got = [
        (w.span.text, w.timex_type, w.value, w.earliest, w.latest, list(w.candidates)) for w in found if w.precision != "vague"
    ]
    want = [(t["text"], t["type"], t["value"], t["earliest"], t["latest"], t.get("candidates", [])) for t in gold["times"]]
    assert sorted(got, key=str) == sorted(want, key=str)
