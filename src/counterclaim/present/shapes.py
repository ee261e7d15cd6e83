"""Records as the plain mappings that exports, `--json` and the web API share (the public shape, version `SCHEMA`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from counterclaim.present.index import Index
from counterclaim.records import (
    Attribution,
    Claim,
    Count,
    Document,
    Event,
    EventMention,
    Figure,
    Located,
    Measure,
    Party,
    Place,
    SideTally,
    Span,
    Standing,
    When,
)

SCHEMA = 1
MEASURES: tuple[str, ...] = get_args(Measure)
SIDES = ("supported_by", "admitted_by", "disputed_by", "silent")
Shape = dict[str, Any]


def document_shape(document: Document) -> Shape:
    """What identifies a report: id, uri, publisher, agency, title, published."""
    return {
        "id": document.id,
        "uri": document.uri,
        "publisher": document.publisher,
        "agency": document.agency,
        "title": document.title,
        "published": document.published,
    }


def span_shape(span: Span | None) -> Shape:
    """Text and offsets; nulls where there are no words, `spans` where they are discontinuous."""
    if span is None:
        return {"text": None, "start": None, "end": None}
    shape: Shape = {"text": span.text, "start": span.start, "end": span.end}
    if span.pieces:
        shape["spans"] = [list(piece) for piece in span.pieces]
    return shape


def when_shape(when: When | None) -> Shape | None:
    """A time with TIMEX3 value, interval, precision and rule."""
    if when is None:
        return None
    return {
        "text": when.span.text if when.span else None,
        "value": when.value,
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision,
        "rule": when.rule,
    }


def party_shape(party: Party, index: Index) -> Shape:
    """Who speaks or fills a role: words, name, entity, side."""
    entity = index.entity(party)
    return {
        **span_shape(party.span),
        "kind": party.kind,
        "name": best_name(party, index),
        "entity": entity.id if entity else None,
        "role": party.role,
        "side": party.side,
    }


def best_name(party: Party, index: Index) -> str | None:
    """The name of the entity where there is one, else the fullest name in the document, else what a pronoun stands for."""
    entity = index.entity(party)
    return (entity.name if entity else None) or party.name or index.antecedent(party)


def gazetteer_shape(place: Place | None) -> Shape:
    """What the gazetteer knows of a place; nulls where it is unresolved."""
    return {
        "geonames": place.geonames if place else None,
        "kind": place.kind if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "radius_km": place.radius_km if place else None,
    }


def place_shape(party: Party | None, index: Index, *, inferred: bool = False) -> Shape | None:
    """A place of an event: its words, its gazetteer entry where it is resolved, and whether it was inferred."""
    if party is None:
        return None
    found: Located | None = index.place(party)
    place = found.place if found else None
    return {
        **span_shape(party.span),
        "name": place.name if place and (party.described or not party.name) else party.name,
        **gazetteer_shape(place),
        "inferred": inferred,
    }


def count_shape(count: Count) -> Shape:
    """One figure, low to high, with its words and the class of people counted."""
    text = count.span.text if count.span else None
    return {"low": count.low, "best": count.best, "high": count.high, "text": text, "who": count.who, "total": count.total}


def counts_shape(counts: Sequence[Count]) -> Shape:
    """The first figure of each measure that is no running total (a total where there is nothing else), null where none."""
    ordered = sorted(counts, key=lambda count: count.total)
    return {name: next((count_shape(count) for count in ordered if count.measure == name), None) for name in MEASURES}


def event_shape(mention: EventMention | None, claim: Claim, index: Index) -> Shape | None:
    """What a claim says happened, with the id of the event that it was joined to."""
    if mention is None:
        return None
    event = index.event_of.get(claim.id)
    roles: Shape = {"agent": [], "patient": []} | {
        role: [party_shape(party, index) for party in parties] for role, parties in mention.roles
    }
    return {
        "id": event.id if event else None,
        "type": mention.type,
        "trigger": span_shape(mention.trigger),
        "roles": roles,
        "roles_inferred": list(mention.roles_inferred),
        "place": place_shape(mention.place, index, inferred=mention.place_inferred),
        "when": when_shape(mention.when),
        "counts": counts_shape(mention.counts),
        "means": mention.means,
        "historical": mention.historical,
        "generic": mention.generic,
        "factuality": mention.factuality,
    }


def claim_shape(claim: Claim, index: Index) -> Shape:
    """One claim in the public shape of `claims.jsonl`."""
    return {
        "id": claim.id,
        "schema": SCHEMA,
        "attribution": claim.attribution,
        "answers": [{"claim": answer.claim, "how": answer.how} for answer in claim.answers],
        "facet": claim.facet,
        "document": document_shape(index.document(claim)),
        "sentence": span_shape(claim.sentence),
        "source": party_shape(claim.source, index),
        "via": [party_shape(party, index) for party in claim.via],
        "cue": span_shape(claim.cue),
        "content": span_shape(claim.content),
        "stance": claim.stance,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "channel": claim.channel,
        "said": when_shape(claim.said),
        "evidence": [{"kind": item.kind, **span_shape(item.span)} for item in claim.evidence],
        "event": event_shape(claim.event, claim, index),
        "confidence": round(claim.confidence, 3),
        "run": index.view.run,
        "backend": claim.backend,
    }


def attribution_shape(attribution: Attribution, index: Index) -> Shape:
    """One act of saying in the public shape of `attributions.jsonl`."""
    return {
        "id": attribution.id,
        "schema": SCHEMA,
        "document": document_shape(index.readings[attribution.document].document),
        "sentence": span_shape(attribution.sentence),
        "source": span_shape(attribution.source),
        "cue": span_shape(attribution.cue),
        "content": span_shape(attribution.content),
        "cue_class": attribution.cue_class,
        "construction": attribution.construction,
        "parent": attribution.parent,
        "claims": list(index.claims_of.get(attribution.id, ())),
        "confidence": round(attribution.confidence, 3),
    }


def tally_shape(tally: SideTally) -> Shape:
    """One side's part in a facet."""
    return {
        "side": tally.side,
        "name": tally.name,
        "claims": list(tally.claims),
        "origins": tally.origins,
        "first_said": tally.first_said,
        "last_said": tally.last_said,
    }


def standing_shape(standing: Standing) -> Shape:
    """How one facet stands, by whom, and why."""
    return {
        "support": standing.support,
        "dispute": standing.dispute,
        "label": standing.label,
        **{key: [tally_shape(tally) for tally in getattr(standing, key)] for key in SIDES},
        "why": [{"text": reason.text, "claims": list(reason.claims), "row": reason.row} for reason in standing.why],
        "last_evidence": standing.last_evidence,
    }


def figure_shape(figure: Figure) -> Shape:
    """One count as one side tells it."""
    return {
        "measure": figure.measure,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "who": figure.who,
        "side": figure.side,
        "name": figure.name,
        "claims": list(figure.claims),
        "day": figure.day,
        "superseded": figure.superseded,
    }


def event_place_shape(event: Event) -> Shape | None:
    """The place of an event, or None where none is told."""
    if event.place is None and event.place_name is None:
        return None
    return {"name": event.place_name or (event.place.name if event.place else None), **gazetteer_shape(event.place)}


def event_record_shape(event: Event, index: Index) -> Shape:
    """One event in the public shape of `events.jsonl`; `supported_by` and its kin are those of the first facet."""
    first = standing_shape(event.standings[0]) if event.standings else {}
    return {
        "id": event.id,
        "schema": SCHEMA,
        "replaces": list(event.replaces),
        "type": event.type,
        "title": event.title,
        "roles": {role: [party_shape(party, index) for party in parties] for role, parties in event.roles},
        "place": event_place_shape(event),
        "when": when_shape(event.when),
        "standing": {standing.facet: standing_shape(standing) for standing in event.standings},
        "label": first.get("label"),
        "why": first.get("why", []),
        **{key: first.get(key, []) for key in SIDES},
        "counts": [figure_shape(figure) for figure in event.figures],
        "claims": list(event.claims),
        "documents": list(event.documents),
        "independent_origins": event.independent_origins,
        "first_reported": event.first_reported,
        "last_reported": event.last_reported,
    }
