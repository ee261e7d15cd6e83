"""Entities found by name, with their spellings, the reasons for each merge, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.present.index import Index, build_index
from counterclaim.present.listing import event_line
from counterclaim.present.shapes import Shape, gazetteer_shape
from counterclaim.records import Entity, Event, Link, View

PLACES = frozenset({"place", "facility"})


def find_entities(view: View, name: str, *, places: bool) -> list[Entity]:
    """Entities one of whose spellings holds these words (case aside), exact names first."""
    wanted = name.casefold()
    found = [
        entity
        for entity in view.entities
        if (entity.kind in PLACES) == places and any(wanted in spelling.casefold() for spelling in spellings_of(entity))
    ]
    return sorted(found, key=lambda entity: (wanted != entity.name.casefold(), -sum(n for _, n in entity.spellings), entity.id))


def spellings_of(entity: Entity) -> list[str]:
    """The name and every spelling of an entity."""
    return [entity.name, *(spelling for spelling, _ in entity.spellings)]


def links_of(entity: Entity, view: View) -> list[Link]:
    """The links that an entity rests on, and those that say it is possibly another."""
    wanted = set(entity.links)
    return [
        link
        for link in view.links
        if link.id in wanted or (link.kind == "same_entity" and entity.id in (link.left, link.right))
    ]


def events_of(entity: Entity, view: View, index: Index | None = None) -> list[Event]:
    """The events in which an entity speaks, acts or is the place."""
    index = index or build_index(view)
    found = []
    for event in view.events:
        claims = [index.claims[key] for key in event.claims if key in index.claims]
        parties = [claim.source for claim in claims]
        parties += [party for claim in claims if claim.event for _, roles in claim.event.roles for party in roles]
        parties += [claim.event.place for claim in claims if claim.event and claim.event.place]
        if any(index.entity(party) is entity for party in parties):
            found.append(event)
    return found


def entity_shape(entity: Entity, view: View) -> Shape:
    """One entity as a plain mapping."""
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "spellings": [{"text": text, "count": count} for text, count in entity.spellings],
        "known": entity.known,
        "side": entity.side,
        "roles": list(entity.roles),
        "place": gazetteer_shape(entity.place) if entity.place else None,
        "links": [link_shape(link) for link in links_of(entity, view)],
        "events": [event.id for event in events_of(entity, view)],
    }


def link_shape(link: Link) -> Shape:
    """Why two records are held to be one, or possibly one."""
    return {"verdict": link.verdict, "score": round(link.score, 3), "rule": link.rule, "reason": link.reason}


def entity_lines(entity: Entity, view: View) -> Iterator[str]:
    """One entity as text: facts, spellings, reasons, events."""
    facts = [entity.kind, *entity.roles, *([entity.side] if entity.side and entity.side != entity.name else [])]
    yield f"{entity.name}  ({', '.join(facts)})"
    yield "  spelt: " + ", ".join(f"{text} ×{count}" for text, count in entity.spellings)
    for link in links_of(entity, view):
        yield f"  {link.verdict}: {link.reason} ({link.rule}, {link.score:.2f})"
    for event in events_of(entity, view):
        yield f"  {event_line(event)}"


def place_lines(entity: Entity, view: View) -> Iterator[str]:
    """One place as text: gazetteer entry, then as any entity, then reported control."""
    yield from entity_lines(entity, view)
    place = entity.place
    if place is None:
        yield "  not found in the gazetteer"
    else:
        radius = f", within {place.radius_km:g} km" if place.radius_km else ""
        point = f"{place.latitude}, {place.longitude}{radius}"
        yield f"  {place.kind} {place.name}, {place.country}: {point} (GeoNames {place.geonames})"
    for row in view.control:
        if row.place and place and row.place.id == place.id:
            yield f"  reported control: {row.holder or 'nobody named'} by {row.basis} {row.day or ''} [{row.label}]"
