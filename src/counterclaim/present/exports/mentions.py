"""`mentions.jsonl`: every mention of a person, group, place or thing, one a line."""

from __future__ import annotations

from typing import IO

from counterclaim.present.index import Index, build_index
from counterclaim.present.lines import write_lines
from counterclaim.present.shapes import Shape, document_shape, gazetteer_shape, span_shape
from counterclaim.records import Document, Mention, View

name = "mentions.jsonl"
summary = "one mention a line: words, kind, entity, and for places the gazetteer entry with its probability"


def write(view: View, stream: IO[str]) -> int:
    """Writes the mentions of all reports, in order of report and text."""
    index = build_index(view)
    rows = (row(mention, reading.document, index) for reading in view.readings for mention in reading.mentions)
    return write_lines(rows, stream)


def row(mention: Mention, document: Document, index: Index) -> Shape:
    """One mention with its entity, and its place where it was located."""
    entity = index.entity_of.get(mention.chain)
    found = index.located.get(mention.id)
    place = gazetteer_shape(found.place if found else None)
    return {
        "document": document_shape(document),
        "id": mention.id,
        "kind": mention.kind,
        "form": mention.form,
        **span_shape(mention.span),
        "name": entity.name if entity else mention.name,
        "entity": entity.id if entity else None,
        "chain": mention.chain,
        "role": mention.role,
        "side": mention.side,
        "place_kind": place.pop("kind"),
        **place,
        "probability": found.probability if found else None,
        "reason": found.reason if found else None,
    }
