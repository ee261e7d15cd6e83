"""Part of speech and lemma of a word from its tag and relation, each combination worked out once.

spaCy's attribute ruler and lemmatizer take a third of its time, though what they say of a word rests on little: its form and
tag, for some words its relation, for a few those beside it. Here the same two components are asked the first time that a
combination is met. The result is the same as theirs, word for word; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST = 300_000
RULER, LEMMATIZER, INDEX = "attribute_ruler", "lemmatizer", "lemma_index"
WIDEST = 2
Key = tuple[Any, ...]

# the words that the patterns of characters in spaCy's English pipelines stand for
FORMS: Mapping[str, tuple[str, ...]] = {"^n'?t$": ("nt", "n't"), "^y'?$": ("y", "y'")}


@dataclass(frozen=True, slots=True)
class Reliance:
    """What patterns rest on: words whose neighbours count, and words, tags and relations of which the relation counts."""

    neighboured: frozenset[str]
    words: frozenset[str]
    tags: frozenset[str]
    relations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The two components, what they rest on, and what is known so far."""

    vocab: Any
    components: tuple[Any, ...]
    reliance: Reliance
    known: dict[Key, tuple[str, str]] = field(default_factory=dict)

    def of(self, docs: Sequence[Any]) -> list[list[tuple[str, str]]]:
        """Part of speech and lemma of each word of tagged and parsed spaCy documents."""
        if len(self.known) > MOST:
            self.known.clear()
            self.components[1].cache.clear()
        keys = [self.keys(doc) for doc in docs]
        new = {
            key: (doc, index)
            for doc, row in zip(docs, keys, strict=True)
            for index, key in enumerate(row)
            if key not in self.known
        }
        self.learn_alone({key: doc[index] for key, (doc, index) in new.items() if len(key) == 3})
        for key, (doc, index) in new.items():
            if len(key) > 3:
                first = max(0, index - 1)
                self.known[key] = self.asked([doc[place] for place in range(first, min(len(doc), index + 2))])[index - first]
        return [[self.known[key] for key in row] for row in keys]

    def keys(self, doc: Any) -> list[Key]:
        """What part of speech and lemma of each word rest on."""
        rests, rows = self.reliance, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        texts = [(token.lower_, token.tag_, token.dep_) for token in doc]
        near = [lower in rests.neighboured for lower, _, _ in texts]
        keys: list[Key] = []
        for index, ((form, tag, relation), (lower, tag_name, name)) in enumerate(zip(rows, texts, strict=True)):
            counts = lower in rests.words or tag_name in rests.tags or name in rests.relations
            key = (form, tag, relation if counts else 0)
            keys.append((*key, beside(index - 1, rows, near), beside(index + 1, rows, near)) if near[index] else key)
        return keys

    def learn_alone(self, new: Mapping[Key, Any]) -> None:
        """Works out new combinations of words whose neighbours do not count, all at once."""
        if new:
            self.known.update(zip(new, self.asked(list(new.values())), strict=True))

    def asked(self, tokens: Sequence[Any]) -> list[tuple[str, str]]:
        """What the components say of these words side by side."""
        from spacy.tokens import Doc

        words, tags, relations = zip(*((token.text, token.tag_, token.dep_) for token in tokens), strict=True)
        small = Doc(self.vocab, words=words, tags=tags, deps=relations, heads=[0] * len(tokens))
        for component in self.components:
            small = component(small)
        return [(token.pos_, token.lemma_) for token in small]


def beside(index: int, rows: Sequence[Sequence[int]], near: Sequence[bool]) -> tuple[int, ...]:
    """What counts of a neighbour: tag and relation, and the word itself where it is one of those in patterns."""
    if not 0 <= index < len(rows):
        return ()
    form, tag, relation = rows[index]
    return (form if near[index] else 0, tag, relation)


def words_of(pipeline: Any) -> Words | None:
    """The shortcut for a pipeline, or None where its components work in another way."""
    factories = {name: pipeline.get_pipe_meta(name).factory for name in pipeline.pipe_names}
    if factories.get(RULER) != RULER or factories.get(LEMMATIZER) != LEMMATIZER:
        return None
    ruler, lemmatizer = pipeline.get_pipe(RULER), pipeline.get_pipe(LEMMATIZER)
    index_as_sets(lemmatizer)
    reliance = reliance_of([pattern for entry in ruler.patterns for pattern in entry["patterns"]])
    return Words(pipeline.vocab, (ruler, lemmatizer), reliance) if reliance else None


def index_as_sets(lemmatizer: Any) -> None:
    """Makes sets of the lists of known forms, thousands of words each, in which the lemmatizer looks for every form."""
    index = lemmatizer.lookups.get_table(INDEX, {})
    for part, forms in list(index.items()):
        index[part] = frozenset(forms)


def reliance_of(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> Reliance | None:
    """What these patterns rest on, or None where one of them is of a kind not known here."""
    several = [token for pattern in patterns if len(pattern) > 1 for token in pattern]
    single = [pattern[0] for pattern in patterns if len(pattern) == 1 and "DEP" in pattern[0]]
    try:
        neighboured = {word for token in several for word in values(token.get("LOWER", {"IN": []}))}
        words = {word for token in single if "LOWER" in token for word in values(token["LOWER"])}
        tagged = [token for token in single if "LOWER" not in token]
        tags = {tag for token in tagged if positive(token, "TAG") for tag in values(token["TAG"])}
        relations = {name for token in tagged if not positive(token, "TAG") for name in values(token["DEP"])}
    except KeyError:
        return None
    if any(len(pattern) > WIDEST for pattern in patterns):
        return None
    return Reliance(frozenset(neighboured), frozenset(words), frozenset(tags), frozenset(relations))


def positive(token: Mapping[str, Any], name: str) -> bool:
    """Whether a pattern names the values that an attribute must have."""
    return name in token and not (isinstance(token[name], Mapping) and "NOT_IN" in token[name])


def values(condition: Any) -> Sequence[str]:
    """The values that a condition names; raises `KeyError` for a pattern of characters that is not known."""
    if isinstance(condition, str):
        return (condition,)
    return FORMS[condition["REGEX"]] if "REGEX" in condition else condition.get("IN", condition.get("NOT_IN", ()))
