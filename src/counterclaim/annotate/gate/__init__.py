"""A cheap look at the raw text that decides what is parsed.

Of a document that is not about conflict nothing; of one that is, the sentences that may tell of an event, and those beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.annotate.gate.cues import WORD, Cues

Range = tuple[int, int]

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\s*\n\s*")
SHORTENED = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{0,2}\.")


def stretches(text: str, passages: Sequence[Range], cues: Cues) -> list[Range]:
    """The parts of these passages to be parsed: all where enough sentences may tell of events, none where no sentence may.

    None of a longer document that is not about conflict, whatever its sentences may tell.
    """
    sentences = [(piece, number) for number, passage in enumerate(passages) for piece in sentences_of(text, *passage)]
    if len(sentences) > cues.short and not about_conflict(text, passages, cues):
        return []
    marked = [index for index, (piece, _) in enumerate(sentences) if may_tell(text[slice(*piece)], cues)]
    if not marked:
        return []
    if len(sentences) <= cues.short or len(marked) >= cues.whole * len(sentences):
        return list(passages)
    wanted = {0} | {near for index in marked for near in range(index - cues.before, index + cues.after + 1)}
    return joined([sentences[index] for index in sorted(wanted) if 0 <= index < len(sentences)])


def about_conflict(text: str, passages: Sequence[Range], cues: Cues) -> bool:
    """Whether enough of the words are of war or name an armed group, and enough of them differ."""
    words = [word for passage in passages for word in WORD.finditer(text, *passage)]
    found = [kind for word in words if (kind := kind_of(text, word, cues))]
    return len(found) >= cues.share * len(words) and len(set(found)) >= cues.different


def kind_of(text: str, word: re.Match[str], cues: Cues) -> str | None:
    """The word of war that this is a form of or holds, or the armed group that it begins the name of, if any."""
    spoken = word.group().lower()
    if spoken in cues.strong:
        return cues.strong[spoken]
    part = next((part for part in spoken.split("-") if part in cues.strong), None) if "-" in spoken else None
    return cues.strong[part] if part else name_at(text, word, cues)


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
    spoken = [match.group().lower() for match in found]
    words = {*spoken, *(part for word in spoken if "-" in word for part in word.split("-"))}
    asked = [need for word in words if word in cues.forms for need in cues.forms[word]]
    if not asked:
        return names_group(sentence, found, cues)
    capital = any(match.group()[0].isupper() for match in found[1:])
    named = capital or not words.isdisjoint(cues.pronouns) or any(map(str.isdigit, sentence))
    return any(need.met(words, named=named) for need in asked) or names_group(sentence, found, cues)


def names_group(sentence: str, words: Sequence[re.Match[str]], cues: Cues) -> bool:
    """Whether one of the words begins the name of a known group that stands there whole."""
    return any(name_at(sentence, word, cues) for word in words)


def name_at(text: str, word: re.Match[str], cues: Cues) -> str | None:
    """The name of a known group that stands whole where this word begins, or None."""
    for name in cues.names.get(word.group().removesuffix("'s").removesuffix("’s"), ()):
        end = word.start() + len(name)
        if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
            return name
    return None
