"""The rows of each kind of record, in the public shape and in order of report and text."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.present.index import Index
from counterclaim.present.shapes import (
    Shape,
    attribution_shape,
    claim_shape,
    document_shape,
    event_record_shape,
    gazetteer_shape,
    span_shape,
)
from counterclaim.present.whens import whens_of
from counterclaim.records import Document, Mention, View, When


def claim_rows(view: View, index: Index) -> Iterator[Shape]:
    """One row a claim, the narrator's own included."""
    return (claim_shape(claim, index) for reading in view.readings for claim in reading.claims)


def attribution_rows(view: View, index: Index) -> Iterator[Shape]:
    """One row an act of saying."""
    return (attribution_shape(item, index) for reading in view.readings for item in reading.attributions)


def event_rows(view: View, index: Index) -> Iterator[Shape]:
    """One row an event, in the order of the view."""
    return (event_record_shape(event, index) for event in view.events)


def mention_rows(view: View, index: Index) -> Iterator[Shape]:
    """One row a mention of a person, group, place or thing."""
    return (mention_row(mention, reading.document, index) for reading in view.readings for mention in reading.mentions)


def when_rows(view: View, index: Index) -> Iterator[Shape]:
    """One row a time expression; loose words for the past or the future on which nothing rests are left out."""
    return (when_row(when, reading.document) for reading in view.readings for when in whens_of(reading))


def mention_row(mention: Mention, document: Document, index: Index) -> Shape:
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
        "candidates": list(mention.candidates),
        "place_kind": place.pop("kind"),
        **place,
        "probability": found.probability if found else None,
        "reason": found.reason if found else None,
    }


def when_row(when: When, document: Document) -> Shape:
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
