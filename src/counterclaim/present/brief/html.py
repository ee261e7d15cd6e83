"""The brief as one HTML page without scripts; words from reports are escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from counterclaim.present.brief.model import Brief, EventBrief
from counterclaim.present.brief.text import NOTE, head

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color-scheme:light dark}"
    "q{font-style:italic}small{opacity:.75}.label{border:1px solid;border-radius:.3em;padding:0 .4em}"
)


def render(brief: Brief) -> str:
    """The whole page."""
    return "\n".join(lines_of(brief)) + "\n"


def lines_of(brief: Brief) -> Iterator[str]:
    """The lines of the page in order."""
    title = escape(f"Brief of {brief.scope}")
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" '
    yield f"content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>{STYLE}</style></head><body>"
    yield f"<h1>{title}</h1><p>{NOTE}</p>"
    for event in brief.events:
        yield from event_lines(event)
    if brief.more:
        yield f"<p>… and {brief.more} more events</p>"
    yield from listed("Reported control", brief.control)
    yield from listed("Left out of the events above", [f"{kind}: {number}" for kind, number in brief.left_out])
    yield "</body></html>"


def event_lines(event: EventBrief) -> Iterator[str]:
    """One event as an article."""
    yield f'<article id="{escape(event.id)}"><h2>{escape(event.title)} <span class="label">{escape(event.label)}</span></h2>'
    facts = [fact for fact in (event.place, event.days) if fact]
    yield f"<p>{escape(' · '.join(facts))}</p>"
    yield from items(event.reasons)
    for lane, lines in event.lanes:
        yield f"<h3>{lane}</h3><ul>"
        for line in lines:
            source = f"<small>{escape(line.uri)}:{line.start}</small>"
            yield f"<li>{escape(head(line))}: <q>{escape(line.sentence)}</q> {source}</li>"
        yield "</ul>"
    if event.figures:
        yield "<h3>figures</h3>"
        yield from items(event.figures)
    yield "</article>"


def listed(title: str, rows: Sequence[str]) -> Iterator[str]:
    """A titled list, or nothing where it is empty."""
    if rows:
        yield f"<h2>{title}</h2>"
        yield from items(rows)


def items(rows: Sequence[str]) -> Iterator[str]:
    """Rows as an unordered list, or nothing where there are none."""
    if rows:
        yield "<ul>" + "".join(f"<li>{escape(row)}</li>" for row in rows) + "</ul>"
