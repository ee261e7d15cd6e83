"""The brief of what changed since a day, as records and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.present.brief.model import headline
from counterclaim.present.brief.text import NOTE, wrapped
from counterclaim.reconcile.changes import Change

TITLES = {"new": "New events", "moved": "Standings that changed", "silent": "Sides that have not answered"}


def render(changes: Sequence[Change], *, since: str, limit: int, width: int = 100) -> str:
    """The changes in three lists, each of at most `limit`."""
    return "\n".join(line.rstrip() for line in lines_of(changes, since, limit, max(40, width))) + "\n"


def lines_of(changes: Sequence[Change], since: str, limit: int, width: int) -> Iterator[str]:
    """The lines of the brief in order."""
    yield from wrapped(f"What changed since {since}", width)
    yield from wrapped(NOTE, width)
    for kind, title in TITLES.items():
        rows = [change for change in changes if change.kind == kind]
        yield from ("", f"{title} ({len(rows)})")
        for change in rows[:limit]:
            yield from wrapped(f"{headline(change.title)}: {change.what}", width, first="   ", later="     ")
            for why in change.why:
                yield from wrapped(why, width, first="     * ", later="       ")
        if len(rows) > limit:
            yield f"   ... and {len(rows) - limit} more (--limit shows more)"
