"""How far a report says that an event happened: from -3 (certainly not) over 0 (open) to 3 (certainly).

The value runs down the tree: a main clause is certain, and each word on the way to the event lets through its share: verbs
that embed what they say, deny, want or prevent, modals, negations, conditions, hedging adverbs and adjectives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge.load import load
from counterclaim.records import Token
from counterclaim.syntax import Tree

COMPLEMENTS = ("clause", "open_clause", "clausal_subject", "clausal_passive_subject", "adjective_complement", "attribute")
DEPTH = 12
FREE = 0.97


@dataclass(frozen=True, slots=True)
class Signature:
    """What an embedding word says of what hangs on it, where it holds and where it is denied."""

    positive: float
    negative: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The factuality section of a language, compiled."""

    full: float
    embedding: Mapping[tuple[str, str], Signature]
    modals: Mapping[str, float]
    negations: frozenset[str]
    negation: float
    adverbs: Mapping[str, float]
    adjectives: Mapping[str, float]
    markers: Mapping[str, float]
    purpose: float
    question: float
    infinitive: float


@cache
def scale_of(folders: tuple[Path, ...], language: str) -> Scale:
    """The scale of a language."""
    section: Any = load(folders).languages[language].section("factuality")
    return Scale(
        full=float(section["full"]),
        embedding=signatures(section["embedding"]),
        modals=section["modals"],
        negations=frozenset(section["negations"]),
        negation=section["negation"],
        adverbs=section["adverbs"],
        adjectives=section["adjectives"],
        markers=section["markers"],
        purpose=section["purpose"],
        question=section["question"],
        infinitive=section["bare_infinitive_of_noun"],
    )


def signatures(entries: Any) -> dict[tuple[str, str], Signature]:
    """Signatures by word and by what hangs on it; the first entry of a word counts."""
    found: dict[tuple[str, str], Signature] = {}
    for entry in entries:
        signature = Signature(entry["positive"], entry["negative"])
        for word in entry["words"]:
            for what in entry.get("with", ("infinitive", "clause", "gerund", "noun")):
                found.setdefault((word, what), signature)
    return found


def factuality_of(tree: Tree, index: int, scale: Scale) -> float:
    """The factuality of the event at a token, from -3 to 3."""
    return round(scale.full * share(tree, index, scale, 0), 2)


def share(tree: Tree, index: int, scale: Scale, depth: int) -> float:
    """The share of full certainty, from -1 to 1, that a token has in its place."""
    return own_share(tree, index, scale, around(tree, index, scale, depth))


def around(tree: Tree, index: int, scale: Scale, depth: int) -> float:
    """What the words above let through to a token."""
    token = tree.tokens[index]
    head = tree.tokens[token.head]
    if head.index == index or depth > DEPTH:
        return scale.question if asks(tree, index) else 1.0
    if token.relation == "conjunct":
        return beside(tree, index, scale, depth)
    if token.relation == "adverbial_clause":
        return side_clause(tree, index, scale, depth)
    if token.relation in COMPLEMENTS and not is_copular(tree, index):
        return embedded(tree, index, head, scale, depth)
    if token.relation in ("relative_clause", "participle", "modifier"):
        return of_noun(tree, index, head, scale, depth)
    if token.pos in ("VERB", "AUX") and token.relation == "preposition_clause":
        return after_preposition(tree, index, scale, depth)
    if token.pos in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
        return as_noun(tree, index, head, scale, depth)
    return FREE


def beside(tree: Tree, index: int, scale: Scale, depth: int) -> float:
    """A coordinated word: what its partner has, its modals and negation too where it has no subject of its own."""
    token = tree.tokens[index]
    own = tree.child(index, "subject", "passive_subject", "auxiliary") is not None
    return around(tree, token.head, scale, depth + 1) if own else share(tree, token.head, scale, depth + 1)


def side_clause(tree: Tree, index: int, scale: Scale, depth: int) -> float:
    """A side clause: by what opens it; an infinitive tells a purpose."""
    opens = [word(tree, c) for c in tree.children[index] if c < index and tree.tokens[c].relation in ("marker", "adverb")]
    found = next((scale.markers[text] for text in opens if text in scale.markers), None)
    if found is not None:
        return found
    return scale.purpose if is_infinitive(tree, index) else FREE


def embedded(tree: Tree, index: int, head: Token, scale: Scale, depth: int) -> float:
    """What hangs on a verb, noun or adjective, by the signature of that word and whether the word itself holds."""
    kind = form_of(tree, index)
    above = share(tree, head.index, scale, depth + 1)
    signature = signature_at(tree, head, kind, scale)
    marker = next((word(tree, c) for c in tree.having(index, "marker") if word(tree, c) in scale.markers), None)
    if marker in ("if", "whether"):
        return scale.markers[marker]
    if signature is None:
        return 0.62 * above if kind == "infinitive" else 0.85 * above
    if above < 0:
        return signature.negative * min(1.0, -above / 0.75)
    if signature.negative > 0 and signature.positive > 0.9:
        return signature.positive
    return signature.positive * (above if above < 0.6 else 1.0)


def signature_at(tree: Tree, head: Token, kind: str, scale: Scale) -> Signature | None:
    """The signature of a word, or of the predicate of a form of "be" ("it is unlikely that")."""
    predicate = tree.child(head.index, "adjective_complement", "attribute") if head.pos == "AUX" else None
    for token in (head, *([tree.tokens[predicate]] if predicate is not None else ())):
        found = scale.embedding.get((token.lemma.lower(), kind)) or scale.embedding.get((token.text.lower(), kind))
        if found:
            return found
    return None


def of_noun(tree: Tree, index: int, head: Token, scale: Scale, depth: int) -> float:
    """A clause or participle at a noun: told as known, an infinitive by what the noun says of it."""
    if tree.tokens[index].relation == "participle" and is_infinitive(tree, index):
        signature = scale.embedding.get((head.lemma.lower(), "infinitive"))
        return signature.positive if signature else scale.infinitive
    clause = scale.embedding.get((head.lemma.lower(), "clause")) if tree.child(index, "marker") is not None else None
    return clause.positive if clause else FREE * 0.95


def after_preposition(tree: Tree, index: int, scale: Scale, depth: int) -> float:
    """A gerund after a preposition, by the word that the preposition hangs on."""
    preposition = tree.tokens[tree.tokens[index].head]
    if preposition.text.lower() in scale.negations:
        return scale.negation
    if preposition.text.lower() in ("before", "for"):
        return 0.6
    return embedded_by(tree, preposition.head, "gerund", scale, depth, default=0.8)


def as_noun(tree: Tree, index: int, head: Token, scale: Scale, depth: int) -> float:
    """A noun of an event, by the verb or noun that it hangs on."""
    token = tree.tokens[index]
    if token.relation in ("object", "passive_subject", "attribute"):
        return embedded_by(tree, head.index, "noun", scale, depth, default=None)
    if token.relation == "preposition_object":
        if head.text.lower() in scale.negations:
            return scale.negation
        above = tree.tokens[head.head]
        if above.pos in ("NOUN", "ADJ", "VERB") and (above.lemma.lower(), "noun") in scale.embedding:
            return embedded_by(tree, above.index, "noun", scale, depth, default=None)
        return 0.9
    if token.relation == "subject":
        return 0.6 + 0.4 * max(share(tree, head.index, scale, depth + 1), 0.0)
    return 0.85


def embedded_by(tree: Tree, head: int, kind: str, scale: Scale, depth: int, *, default: float | None) -> float:
    """What a word lets through to a noun or gerund at it; a noun at a plain verb is as sure as the verb."""
    above = share(tree, head, scale, depth + 1)
    signature = scale.embedding.get((tree.tokens[head].lemma.lower(), kind))
    if signature is None:
        return above if default is None else default * (1.0 if above > 0.6 else above)
    if above < 0:
        return signature.negative if signature.positive < 0.9 else signature.positive
    return signature.positive * (above if above < 0.6 else 1.0)


def own_share(tree: Tree, index: int, scale: Scale, value: float) -> float:
    """The value after the modals, hedges and negations at the token itself."""
    negated = False
    for child in tree.children[index]:
        token, text = tree.tokens[child], word(tree, child)
        if token.relation in ("auxiliary", "passive_auxiliary") and text in scale.modals:
            value *= scale.modals[text]
        elif token.relation == "negation" or (text in scale.negations and token.relation in ("determiner", "adverb")):
            negated = True
        elif token.relation == "adverb" and text in scale.adverbs and not is_before_degree(tree, child, index):
            value *= scale.adverbs[text]
        elif token.relation in ("modifier", "determiner", "compound") and text in scale.adjectives:
            value *= scale.adjectives[text]
        elif token.relation in ("subject", "passive_subject") and is_nobody(tree, child, scale):
            negated = True
    return scale.negation * max(value, 0.6) if negated and value > 0 else -0.5 * value if negated else value


def is_before_degree(tree: Tree, adverb: int, head: int) -> bool:
    """Whether an adverb is on another one right after it and not on the verb ("almost entirely controlled")."""
    following = tree.tokens[adverb + 1] if adverb + 1 < len(tree.tokens) else None
    return following is not None and following.index < head and following.pos == "ADV"


def is_nobody(tree: Tree, index: int, scale: Scale) -> bool:
    """Whether an argument is "nobody" or "no soldier"."""
    if word(tree, index) in scale.negations:
        return True
    return any(word(tree, child) in scale.negations for child in tree.having(index, "determiner"))


def form_of(tree: Tree, index: int) -> str:
    """Infinitive, gerund, clause or noun."""
    token = tree.tokens[index]
    if token.pos in ("NOUN", "PROPN"):
        return "noun"
    if is_infinitive(tree, index):
        return "infinitive"
    return "gerund" if token.form == "gerund" and tree.child(index, "auxiliary") is None else "clause"


def is_infinitive(tree: Tree, index: int) -> bool:
    """Whether a verb stands with "to"."""
    marks = tree.having(index, "auxiliary")
    return any(tree.tokens[child].form == "infinitive_marker" for child in marks) or any(
        tree.tokens[inner].form == "infinitive_marker"
        for child in tree.having(index, "passive_auxiliary")
        for inner in tree.children[child]
    )


def is_copular(tree: Tree, index: int) -> bool:
    """Whether a token is the predicate of "be" and so as sure as that verb."""
    return tree.tokens[index].relation in ("attribute", "adjective_complement") and tree.tokens[index].pos != "VERB"


def asks(tree: Tree, index: int) -> bool:
    """Whether the sentence of a root ends with a question mark."""
    sentence = tree.sentences[tree.tokens[index].sentence]
    return any(tree.tokens[i].text == "?" for i in range(max(sentence.first, sentence.last - 3), sentence.last))


def word(tree: Tree, index: int) -> str:
    """The token in lower case."""
    return tree.tokens[index].text.lower()
