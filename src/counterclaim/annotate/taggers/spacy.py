"""Tokens, sentences and names by spaCy, with the language file's labels in place of spaCy's."""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.errors import TaggerError
from counterclaim.knowledge.entries import Language
from counterclaim.records import NamedSpan, Sentence, Tagged, Token

name = "spacy"
VARIABLE = "COUNTERCLAIM_SPACY_MODEL"


@dataclass(frozen=True, slots=True)
class SpacyTagger:
    """A loaded spaCy pipeline with the label tables of a language."""

    name: str
    pipeline: Any
    relations: Mapping[str, str]
    forms: Mapping[str, str]
    kinds: Mapping[str, str]

    def tag(self, texts: Sequence[str]) -> Iterator[Tagged]:
        """One `Tagged` a text, in order."""
        for doc in self.pipeline.pipe(texts, batch_size=32):
            yield self.tagged(doc)

    def tagged(self, doc: Any) -> Tagged:
        """The plain records of one spaCy document."""
        sentences = tuple(
            Sentence(index=number, start=sent.start_char, end=sent.end_char, first=sent.start, last=sent.end)
            for number, sent in enumerate(doc.sents)
        )
        number_of = [sentence.index for sentence in sentences for _ in range(sentence.first, sentence.last)]
        relations, forms, kinds = self.relations, self.forms, self.kinds
        tokens = tuple(
            Token(
                token.i, token.idx, token.idx + len(token.text), token.text, token.lemma_, token.pos_,
                forms.get(token.tag_, ""), relations.get(token.dep_, "other"), token.head.i, number_of[token.i],
            )
            for token in doc
        )  # fmt: skip
        names = tuple(NamedSpan(ent.start_char, ent.end_char, kinds.get(ent.label_, "other")) for ent in doc.ents)
        return Tagged(tokens=tokens, sentences=sentences, names=names, tagger=self.name)


def open_tagger(language: Language, model: str | None = None) -> SpacyTagger:
    """The tagger of a language; raises `TaggerError` that lists the models looked for."""
    labels = language.section("tagger")["spacy"]
    wanted = [model] if model else [os.environ[VARIABLE]] if VARIABLE in os.environ else list(labels["models"])
    for package in wanted:
        if importlib.util.find_spec(package):
            pipeline = load_package(package)
            version = pipeline.meta.get("version", "?")
            return SpacyTagger(f"{package} {version}", pipeline, labels["relations"], labels["forms"], labels["kinds"])
    raise TaggerError(f"no spaCy pipeline found; looked for: {', '.join(wanted)}; try: pip install {labels['install']}")


def load_package(package: str) -> Any:
    """The pipeline of an installed model package; raises `TaggerError` where it does not load."""
    try:
        return importlib.import_module(package).load()
    except (ImportError, OSError, ValueError, AttributeError) as error:
        raise TaggerError(f"the spaCy pipeline {package!r} does not load: {error}") from error
