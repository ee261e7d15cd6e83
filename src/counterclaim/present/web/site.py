"""The pages of the static site, from the same templates as the server's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.present.people import PLACES
from counterclaim.present.web.links import SITE, site_link
from counterclaim.present.web.pages import changes, event, lists, reports, sources, timeline, who
from counterclaim.present.web.pages import map as map_page
from counterclaim.present.web.render import render
from counterclaim.present.web.snapshot import Filters, Snapshot, make_snapshot
from counterclaim.records import View


def static_pages(view: View) -> Iterator[tuple[str, str]]:
    """File name and HTML of every page."""
    shot = make_snapshot(view)
    yield from ((SITE[name], page(name, shot, context)) for name, context in overviews(shot))
    for key, record in shot.events.items():
        context = event.event_context(shot, record, lost=changes.lost_lines(record, shot))
        yield site_link("event", key), page("event", shot, context)
    for key, reading in shot.index.readings.items():
        yield site_link("report", key), page("report", shot, reports.report_context(shot, reading))
    for key, entity in shot.index.entities.items():
        kind = "place" if entity.kind in PLACES else "entity"
        yield site_link(kind, key), page("entity", shot, who.entity_context(shot, entity))


def overviews(shot: Snapshot) -> Iterator[tuple[str, dict[str, Any]]]:
    """The pages of which there is one each."""
    yield "events", lists.events_context(shot, Filters(), per_page=max(1, len(shot.cards)))
    yield "map", map_page.map_context(shot, Filters(), site_link)
    yield "timeline", timeline.timeline_context(shot, Filters(), "event")
    yield "reports", reports.reports_context(shot)
    yield "who", who.who_context(shot, places=False)
    yield "where", who.who_context(shot, places=True)
    yield "sources", sources.sources_context(shot)
    yield "keys", {}


def page(name: str, shot: Snapshot, context: dict[str, Any]) -> str:
    """One page without what needs a server."""
    view = shot.view
    shared: dict[str, Any] = {"as_of": view.as_of, "days": shot.all_days, "undated": view.undated, "kept_query": {}}
    return render(name, site_link, static=True, **(shared | context))
