"""The JSON API: the same queries as the command line, with stable ids, pages and ETags."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response

from counterclaim.present.listing import claims_where
from counterclaim.present.people import entity_shape, find_entities
from counterclaim.present.shapes import claim_shape, document_shape, event_record_shape
from counterclaim.present.web.requests import Asked, Shot
from counterclaim.present.web.snapshot import chosen, relations

MOST = 500
Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0)]
router = APIRouter(prefix="/api")


@router.get("/events")
def events(request: Request, shot: Shot, filters: Asked, limit: Limit = 50, offset: Offset = 0) -> Response:
    """Events that satisfy the filters, most contested first."""
    rows = chosen(shot.cards, filters)
    shapes = (event_record_shape(shot.events[card.id], shot.index) for card in rows)
    return paged(request, shapes, len(rows), limit, offset)


@router.get("/events/{key}")
def event(request: Request, shot: Shot, key: str) -> Response:
    """One event."""
    if key not in shot.events:
        raise HTTPException(404, f"no event {key[:40]!r}")
    return answer(request, event_record_shape(shot.events[key], shot.index))


@router.get("/claims")
def claims(
    request: Request, shot: Shot, stance: str | None = None, source: str | None = None, event: str | None = None,
    limit: Limit = 50, offset: Offset = 0,
) -> Response:  # fmt: skip
    """Claims by stance, source and event."""
    index, rows = claims_where(shot.view, stance=stance, source=source, event=event, index=shot.index)
    return paged(request, (claim_shape(claim, index) for claim in rows), len(rows), limit, offset)


@router.get("/claims/{key}")
def claim(request: Request, shot: Shot, key: str) -> Response:
    """One claim."""
    if key not in shot.index.claims:
        raise HTTPException(404, f"no claim {key[:40]!r}")
    return answer(request, claim_shape(shot.index.claims[key], shot.index))


@router.get("/documents")
def documents(request: Request, shot: Shot, limit: Limit = 50, offset: Offset = 0) -> Response:
    """The reports that were read."""
    rows = shot.view.documents
    return paged(request, (document_shape(document) for document in rows), len(rows), limit, offset)


@router.get("/who/{name}")
def who(request: Request, shot: Shot, name: str) -> Response:
    """People and groups of this name."""
    rows = find_entities(shot.view, name, places=False)[:MOST]
    return answer(request, [entity_shape(entity, relations(shot)) for entity in rows])


@router.get("/where/{place}")
def where(request: Request, shot: Shot, place: str) -> Response:
    """Places of this name."""
    rows = find_entities(shot.view, place, places=True)[:MOST]
    return answer(request, [entity_shape(entity, relations(shot)) for entity in rows])


def paged(request: Request, shapes: Iterable[Any], total: int, limit: int, offset: int) -> Response:
    """One page of rows with the total and the offset of the next page."""
    rows = list(islice(shapes, offset, offset + limit))
    following = offset + limit if offset + limit < total else None
    return answer(request, {"total": total, "offset": offset, "next_offset": following, "rows": rows})


def answer(request: Request, body: Any) -> Response:
    """JSON with an ETag; 304 where the caller has it already."""
    data = json.dumps(body, ensure_ascii=False).encode()
    tag = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    return Response(data, media_type="application/json", headers={"etag": tag})
