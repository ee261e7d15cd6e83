"""What every rule looks at: tokens, tree, quotations by token, cue words; built once a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.extract.attributions.lexicon import Lexicon
from counterclaim.records import Annotated, Sentence, Token
from counterclaim.syntax import Tree


@dataclass(frozen=True, slots=True)
class Page:
    """One document as the rules see it; `quoted` holds for each token the number of its quotation, or -1.

    `comma_free` is set for a text that lost its commas, where a parser takes a source for a part of what it says.
    """

    annotated: Annotated
    tokens: tuple[Token, ...]
    tree: Tree
    lexicon: Lexicon
    quoted: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    passage: tuple[int, ...]
    comma_free: bool
    lower: tuple[str, ...]
    times: frozenset[int]
    named: Mapping[int, int]

    def sentence(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.annotated.sentences[self.tokens[index].sentence]

    def is_word(self, index: int, *names: str) -> bool:
        """Whether a token's lower-case text stands in one of the word lists of these names; False outside the text."""
        if not 0 <= index < len(self.lower):
            return False
        text, words = self.lower[index], self.lexicon.words
        return any(text in words[name] for name in names)

    def is_word_of_lemma(self, index: int, name: str) -> bool:
        """Whether a token's lemma stands in the word list of this name."""
        return self.tokens[index].lemma.lower() in self.lexicon.words[name]

    def is_time(self, index: int) -> bool:
        """Whether a token is part of what a tagger took for a time expression."""
        return index in self.times

    def subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """A token and all that hangs on it."""
        return self.tree.subtree(index, without=without)


def page_of(annotated: Annotated, tree: Tree, lexicon: Lexicon) -> Page:
    """The page of an annotated document."""
    ranges = [tree.within(quote.span.start, quote.span.end) for quote in annotated.quotations]
    quoted = [-1] * len(annotated.tokens)
    for number, quote in enumerate(annotated.quotations):
        if not quote.scare:
            for index in ranges[number]:
                quoted[index] = number
    quotes = tuple((part.start, part.stop) for part in ranges)
    comma_free = sum(token.text == "," for token in annotated.tokens) * 200 < len(annotated.tokens)
    return Page(
        annotated=annotated,
        tokens=annotated.tokens,
        tree=tree,
        lexicon=lexicon,
        quoted=tuple(quoted),
        quotes=quotes,
        passage=passages_of(annotated),
        comma_free=comma_free,
        lower=tuple(token.text.lower() for token in annotated.tokens),
        times=frozenset(
            index for name in annotated.names if name.kind == "time" for index in tree.within(name.start, name.end)
        ),
        named=names_of(annotated, tree),
    )


def names_of(annotated: Annotated, tree: Tree) -> dict[int, int]:
    """For each token of a name where that name begins."""
    spans = [mention.span for mention in annotated.mentions if mention.form == "name"]
    return {index: span.start for span in spans for index in tree.within(span.start, span.end)}


def passages_of(annotated: Annotated) -> tuple[int, ...]:
    """For each token the number of its passage; a line break between two tokens begins a new one."""
    text, number, end = annotated.document.text, 0, 0
    found = []
    for token in annotated.tokens:
        if "\n" in text[end : token.start] and not goes_on(text, end, token.start):
            number += 1
        found.append(number)
        end = token.end
    return tuple(found)


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether the text goes on in the same sentence after a single line break."""
    return text.count("\n", end, start) == 1 and (text[start].islower() or text[start] in ",;)")
