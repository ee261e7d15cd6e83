"""People, groups and places: lists, and one entity with its spellings and the reason for each merge."""

from __future__ import annotations

from typing import Any

from counterclaim.present.brief.model import importance
from counterclaim.present.coding.countries import admin1, country_name
from counterclaim.present.holding import held, held_line
from counterclaim.present.people import PLACES
from counterclaim.present.web.snapshot import KINDS, Snapshot, cards_by_id, once, relations
from counterclaim.records import Entity, Place

MOST, MOST_EVENTS = 500, 200


def who_context(snapshot: Snapshot, *, places: bool) -> dict[str, Any]:
    """The entities of a kind, most mentioned first."""
    return once(snapshot, ("who", places), lambda: listed(snapshot, places=places))


def listed(snapshot: Snapshot, *, places: bool) -> dict[str, Any]:
    """The list of entities, made anew."""
    found = [entity for entity in snapshot.view.entities if (entity.kind in PLACES) == places]
    ordered = sorted(found, key=lambda entity: (-mentions(entity), entity.name, entity.id))
    return {
        "heading": f"{len(found)} place{'s' if len(found) != 1 else ''}" if places else f"{len(found)} people and groups",
        "places": places,
        "total": len(found),
        "rows": [row(entity) for entity in ordered[:MOST]],
    }


def row(entity: Entity) -> dict[str, Any]:
    """One entity as a table row."""
    place = entity.place
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": KINDS[place.kind] if place else entity.kind,
        "side": place_words(place) if place else entity.side,
        "located": place is not None,
        "spellings": ", ".join(spelling for spelling, _ in entity.spellings[:6]),
        "count": mentions(entity),
    }


def place_words(place: Place) -> str:
    """A gazetteer entry in words: name, unit above, country."""
    return ", ".join(dict.fromkeys(part for part in (place.name, admin1(place), country_name(place.country)) if part))


def mentions(entity: Entity) -> int:
    """How often an entity is mentioned."""
    return sum(count for _, count in entity.spellings)


def entity_context(snapshot: Snapshot, entity: Entity) -> dict[str, Any]:
    """Everything that the page of an entity shows."""
    place = entity.place
    related, cards = relations(snapshot), cards_by_id(snapshot)
    events = related.events.get(entity.id, ())
    return {
        "entity": entity,
        "place": f"{place_words(place)}: {place.latitude}, {place.longitude}" if place else None,
        "links": [
            {"verdict": link.verdict, "reason": link.reason, "rule": link.rule, "score": f"{link.score:.2f}"}
            for link in related.links.get(entity.id, ())
        ],
        "control": [held_line(one) for one in held(snapshot.view, place)] if place else [],
        "cards": [cards[event.id] for event in sorted(events, key=importance)[:MOST_EVENTS]],
        "total": len(events),
    }
