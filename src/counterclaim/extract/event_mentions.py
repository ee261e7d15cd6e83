"""The event mentions of a document: what each stretch of text says happened, to whom, where, when, how many."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from counterclaim.extract.events.anaphora import infer_places, inherit_types
from counterclaim.extract.events.carried import carry_roles
from counterclaim.extract.events.drafts import Draft, draft_of
from counterclaim.extract.events.outcomes import tie_outcomes
from counterclaim.extract.events.roles import party_of
from counterclaim.extract.events.scene import Scene, scene_of
from counterclaim.extract.events.status import is_history, is_stretch
from counterclaim.extract.events.triggers import find_triggers
from counterclaim.extract.factuality import factuality_of, scale_of
from counterclaim.extract.timing import when_of_event
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Count, EventMention, When, content_id
from counterclaim.syntax import span_of


def find_event_mentions(annotated: Annotated, kit: Kit) -> tuple[EventMention, ...]:
    """The event mentions of a document, in text order."""
    if not annotated.tokens:
        return ()
    scene = scene_of(annotated, kit)
    drafts = outside_calm(scene, inherit_types(scene, [draft_of(scene, hit) for hit in find_triggers(scene)]))
    tie_outcomes(scene, drafts)
    carry_roles(scene, drafts)
    infer_places(scene, drafts)
    return tuple(written(scene, draft) for draft in drafts)


def outside_calm(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts less those of a type of its own in the calm parts of a document."""
    calm = scene.annotated.calm

    def is_calm(draft: Draft) -> bool:
        where = scene.tokens[draft.index].start
        number = bisect_right(calm, (where, len(scene.annotated.document.text))) - 1
        return number >= 0 and where < calm[number][1]

    return [draft for draft in drafts if draft.type == "other" or not is_calm(draft)] if calm else drafts


def written(scene: Scene, draft: Draft) -> EventMention:
    """The record of a draft."""
    document, tokens = scene.annotated.document, scene.tokens
    sentence = scene.annotated.sentences[tokens[draft.index].sentence]
    trigger = span_of(document, tokens[draft.hit.first].start, tokens[draft.index].end)
    when = when_of_event(scene.annotated, scene.tree, draft.index, scene.kit)
    roles = (("agent", draft.agents, draft.type), ("patient", draft.patients, None))
    return EventMention(
        id=content_id("event_mention", document.id, trigger.start, trigger.end, draft.type),
        document=document.id,
        span=span_of(document, sentence.start, sentence.end),
        trigger=trigger,
        type=draft.type,
        roles=tuple((role, tuple(party_of(scene, i, kind) for i in found)) for role, found, kind in roles if found),
        place=draft.place,
        place_inferred=draft.place_inferred,
        roles_inferred=draft.inferred,
        when=when,
        counts=as_told(scene, draft, when),
        means=draft.means,
        modality=draft.status.modality,
        polarity=draft.status.polarity,
        historical=is_history(when, document.published, scene.lexicon.status["history_days"]),
        generic=draft.status.generic,
        factuality=factuality_of(scene.tree, draft.index, scale_of(scene.kit.settings.folders, scene.kit.settings.language)),
        trigger_token=draft.index,
    )


def as_told(scene: Scene, draft: Draft, when: When | None) -> tuple[Count, ...]:
    """The counts of a draft, marked as running totals where they cover a long time, a whole war or a toll."""
    words = scene.lexicon.status
    agents = any(scene.lemma(index) in words["total_agents"] for index in draft.agents)
    many = any(count.measure == "killed" and (count.low or 0) >= words["total_killed"] for count in draft.counts)
    if agents or many or is_stretch(when, words["total_days"]):
        return tuple(replace(count, total=True) for count in draft.counts)
    return draft.counts
