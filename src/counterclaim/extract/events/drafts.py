"""An event in the making: token indices in place of spans, so that the events of a sentence can lend to one another."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.extract.events.counts import counts_of
from counterclaim.extract.events.frames import expand, preposition_slots
from counterclaim.extract.events.left import left_so
from counterclaim.extract.events.means import means_of
from counterclaim.extract.events.places import place_of
from counterclaim.extract.events.roles import role_tokens
from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.status import Status, status_of
from counterclaim.extract.events.triggers import Found
from counterclaim.records import Count, EventType, Party


@dataclass(slots=True)
class Draft:
    """One event mention before it is written down; `own` is whether its type is its own and not an earlier event's."""

    hit: Found
    type: EventType
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    place: Party | None
    means: str | None
    status: Status
    counts: tuple[Count, ...] = ()
    place_inferred: bool = False
    own: bool = True
    cause: int | None = None
    inferred: tuple[str, ...] = ()

    @property
    def index(self) -> int:
        """The trigger token."""
        return self.hit.index


def draft_of(scene: Scene, hit: Found) -> Draft:
    """What the clause of a trigger says by itself."""
    agents, patients = role_tokens(scene, hit, "agent"), role_tokens(scene, hit, "patient")
    patients = patients or tuple(index for index in toll_heads(scene, hit) if scene.fits(index, "people"))
    patients = patients or counted_alone(scene, hit) or said_among(scene, hit.index)
    patients = wholes(scene, patients)
    means, retyped = means_of(scene, hit)
    kind = retyped if retyped and hit.trigger.retype else hit.trigger.type
    return Draft(
        hit=hit,
        type=kind,
        agents=agents,
        patients=patients,
        place=place_of(scene, hit, agents, patients),
        means=means,
        status=status_of(scene, hit.index),
        counts=left_counts(scene, hit)
        or harm_counts(scene, kind, patients)
        or toll_counts(scene, hit, kind)
        or body_counts(scene, hit, kind),
        own=not hit.trigger.retype or retyped is not None,
    )


def said_among(scene: Scene, index: int) -> tuple[int, ...]:
    """Who is said to be among the harmed ("women were among the fatalities"), by the subject of the verb above."""
    preposition = scene.tokens[scene.tokens[index].head]
    if scene.word(preposition.index) not in scene.lexicon.links["members"]:
        return ()
    verb = preposition.head
    subjects = scene.tree.having(verb, "subject", "passive_subject")
    return expand(scene, (index for index in subjects if scene.fits(index, "people")))


def counted_alone(scene: Scene, hit: Found) -> tuple[int, ...]:
    """Those whom only a number before a word of harm stands for ("left six dead and ten wounded")."""
    if scene.lexicon.families[hit.trigger.type] != "harm":
        return ()
    words = (hit.index, *hit.frame.slots.get("complement", ()))
    before = [index - 1 for index in words if index and scene.tokens[index - 1].pos == "NUM"]
    return tuple(number for number in before if scene.tokens[number].head in words)


def wholes(scene: Scene, patients: tuple[int, ...]) -> tuple[int, ...]:
    """The patients less those that are told as parts of the first ("twelve people, most of them women and children")."""
    part = next((at for at, head in enumerate(patients) if at and tells_part(scene, patients[0], head)), len(patients))
    return patients[:part]


def tells_part(scene: Scene, whole: int, head: int) -> bool:
    """Whether a noun after others is a part of them: it or a word right before it has "of them" after it."""
    near = [head, *scene.tree.having(head, "subject", "number", "quantifier", "modifier")]
    links = [link for word in near for link in scene.tree.having(word, "preposition") if whole < link]
    return any(scene.tokens[inner].pos == "PRON" for link in links for inner in scene.tree.having(link, "preposition_object"))


def left_counts(scene: Scene, hit: Found) -> tuple[Count, ...]:
    """The counts of those whom a verb leaves in several states ("left 10 dead and 15 injured")."""
    left = left_so(scene, hit.index)
    told = {trigger.type: trigger.complement for trigger in scene.lexicon.triggers.get(scene.lemma(hit.index), ())}
    return tuple(
        count
        for kind, states in told.items()
        for count in harm_counts(
            scene, kind, tuple(head for state, people in left if scene.word(state) in states for head in people)
        )
    )


def harm_counts(scene: Scene, kind: EventType, patients: tuple[int, ...]) -> tuple[Count, ...]:
    """The counts of a type that counts people."""
    measure = scene.lexicon.measures.get(kind)
    return counts_of(scene, measure, patients) if measure else ()


def toll_counts(scene: Scene, hit: Found, kind: EventType) -> tuple[Count, ...]:
    """The count of a noun that only tells a toll ("a death toll of 15", "the toll rose to 20")."""
    measure = scene.lexicon.measures.get(kind)
    return counts_of(scene, measure, toll_heads(scene, hit)) if measure else ()


def body_counts(scene: Scene, hit: Found, kind: EventType) -> tuple[Count, ...]:
    """The count of bodies found of which nothing says whose they are ("recovered 14 bodies")."""
    measure = scene.lexicon.measures.get(kind)
    found = [index for index in hit.frame.slots.get("object", ()) if scene.lemma(index) in scene.lexicon.counts["bodies"]]
    return counts_of(scene, measure, tuple(found)) if measure else ()


def toll_heads(scene: Scene, hit: Found) -> tuple[int, ...]:
    """Those whom a noun that only tells a toll counts."""
    noun = scene.tokens[hit.index].head
    if scene.tokens[hit.index].relation == "participle" and is_numbered(scene, noun):
        return numbered(scene, scene.tokens[scene.tokens[noun].head].head) or hit.frame.slots.get("at", ())[:1]
    if scene.lemma(hit.index) not in scene.lexicon.counts["tolls"] and not is_numbered(scene, hit.index):
        return ()
    slots = [hit.frame.slots, *(preposition_slots(scene, verb) for verb in hit.frame.slots.get("governor", ()))]
    heads = [index for found in slots for name in scene.lexicon.counts["toll_prepositions"] for index in found.get(name, ())]
    return tuple(index for index in heads if not scene.is_time(index))[:1]


def numbered(scene: Scene, number: int) -> tuple[int, ...]:
    """The number that a verb gives to a noun that counts ("put the number of those killed at three", "the number is three")."""
    verb = scene.tokens[number].head
    slots = preposition_slots(scene, verb)
    told = [index for name in scene.lexicon.counts["toll_prepositions"] for index in slots.get(name, ())]
    return tuple(index for index in (*told, *scene.tree.having(verb, "attribute")) if not scene.is_time(index))[:1]


def is_numbered(scene: Scene, index: int) -> bool:
    """Whether those harmed stand after a noun that counts them ("the number of dead")."""
    link = scene.tokens[index].head
    after = scene.tokens[index].relation == "preposition_object" and scene.word(link) in scene.lexicon.links["within"]
    return after and scene.lemma(scene.tokens[link].head) in scene.lexicon.counts["toll_numbers"]
