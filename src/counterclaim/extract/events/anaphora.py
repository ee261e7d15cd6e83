"""What later words take from earlier ones: the kind of attack of "the attack", and the last place named."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.events.drafts import Draft
from counterclaim.extract.events.places import nearest_place
from counterclaim.extract.events.scene import Scene
from counterclaim.records import EventType, Party

HARMFUL = ("violence", "harm", "damage")
SPECIFIC = ("airstrike", "shelling", "bombing", "use_chemical")


def inherit_types(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each bare "the attack" with the type of the last attack told with its means, if it needs one."""
    kept: list[Draft] = []
    last = first_specific(drafts)
    for draft in drafts:
        if draft.type in SPECIFIC and draft.own:
            last = draft.type
        elif draft.hit.trigger.retype and last is not None and is_definite(scene, draft):
            draft.type = last
        elif draft.hit.trigger.antecedent and not draft.hit.frame.slots.keys() & {"on", "against", "at"}:
            continue
        kept.append(draft)
    return kept


def first_specific(drafts: Sequence[Draft]) -> EventType | None:
    """The first attack of a document told with its means."""
    return next((draft.type for draft in drafts if draft.type in SPECIFIC and draft.own), None)


def is_definite(scene: Scene, draft: Draft) -> bool:
    """Whether a noun points to what is known already: "the", "this", a name or owner before it."""
    if scene.tokens[draft.index].pos not in ("NOUN", "PROPN"):
        return False
    words = scene.lexicon.status["definite"]
    children = scene.tree.having(draft.index, "determiner", "possessive", "compound", "modifier")
    return any(scene.word(child) in words or scene.tokens[child].relation in ("possessive", "compound") for child in children)


def infer_places(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Gives each event without a place the nearest in its sentence or the last named, marked as inferred, in place."""
    last: Party | None = None
    for draft in drafts:
        if draft.place is None or is_any(scene, draft):
            draft.place, draft.place_inferred = nearer(scene, draft)
        if draft.place is None and last is not None:
            draft.place, draft.place_inferred = last, True
        elif draft.place is not None and draft.place.name:
            last = draft.place


def nearer(scene: Scene, draft: Draft) -> tuple[Party | None, bool]:
    """The place nearest to an event, and that it is inferred; a place that it has gives way to a name only."""
    near = nearest_place(scene, draft.index)
    if near is None or (draft.place is not None and (near.name is None or near.described)):
        return draft.place, draft.place_inferred
    return near, True


def is_any(scene: Scene, draft: Draft) -> bool:
    """Whether harm is told to be done at a place that is only one of its kind, or somebody's ("villages", "their homes")."""
    place = draft.place
    if place is None or place.span is None or scene.lexicon.families[draft.type] not in HARMFUL:
        return False
    words, indices = scene.lexicon.status["definite"], scene.tree.within(place.span.start, place.span.end)
    first = scene.word(indices.start)
    if any(scene.tokens[index].pos == "PROPN" or scene.tokens[index].text[0].isupper() for index in indices):
        return False
    return first not in words or first in scene.lexicon.links["owners"]
