"""Who is the subject of a verb: its own, or the one that it shares with the clause it hangs on."""

from __future__ import annotations

from counterclaim.extract.events.scene import Scene

SUBJECTS = ("subject", "passive_subject", "clausal_subject", "clausal_passive_subject")
FINITE = frozenset({"past", "present", "modal"})
DEPTH = 6


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


def is_passive(scene: Scene, index: int) -> bool:
    """Whether a verb stands in the passive: by auxiliary, as a participle after a noun, or in a gapped second clause."""
    tree, token = scene.tree, scene.tokens[index]
    if tree.child(index, "passive_auxiliary", "passive_subject") is not None:
        return True
    if token.form not in ("participle", "past") or tree.child(index, "object", "auxiliary") is not None:
        return False
    if token.relation == "open_clause" and is_gapped(scene, index) and scene.tokens[token.head].lemma.lower() != "have":
        return True
    if token.relation in ("participle", "modifier"):
        return token.form == "participle" or tree.child(index, "agent") is not None
    if token.relation == "conjunct" and (token.form == "participle" or is_gapped(scene, index)):
        head = scene.tokens[token.head]
        return head.pos in ("VERB", "AUX") and is_passive(scene, token.head)
    if token.relation in ("root", "clause", "parataxis") and is_gapped(scene, index) and is_headline(scene, index):
        return not any(scene.tokens[child].pos == "VERB" for child in tree.having(index, "conjunct"))
    return tree.child(index, "agent") is not None and tree.child(index, "auxiliary") is None


def is_headline(scene: Scene, index: int) -> bool:
    """Whether no full stop ends the sentence of a token."""
    return scene.tokens[scene.annotated.sentences[scene.tokens[index].sentence].last - 1].pos != "PUNCT"


def is_gapped(scene: Scene, index: int) -> bool:
    """Whether a verb of harm or custody lacks its object, so that those before it suffer ("two were killed and ten freed")."""
    words = scene.lexicon.triggers.get(scene.lemma(index), ())
    return any(
        word.part == "verb"
        and scene.lexicon.families[word.type] in ("harm", "custody")
        and ("patient", ("object",)) in word.slots
        for word in words
    )


def grammatical_subject(scene: Scene, index: int, depth: int = 0) -> list[int]:
    """The subject of a verb, its own or the one that it shares with the clause it hangs on."""
    tree, token = scene.tree, scene.tokens[index]
    own = tree.having(index, *SUBJECTS)
    if token.relation == "clause" and own and own == taken_objects(scene, token.head):
        return grammatical_subject(scene, token.head, depth + 1)
    swallowed = token.form == "gerund" and token.relation == "preposition_clause"
    if swallowed and own and all(scene.fits(child, "place") for child in own):
        return above(scene, token.head, depth)
    if own:
        return [antecedent(scene, nearest(scene, own, index), index)]
    if depth > DEPTH or token.head == index:
        return []
    return inherited_subject(scene, index, depth + 1)


def nearest(scene: Scene, subjects: list[int], verb: int) -> int:
    """The subject next to a verb, a place last; a second one was told before a colon or lost its own verb."""
    return min(subjects, key=lambda child: (scene.fits(child, "place"), child > verb, abs(verb - child)))


def inherited_subject(scene: Scene, index: int, depth: int) -> list[int]:
    """The subject that a clause without one takes from the clause above it."""
    token = scene.tokens[index]
    head, relation = scene.tokens[token.head], token.relation
    if relation == "conjunct" and head.pos in ("VERB", "AUX"):
        return grammatical_subject(scene, head.index, depth)
    if relation in ("participle", "relative_clause"):
        return participle_subject(scene, index, depth)
    if relation in ("open_clause", "clause") and token.form in ("base", "gerund", "participle") and not is_finite(scene, index):
        return controlled_subject(scene, head.index, token.form, depth)
    if relation == "adverbial_clause" and head.pos in ("VERB", "AUX"):
        if token.form == "gerund" and is_passive(scene, head.index) and is_gapped(scene, index):
            return after_by(scene, head.index)
        return grammatical_subject(scene, head.index, depth)
    if relation == "preposition_clause" or (relation == "preposition_object" and token.form == "gerund"):
        return gerund_subject(scene, head.index, depth)
    if relation == "auxiliary" or relation == "passive_auxiliary":
        return grammatical_subject(scene, head.index, depth)
    return []


def after_by(scene: Scene, index: int) -> list[int]:
    """Who does what a passive verb tells ("was rocked by two blasts, killing six")."""
    return [inner for link in scene.tree.having(index, "agent") for inner in scene.tree.having(link, "preposition_object")]


def is_finite(scene: Scene, index: int) -> bool:
    """Whether a verb is finite by its auxiliary, so that it takes no subject over from the verb above ("were destroyed")."""
    return any(scene.tokens[child].form in FINITE for child in scene.tree.having(index, "passive_auxiliary"))


def participle_subject(scene: Scene, index: int, depth: int) -> list[int]:
    """The noun that a participle hangs on, or who would do it where it is an infinitive ("a plan to attack")."""
    token = scene.tokens[index]
    if token.form != "base":
        closing = token.form == "gerund" and scene.tokens[token.head].relation == "preposition_object"
        acting = ("people", "forces", "fighters", *scene.lexicon.links["tools"])
        if closing and not any(scene.fits(token.head, name) for name in acting):
            return above(scene, token.head, depth)
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


def controlled_subject(scene: Scene, head: int, form: str, depth: int) -> list[int]:
    """The subject of an infinitive: the object of the verb above ("forced them to leave"), else its subject.

    A gerund has the object only where that can act ("filmed soldiers shooting", but "hit a house killing ten").
    """
    if scene.tokens[head].pos in ("VERB", "AUX"):
        objects = scene.tree.having(head, "object")
        if form == "gerund":
            objects = [index for index in objects if scene.fits(index, "people") or scene.fits(index, "forces")]
        return objects or grammatical_subject(scene, head, depth)
    return above(scene, head, depth)


def gerund_subject(scene: Scene, preposition: int, depth: int) -> list[int]:
    """The subject of a gerund after a preposition ("accused them of killing", "after attacking")."""
    head = scene.tokens[scene.tokens[preposition].head]
    if head.pos == "VERB":
        objects = scene.tree.having(head.index, "object") if scene.lemma(preposition) in scene.lexicon.links["control"] else []
        return objects or grammatical_subject(scene, head.index, depth)
    first = first_named(scene, head.index)
    if scene.tokens[first].relation == "object" and scene.lemma(scene.tokens[first].head) in scene.lexicon.light["accusing"]:
        return [first]
    return scene.tree.having(head.index, "possessive") or above(scene, head.index, depth)


def first_named(scene: Scene, index: int) -> int:
    """The first of several nouns that are joined, on which the sentence hangs; the noun itself where it is alone."""
    while scene.tokens[index].relation == "conjunct" and scene.tokens[scene.tokens[index].head].pos in (
        "NOUN",
        "PROPN",
        "PRON",
    ):
        index = scene.tokens[index].head
    return index


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
            return identified(scene, doer_above(scene, scene.tokens[clause].head))
        return pointed_out(scene, index, verb)
    return index


def pointed_out(scene: Scene, index: int, verb: int) -> int:
    """Who is pointed out before a clause that hangs on the verb ("it was Russia that did it"), else the token itself."""
    copula = scene.tokens[verb].head
    pointing = [child for child in scene.tree.having(copula, "subject") if scene.lemma(child) in scene.lexicon.links["things"]]
    named = [child for child in scene.tree.having(copula, "attribute") if child < index]
    return named[-1] if pointing and named and scene.tokens[verb].relation == "clause" else index


def identified(scene: Scene, index: int) -> int:
    """Who is said to be the ones ("soldiers were the ones who did it"), else the noun itself."""
    token = scene.tokens[index]
    if token.relation != "attribute" or scene.lemma(index) not in scene.lexicon.links["identified"]:
        return index
    return next(iter(scene.tree.having(token.head, "subject")), index)


def doer_above(scene: Scene, index: int) -> int:
    """The noun that a relative clause tells of: not the place in its phrase ("an attack in the capital that killed ten")."""
    for _ in range(DEPTH):
        token = scene.tokens[index]
        above = scene.tokens[scene.tokens[token.head].head]
        beside = scene.fits(index, "place") or (scene.is_site(index) and scene.fits(above.index, "event"))
        if token.relation != "preposition_object" or not beside or above.pos not in ("NOUN", "PROPN"):
            return index
        index = above.index
    return index


def is_relative_word(scene: Scene, index: int) -> bool:
    """Whether a token is a relative pronoun: a pronoun before its verb in a relative clause that names nothing."""
    token = scene.tokens[index]
    return token.pos in ("PRON", "DET") and token.lemma.lower() in scene.lexicon.links["relative"]
