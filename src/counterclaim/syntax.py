"""The dependency tree of a document: children, subtrees and spans of tokens, for every stage that reads syntax."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.records import Annotated, Document, Sentence, Span, Token

BEFORE_TITLE = 80


def heads_above(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Indices of the heads above a token, nearest first, ending with the root."""
    seen = {index}
    while (index := tokens[index].head) not in seen:
        seen.add(index)
        yield index


class Tree:
    """Tokens with their children; built once a document, shared by the rules that read it."""

    __slots__ = ("children", "sentences", "starts", "tokens")

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        """Builds the child lists from the heads."""
        self.tokens = tokens
        self.sentences = sentences
        self.children: list[list[int]] = [[] for _ in tokens]
        self.starts = [token.start for token in tokens]
        for token in tokens:
            if token.head != token.index:
                self.children[token.head].append(token.index)

    def subtree(self, index: int, *, without: Iterable[int] = ()) -> list[int]:
        """Indices of a token and all that hangs on it, in text order, leaving out the subtrees of `without`."""
        barred, found, stack = set(without), [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(child for child in self.children[current] if child not in barred)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Indices of the heads above a token, nearest first, ending with the root."""
        return heads_above(self.tokens, index)

    def child(self, index: int, *relations: str) -> int | None:
        """The first child with one of these relations, or None."""
        return next((child for child in self.children[index] if self.tokens[child].relation in relations), None)

    def having(self, index: int, *relations: str) -> list[int]:
        """All children with one of these relations, in text order."""
        return [child for child in self.children[index] if self.tokens[child].relation in relations]

    def head_of(self, first: int, last: int) -> int:
        """The token of the half-open range whose head lies outside it (the first such; `first` for an empty range)."""
        for index in range(first, last):
            head = self.tokens[index].head
            if not first <= head < last or head == index:
                return index
        return first

    def within(self, start: int, end: int) -> range:
        """The tokens that begin inside the character range [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def at(self, offset: int) -> int | None:
        """The token that covers a character offset, or None."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and self.tokens[index].end > offset else None


def span_of(document: Document, start: int, end: int) -> Span:
    """The span of a character range, with its text."""
    return Span(document=document.id, start=start, end=end, text=document.text[start:end])


def span_of_pieces(document: Document, pieces: Sequence[tuple[int, int]]) -> Span:
    """The span of one or more character ranges; adjacent ranges are joined, more than one makes it discontinuous."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if joined and not document.text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    if len(joined) == 1:
        return span_of(document, *joined[0])
    text = " ".join(document.text[start:end] for start, end in joined)
    return Span(document=document.id, start=joined[0][0], end=joined[-1][1], text=text, pieces=tuple(joined))


def span_of_tokens(document: Document, tokens: Sequence[Token], indices: Iterable[int]) -> Span:
    """The span of these tokens; gaps between them make it discontinuous."""
    ordered = sorted(set(indices))
    pieces: list[tuple[int, int]] = []
    previous = None
    for index in ordered:
        if previous is not None and index == previous + 1:
            pieces[-1] = (pieces[-1][0], tokens[index].end)
        else:
            pieces.append((tokens[index].start, tokens[index].end))
        previous = index
    return span_of_pieces(document, pieces)


def tree_of(annotated: Annotated) -> Tree:
    """The dependency tree of an annotated document."""
    return Tree(annotated.tokens, annotated.sentences)


def title_range(document: Document) -> tuple[int, int] | None:
    """Where the title stands at the head of a document's text, a date or a place before it passed over; None where not."""
    if document.title_span is not None:
        return document.title_span.start, document.title_span.end
    start = document.text.find(document.title, 0, len(document.title) + BEFORE_TITLE) if document.title else -1
    return (start, start + len(document.title or "")) if start >= 0 else None
