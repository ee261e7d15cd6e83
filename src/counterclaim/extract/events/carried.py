"""Who acts and who suffers where the words name only a means or point back: "the shelling", "killed in the attack"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.extract.events.drafts import Draft
from counterclaim.extract.events.frames import expand
from counterclaim.extract.events.outcomes import has_two_sides
from counterclaim.extract.events.roles import ACTING, doers_near, is_country, is_tool
from counterclaim.extract.events.scene import Scene

FAMILIES = ("violence", "harm", "damage")
REACH = 8


def carry_roles(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Gives events that name only a means, or point back to an event told before, who acts and suffers in it, in place."""
    by_index = {draft.index: draft for draft in drafts}
    told: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (scene.tokens[one.index].sentence, one.cause is not None, one.index)):
        if scene.lexicon.families[draft.type] not in FAMILIES:
            continue
        name_doers(scene, draft, by_index)
        take_from_clause(scene, draft, by_index)
        earlier = told_before(scene, draft, told, by_index)
        borrow(scene, draft, earlier, by_index)
        if draft.status.polarity == "positive" and draft.status.modality == "actual" and not draft.status.generic:
            told.append(draft)


def name_doers(scene: Scene, draft: Draft, by_index: Mapping[int, Draft]) -> None:
    """Puts who made the attack in place of an attack that stands as the agent, and leaves out things beside who acts."""
    found: list[int] = []
    for index in draft.agents:
        doers = doers_of(scene, index, by_index) if index in by_index or len(doers_near(scene, index)) > 1 else []
        found += doers if doers and is_means(scene, index, by_index) else [index]
    found = [index for index in dict.fromkeys(found) if index not in draft.patients]
    acting = [index for index in found if may_act(scene, index) or doers_near(scene, index)]
    draft.agents = tuple(acting or found)


def may_act(scene: Scene, index: int) -> bool:
    """Whether words stand for someone who can act: people, forces, a body, a country."""
    kind = scene.kind(index)
    if kind == "place":
        return is_country(scene, index)
    return kind in (*ACTING, "person") or any(scene.fits(index, name) for name in ("people", "forces", "fighters"))


def only_means(scene: Scene, draft: Draft, by_index: Mapping[int, Draft]) -> bool:
    """Whether all agents of an event are events or weapons of whom nobody is told to have made or used them."""
    return all(is_means(scene, index, by_index) and not doers_of(scene, index, by_index) for index in draft.agents)


def is_means(scene: Scene, index: int, by_index: Mapping[int, Draft]) -> bool:
    """Whether a token is an event or a weapon and no one who acts."""
    if index in by_index:
        return True
    return scene.kind(index) in (None, "weapon") and is_tool(scene, index)


def doers_of(scene: Scene, index: int, by_index: Mapping[int, Draft]) -> list[int]:
    """Who made an attack or owns a weapon, by what its own words say."""
    event = by_index.get(index)
    if event is not None:
        return [agent for agent in event.agents if not is_means(scene, agent, by_index) or doers_near(scene, agent)]
    return doers_near(scene, index)


def take_from_clause(scene: Scene, draft: Draft, by_index: Mapping[int, Draft]) -> None:
    """Gives an event the doers, and one that only took place the sufferers, of a clause beside it, in place."""
    clauses = list(clauses_beside(scene, draft))
    if not draft.agents or only_means(scene, draft, by_index):
        others = [by_index[verb] for verb in clauses if verb in by_index]
        doers = next((one.agents for one in others if one.agents and harms(scene, one)), ())
        draft.agents = tuple(index for index in doers if index not in draft.patients) or draft.agents
    if draft.hit.trigger.part == "noun" and not any(scene.fits(index, "people") for index in draft.patients):
        there = () if draft.patients else sufferers(scene, clauses, by_index)
        draft.patients = (*(there or said_of(scene, draft)), *draft.patients)
        draft.inferred = (*draft.inferred, "patient") if there else draft.inferred


def harms(scene: Scene, draft: Draft) -> bool:
    """Whether an event is one of violence or harm."""
    return scene.lexicon.families[draft.type] in FAMILIES


def clauses_beside(scene: Scene, draft: Draft) -> Iterator[int]:
    """The verbs of the clauses of time or cause under the verbs above an event ("killed as soldiers shot at the crowd")."""
    tree, sentence = scene.tree, scene.tokens[draft.index].sentence
    if draft.hit.trigger.part == "noun" and not happens(scene, draft):
        return
    for above in (draft.index, *tree.ancestors(draft.index)):
        if scene.tokens[above].sentence != sentence:
            return
        for clause in tree.having(above, "adverbial_clause"):
            marker = tree.child(clause, "marker", "adverb")
            if clause > draft.index and marker is not None and scene.word(marker) in scene.lexicon.causes:
                yield clause


def happens(scene: Scene, draft: Draft) -> bool:
    """Whether an event is only said to have taken place."""
    return any(scene.lemma(verb) in scene.lexicon.light["happening"] for verb in draft.hit.frame.slots.get("governor", ()))


def sufferers(scene: Scene, clauses: Sequence[int], by_index: Mapping[int, Draft]) -> tuple[int, ...]:
    """Who was there when it happened: whom the event of a clause hit, or the people of whom it tells."""
    for verb in clauses:
        told = by_index.get(verb)
        if told is not None and harms(scene, told):
            return told.patients
        people = [index for index in scene.tree.having(verb, "subject", "passive_subject") if scene.fits(index, "people")]
        if people:
            return expand(scene, people)
    return ()


def said_of(scene: Scene, draft: Draft) -> tuple[int, ...]:
    """Who the dead or hurt of an event are said to be ("the dead in the raids were soldiers")."""
    victims = {word for words in scene.lexicon.counts["measures"].values() for word in words}
    for above in scene.tree.ancestors(draft.index):
        if scene.tokens[above].pos in ("VERB", "AUX"):
            subjects = scene.tree.having(above, "subject")
            dead = any(scene.lemma(word) in victims for index in subjects for word in scene.tree.subtree(index))
            people = [index for index in scene.tree.having(above, "attribute") if scene.fits(index, "people")]
            return expand(scene, people) if dead else ()
    return ()


def told_before(scene: Scene, draft: Draft, told: Sequence[Draft], by_index: Mapping[int, Draft]) -> list[Draft]:
    """The earlier events that a definite noun may point back to, the nearest first."""
    cause = by_index.get(draft.cause) if draft.cause is not None else None
    pointing = cause if cause is not None else draft
    if not points_back(scene, pointing):
        return []
    sentence = scene.tokens[draft.index].sentence
    near = [one for one in reversed(told) if one is not cause and sentence - scene.tokens[one.index].sentence <= REACH]
    if scene.lexicon.families[pointing.type] == "violence":
        near = [one for one in near if one.type == pointing.type or one.cause is not None]
    return near


def points_back(scene: Scene, draft: Draft) -> bool:
    """Whether an event is told by a noun that points to what is known already ("the attack", "these strikes")."""
    if scene.tokens[draft.index].pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    words = scene.lexicon.status["definite"]
    return any(scene.word(child) in words for child in scene.tree.having(draft.index, "determiner"))


def borrow(scene: Scene, draft: Draft, earlier: Sequence[Draft], by_index: Mapping[int, Draft]) -> None:
    """Gives an event the doers and the people of the nearest earlier one that has them, marked as inferred."""
    fought = any(has_two_sides(by_index[index]) for index in draft.agents if index in by_index)
    if only_means(scene, draft, by_index) and not fought:
        doers = next((one.agents for one in earlier if one.agents and not only_means(scene, one, by_index)), ())
        if doers:
            draft.agents, draft.inferred = doers, (*draft.inferred, "agent")
    if not draft.patients:
        people = next((one.patients for one in earlier if any(scene.fits(index, "people") for index in one.patients)), ())
        if people:
            draft.patients, draft.inferred = people, (*draft.inferred, "patient")
