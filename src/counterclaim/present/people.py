"""Entities found by name, with their spellings, the reasons for each merge, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.present.holding import Definition, held, held_line
from counterclaim.present.index import Index
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


@dataclass(frozen=True, slots=True)
class Relations:
    """The links that each entity rests on, and the events in which it speaks, acts or is the place."""

    links: dict[str, list[Link]]
    events: dict[str, list[Event]]


def relations_of(view: View, index: Index) -> Relations:
    """The relations of all entities of a view, in one pass."""
    owners: dict[str, list[str]] = {}
    for entity in view.entities:
        for link in entity.links:
            owners.setdefault(link, []).append(entity.id)
    links: dict[str, list[Link]] = {}
    for known in view.links:
        ends = (known.left, known.right) if known.kind == "same_entity" else ()
        for key in dict.fromkeys((*owners.get(known.id, ()), *ends)):
            links.setdefault(key, []).append(known)
    events: dict[str, list[Event]] = {}
    for event in view.events:
        for key in dict.fromkeys(entity.id for entity in told_of(event, index)):
            events.setdefault(key, []).append(event)
    return Relations(links, events)


def told_of(event: Event, index: Index) -> Iterator[Entity]:
    """The entities that speak on an event, act in it or are its place."""
    for claim in (index.claims[key] for key in event.claims if key in index.claims):
        parties = [claim.source]
        if claim.event:
            parties += [party for _, role in claim.event.roles for party in role]
            parties += [claim.event.place] if claim.event.place else []
        yield from (entity for party in parties if (entity := index.entity(party)) is not None)


def entity_shape(entity: Entity, related: Relations) -> Shape:
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
        "links": [link_shape(link) for link in related.links.get(entity.id, ())],
        "events": [event.id for event in related.events.get(entity.id, ())],
    }


def link_shape(link: Link) -> Shape:
    """Why two records are held to be one, or possibly one."""
    return {"verdict": link.verdict, "score": round(link.score, 3), "rule": link.rule, "reason": link.reason}


def entity_lines(entity: Entity, related: Relations) -> Iterator[str]:
    """One entity as text: facts, spellings, reasons, events."""
    facts = [entity.kind, *entity.roles, *([entity.side] if entity.side and entity.side != entity.name else [])]
    yield f"{entity.name}  ({', '.join(facts)})"
    yield "  spelt: " + ", ".join(f"{text} ×{count}" for text, count in entity.spellings)
    for link in related.links.get(entity.id, ()):
        yield f"  {link.verdict}: {link.reason} ({link.rule}, {link.score:.2f})"
    for event in related.events.get(entity.id, ()):
        yield f"  {event_line(event)}"


def place_lines(entity: Entity, view: View, related: Relations, definition: Definition = "presence") -> Iterator[str]:
    """One place as text: as any entity, its gazetteer entry, then reported control of it, its parts and what it lies in."""
    yield from entity_lines(entity, related)
    place = entity.place
    if place is None:
        yield "  not found in the gazetteer"
    else:
        radius = f", within {place.radius_km:g} km" if place.radius_km else ""
        point = f"{place.latitude}, {place.longitude}{radius}"
        yield f"  {place.kind} {place.name}, {place.country}: {point} (GeoNames {place.geonames})"
        yield from (f"  {held_line(one)}" for one in held(view, place, definition))
