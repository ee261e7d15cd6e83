"""Who does what to whom around a word: its arguments by grammatical place, passives and clauses undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from counterclaim.extract.events.scene import Scene

SUBJECTS = ("subject", "passive_subject", "clausal_subject", "clausal_passive_subject")
CLAUSES = ("root", "clause", "adverbial_clause", "relative_clause", "participle", "conjunct", "open_clause", "parataxis")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
DEPTH = 6
NEXT = 2
FINITE = frozenset({"past", "present", "modal"})


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
        if first == "self":
            return (self.head,)
        found = self.slots.get(first, ())
        if not rest:
            return found
        return tuple(inner for index in found for inner in noun_slots(scene, index).get(rest, ()))


def frame_of(scene: Scene, index: int) -> Frame:
    """The frame of a verb, noun or adjective."""
    token = scene.tokens[index]
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
    objects = objects or shared_objects(scene, index)
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
    slots["complement"] = tuple(
        tree.having(index, "object_predicate", "adjective_complement", "attribute", "open_clause", "clause")
    )
    frame.slots = {name: value for name, value in slots.items() if value}
    return frame


def taken_objects(scene: Scene, index: int) -> list[int]:
    """The object that the parser took for the subject of a verb after it ("claimed the lives of ten injured twenty")."""
    wanted = [
        name
        for trigger in scene.lexicon.triggers.get(scene.lemma(index), ())
        for path, names in trigger.conditions
        if trigger.part == "verb" and path == "object"
        for name in names
    ]
    clauses = scene.tree.having(index, "clause")
    subjects = [child for clause in clauses for child in scene.tree.having(clause, "subject") if index < child < clause]
    return [child for child in subjects if any(scene.fits(child, name) for name in wanted)]


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


def is_passive(scene: Scene, index: int) -> bool:
    """Whether a verb stands in the passive: by auxiliary, as a participle after a noun, or in a gapped second clause."""
    tree, token = scene.tree, scene.tokens[index]
    if tree.child(index, "passive_auxiliary", "passive_subject") is not None:
        return True
    if token.form not in ("participle", "past") or tree.child(index, "object", "auxiliary") is not None:
        return False
    if token.relation in ("participle", "modifier"):
        return token.form == "participle" or tree.child(index, "agent") is not None
    if token.relation == "conjunct" and (token.form == "participle" or is_gapped(scene, index)):
        head = scene.tokens[token.head]
        return head.pos in ("VERB", "AUX") and is_passive(scene, token.head)
    if token.relation in ("root", "clause", "parataxis") and is_gapped(scene, index):
        return not any(scene.tokens[child].pos == "VERB" for child in tree.having(index, "conjunct"))
    return tree.child(index, "agent") is not None and tree.child(index, "auxiliary") is None


def is_gapped(scene: Scene, index: int) -> bool:
    """Whether a verb of harm lacks its object, so that the people before it suffer ("two were killed and ten displaced")."""
    words = scene.lexicon.triggers.get(scene.lemma(index), ())
    return any(
        word.part == "verb" and scene.lexicon.families[word.type] == "harm" and ("patient", ("object",)) in word.slots
        for word in words
    )


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
    return [inner for child in tree.having(index, "agent") for inner in tree.having(child, "preposition_object")]


def grammatical_subject(scene: Scene, index: int, depth: int = 0) -> list[int]:
    """The subject of a verb, its own or the one that it shares with the clause it hangs on."""
    tree, token = scene.tree, scene.tokens[index]
    own = tree.having(index, *SUBJECTS)
    if token.relation == "clause" and own and own == taken_objects(scene, token.head):
        return grammatical_subject(scene, token.head, depth + 1)
    if own:
        return [antecedent(scene, child, index) for child in own]
    if depth > DEPTH or token.head == index:
        return []
    return inherited_subject(scene, index, depth + 1)


def inherited_subject(scene: Scene, index: int, depth: int) -> list[int]:
    """The subject that a clause without one takes from the clause above it."""
    token = scene.tokens[index]
    head, relation = scene.tokens[token.head], token.relation
    if relation == "conjunct" and head.pos in ("VERB", "AUX"):
        return grammatical_subject(scene, head.index, depth)
    if relation in ("participle", "relative_clause"):
        return participle_subject(scene, index, depth)
    if relation in ("open_clause", "clause") and token.form in ("base", "gerund", "participle"):
        return controlled_subject(scene, head.index, depth)
    if relation == "adverbial_clause" and head.pos in ("VERB", "AUX"):
        return grammatical_subject(scene, head.index, depth)
    if relation == "preposition_clause" or (relation == "preposition_object" and token.form == "gerund"):
        return gerund_subject(scene, head.index, depth)
    if relation == "auxiliary" or relation == "passive_auxiliary":
        return grammatical_subject(scene, head.index, depth)
    return []


def participle_subject(scene: Scene, index: int, depth: int) -> list[int]:
    """The noun that a participle hangs on, or who would do it where it is an infinitive ("a plan to attack")."""
    token = scene.tokens[index]
    if token.form != "base":
        return [whole_person(scene, token.head)]
    owner = scene.tree.having(token.head, "possessive")
    return owner or above(scene, token.head, depth)


def whole_person(scene: Scene, noun: int) -> int:
    """The person whom a headline without a finite verb tells of ("Brother of the minister killed"), else the noun itself."""
    link = scene.tokens[noun].head
    outer = scene.tokens[link].head
    if scene.tokens[noun].relation != "preposition_object" or scene.kind(outer) != "person" or outer >= link:
        return noun
    sentence = scene.annotated.sentences[scene.tokens[noun].sentence]
    finite = any(token.form in FINITE for token in scene.tokens[sentence.first : sentence.last])
    return noun if finite else outer


def controlled_subject(scene: Scene, head: int, depth: int) -> list[int]:
    """The subject of an infinitive: the object of the verb above ("forced them to leave"), else its subject."""
    if scene.tokens[head].pos in ("VERB", "AUX"):
        objects = scene.tree.having(head, "object")
        return objects or grammatical_subject(scene, head, depth)
    return above(scene, head, depth)


def gerund_subject(scene: Scene, preposition: int, depth: int) -> list[int]:
    """The subject of a gerund after a preposition ("accused them of killing", "after attacking")."""
    head = scene.tokens[scene.tokens[preposition].head]
    if head.pos == "VERB":
        objects = scene.tree.having(head.index, "object") if scene.lemma(preposition) in scene.lexicon.links["control"] else []
        return objects or grammatical_subject(scene, head.index, depth)
    if head.relation == "object" and scene.lemma(head.head) in scene.lexicon.light["accusing"]:
        return [head.index]
    return scene.tree.having(head.index, "possessive") or above(scene, head.index, depth)


def above(scene: Scene, index: int, depth: int) -> list[int]:
    """The subject of the verb that a noun or adjective hangs on."""
    for ancestor in scene.tree.ancestors(index):
        if scene.tokens[ancestor].pos in ("VERB", "AUX"):
            return grammatical_subject(scene, ancestor, depth)
    return []


def antecedent(scene: Scene, index: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    if is_relative_word(scene, index):
        clause = next((a for a in (verb, *scene.tree.ancestors(verb)) if scene.tokens[a].relation == "relative_clause"), None)
        if clause is not None:
            return doer_above(scene, scene.tokens[clause].head)
    return index


def doer_above(scene: Scene, index: int) -> int:
    """The noun that a relative clause tells of: not the place in its phrase ("an attack in the capital that killed ten")."""
    for _ in range(DEPTH):
        token = scene.tokens[index]
        above = scene.tokens[scene.tokens[token.head].head]
        if token.relation != "preposition_object" or not scene.fits(index, "place") or above.pos not in ("NOUN", "PROPN"):
            return index
        index = above.index
    return index


def is_relative_word(scene: Scene, index: int) -> bool:
    """Whether a token is a relative pronoun: a pronoun before its verb in a relative clause that names nothing."""
    token = scene.tokens[index]
    return token.pos in ("PRON", "DET") and token.lemma.lower() in scene.lexicon.links["relative"]


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
    if blamed := responsible_for(scene, index):
        slots.setdefault("light", expand(scene, blamed))
    for child in scene.tree.having(index, "participle"):
        if scene.lemma(child) in scene.lexicon.light["agent"] and is_passive(scene, child):
            slots["light"] = expand(scene, agents_of(scene, child))
            for name, value in preposition_slots(scene, child).items():
                slots.setdefault(name, value)
    frame = Frame(head=index, words=frozenset())
    frame.slots = {name: value for name, value in slots.items() if value}
    return frame


def noun_slots(scene: Scene, index: int) -> dict[str, tuple[int, ...]]:
    """What stands around a noun by place: possessive, modifier, of, on, by..."""
    tree = scene.tree
    slots = preposition_slots(scene, index)
    slots["possessive"] = expand(scene, tree.having(index, "possessive"))
    slots["modifier"] = tuple(tree.having(index, "compound", "modifier", "noun_modifier"))
    slots["modified"] = tuple([scene.tokens[index].head] if scene.tokens[index].relation in ("modifier", "participle") else [])
    if after := following_preposition(scene, index):
        name, objects = after
        slots.setdefault(name, objects)
    return slots


def responsible_for(scene: Scene, index: int) -> list[int]:
    """Who is named as behind an event ("X was behind the attack", "X's responsibility for", "blamed X for")."""
    token, tree = scene.tokens[index], scene.tree
    if token.relation != "preposition_object":
        return []
    above = scene.tokens[scene.tokens[token.head].head]
    words = scene.lexicon.light["responsible"]
    if scene.lemma(token.head) in words and above.pos in ("VERB", "AUX"):
        return grammatical_subject(scene, above.index)
    if scene.lemma(token.head) not in scene.lexicon.links["blame"]:
        return []
    if above.lemma.lower() in scene.lexicon.light["accusing"]:
        return tree.having(above.index, "object", "passive_subject")
    if above.lemma.lower() in words:
        owner = tree.having(above.index, "possessive")
        return owner or ([above.head] if above.relation in ("modifier", "apposition") else subject_above(scene, above.index))
    return []


def subject_above(scene: Scene, index: int) -> list[int]:
    """The subject of the nearest verb above a word."""
    return above(scene, index, 0)


def following_preposition(scene: Scene, index: int) -> tuple[str, tuple[int, ...]] | None:
    """A preposition right after the noun that the parser hung on something higher up."""
    if index + 1 >= len(scene.tokens):
        return None
    following = scene.tokens[index + 1]
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
        if token.relation not in ("conjunct", "preposition_object", "preposition", "agent", "apposition"):
            return None
        if token.relation == "preposition" and head.pos not in ("VERB", "AUX", "ADJ"):
            return None
        current = head.index
    return None


def lend(scene: Scene, index: int, verb: int, slots: dict[str, tuple[int, ...]]) -> None:
    """Adds what a light verb gives its noun: "X carried out an attack on Y", "Y came under attack"."""
    light, lemma = scene.lexicon.light, scene.lemma(verb)
    token = scene.tokens[index]
    frame = verb_frame(scene, verb)
    if token.relation in ("object", "passive_subject", "subject") and lemma in light["agent"]:
        if token.relation != "subject" or frame.passive:
            slots["light"] = frame.slots.get("subject", ())
    elif lemma in light["patient"] and token.relation in ("object", "preposition_object"):
        slots["light_patient"] = frame.slots.get("subject", ()) or frame.slots.get("object", ())
    if lemma in light["agent"] or lemma in light["happening"]:
        for name, value in preposition_slots(scene, verb).items():
            if index not in value:
                slots.setdefault(name, value)


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
    return found


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
            stack += [c for c in scene.tree.having(current, "conjunct") if scene.tokens[c].pos in NOMINAL]
    return tuple(found)
