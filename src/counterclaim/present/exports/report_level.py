"""`report_level.csv`: one row an event and source, so that a modeller can weigh reports for himself."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from counterclaim.present.brief.model import line_of
from counterclaim.present.exports.acled import harmless
from counterclaim.present.index import Index, build_index
from counterclaim.records import Claim, Event, View

name = "report_level.csv"
summary = "one row an event and claim: which report, who says it, stance, day said and published, figures, words"
COLUMNS = (
    "event_id", "event_type", "event_title", "label", "origin", "document", "uri", "publisher", "agency", "published", "said",
    "source", "source_kind", "side", "via", "stance", "modality", "polarity", "certainty", "channel", "facet", "killed_low",
    "killed_high", "injured_low", "injured_high", "start", "end", "content", "claim_id",
)  # fmt: skip


def write(view: View, stream: IO[str]) -> int:
    """Writes every claim of every event."""
    index = build_index(view)
    origin_of = {key: origin.id for origin in view.origins for key in origin.documents}
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    number = 0
    for row in rows(view, index, origin_of):
        writer.writerow({key: harmless(value) for key, value in row.items()})
        number += 1
    return number


def rows(view: View, index: Index, origin_of: dict[str, str]) -> Iterator[dict[str, object]]:
    """One row a claim, in order of event."""
    for event in view.events:
        for key in event.claims:
            if key in index.claims:
                yield row_of(event, index.claims[key], index, origin_of)


def row_of(event: Event, claim: Claim, index: Index, origin_of: dict[str, str]) -> dict[str, object]:
    """One claim on an event."""
    document, line = index.document(claim), line_of(claim, index)
    content = claim.content or claim.sentence
    counts = {count.measure: count for count in claim.event.counts} if claim.event else {}
    killed, injured = counts.get("killed"), counts.get("injured")
    return {
        "event_id": event.id,
        "event_type": event.type,
        "event_title": event.title,
        "label": event.standings[0].label if event.standings else "",
        "origin": origin_of.get(document.id, ""),
        "document": document.id,
        "uri": document.uri,
        "publisher": document.publisher or "",
        "agency": document.agency or "",
        "published": document.published or "",
        "said": (claim.said.earliest or "") if claim.said else "",
        "source": line.who,
        "source_kind": claim.source.kind or "",
        "side": claim.source.side or "",
        "via": "; ".join(line.via),
        "stance": claim.stance,
        "modality": claim.modality or "",
        "polarity": claim.polarity or "",
        "certainty": claim.certainty,
        "channel": claim.channel or "",
        "facet": claim.facet or "",
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "injured_low": injured.low if injured else None,
        "injured_high": injured.high if injured else None,
        "start": content.start,
        "end": content.end,
        "content": content.text,
        "claim_id": claim.id,
    }
