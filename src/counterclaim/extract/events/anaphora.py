"""What later words take from earlier ones: the kind of attack of "the attack", and the last place named."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.events.drafts import Draft
from counterclaim.extract.events.places import nearest_place
from counterclaim.extract.events.scene import Scene
from counterclaim.records import EventType, Party

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
    """Whether a noun points to what is known already: "the", "this", a name or owner before it (no "terror attacks" does)."""
    if scene.tokens[draft.index].pos not in ("NOUN", "PROPN"):
        return False
    words = scene.lexicon.status["definite"]
    children = scene.tree.having(draft.index, "determiner", "possessive", "compound", "modifier")
    single = scene.tokens[draft.index].form != "plural"
    owned = (child for child in children if scene.tokens[child].relation in ("possessive", "compound"))
    return any(scene.word(child) in words for child in children) or any(
        single or scene.tokens[child].relation == "possessive" or scene.kind(child) or scene.fits(child, "forces")
        for child in owned
    )


def infer_places(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Gives each event without a place the nearest in its sentence or the last named, marked as inferred, in place."""
    last: Party | None = None
    for draft in drafts:
        if draft.place is None and (near := nearest_place(scene, draft.index)) is not None:
            draft.place, draft.place_inferred = near, True
        if draft.place is None and last is not None:
            draft.place, draft.place_inferred = last, True
        elif draft.place is not None and draft.place.name:
            last = draft.place
