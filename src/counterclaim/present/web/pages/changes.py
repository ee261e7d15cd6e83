"""What changed since a day: new events, standings that moved, sides that have not answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from counterclaim.present.brief.model import headline
from counterclaim.present.web.snapshot import Snapshot, once
from counterclaim.reconcile.changes import Change, changes_between, day_before
from counterclaim.reconcile.lost_attribution import home_of, lost_in, sentence_of
from counterclaim.records import Event, View

DAYS_BACK = 7
TITLES = {"new": "New events", "moved": "Standings that changed", "silent": "Sides that have not answered"}


def changes_context(shot: Snapshot, since: str, view_as_of: Callable[[str | None], View]) -> dict[str, Any]:
    """The changes between the view as of the day before `since` and this one."""
    last = shot.days[-1] if shot.days else date.today().isoformat()
    since = since or (date.fromisoformat(last) - timedelta(days=DAYS_BACK)).isoformat()
    groups = once(shot, ("changes", since), lambda: groups_between(view_as_of(day_before(since)), shot.view))
    return {"since": since, "groups": groups, "kept_query": {"since": since}}


def groups_between(before: View, now: View) -> list[dict[str, Any]]:
    """The changes from one view to another by kind."""
    changes = changes_between(before, now)
    events = {event.id: event for event in (*before.events, *now.events)}
    return [
        {
            "title": title,
            "kind": kind,
            "rows": [row_of(change, events.get(change.event)) for change in changes if change.kind == kind],
        }
        for kind, title in TITLES.items()
    ]


def row_of(change: Change, event: Event | None) -> dict[str, Any]:
    """A change as a row of a list."""
    first = event.standings[0] if event and event.standings else None
    return {
        "id": change.event, "title": headline(change.title), "what": change.what, "why": change.why,
        "label": first.label if first else "", "support": first.support if first else "",
        "dispute": first.dispute if first else "",
    }  # fmt: skip


def lost_lines(event: Event, shot: Snapshot) -> list[str]:
    """Reports that tell as fact what others attribute."""
    claims = [shot.index.claims[key] for key in event.claims if key in shot.index.claims]
    lost = lost_in(event, claims, once(shot, "homes", lambda: home_of(shot.view.origins)))
    return [sentence_of(lost)] if lost else []
