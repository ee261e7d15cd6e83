"""What changed since a day: new events, standings that moved, sides that have not answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from counterclaim.present.listing import first_label
from counterclaim.present.web.snapshot import Snapshot, once
from counterclaim.records import Event, View

DAYS_BACK = 7


def changes_context(shot: Snapshot, since: str, view_as_of: Callable[[str | None], View]) -> dict[str, Any]:
    """The changes between the view as of the day before `since` and this one."""
    last = shot.days[-1] if shot.days else date.today().isoformat()
    since = since or (date.fromisoformat(last) - timedelta(days=DAYS_BACK)).isoformat()
    groups = once(shot, ("changes", since), lambda: groups_since(shot, since, last, view_as_of))
    return {"since": since, "groups": groups, "kept_query": {"since": since}}


def groups_since(shot: Snapshot, since: str, last: str, view_as_of: Callable[[str | None], View]) -> list[dict[str, Any]]:
    """What is new, what moved and who is silent, made anew."""
    before = view_as_of((date.fromisoformat(since) - timedelta(days=1)).isoformat())
    known = {claim: event for event in before.events for claim in event.claims}
    new, moved = [], []
    for card in shot.cards:
        event = shot.events[card.id]
        earlier = next((known[claim] for claim in event.claims if claim in known), None)
        if earlier is None:
            new.append({"id": event.id, "title": event.title, "what": first_label(event)})
        elif (what := movement(earlier, event)) is not None:
            moved.append({"id": event.id, "title": event.title, "what": what})
    return [
        {"title": "New events", "rows": new},
        {"title": "Standings that changed", "rows": moved},
        {"title": "Sides that have not answered", "rows": silent_rows(shot, last)},
    ]


def movement(before: Event, now: Event) -> str | None:
    """How the standing of an event moved, facet by facet; None where it did not."""
    labels = {standing.facet: standing.label for standing in before.standings}
    steps = [
        f"{standing.facet}: {labels.get(standing.facet, 'not told')} → {standing.label}"
        for standing in now.standings
        if labels.get(standing.facet) != standing.label
    ]
    return "; ".join(steps) or None


def silent_rows(shot: Snapshot, today: str) -> list[dict[str, str]]:
    """Sides noted as silent, with the days since."""
    rows = []
    for event in (shot.events[card.id] for card in shot.cards):
        for tally in dict.fromkeys(tally for standing in event.standings for tally in standing.silent):
            last = (tally.last_said or "")[:10]
            waited = f", {(date.fromisoformat(today) - date.fromisoformat(last)).days} days ago" if last else ""
            rows.append({"id": event.id, "title": event.title, "what": f"{tally.side or tally.name}: silent {last}{waited}"})
    return rows


def lost_lines(event: Event, shot: Snapshot) -> list[str]:
    """Reports that tell as fact what others attribute."""
    claims = [shot.index.claims[key] for key in event.claims if key in shot.index.claims]
    attributed = {claim.document for claim in claims if claim.source.kind != "narrator"}
    dropped = {claim.document for claim in claims if claim.source.kind == "narrator"} - attributed
    if not attributed or not dropped:
        return []
    return [f"{len(dropped)} of {len(attributed | dropped)} reports tell it as fact; the others attribute it"]
