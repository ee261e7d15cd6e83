"""Ties harm to what caused it within a sentence: "the blast killed six", "an attack that left ten dead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extract.events.drafts import Draft
from counterclaim.extract.events.scene import Scene
from counterclaim.records import Count

VIOLENT = ("violence",)
HARMFUL = ("harm", "damage")


def tie_outcomes(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Lets causes and their harm lend one another counts, people, agents and places, in place."""
    by_index = {draft.index: draft for draft in drafts}
    for harm in drafts:
        if scene.lexicon.families[harm.type] in HARMFUL:
            cause = cause_of(scene, harm, by_index)
            if cause is not None:
                harm.cause = cause.index
                lend(scene, cause, harm)
    for draft in drafts:
        if scene.lexicon.families[draft.type] == "harm":
            share_counts(scene, draft, by_index)
    for harm in drafts:
        if harm.cause is not None and scene.lexicon.families[harm.type] == "harm":
            cause = by_index[harm.cause]
            cause.counts = joined(cause.counts, harm.counts)


def cause_of(scene: Scene, harm: Draft, by_index: dict[int, Draft]) -> Draft | None:
    """The violent event that a harm is told to come of, or None."""
    for index in causes_near(scene, harm):
        found = by_index.get(index)
        if found is not None and found is not harm and scene.lexicon.families[found.type] in VIOLENT:
            return found
    return None


def causes_near(scene: Scene, harm: Draft) -> Iterator[int]:
    """Tokens that may be the cause of a harm: its subject, "in the strike", the noun or verb it hangs on, "when" clauses."""
    frame, tree, tokens = harm.hit.frame, scene.tree, scene.tokens
    yield from frame.slots.get("subject", ())
    for name in scene.lexicon.causes:
        yield from frame.slots.get(name, ())
    token = tokens[harm.index]
    if token.relation in ("relative_clause", "participle", "adverbial_clause", "conjunct", "open_clause"):
        yield token.head
    for child in tree.having(harm.index, "adverbial_clause", "preposition", "conjunct"):
        yield child
        yield from tree.having(child, "preposition_object", "preposition_clause")
    head = tokens[token.head]
    if token.relation in ("preposition_object", "object") or token.pos in ("NOUN", "ADJ"):
        yield from above_noun(scene, head.index)
    if token.relation == "conjunct" and head.pos in ("VERB", "AUX"):
        yield from tree.having(head.index, "subject", "passive_subject")


def above_noun(scene: Scene, index: int) -> Iterator[int]:
    """Events around the verb or preposition that a noun of harm hangs on ("resulted in deaths", "deaths in strikes")."""
    tree, tokens = scene.tree, scene.tokens
    for current in (index, tokens[index].head):
        yield current
        yield from tree.having(current, "subject", "object")
        for child in tree.having(current, "preposition"):
            yield from tree.having(child, "preposition_object")


def lend(scene: Scene, cause: Draft, harm: Draft) -> None:
    """Gives a cause the people it harmed, and a harm who made the cause and where."""
    if not cause.patients and scene.lexicon.families[harm.type] == "harm":
        cause.patients = harm.patients
    if cause.agents and (not harm.agents or harm.agents[0] == cause.index):
        harm.agents = cause.agents
    elif not harm.agents and not takes_no_agent(harm):
        harm.agents = (cause.index,) if scene.tokens[cause.index].pos in ("NOUN", "PROPN") else ()
    if harm.place is None:
        harm.place = cause.place
    elif cause.place is None:
        cause.place = harm.place


def takes_no_agent(harm: Draft) -> bool:
    """Whether a trigger has nobody who does it ("die", "dead")."""
    return dict(harm.hit.trigger.slots).get("agent") == ("none",)


def share_counts(scene: Scene, draft: Draft, by_index: dict[int, Draft]) -> None:
    """Adds to a harm the count of the harm coordinated with it ("20 were killed and 30 injured")."""
    for child in scene.tree.having(draft.index, "conjunct"):
        other = by_index.get(child)
        if other is not None and scene.lexicon.families[other.type] == "harm" and other.type != draft.type:
            draft.counts = joined(draft.counts, other.counts)
            if other.cause is None:
                other.cause = draft.cause
            if other.place is None:
                other.place = draft.place


def joined(one: tuple[Count, ...], other: tuple[Count, ...]) -> tuple[Count, ...]:
    """Counts of both, those of a measure that the first lacks."""
    measures = {count.measure for count in one}
    return (*one, *(replace(count) for count in other if count.measure not in measures))
