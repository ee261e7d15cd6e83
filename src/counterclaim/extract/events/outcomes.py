"""Ties harm to what caused it within a sentence: "the blast killed six", "an attack that left ten dead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extract.events.drafts import Draft
from counterclaim.extract.events.roles import is_tool
from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.triggers import counted_nouns
from counterclaim.records import Count, Party

VIOLENT = ("violence",)
HURTING = ("kill", "attack", "injure")
TAKING = ("capture",)
HARMFUL = ("harm", "damage")
NOUNS = ("NOUN", "PROPN")
CLOSING = ("adverbial_clause", "participle", "open_clause", "preposition_clause")


def tie_outcomes(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Lets causes and their harm lend one another counts, people, agents and places, in place."""
    by_index = {draft.index: draft for draft in drafts}
    harms = [draft for draft in drafts if scene.lexicon.families[draft.type] in HARMFUL]
    for harm in harms:
        cause = cause_of(scene, harm, by_index)
        harm.cause = cause.index if cause is not None else None
    for harm in harms:
        share_harm(scene, harm, by_index)
        harm.agents = harm.agents or told_beside(scene, harm, by_index)
    for taking in drafts:
        if scene.lexicon.families[taking.type] == "custody":
            beside_it = [by_index[verb] for verb in scene.tree.having(taking.index, "conjunct") if verb in by_index]
            for harm in (one for one in beside_it if one in harms and one.agents == taking.agents):
                taking.counts = joined(taking.counts, harm.counts)
    for draft in drafts:
        share_target(draft, [by_index[index] for index in draft.hit.frame.slots.get("subject", ()) if index in by_index])
    told = {draft.index for draft in drafts if hits_people(scene, draft)}
    for harm in sorted(harms, key=lambda draft: (draft.type != "kill", draft.index)):
        if harm.cause is not None:
            cause = by_index[harm.cause]
            lend(scene, cause, harm, told)
            cause.counts = joined(cause.counts, harm.counts)
    for draft in drafts:
        attacks = [by_index[index] for index in draft.hit.frame.slots.get("subject", ()) if index in by_index]
        share_outcome(scene, draft, [one for one in attacks if scene.lexicon.families[one.type] in VIOLENT])


def share_outcome(scene: Scene, blow: Draft, attacks: Sequence[Draft]) -> None:
    """Gives a blow that an attack deals what came of the attack ("artillery fire hit the market, killing nine")."""
    if scene.lexicon.families[blow.type] not in VIOLENT or blow.hit.trigger.part != "verb":
        return
    for attack in attacks:
        people = tuple(index for index in attack.patients if scene.fits(index, "people"))
        blow.counts = joined(blow.counts, attack.counts)
        blow.patients = tuple(dict.fromkeys((*people, *blow.patients)))
        blow.agents = attack.agents if blow.agents == (attack.index,) else blow.agents


def hits_people(scene: Scene, draft: Draft) -> bool:
    """Whether people are told to be hit by an event."""
    return any(scene.fits(index, "people") for index in draft.patients)


def cause_of(scene: Scene, harm: Draft, by_index: dict[int, Draft]) -> Draft | None:
    """The violent event that a harm is told to come of, or None."""
    for index in causes_near(scene, harm):
        found = by_index.get(index)
        if found is not None and found is not harm and may_cause(scene, found, harm):
            return found
    return None


def may_cause(scene: Scene, cause: Draft, harm: Draft) -> bool:
    """Whether an event may have done a harm: one of violence, or a place taken beside it ("stormed it, killing six")."""
    if scene.lexicon.families[cause.type] in VIOLENT:
        return True
    closing = scene.tokens[harm.index].form == "gerund" and scene.tokens[harm.index].relation in CLOSING
    beside = scene.tokens[cause.index].head == harm.index and scene.tokens[cause.index].relation == "adverbial_clause"
    return cause.type in TAKING and cause.hit.trigger.part == "verb" and (closing or beside)


def causes_near(scene: Scene, harm: Draft) -> Iterator[int]:
    """Tokens that may be the cause of a harm: its subject, "in the strike", the noun or verb it hangs on, "when" clauses."""
    frame, tree, tokens = harm.hit.frame, scene.tree, scene.tokens
    for subject in frame.slots.get("subject", ()):
        yield subject
        made = is_tool(scene, subject)
        yield from (child for child in tree.having(subject, "participle") if made or tokens[child].form == "gerund")
    for name in scene.lexicon.causes:
        for index in frame.slots.get(name, ()):
            yield index
            yield from counted_nouns(scene, index)
    token = tokens[harm.index]
    if token.relation in ("relative_clause", "participle", "adverbial_clause", "conjunct", "open_clause"):
        yield token.head
    for child in tree.having(harm.index, "adverbial_clause", "preposition", "conjunct"):
        yield child
        yield from tree.having(child, "preposition_object", "preposition_clause")
        if tokens[child].relation == "adverbial_clause":
            yield from tree.having(child, "object")
    head = tokens[token.head]
    if token.relation in ("preposition_object", "object") or token.pos in ("NOUN", "ADJ"):
        yield from above_noun(scene, head.index)
    if token.relation == "conjunct" and head.pos in ("VERB", "AUX"):
        yield from tree.having(head.index, "subject", "passive_subject")
        for child in tree.having(head.index, "preposition"):
            yield from tree.having(child, "preposition_object")
    if token.form == "gerund" and token.relation in CLOSING:
        yield from tree.ancestors(harm.index)


def above_noun(scene: Scene, index: int) -> Iterator[int]:
    """Events around the verb or preposition that a noun of harm hangs on ("resulted in deaths", "deaths in strikes")."""
    tree, tokens = scene.tree, scene.tokens
    for current in (index, tokens[index].head):
        yield current
        yield from tree.having(current, "subject", "object")
        if tokens[current].relation == "participle" and tree.child(current, "object") is not None:
            yield from (above for above in tree.ancestors(current) if tokens[above].pos in NOUNS)
        for child in tree.having(current, "preposition"):
            yield from tree.having(child, "preposition_object")


def share_target(blow: Draft, attacks: Sequence[Draft]) -> None:
    """Gives an attack that is told to hit something what it hit and where ("the strikes that targeted the convoy")."""
    for attack in attacks:
        if (
            attack.index != blow.index
            and not has_two_sides(attack)
            and attack.hit.trigger.part == "noun"
            and blow.hit.trigger.part == "verb"
        ):
            attack.patients = attack.patients or blow.patients
            attack.place = attack.place or blow.place


def lend(scene: Scene, cause: Draft, harm: Draft, told: set[int]) -> None:
    """Gives a cause that tells of no people those it harmed and what it damaged, and a harm who made it and where."""
    lend_doers(scene, cause, harm)
    if scene.lexicon.families[harm.type] == "harm" and cause.index not in told:
        people = [index for index in cause.patients if scene.fits(index, "people")]
        cause.patients = tuple(dict.fromkeys((*people, *harm.patients, *cause.patients)))
    cause.patients = cause.patients or harm.patients
    if harm.place is None or stands_between(scene, cause, harm.place):
        harm.place = cause.place or harm.place
    elif cause.place is None:
        cause.place = harm.place


def stands_between(scene: Scene, cause: Draft, place: Party) -> bool:
    """Whether a cause names where it was before another place ("killed in a raid on the camp in the West Bank")."""
    named = cause.place.span if cause.place is not None and cause.place.name is not None else None
    if named is None or place.span is None or cause.hit.trigger.part != "noun":
        return False
    return scene.tokens[cause.index].start < named.start < place.span.start


def lend_doers(scene: Scene, cause: Draft, harm: Draft) -> None:
    """Gives a harm who made its cause, or a cause who is told to have done the harm."""
    named = bool(harm.agents) and harm.agents[0] != cause.index and not is_closing(scene, cause, harm)
    if has_two_sides(cause):
        if not named and not takes_no_agent(harm):
            harm.agents = opponents(cause, harm) or ((cause.index,) if scene.tokens[cause.index].pos in NOUNS else ())
        return
    cause.agents = tuple(index for index in cause.agents if index not in harm.patients)
    if cause.agents and not named:
        harm.agents = cause.agents
    elif not harm.agents and not takes_no_agent(harm):
        harm.agents = (cause.index,) if scene.tokens[cause.index].pos in NOUNS else ()
    elif named and not cause.agents and scene.fits(harm.agents[0], "people"):
        cause.agents = harm.agents


def has_two_sides(draft: Draft) -> bool:
    """Whether an event is told of two sides alike, so that nobody made it ("clashes between rebels and the army")."""
    return draft.hit.trigger.part == "noun" and any(
        "between" in paths for role, paths in draft.hit.trigger.slots if role == "agent"
    )


def opponents(cause: Draft, harm: Draft) -> tuple[int, ...]:
    """The side that the harmed fought with ("killed in clashes with the army")."""
    between = cause.agents and cause.patients and cause.agents[0] not in harm.patients
    return () if between else tuple(index for index in cause.patients if index not in harm.patients)


def is_closing(scene: Scene, cause: Draft, harm: Draft) -> bool:
    """Whether a harm closes a sentence as what came of an event that its clause is not the next to ("..., killing ten")."""
    token = scene.tokens[harm.index]
    return token.form == "gerund" and token.relation in CLOSING and token.head != cause.index


def takes_no_agent(harm: Draft) -> bool:
    """Whether a trigger has nobody who does it ("die", "dead")."""
    return dict(harm.hit.trigger.slots).get("agent") == ("none",)


def share_harm(scene: Scene, draft: Draft, by_index: dict[int, Draft]) -> None:
    """Lets coordinated harms share count, cause, agent and place ("20 were killed and 30 injured in the attack")."""
    for child in beside(scene, draft.index):
        other = by_index.get(child)
        if other is None or scene.lexicon.families[other.type] not in HARMFUL or other.type == draft.type:
            continue
        if scene.lexicon.families[draft.type] == "harm":
            draft.counts = joined(draft.counts, other.counts)
        draft.cause = draft.cause if draft.cause is not None else other.cause
        other.cause = other.cause if other.cause is not None else draft.cause
        draft.place, other.place = draft.place or other.place, other.place or draft.place
        draft.agents, other.agents = draft.agents or other.agents, other.agents or draft.agents


def beside(scene: Scene, index: int) -> Iterator[int]:
    """Verbs coordinated with a verb, also where the parser took the second clause for a noun ("and 30 others injured")."""
    for child in scene.tree.having(index, "conjunct"):
        yield child
        subjects = scene.tree.having(child, "subject") if scene.tokens[child].pos == "VERB" else [child]
        for noun in subjects:
            if scene.tokens[noun].pos in ("NOUN", "NUM", "PROPN"):
                yield from scene.tree.having(noun, "participle", "modifier")
    for number in scene.tree.having(index, "noun_adverbial", "apposition"):
        if scene.tokens[number].pos == "NUM":
            yield from scene.tree.having(number, "participle", "modifier")
    if scene.tokens[index].pos == "ADJ" and scene.tokens[index].relation == "modifier":
        for noun in scene.tree.having(scene.tokens[index].head, "conjunct"):
            yield from scene.tree.having(noun, "participle", "modifier")


def told_beside(scene: Scene, harm: Draft, by_index: dict[int, Draft]) -> tuple[int, ...]:
    """Who a participle on the harmed says did it ("the bodies of men shot by soldiers were found")."""
    clauses = (child for index in harm.patients for child in scene.tree.having(index, "participle"))
    others = (by_index[child] for child in clauses if child in by_index)
    return next((one.agents for one in others if one.type in HURTING and one.agents), ())


def joined(one: tuple[Count, ...], other: tuple[Count, ...]) -> tuple[Count, ...]:
    """Counts of both, those of a measure that the first lacks."""
    measures = {count.measure for count in one}
    return (*one, *(replace(count) for count in other if count.measure not in measures))
