"""The quotations of a document, found by their marks within each paragraph; a mark without a partner costs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.knowledge.entries import Language
from counterclaim.records import Annotated, Quotation
from counterclaim.syntax import span_of

BREAK = re.compile(r"\n\s*")
MOST_LINES = 12
GOES_ON = (",", ";", ")")


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language: double and single ones, by what they can do, and one pattern that finds them all."""

    pattern: re.Pattern[str]
    opening: frozenset[str]
    closing: frozenset[str]
    left: frozenset[str]
    right: frozenset[str]
    single: frozenset[str]
    scare_words: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark in the text: where, which, and whether its neighbours let it open or close a quotation."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    single: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation as offsets: marks included, and the words between them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def find_quotations(annotated: Annotated, language: Language) -> tuple[Quotation, ...]:
    """The quotations of a document in text order; none lies within another and none crosses a paragraph."""
    marks = compile_marks(language.section("quotation_marks"))
    if marks is None:
        return ()
    text = annotated.document.text
    paragraphs = joined_lines(text, list(paragraphs_of(annotated)), marks)
    found = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        reopened = following is not None and begins_quoted(text, following, marks)
        found += quotations_in(text, start, end, marks, reopened=reopened)
    return tuple(quotation(annotated, stretch, marks) for stretch in found)


def compile_marks(section: Mapping[str, Any]) -> Marks | None:
    """The marks of a language's section, or None where it has none."""
    if not section:
        return None
    opening, closing = (frozenset(map(str, section[name])) for name in ("opening", "closing"))
    every = sorted(opening | closing, key=len, reverse=True)
    return Marks(
        pattern=re.compile("|".join(map(re.escape, every))),
        opening=opening,
        closing=closing,
        left=frozenset(map(str, section["left"])),
        right=frozenset(map(str, section["right"])),
        single=frozenset(map(str, section["single"])),
        scare_words=int(section["scare_words"]),
    )


def paragraphs_of(annotated: Annotated) -> Iterator[tuple[int, int]]:
    """Character ranges of the paragraphs: runs of sentences without a line break between or within them."""
    text = annotated.document.text
    for first, last in passages_of(annotated):
        start = first
        for gap in BREAK.finditer(text, first, last):
            if goes_on(text, gap):
                continue
            yield start, gap.start()
            start = gap.end()
        yield start, last


def joined_lines(text: str, lines: Sequence[tuple[int, int]], marks: Marks) -> list[tuple[int, int]]:
    """The paragraphs with neighbouring lines joined where a quotation runs over them: one mark is left open, and one closes it.

    Some texts have a line a sentence; an empty line always parts, and so does a line that opens its quotation again.
    """
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        last = closing_line(text, lines, number, marks)
        found.append((lines[number][0], lines[last][1]))
        number = last + 1
    return found


def closing_line(text: str, lines: Sequence[tuple[int, int]], number: int, marks: Marks) -> int:
    """The line in which a quotation ends that a line leaves open; the line itself where there is none."""
    if not leaves_open(text, lines[number], marks):
        return number
    for last in range(number + 1, min(number + MOST_LINES, len(lines))):
        if text.count("\n", lines[last - 1][1], lines[last][0]) != 1 or begins_quoted(text, lines[last][0], marks):
            return number
        if leaves_open(text, lines[last], marks):
            return last
        if double_marks(text, lines[last], marks):
            return number
    return number


def leaves_open(text: str, line: tuple[int, int], marks: Marks) -> bool:
    """Whether a line has an odd number of double marks."""
    return double_marks(text, line, marks) % 2 == 1


def double_marks(text: str, line: tuple[int, int], marks: Marks) -> int:
    """How many double marks stand in a line."""
    return sum(not mark.single for mark in marks_in(text, *line, marks))


def goes_on(text: str, gap: re.Match[str]) -> bool:
    """Whether the text goes on in the same sentence after a line break that is no empty line."""
    following = text[gap.end() : gap.end() + 1]
    return gap.group().count("\n") == 1 and (following.islower() or following in GOES_ON)


def passages_of(annotated: Annotated) -> Iterator[tuple[int, int]]:
    """Character ranges of sentences, joined where only white space without a line break lies between them."""
    text, start, end = annotated.document.text, None, 0
    for sentence in annotated.sentences:
        if start is None:
            start = sentence.start
        elif "\n" in text[end : sentence.start]:
            yield start, end
            start = sentence.start
        end = max(end, sentence.end)
    if start is not None:
        yield start, end


def begins_quoted(text: str, start: int, marks: Marks) -> bool:
    """Whether a paragraph begins with an opening mark."""
    found = marks.pattern.match(text, start)
    return found is not None and found.group() in marks.opening


def quotations_in(text: str, start: int, end: int, marks: Marks, *, reopened: bool) -> list[Stretch]:
    """The quotations of one paragraph; an unclosed one reaches its end where the next paragraph opens again."""
    found: list[Stretch] = []
    opened: Mark | None = None
    depth = 0
    every = list(marks_in(text, start, end, marks))
    for number, mark in enumerate(every):
        later = every[number + 1 :]
        if opened is None:
            opened = mark if mark.opens and has_partner(mark, later, reopened=reopened) else None
        elif mark.single != opened.single:
            continue
        elif is_inner(mark, opened, later):
            depth += 1
        elif mark.closes and depth:
            depth -= 1
        elif mark.closes and not is_apostrophe(text, mark, later):
            found.append(Stretch(opened.start, mark.end, opened.end, mark.start, closed=True))
            opened = None
        elif mark.opens and not opened.single:
            opened, depth = mark, 0
    if opened is not None and reopened and not opened.single:
        found.append(Stretch(opened.start, end, opened.end, end, closed=False))
    return found


def has_partner(mark: Mark, later: Sequence[Mark], *, reopened: bool) -> bool:
    """Whether an opening mark has something that can close it."""
    return any(other.closes and other.single == mark.single for other in later) or (reopened and not mark.single)


def is_inner(mark: Mark, opened: Mark, later: Sequence[Mark]) -> bool:
    """Whether a mark opens a quotation of the same kind within the open one: enough marks follow to close both."""
    if not mark.opens or mark.closes or mark.text != opened.text:
        return False
    return sum(other.closes and not other.opens and other.single == mark.single for other in later) >= 2


def is_apostrophe(text: str, mark: Mark, later: Sequence[Mark]) -> bool:
    """Whether a single mark is rather the apostrophe of a plural: another one after punctuation closes the quotation later."""
    if not mark.single or not text[mark.start - 1].isalnum():
        return False
    following = next((other for other in later if other.single and (other.opens or not text[other.start - 1].isalnum())), None)
    return following is not None and following.closes and not following.opens


def marks_in(text: str, start: int, end: int, marks: Marks) -> Iterator[Mark]:
    """The marks of a paragraph that can open or close a quotation; apostrophes within words are none."""
    for found in marks.pattern.finditer(text, start, end):
        mark = found.group()
        before = text[found.start() - 1] if found.start() > start else " "
        behind = text[found.end()] if found.end() < end else " "
        opens = mark in marks.opening and not before.isalnum() and not behind.isspace()
        closes = mark in marks.closing and not behind.isalnum() and not before.isspace()
        single = mark in marks.single
        if not single and before.isspace() and behind.isspace():
            opens, closes = mark not in marks.right, mark not in marks.left
        if single and (before.isalnum() and behind.isalnum()):
            continue
        if opens or closes:
            yield Mark(found.start(), found.end(), mark, opens, closes, single)


def quotation(annotated: Annotated, stretch: Stretch, marks: Marks) -> Quotation:
    """One stretch as a record."""
    return Quotation(
        span=span_of(annotated.document, stretch.start, stretch.end),
        inner_start=stretch.inner_start,
        inner_end=stretch.inner_end,
        closed=stretch.closed,
        scare=is_scare(annotated.document.text, stretch, marks),
    )


def is_scare(text: str, stretch: Stretch, marks: Marks) -> bool:
    """Whether a quotation is only a distancing word or two: short, no punctuation at its end, none before it."""
    inner = text[stretch.inner_start : stretch.inner_end].strip()
    before = text[max(0, stretch.start - 2) : stretch.start].rstrip()
    return len(inner.split()) <= marks.scare_words and inner[-1:].isalnum() and before[-1:] not in (",", ":")
