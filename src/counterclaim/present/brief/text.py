"""The brief as plain text that fits a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from counterclaim.present.brief.model import Brief, EventBrief, Line
from counterclaim.present.safe import printable

NOTE = "In these documents: who says so, who disputes it, and on what. Not what is true."


def render(brief: Brief, *, width: int = 100) -> str:
    """The whole brief, no line longer than `width` where words allow it."""
    return "\n".join(line.rstrip() for line in lines_of(brief, max(40, width))) + "\n"


def lines_of(brief: Brief, width: int) -> Iterator[str]:
    """The lines of the brief in order."""
    yield from wrapped(f"Brief of {brief.scope}", width)
    yield from wrapped(NOTE, width)
    for number, event in enumerate(brief.events, 1):
        yield ""
        yield from event_lines(number, event, width)
    if not brief.events:
        yield from ("", "No events were found in these documents.")
    if brief.more:
        yield from ("", f"... and {brief.more} more events (--limit shows more)")
    yield from block("Reported control", brief.control, width)
    yield from block("Left out of the events above", [f"{kind}: {number}" for kind, number in brief.left_out], width)


def event_lines(number: int, event: EventBrief, width: int) -> Iterator[str]:
    """One event: headline with its label, where and when, why, lanes, figures."""
    yield from wrapped(f"{number}. {event.title}  [{event.label.upper()}]", width, later="   ")
    facts = [fact for fact in (event.place, event.days, f"event {event.id}") if fact]
    yield from wrapped(" | ".join(facts), width, first="   ")
    for reason in event.reasons:
        yield from wrapped(reason, width, first="   * ", later="     ")
    for lane, lines in event.lanes:
        yield f"   {lane}"
        for line in lines:
            yield from voice(line, width)
    if event.figures:
        yield "   figures"
        for figure in event.figures:
            yield from wrapped(figure, width, first="     ", later="       ")


def voice(line: Line, width: int) -> Iterator[str]:
    """One voice, then its sentence with file and offset."""
    yield from wrapped(head(line), width, first="     ", later="       ")
    yield from wrapped(
        f"{sentence_of(line)} {line.uri.rsplit('/', 1)[-1]}:{line.start}", width, first="       ", later="       "
    )


def sentence_of(line: Line) -> str:
    """The sentence in quotation marks; without them, and said to be so, where it is a translation and nobody's own words."""
    return f"(translated from {printable(line.translated)}) {line.sentence}" if line.translated else f"“{line.sentence}”"


def head(line: Line) -> str:
    """Who, through what, when, by whom it was passed on, and how often it was reprinted."""
    parts = [line.who, (line.channel or "").replace("_", " "), line.day or "undated"]
    parts += [f"via {', '.join(line.via)}"] if line.via else []
    parts += [line.certainty] if line.certainty != "certain" else []
    parts += [f"also in {line.repeats} more"] if line.repeats else []
    return ", ".join(part for part in parts if part)


def block(title: str, rows: Sequence[str], width: int) -> Iterator[str]:
    """A titled list, or nothing where it is empty."""
    if rows:
        yield from ("", title)
        for entry in rows:
            yield from wrapped(entry, width, first="   ", later="     ")


def wrapped(text: str, width: int, *, first: str = "", later: str = "") -> list[str]:
    """The text in lines of at most `width`, long words left whole."""
    wrapper = textwrap.TextWrapper(width, first, later or first, break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(printable(text)) or [first]
