"""Who is named as behind an event, outside its own words: "X was behind the attack", "X's responsibility for it"."""

from __future__ import annotations

from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.subjects import above, grammatical_subject

OWNING = ("group", "government", "organisation", "person")


def responsible_for(scene: Scene, index: int) -> list[int]:
    """Who is named as behind an event ("X was behind the attack", "X's responsibility for", "blamed X for")."""
    token = scene.tokens[index]
    if token.relation != "preposition_object":
        return []
    return responsible_above(scene, index)


def responsible_below(scene: Scene, index: int) -> list[int]:
    """Who a relative clause names as behind an event ("an attack which they say the army was responsible for")."""
    for clause in scene.tree.having(index, "relative_clause"):
        for word in scene.tree.subtree(clause):
            if scene.lemma(word) in scene.lexicon.light["responsible"] and scene.tokens[word].pos in ("ADJ", "ADP"):
                verb = scene.tokens[word].head
                return grammatical_subject(scene, verb) if scene.tokens[verb].pos in ("VERB", "AUX") else []
    return []


def responsible_above(scene: Scene, index: int) -> list[int]:
    """Who the words above a preposition and its object name as behind it."""
    token, tree = scene.tokens[index], scene.tree
    above = scene.tokens[scene.tokens[token.head].head]
    words = scene.lexicon.light["responsible"]
    if scene.lemma(token.head) in words and above.pos in ("VERB", "AUX"):
        return tree.having(token.head, "subject") or grammatical_subject(scene, above.index)
    if scene.lemma(token.head) not in scene.lexicon.links["blame"]:
        return []
    if above.lemma.lower() in scene.lexicon.light["accusing"]:
        return tree.having(above.index, "object", "passive_subject")
    if above.lemma.lower() in words:
        owner = tree.having(above.index, "possessive") or unmarked_owner(scene, above.index)
        return owner or (
            told_to_be(scene, above.head) if above.relation in ("modifier", "apposition") else subject_above(scene, above.index)
        )
    return []


def told_to_be(scene: Scene, index: int) -> list[int]:
    """Who "those responsible" are said to be ("those responsible for it were soldiers"), else the noun itself."""
    token = scene.tokens[index]
    verb = scene.tokens[token.head]
    said = scene.tree.having(verb.index, "attribute") if token.relation == "subject" and verb.pos in ("VERB", "AUX") else []
    return said or [index]


def unmarked_owner(scene: Scene, index: int) -> list[int]:
    """Whose responsibility it is where the apostrophe is lost: the body whose name stands right before it."""
    before = [child for child in scene.tree.having(index, "compound", "noun_modifier") if scene.kind(child) in OWNING]
    at = index - 1
    while scene.tokens[at].head == index and scene.tokens[at].relation == "modifier":
        at -= 1
    near = scene.tokens[at]
    beside = near.relation in ("preposition_object", "indirect_object") and near.form == "plural" and scene.kind(at) in OWNING
    return before or ([at] if beside else [])


def subject_above(scene: Scene, index: int) -> list[int]:
    """Who does what the nearest verb above a word tells: its subject, or after "by" where the word itself is that."""
    found = above(scene, index, 0)
    links = scene.tree.having(scene.tokens[index].head, "agent") if found == [index] else []
    return [inner for link in links for inner in scene.tree.having(link, "preposition_object")] if found == [index] else found
