"""Tags documents passage by passage: the title, then each paragraph of the running text.

A parser that sees header lines or two paragraphs in one run makes one sentence of them; small passages are also faster.
The tagger gets each passage in usual case and without hard line ends; both keep every character in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.annotate.casing import usual_case
from counterclaim.annotate.gate import Look, look_at, stretches
from counterclaim.annotate.gate.cues import Cues
from counterclaim.annotate.slips import mended, slips_of
from counterclaim.contracts import Tagger
from counterclaim.knowledge.entries import Language
from counterclaim.records import Annotated, Document, NamedSpan, Sentence, Tagged, Token

# an editor's words in square brackets within a sentence, which a parser reads better in round ones
INSERT = re.compile(r"(?<=[\w,;\"'’”]\s)\[(\w[^\[\]\n]{0,80})\](?!\w)")
BREAK = re.compile(r"\n[ \t]*\n\s*")
# a line end after a long line and before a word that goes on: a hard wrap, not the end of a paragraph
WRAP = re.compile(r"(?<=[^\n]{45}[^\n.!?:])\n(?=[^\s\n*•-])")
# where no reader doubts that a sentence ends: a stop after a whole word, and a capital letter after white space
SURE_END = re.compile(r"(?:(?<=[a-z]{4}[.!?])|(?<=[a-z]{4}[.!?][\"”])|(?<=[a-z]{4} [.!?]))\s+(?=[\"“]?[A-Z])")
LONG = 1_200
LONGEST = 20_000
HEADING = 150
LONGEST_SHAPE = 3


def tag_documents(
    documents: Sequence[Document], tagger: Tagger, language: Language, cues: Cues | None = None, *, gate: bool = False
) -> Iterator[Annotated]:
    """Each document with its tokens, sentences, names and calm parts, in order; all passages go to the tagger in one stream.

    With the gate only the parts that may tell of events are parsed, and the rest is counted as `skipped`.
    """
    slips = slips_of(language)
    looks = [look_of(document, cues) if cues else None for document in documents]
    passages = [
        parsed_parts(document, look, cues) if gate and look and cues else passages_of(document)
        for document, look in zip(documents, looks, strict=True)
    ]
    shown = [
        [unit for span in spans for unit in units_of(document.text, *span, language)]
        for document, spans in zip(documents, passages, strict=True)
    ]
    tagged = tagger.tag([text for units in shown for _, _, text in units])
    for document, look, units in zip(documents, looks, shown, strict=True):
        page = join_passages(document, [unit[:2] for unit in units], [next(tagged) for _ in units], tagger.name)
        page = replace(page, tokens=mended(page.tokens, page.sentences, slips))
        yield replace(page, calm=look.calm_parts()) if look else page


def units_of(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int, str]]:
    """The range of each part of a passage that is tagged alone, with its text as the tagger gets it.

    A long passage is cut at each sure end of a sentence: what a reprint keeps of it is then met again word for word.
    """
    piece = text[start:end]
    shown = usual_case(rounded(unwrapped(piece)), language, title=is_heading(piece))
    first = 0
    if len(piece) > LONG:
        for mark in SURE_END.finditer(piece):
            yield start + first, start + mark.start(), shown[first : mark.start()]
            first = mark.end()
    yield start + first, end, shown[first:]


def look_of(document: Document, cues: Cues) -> Look:
    """What a cheap look at a document found."""
    return look_at(unwrapped(document.text), passages_of(document), cues)


def parsed_parts(document: Document, look: Look, cues: Cues) -> list[tuple[int, int]]:
    """Those parts of the passages of a document that the cues ask for."""
    parts = stretches(unwrapped(document.text), passages_of(document), look, cues)
    return [part for start, end in parts if (part := trim(document.text, start, end))]


def unwrapped(text: str) -> str:
    """The text with a blank for each line end in the middle of a sentence."""
    return WRAP.sub(" ", text)


def rounded(text: str) -> str:
    """The text with round brackets for square ones around an insertion within a sentence."""
    return INSERT.sub(r"(\1)", text)


def is_heading(text: str) -> bool:
    """Whether a passage is one short line that does not end as a sentence does."""
    return "\n" not in text and len(text) <= HEADING and not text.endswith((".", "!", "?", ":", "”", '"'))


def passages_of(document: Document) -> list[tuple[int, int]]:
    """Character ranges of the title and of each paragraph after the header, white space trimmed off."""
    title = document.title_span
    spans = [(title.start, title.end)] if title and title.end <= document.body_start else []
    start = document.body_start
    for mark in BREAK.finditer(document.text, document.body_start):
        spans.append((start, mark.start()))
        start = mark.end()
    spans.append((start, len(document.text)))
    return [piece for span in spans if (trimmed := trim(document.text, *span)) for piece in cut(document.text, *trimmed)]


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without white space at its ends, or None where nothing is left."""
    stripped = text[start:end].strip()
    if not stripped:
        return None
    first = text.index(stripped, start)
    return first, first + len(stripped)


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range in pieces no longer than `LONGEST`, cut at white space where there is any."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = space if space > 0 else start + LONGEST
        yield start, middle
        start = middle
    yield start, end


def join_passages(document: Document, spans: Sequence[tuple[int, int]], tagged: Sequence[Tagged], tagger: str) -> Annotated:
    """One `Annotated` from the tagged passages, offsets and indices moved to the whole document."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[NamedSpan] = []
    for (offset, _), part in zip(spans, tagged, strict=True):
        base, count = len(tokens), len(sentences)
        names += [NamedSpan(name.start + offset, name.end + offset, name.kind) for name in part.names]
        sentences += [
            Sentence(s.index + count, s.start + offset, s.end + offset, s.first + base, s.last + base) for s in part.sentences
        ]
        tokens += [as_written(moved(token, offset, base, count), document.text) for token in part.tokens]
    skipped = sum(end - start for start, end in passages_of(document)) - sum(end - start for start, end in spans)
    return Annotated(
        document=document, tokens=tuple(tokens), sentences=tuple(sentences), names=tuple(names), tagger=tagger,
        skipped=max(0, skipped),
    )  # fmt: skip


def as_written(token: Token, text: str) -> Token:
    """The token with the word that stands in the text, where the tagger was shown another in its place."""
    if token.end - token.start > LONGEST_SHAPE:
        return token
    word = text[token.start : token.end]
    return token if word.casefold() == token.text.casefold() or not word.isupper() else replace(token, text=word, lemma=word)


def moved(token: Token, offset: int, base: int, sentences: int) -> Token:
    """The token with offsets, index, head and sentence shifted."""
    return Token(
        token.index + base, token.start + offset, token.end + offset, token.text, token.lemma, token.pos, token.form,
        token.relation, token.head + base, token.sentence + sentences,
    )  # fmt: skip
