"""The list of reports, and one report with everything that was found in it marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterclaim.present.web.marks import marks_of, pieces_of
from counterclaim.present.web.pages.event import claim_row, decision_line
from counterclaim.present.web.snapshot import Snapshot, once
from counterclaim.records import Decision, Document, Reading

MOST = 1000


def reports_context(snapshot: Snapshot) -> dict[str, Any]:
    """The reports in order of publication."""
    return once(snapshot, "reports", lambda: listed(snapshot))


def listed(snapshot: Snapshot) -> dict[str, Any]:
    """The list of reports, made anew."""
    origin_of = {key: origin for origin in snapshot.view.origins for key in origin.documents}
    readings = sorted(snapshot.view.readings, key=lambda reading: (reading.document.published or "9999", reading.document.uri))
    rows = []
    for reading in readings[:MOST]:
        document = reading.document
        origin = origin_of.get(document.id)
        rows.append(
            {
                "id": document.id,
                "published": (document.published or "")[:10],
                "publisher": document.publisher or "not known",
                "title": title_of(document),
                "claims": len(reading.claims),
                "origin": origin.label if origin and len(origin.documents) > 1 else "",
            }
        )
    return {"rows": rows, "total": len(readings)}


def title_of(document: Document) -> str:
    """The title, or the file name where there is none."""
    return document.title or document.uri.rsplit("/", 1)[-1]


def report_context(snapshot: Snapshot, reading: Reading, decisions: Sequence[Decision] = ()) -> dict[str, Any]:
    """One report: its text in marked pieces, its claims, and what people decided on them."""
    return {
        "document": reading.document,
        "title": title_of(reading.document),
        "pieces": list(pieces_of(reading.document.text, marks_of(reading, snapshot.index))),
        "claims": [claim_row(claim, snapshot.index) for claim in reading.claims],
        "decisions": [decision_line(row) for row in decisions if row.document == reading.document.id],
    }
