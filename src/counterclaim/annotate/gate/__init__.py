"""A cheap look at the raw text: what of it is calm, far from plain words of war, and what of the rest may tell of an event.

In what is calm no word is taken for an event of the knowledge files, whether all is parsed or, with the gate, only the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.annotate.gate.cues import WORD, Cues

Range = tuple[int, int]

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\s*\n\s*")
SHORTENED = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{0,2}\.")


@dataclass(frozen=True, slots=True)
class Look:
    """What a cheap look at a text found: its sentences, the passage that each is of, and whether each is calm."""

    pieces: list[Range]
    passages: list[int]
    calm: list[bool]

    def calm_parts(self) -> tuple[Range, ...]:
        """The calm sentences."""
        return tuple(piece for piece, calm in zip(self.pieces, self.calm, strict=True) if calm)


def look_at(text: str, passages: Sequence[Range], cues: Cues) -> Look:
    """The sentences of these passages; calm are those with no plain word of war or armed group near.

    No sentence is calm in a text that is short or about conflict.
    """
    sentences = [(piece, number) for number, passage in enumerate(passages) for piece in sentences_of(text, *passage)]
    pieces = [piece for piece, _ in sentences]
    if len(pieces) <= cues.short or about_conflict(text, passages, cues):
        calm = [False] * len(pieces)
    else:
        loud = [is_loud(text[start:end], cues) for start, end in pieces]
        calm = [not any(loud[max(0, index - cues.lasts) : index + cues.heralds + 1]) for index in range(len(loud))]
    return Look(pieces, [number for _, number in sentences], calm)


def is_loud(sentence: str, cues: Cues) -> bool:
    """Whether a sentence holds a plain word of war, or names a known armed group."""
    found = list(WORD.finditer(sentence))
    return not words_in(found).isdisjoint(cues.plain) or names_group(sentence, found, cues)


def stretches(text: str, passages: Sequence[Range], look: Look, cues: Cues) -> list[Range]:
    """The parts of these passages to be parsed: all where enough sentences may tell of events, none where no sentence may."""
    calm, pieces = look.calm, look.pieces
    marked = [n for n, piece in enumerate(pieces) if not calm[n] and may_tell(text[slice(*piece)], cues)]
    if not marked:
        return []
    if len(pieces) <= cues.short or len(marked) >= cues.whole * len(pieces):
        return list(passages)
    first = {n: n - cues.before if leans_back(text[slice(*pieces[n])], cues) else n for n in marked}
    wanted = {0} | {near for index in marked for near in range(first[index], index + cues.after + 1)}
    return joined([(pieces[index], look.passages[index]) for index in sorted(wanted) if 0 <= index < len(pieces)])


def about_conflict(text: str, passages: Sequence[Range], cues: Cues) -> bool:
    """Whether enough of the words are of war or name an armed group, and enough of them differ."""
    words = [word for passage in passages for word in WORD.finditer(text, *passage)]
    worth = [word for word in words if (spoken := word.group()) in cues.names or "-" in spoken or spoken.lower() in cues.strong]
    found = [kind for word in worth if (kind := kind_of(text, word, cues))]
    return len(found) >= cues.share * len(words) and len(set(found)) >= cues.different


def kind_of(text: str, word: re.Match[str], cues: Cues) -> str | None:
    """The word of war that this is a form of or holds, or the armed group that it begins the name of, if any."""
    spoken = word.group().lower()
    found = next((cues.strong[part] for part in (spoken, *spoken.split("-")) if part in cues.strong), None)
    return found or name_at(text, word, cues)


def joined(pieces: Sequence[tuple[Range, int]]) -> list[Range]:
    """Neighbouring sentences of one passage as one range each."""
    found: list[tuple[Range, int]] = []
    for piece, passage in pieces:
        if found and found[-1][1] == passage and piece[0] - found[-1][0][1] <= 1:
            found[-1] = ((found[-1][0][0], piece[1]), passage)
        else:
            found.append((piece, passage))
    return [piece for piece, _ in found]


def sentences_of(text: str, start: int, end: int) -> Iterator[Range]:
    """The sentences of a range, roughly: no break after initials and titles of up to three letters ("U.S. ", "Lt. ")."""
    begin = start
    for mark in SENTENCE_END.finditer(text, start, end):
        word = text[max(begin, text.rfind(" ", begin, mark.start()) + 1) : mark.start()]
        if "\n" not in mark.group() and SHORTENED.fullmatch(word):
            continue
        if mark.start() > begin:
            yield begin, mark.end()
        begin = mark.end()
    if text[begin:end].strip():
        yield begin, end


def may_tell(sentence: str, cues: Cues) -> bool:
    """Whether a sentence names a known group, or holds a word that may tell of an event with what that word asks for."""
    found = list(WORD.finditer(sentence))
    words = words_in(found)
    asked = [need for word in words if word in cues.forms for need in cues.forms[word]]
    if not asked:
        return names_group(sentence, found, cues)
    capital = any(match.group()[0].isupper() for match in found[1:])
    named = capital or not words.isdisjoint(cues.pronouns) or any(map(str.isdigit, sentence))
    return any(need.met(words, named=named) for need in asked) or names_group(sentence, found, cues)


def leans_back(sentence: str, cues: Cues) -> bool:
    """Whether a sentence holds a pronoun or number, whose noun may stand in the one before."""
    return not words_in(list(WORD.finditer(sentence))).isdisjoint(cues.pronouns)


def words_in(found: Sequence[re.Match[str]]) -> set[str]:
    """These words in lower case, and the parts of those with a hyphen."""
    spoken = [match.group().lower() for match in found]
    return {*spoken, *(part for word in spoken if "-" in word for part in word.split("-"))}


def names_group(sentence: str, words: Sequence[re.Match[str]], cues: Cues) -> bool:
    """Whether one of the words begins the name of a known group that stands there whole."""
    return any(word.group() in cues.names and name_at(sentence, word, cues) for word in words)


def name_at(text: str, word: re.Match[str], cues: Cues) -> str | None:
    """The name of a known group that stands whole where this word begins, or None."""
    for name in cues.names.get(word.group(), ()):
        end = word.start() + len(name)
        if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
            return name
    return None
