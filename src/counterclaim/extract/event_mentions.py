"""The event mentions of a document: what each stretch of text says happened, to whom, where, when, how many."""

from __future__ import annotations

from counterclaim.extract.events.counts import counts_of
from counterclaim.extract.events.means import means_of
from counterclaim.extract.events.places import place_of
from counterclaim.extract.events.roles import party_of, role_tokens
from counterclaim.extract.events.scene import Scene, scene_of
from counterclaim.extract.events.status import status_of
from counterclaim.extract.events.triggers import Found, find_triggers
from counterclaim.extract.timing import when_of_event
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Count, EventMention, EventType, content_id
from counterclaim.syntax import span_of


def find_event_mentions(annotated: Annotated, kit: Kit) -> tuple[EventMention, ...]:
    """The event mentions of a document, in text order."""
    if not annotated.tokens:
        return ()
    scene = scene_of(annotated, kit)
    return tuple(event_of(scene, hit) for hit in find_triggers(scene))


def event_of(scene: Scene, hit: Found) -> EventMention:
    """The event mention of a trigger."""
    document, tokens = scene.annotated.document, scene.tokens
    agents, patients = role_tokens(scene, hit, "agent"), role_tokens(scene, hit, "patient")
    means, retyped = means_of(scene, hit)
    kind = retyped if retyped and hit.trigger.retype else hit.trigger.type
    status = status_of(scene, hit.index)
    place = place_of(scene, hit, patients)
    sentence = scene.annotated.sentences[tokens[hit.index].sentence]
    trigger = span_of(document, tokens[hit.first].start, tokens[hit.index].end)
    roles = (("agent", agents), ("patient", patients))
    return EventMention(
        id=content_id("event_mention", document.id, trigger.start, trigger.end, kind),
        document=document.id,
        span=span_of(document, sentence.start, sentence.end),
        trigger=trigger,
        type=kind,
        roles=tuple((role, tuple(party_of(scene, i) for i in found)) for role, found in roles if found),
        place=place,
        when=when_of_event(scene.annotated, scene.tree, hit.index, scene.kit),
        counts=harm_counts(scene, kind, patients),
        means=means,
        modality=status.modality,
        polarity=status.polarity,
        historical=status.historical,
        generic=status.generic,
        trigger_token=hit.index,
    )


def harm_counts(scene: Scene, kind: EventType, patients: tuple[int, ...]) -> tuple[Count, ...]:
    """The counts of a type that counts people."""
    measure = scene.lexicon.measures.get(kind)
    return counts_of(scene, measure, patients) if measure else ()
