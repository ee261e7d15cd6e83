"""Who does what to whom around a word: its arguments by grammatical place, passives and clauses undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from counterclaim.extract.events.blame import responsible_below, responsible_for
from counterclaim.extract.events.left import left_as, left_so
from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.subjects import (
    DEPTH,
    SUBJECTS,
    grammatical_subject,
    is_headline,
    is_passive,
    is_relative_word,
    taken_objects,
)

NEXT = 2
NAMING = ("compound", "modifier", "noun_modifier")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")


@dataclass(slots=True)
class Frame:
    """The arguments of a word as token indices by place: subject, object, possessive, modifier, each preposition."""

    head: int
    slots: dict[str, tuple[int, ...]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    passive: bool = False

    def get(self, path: str, scene: Scene) -> tuple[int, ...]:
        """The tokens at a place ("object") or at a place of that place ("object.of")."""
        first, _, rest = path.partition(".")
        if first in OWN:
            return OWN[first](scene, self.head)
        found = self.slots.get(first, ())
        if not rest:
            return found
        return tuple(inner for index in found for inner in noun_slots(scene, index).get(rest, ()))


def frame_of(scene: Scene, index: int) -> Frame:
    """The frame of a verb, noun or adjective."""
    token = scene.tokens[index]
    if people := left_as(scene, index):
        return Frame(head=index, slots={"object": people, "modified": people})
    if token.pos in ("VERB", "AUX"):
        return verb_frame(scene, index)
    return noun_frame(scene, index)


# --- verbs -----------------------------------------------------------------------------------------------------------


def verb_frame(scene: Scene, index: int) -> Frame:
    """The frame of a verb with its logical subject and object, whatever its voice or clause."""
    tree = scene.tree
    passive = is_passive(scene, index)
    subject = grammatical_subject(scene, index)
    objects = [child for child in tree.having(index, "object") if not is_relative_word(scene, child)]
    objects = objects or taken_objects(scene, index)
    objects = objects or [child for child in tree.having(index, "adverb") if scene.kind(child) in ("place", "facility")]
    objects = objects or shared_objects(scene, index) or modified_object(scene, index) or noun_object(scene, index)
    relative = relative_antecedent(scene, index)
    if relative is not None and relative[0] == "object":
        objects = [relative[1], *objects]
    frame = Frame(head=index, passive=passive, words=small_words(scene, index))
    slots = preposition_slots(scene, index)
    if passive:
        slots["subject"] = expand(scene, agents_of(scene, index))
        slots["object"] = expand(scene, [*subject, *objects[:0]])
        if objects:
            slots["retained"] = expand(scene, objects)
    else:
        slots["subject"] = expand(scene, subject)
        slots["object"] = expand(scene, objects)
    indirect = [*tree.having(index, "indirect_object")]
    slots["indirect"] = expand(scene, [pair for child in indirect for pair in nominal_of(scene, child)])
    states = [state for child in objects for state in tree.having(child, "participle") if not tree.children[state]]
    slots["complement"] = (
        *tree.having(index, "object_predicate", "adjective_complement", "attribute", "open_clause", "clause"), *states,
    )  # fmt: skip
    if left := left_so(scene, index):
        slots["complement"], slots["object"] = (left[0][0],), left[0][1]
    frame.slots = {name: value for name, value in slots.items() if value}
    return frame


def noun_object(scene: Scene, index: int) -> list[int]:
    """The object of a gerund that is a noun by its "of" ("after rebel shelling of the town")."""
    links = scene.tree.having(index, "preposition") if scene.tokens[index].form == "gerund" else []
    within = [link for link in links if link == index + 1 and scene.word(link) in scene.lexicon.links["within"]]
    return [inner for link in within for inner in scene.tree.having(link, "preposition_object")]


def modified_object(scene: Scene, index: int) -> list[int]:
    """The object of a gerund that the parser took for its modifier in a headline ("Army denies striking hospital")."""
    token = scene.tokens[index]
    noun = scene.tokens[token.head]
    before = token.form == "gerund" and token.relation == "modifier" and noun.index == index + 1 and noun.relation == "object"
    bare = not scene.tree.having(noun.index, "determiner", "possessive", "number")
    return [noun.index] if before and bare and is_headline(scene, index) else []


def shared_objects(scene: Scene, index: int) -> list[int]:
    """The objects of a verb coordinated right after this one, which are also its own ("killed and wounded ten men")."""
    verbs = [child for child in scene.tree.having(index, "conjunct") if index < child <= index + NEXT]
    alone = (verb for verb in verbs if scene.tokens[verb].pos == "VERB" and scene.tree.child(verb, *SUBJECTS) is None)
    return [child for verb in alone for child in scene.tree.having(verb, "object")]


def nominal_of(scene: Scene, index: int) -> list[int]:
    """The noun itself, or the objects of a preposition."""
    if scene.tokens[index].pos in ("ADP", "SCONJ"):
        return scene.tree.having(index, "preposition_object")
    return [index]


def agents_of(scene: Scene, index: int) -> list[int]:
    """The nouns after "by" of a passive verb, its own or shared with the verbs that it is coordinated with."""
    if found := own_agents(scene, index):
        return found
    token = scene.tokens[index]
    if token.relation == "conjunct" and scene.tokens[token.head].pos == "VERB" and is_passive(scene, token.head):
        return own_agents(scene, token.head)
    for child in scene.tree.having(index, "conjunct"):
        if scene.tokens[child].pos == "VERB" and scene.tree.child(child, *SUBJECTS) is None:
            return own_agents(scene, child)
    return []


def own_agents(scene: Scene, index: int) -> list[int]:
    """The nouns after a verb's own "by"."""
    tree = scene.tree
    links = tree.having(index, "agent")
    return [inner for child in links for inner in tree.having(child, "preposition_object", "preposition_clause")]


def relative_antecedent(scene: Scene, index: int) -> tuple[str, int] | None:
    """The noun that a relative clause says something of as its object ("the town which rebels captured")."""
    token, tree = scene.tokens[index], scene.tree
    if token.relation != "relative_clause" or is_passive(scene, index):
        return None
    subjects = tree.having(index, "subject")
    if any(is_relative_word(scene, child) for child in subjects) or not subjects:
        return None
    objects = tree.having(index, "object")
    if not objects or any(is_relative_word(scene, child) for child in objects):
        return "object", token.head
    return None


# --- nouns -----------------------------------------------------------------------------------------------------------


def noun_frame(scene: Scene, index: int) -> Frame:
    """The frame of a noun: its possessive, modifiers and prepositions, and what a light verb lends it."""
    slots = noun_slots(scene, index)
    verb = governor(scene, index)
    if verb is not None:
        slots["governor"] = (verb,)
        lend(scene, index, verb, slots)
    if laid := laid_at(scene, index, verb, slots):
        slots["light"] = laid
    if doers := relative_doers(scene, index):
        slots.setdefault("light", doers)
    if blamed := responsible_for(scene, index) or responsible_below(scene, index):
        slots.setdefault("light", expand(scene, blamed))
    participles = scene.tree.having(index, "participle")
    for child in (*participles, *(inner for one in participles for inner in scene.tree.having(one, "open_clause"))):
        if scene.lemma(child) in scene.lexicon.light["agent"] and is_passive(scene, child):
            slots["light"] = expand(scene, agents_of(scene, child))
            for name, value in preposition_slots(scene, child).items():
                slots.setdefault(name, value)
    frame = Frame(head=index, words=frozenset())
    frame.slots = {name: value for name, value in slots.items() if value}
    return frame


def relative_doers(scene: Scene, index: int) -> tuple[int, ...]:
    """Who a relative clause says made an event ("the attack that rebels carried out"), or nobody."""
    for clause in scene.tree.having(index, "relative_clause"):
        if scene.lemma(clause) in scene.lexicon.light["agent"] and relative_antecedent(scene, clause) == ("object", index):
            return expand(scene, scene.tree.having(clause, "subject"))
    return ()


def noun_slots(scene: Scene, index: int) -> dict[str, tuple[int, ...]]:
    """What stands around a noun by place: possessive, modifier, of, on, by..."""
    tree = scene.tree
    slots = preposition_slots(scene, index)
    slots["possessive"] = expand(scene, tree.having(index, "possessive"))
    slots["modifier"] = tuple(modifiers_of(scene, index))
    slots["modified"] = tuple([scene.tokens[index].head] if scene.tokens[index].relation in ("modifier", "participle") else [])
    if after := following_preposition(scene, index):
        name, objects = after
        slots.setdefault(name, objects)
    return slots


def modifiers_of(scene: Scene, index: int) -> list[int]:
    """The words that modify a noun, and those that modify the nouns that it is compounded with ("Ukrainian drone strikes")."""
    own = scene.tree.having(index, "compound", "modifier", "noun_modifier")
    compounds = [child for child in own if scene.tokens[child].relation == "compound" and scene.kind(child) is None]
    inner = [below for child in compounds for below in scene.tree.having(child, "compound", "modifier", "noun_modifier")]
    return sorted({*own, *inner})


def following_preposition(scene: Scene, index: int) -> tuple[str, tuple[int, ...]] | None:
    """A preposition right after the noun that the parser hung on something higher up."""
    if index + 1 >= len(scene.tokens):
        return None
    following = scene.tokens[index + 1]
    if lying := bearing_objects(scene, index + 1):
        return following.text.lower(), expand(scene, lying)
    if following.relation not in ("preposition", "agent") or following.head == index:
        return None
    return following.text.lower(), expand(scene, scene.tree.having(following.index, "preposition_object"))


def governor(scene: Scene, index: int) -> int | None:
    """The verb that a noun is an argument of, through conjunctions and one preposition."""
    current = index
    for _ in range(DEPTH):
        token = scene.tokens[current]
        head = scene.tokens[token.head]
        if head.index == current:
            return None
        if head.pos in ("VERB", "AUX"):
            return head.index
        if token.relation not in ("conjunct", "preposition_object", "preposition_clause", "preposition", "agent", "apposition"):
            return None
        if token.relation == "preposition" and head.pos not in ("VERB", "AUX", "ADJ"):
            return None
        current = head.index
    return None


def laid_at(scene: Scene, index: int, verb: int | None, slots: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Who a deed is laid to ("blamed the attack on the rebels"); what the parser hung on the deed is taken off it."""
    links = scene.lexicon.links
    if after := laid_after(scene, index):
        return after
    if verb is None or scene.lemma(verb) not in links["laying"]:
        return ()
    if scene.tokens[index].relation not in ("object", "passive_subject"):
        return ()
    above = preposition_slots(scene, verb)
    found = next((above[name] for name in links["laid"] if name in above), ())
    own = next((name for name in links["laid"] if name in slots), None)
    return found or (slots.pop(own) if own else ())


def laid_after(scene: Scene, index: int) -> tuple[int, ...]:
    """Who a participle after a deed lays it to ("strikes on the town attributed to Israel", "an attack blamed on rebels")."""
    links = scene.lexicon.links
    inside = [inner for slot in preposition_slots(scene, index).values() for inner in slot]
    for noun in (index, *inside):
        for child in scene.tree.having(noun, "participle"):
            if scene.lemma(child) in links["laying"] and scene.tokens[child].form != "gerund":
                slots = preposition_slots(scene, child)
                return next((slots[name] for name in links["laid"] if name in slots), ())
    return ()


def lend(scene: Scene, index: int, verb: int, slots: dict[str, tuple[int, ...]]) -> None:
    """Adds what a light verb gives its noun: "X carried out an attack on Y", "Y came under attack"."""
    light, lemma = scene.lexicon.light, scene.lemma(verb)
    token = scene.tokens[index]
    frame = verb_frame(scene, verb)
    if token.relation in ("object", "passive_subject", "subject") and lemma in light["agent"]:
        if token.relation != "subject" or frame.passive:
            slots["light"] = frame.slots.get("subject", ())
    elif token.relation == "preposition_object" and goes_for(scene, lemma, scene.word(token.head)):
        slots["light"] = frame.slots.get("subject", ())
    elif lemma in light["patient"] and token.relation in ("object", "preposition_object", "preposition_clause"):
        slots["light_patient"] = frame.slots.get("subject", ()) or frame.slots.get("object", ())
    elif frame.passive and index in frame.slots.get("subject", ()) and lemma in light["happening"]:
        slots["light_patient"] = frame.slots.get("object", ())
    if lemma in light["agent"] or lemma in light["happening"]:
        for name, value in preposition_slots(scene, verb).items():
            if index not in value and name not in scene.lexicon.links["within"]:
                slots.setdefault(name, value)


def goes_for(scene: Scene, lemma: str, preposition: str) -> bool:
    """Whether who does a verb has what stands after a preposition ("arrived for talks", "agreed to a truce")."""
    light = scene.lexicon.light
    pairs = (("going", "aims"), ("agreeing", "agreed"))
    return any(lemma in light[verbs] and preposition in light[links] for verbs, links in pairs)


# --- both ------------------------------------------------------------------------------------------------------------


def preposition_slots(scene: Scene, index: int) -> dict[str, tuple[int, ...]]:
    """The nouns after each preposition that hangs on a word."""
    found: dict[str, tuple[int, ...]] = {}
    for child in scene.tree.having(index, "preposition", "agent", "particle"):
        objects = scene.tree.having(child, "preposition_object")
        for inner in scene.tree.having(child, "preposition"):
            objects = objects or scene.tree.having(inner, "preposition_object")
        if objects:
            name = scene.word(child)
            found[name] = (*found.get(name, ()), *expand(scene, objects))
    for child in scene.tree.having(index, "adverb"):
        for link in scene.tree.having(child, "preposition") if scene.word(child) not in scene.lexicon.links["bearings"] else ():
            found.setdefault(scene.word(link), expand(scene, scene.tree.having(link, "preposition_object")))
    for child in scene.tree.having(index, "adverb", "noun_adverbial", "modifier"):
        if lying := bearing_objects(scene, child):
            found.setdefault(scene.word(child), expand(scene, lying))
    return found


def bearing_objects(scene: Scene, index: int) -> list[int]:
    """The place that an adverb of direction counts from ("west of the town", "north and west of the town")."""
    if scene.word(index) not in scene.lexicon.links["bearings"]:
        return []
    links = [
        child
        for word in expand(scene, [index])
        for child in scene.tree.having(word, "preposition")
        if scene.word(child) in scene.lexicon.links["within"]
    ]
    return [inner for child in links for inner in scene.tree.having(child, "preposition_object")]


def small_words(scene: Scene, index: int) -> frozenset[str]:
    """Particles, adverbs and bare prepositions of a verb in lower case."""
    children = scene.tree.having(index, "particle", "adverb", "preposition", "noun_adverbial")
    return frozenset(scene.word(child) for child in children)


def expand(scene: Scene, indices: Iterable[int]) -> tuple[int, ...]:
    """The nouns with those coordinated with them, in text order."""
    found: list[int] = []
    stack = list(indices)
    while stack:
        current = stack.pop(0)
        if current not in found:
            found.append(current)
            stack += [
                c
                for c in scene.tree.having(current, "conjunct")
                if scene.tokens[c].pos in NOMINAL or scene.tokens[c].pos == scene.tokens[current].pos == "ADV"
            ]
    return tuple(found)


def named_by(scene: Scene, index: int) -> tuple[int, ...]:
    """The noun that a word before it says what kind of ("threat" of "death threat")."""
    token = scene.tokens[index]
    return (token.head,) if token.relation in NAMING and token.form != "participle" else ()


def opened_by(scene: Scene, index: int) -> tuple[int, ...]:
    """The preposition before a noun ("in" of "in advance")."""
    token = scene.tokens[index]
    return (token.head,) if token.relation in ("preposition_object", "preposition_clause") else ()


OWN: Mapping[str, Callable[[Scene, int], tuple[int, ...]]] = {
    "self": lambda _, index: (index,),
    "naming": named_by,
    "after": opened_by,
}
