"""`events.geojson`: one Feature an event (RFC 7946); an event without a place on the map has a null geometry."""

from __future__ import annotations

import json
from typing import IO, Any

from counterclaim.present.index import build_index
from counterclaim.present.shapes import event_record_shape
from counterclaim.records import Event, View

name = "events.geojson"
summary = "one Feature an event with its standing; null geometry where it is not located, radius_km where it is an area"
FLAT = ("type", "title", "label", "independent_origins", "first_reported", "last_reported")


def write(view: View, stream: IO[str]) -> int:
    """Writes a FeatureCollection of all events."""
    index = build_index(view)
    features = [feature(event, event_record_shape(event, index)) for event in view.events]
    json.dump({"type": "FeatureCollection", "features": features}, stream, ensure_ascii=False, separators=(",", ":"))
    stream.write("\n")
    return len(features)


def feature(event: Event, shape: dict[str, Any]) -> dict[str, Any]:
    """One event as a Feature with flat properties."""
    place, when = event.place, event.when
    located = place is not None and place.latitude is not None and place.longitude is not None
    first = event.standings[0] if event.standings else None
    properties = {key: shape[key] for key in FLAT} | {
        "support": first.support if first else None,
        "dispute": first.dispute if first else None,
        "place": event.place_name or (place.name if place else None),
        "place_kind": place.kind if place else None,
        "country": place.country if place else None,
        "radius_km": place.radius_km if place else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "supported_by": [tally["side"] or tally["name"] for tally in shape["supported_by"]],
        "disputed_by": [tally["side"] or tally["name"] for tally in shape["disputed_by"]],
        "claims": shape["claims"],
        "documents": shape["documents"],
        "credit": "Place data: GeoNames (CC BY 4.0)",
    }
    geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if located and place else None
    return {"type": "Feature", "id": event.id, "geometry": geometry, "properties": properties}
