"""The brief as Markdown; words from reports are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.present.brief.model import Brief, EventBrief
from counterclaim.present.brief.text import NOTE, head, sentence_of
from counterclaim.present.safe import printable

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")


def render(brief: Brief) -> str:
    """The whole brief."""
    return "\n".join(lines_of(brief)) + "\n"


def escape(text: str) -> str:
    r"""The text with every character that Markdown or HTML reads escaped.

    >>> escape("<b>*x*")
    '\\<b\\>\\*x\\*'
    """
    return SPECIAL.sub(r"\\\1", printable(text))


def lines_of(brief: Brief) -> Iterator[str]:
    """The lines of the brief in order."""
    yield from (f"# Brief of {escape(brief.scope)}", "", NOTE)
    for event in brief.events:
        yield from event_lines(event)
    if brief.more:
        yield from ("", f"… and {brief.more} more events")
    yield from listed("Reported control", brief.control)
    yield from listed("Left out of the events above", [f"{kind}: {number}" for kind, number in brief.left_out])


def event_lines(event: EventBrief) -> Iterator[str]:
    """One event as a section."""
    yield from ("", f"## {escape(event.title)}: {escape(event.label)}", "")
    yield " · ".join(escape(fact) for fact in (event.place, event.days, f"event {event.id}") if fact)
    yield ""
    yield from (f"- {escape(reason)}" for reason in event.reasons)
    for lane, lines in event.lanes:
        yield from ("", f"**{lane}**", "")
        for line in lines:
            yield f"- {escape(head(line))}: {escape(sentence_of(line))} ({escape(line.uri.rsplit('/', 1)[-1])}:{line.start})"
    if event.figures:
        yield from ("", "**figures**", "")
        yield from (f"- {escape(figure)}" for figure in event.figures)


def listed(title: str, rows: tuple[str, ...] | list[str]) -> Iterator[str]:
    """A titled list, or nothing where it is empty."""
    if rows:
        yield from ("", f"## {title}", "")
        yield from (f"- {escape(row)}" for row in rows)
