"""Tokens, sentences and names by spaCy, with the language file's labels in place of spaCy's."""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from counterclaim.annotate.taggers._product import OneThread, with_fast_product
from counterclaim.annotate.taggers._words import LEMMATIZER, RULER, Words, words_of
from counterclaim.errors import TaggerError
from counterclaim.knowledge.entries import Language
from counterclaim.records import NamedSpan, Sentence, Tagged, Token

name = "spacy"
VARIABLE = "COUNTERCLAIM_SPACY_MODEL"
BATCH = 128
AT_ONCE = 256
MOST_KEPT = 4_000
SHORTEST_KEPT = 60
MOST_WORDS = 100_000


@dataclass(frozen=True, slots=True)
class SpacyTagger:
    """A loaded spaCy pipeline with the label tables of a language, and the passages tagged last."""

    name: str
    pipeline: Any
    relations: Mapping[str, str]
    forms: Mapping[str, str]
    kinds: Mapping[str, str]
    words: Words | None
    product: OneThread | None
    lately: dict[str, Tagged] = field(default_factory=dict)

    def tag(self, texts: Sequence[str]) -> Iterator[Tagged]:
        """One `Tagged` a text, in order; a text met lately, as reprints are full of, is not parsed again."""
        for start in range(0, len(texts), AT_ONCE):
            part = texts[start : start + AT_ONCE]
            found = {text: self.lately[text] for text in part if text in self.lately}
            new = list(dict.fromkeys(text for text in part if text not in found))
            with self.zone(), self.product.held() if self.product else nullcontext():
                found.update(zip(new, self.records(list(self.pipeline.pipe(new, batch_size=BATCH))), strict=True))
            self.remember(found)
            yield from (found[text] for text in part)

    def zone(self) -> AbstractContextManager[Any]:
        """Where new words are forgotten again, so that memory stays flat; common words are kept before it begins."""
        return nullcontext() if len(self.pipeline.vocab) < MOST_WORDS else self.pipeline.memory_zone()

    def remember(self, found: Mapping[str, Tagged]) -> None:
        """Keeps these results as the latest ones and drops the oldest."""
        for text, tagged in found.items():
            if len(text) >= SHORTEST_KEPT:
                self.lately.pop(text, None)
                self.lately[text] = tagged
        while len(self.lately) > MOST_KEPT:
            del self.lately[next(iter(self.lately))]

    def records(self, docs: Sequence[Any]) -> Iterator[Tagged]:
        """The plain records of each spaCy document."""
        words = self.words.of(docs) if self.words else [[(token.pos_, token.lemma_) for token in doc] for doc in docs]
        return map(self.tagged, docs, words)

    def tagged(self, doc: Any, words: Sequence[tuple[str, str]]) -> Tagged:
        """The plain records of one spaCy document, part of speech and lemma of its words given."""
        sentences = tuple(
            Sentence(index=number, start=sent.start_char, end=sent.end_char, first=sent.start, last=sent.end)
            for number, sent in enumerate(doc.sents)
        )
        number_of = [sentence.index for sentence in sentences for _ in range(sentence.first, sentence.last)]
        relations, forms = self.relations, self.forms
        heads = doc.to_array("HEAD").astype("int64").tolist()
        tokens = tuple(
            Token(
                index, token.idx, token.idx + len(token), token.text, lemma, pos, forms.get(token.tag_, ""),
                relations.get(token.dep_, "other"), index + heads[index], number_of[index],
            )
            for index, (token, (pos, lemma)) in enumerate(zip(doc, words, strict=True))
        )  # fmt: skip
        names = tuple(NamedSpan(ent.start_char, ent.end_char, self.kinds.get(ent.label_, "other")) for ent in doc.ents)
        return Tagged(tokens=tokens, sentences=sentences, names=names, tagger=self.name)


def open_tagger(language: Language, model: str | None = None) -> SpacyTagger:
    """The tagger of a language; raises `TaggerError` that lists the models looked for."""
    labels = language.section("tagger")["spacy"]
    wanted = [model] if model else [os.environ[VARIABLE]] if VARIABLE in os.environ else list(labels["models"])
    for package in wanted:
        if importlib.util.find_spec(package):
            pipeline = load_package(package)
            full = f"{package} {pipeline.meta.get('version', '?')}"
            return SpacyTagger(
                full, pipeline, labels["relations"], labels["forms"], labels["kinds"],
                words=shortened(pipeline), product=with_fast_product(pipeline),
            )  # fmt: skip
    raise TaggerError(f"no spaCy pipeline found; looked for: {', '.join(wanted)}; try: pip install {labels['install']}")


def shortened(pipeline: Any) -> Words | None:
    """The shortcut for part of speech and lemma, with the components that it stands for switched off."""
    words = words_of(pipeline)
    if words is not None:
        pipeline.disable_pipe(RULER)
        pipeline.disable_pipe(LEMMATIZER)
    return words


def load_package(package: str) -> Any:
    """The pipeline of an installed model package; raises `TaggerError` where it does not load."""
    try:
        return importlib.import_module(package).load()
    except (ImportError, OSError, ValueError, AttributeError) as error:
        raise TaggerError(f"the spaCy pipeline {package!r} does not load: {error}") from error
