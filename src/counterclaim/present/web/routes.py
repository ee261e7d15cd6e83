"""The pages that only read, one route each."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from counterclaim.present.web.links import server_link
from counterclaim.present.web.pages import changes, event, lists, reports, sources, timeline, who
from counterclaim.present.web.pages import map as map_page
from counterclaim.present.web.render import render
from counterclaim.present.web.requests import DAY, Asked, Served, Shot, day_of
from counterclaim.present.web.snapshot import Snapshot, once

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


def page(name: str, shot: Snapshot, **context: Any) -> HTMLResponse:
    """A rendered page of a snapshot."""
    view = shot.view
    shared: dict[str, Any] = {"as_of": view.as_of, "days": shot.all_days, "undated": view.undated, "kept_query": {}}
    return HTMLResponse(render(name, server_link(view.as_of), **(shared | context)))


def found(records: dict[str, Any], key: str, kind: str, shot: Snapshot) -> Any:
    """The record of this key; a plain 404 where there is none as of the chosen day."""
    if key not in records:
        day = f" as of {shot.view.as_of}" if shot.view.as_of else ""
        raise HTTPException(404, f"no {kind} {key[:40]!r} in this ledger{day}")
    return records[key]


@router.get("/")
def events_page(shot: Shot, filters: Asked, page_number: Annotated[int, Query(alias="page", ge=1)] = 1) -> HTMLResponse:
    """The list of events."""
    return page("events", shot, **lists.events_context(shot, filters, number=page_number))


@router.get("/events/{key}")
def event_page(shot: Shot, source: Served, key: str) -> HTMLResponse:
    """One event, with how its standing moved."""
    chosen = found(shot.events, key, "event", shot)
    days = sorted({(shot.index.readings[document].document.published or "")[:10] for document in chosen.documents} - {""})
    readings = [shot.index.readings[document] for document in chosen.documents]
    history = once(shot, ("history", key), lambda: event.history_of(chosen, readings, source.view_of_readings, days))
    lost = changes.lost_lines(chosen, shot)
    context = event.event_context(shot, chosen, history=history, decisions=source.decisions(), lost=lost)
    return page("event", shot, **context)


@router.get("/changes")
def changes_page(request: Request, shot: Shot, since: Annotated[str, Query(pattern=DAY)] = "") -> HTMLResponse:
    """What changed since a day."""
    return page(
        "changes",
        shot,
        **changes.changes_context(shot, day_of(since) or "", lambda day: request.app.state.snapshots.take(day).view),
    )


@router.get("/map")
def map_of_events(shot: Shot, filters: Asked) -> HTMLResponse:
    """The map, and beside it what is not on it."""
    return page("map", shot, **map_page.map_context(shot, filters, server_link(shot.view.as_of)))


@router.get("/timeline")
def timeline_page(
    shot: Shot, filters: Asked, clock: Annotated[str, Query(pattern="^(event|report)$")] = "event"
) -> HTMLResponse:
    """The timeline by one of two clocks."""
    context = timeline.timeline_context(shot, filters, clock)
    return page("timeline", shot, **context | {"kept_query": context["kept_query"] | {"clock": clock}})


@router.get("/reports")
def reports_page(shot: Shot) -> HTMLResponse:
    """The list of reports."""
    return page("reports", shot, **reports.reports_context(shot))


@router.get("/reports/{key}")
def report_page(shot: Shot, source: Served, key: str) -> HTMLResponse:
    """One report with its marks."""
    chosen = found(shot.index.readings, key, "report", shot)
    return page("report", shot, **reports.report_context(shot, chosen, source.decisions()))


@router.get("/who")
def who_page(shot: Shot) -> HTMLResponse:
    """People and groups."""
    return page("who", shot, **who.who_context(shot, places=False))


@router.get("/where")
def where_page(shot: Shot) -> HTMLResponse:
    """Places."""
    return page("where", shot, **who.who_context(shot, places=True))


@router.get("/who/{key}")
@router.get("/where/{key}")
def entity_page(shot: Shot, key: str) -> HTMLResponse:
    """One person, group or place."""
    return page("entity", shot, **who.entity_context(shot, found(shot.index.entities, key, "entity", shot)))


@router.get("/sources")
def sources_page(shot: Shot) -> HTMLResponse:
    """Intake, and the record of each source."""
    return page("sources", shot, **sources.sources_context(shot))


@router.get("/api")
def api_page(request: Request, shot: Shot) -> HTMLResponse:
    """The queries of the JSON API, from its own description."""
    return page("api", shot, queries=queries_of(request.app.openapi()))


def queries_of(described: dict[str, Any]) -> list[dict[str, Any]]:
    """Every query with what it answers and the parameters that it takes."""
    return [
        {"path": path, "summary": query.get("description", ""), "takes": [row["name"] for row in query.get("parameters", ())]}
        for path, methods in described["paths"].items()
        for query in methods.values()
    ]


@router.get("/keys")
def keys_page(shot: Shot) -> HTMLResponse:
    """The keys."""
    return page("keys", shot)
