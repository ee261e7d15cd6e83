"""The review queue and its decisions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from counterclaim.codec import encode
from counterclaim.errors import InputError
from counterclaim.present.web.door import alike
from counterclaim.present.web.pages.event import decision_line
from counterclaim.present.web.pages.review import decision_from, review_context
from counterclaim.present.web.requests import Served, Shot
from counterclaim.present.web.routes import page

MOST = 1000
router = APIRouter(include_in_schema=False)


@router.get("/review")
def review_page(shot: Shot, source: Served, request: Request, position: int = 0) -> Response:
    """The card at a position of the queue."""
    author = request.cookies.get("author", "")
    context = review_context(shot, source.decisions(), position=position, author=author)
    return page("review", shot, csrf=request.app.state.csrf, readonly=source.readonly, **context)


@router.post("/review")
async def decide(
    request: Request, shot: Shot, source: Served, csrf: Annotated[str, Form()], position: Annotated[int, Form()] = 0
) -> Response:
    """Stores a decision and goes on to the next card."""
    if not alike(csrf, request.app.state.csrf) or foreign(request):
        raise HTTPException(403, "this form is too old or not ours; load the page again")
    if source.readonly:
        raise InputError("this ledger is served read-only")
    form = {key: str(value) for key, value in (await request.form()).items()}
    source.decide(decision_from(form, shot, source.decisions()))
    request.app.state.snapshots.renew()
    answer = RedirectResponse(f"/review?position={position}", 303)
    answer.set_cookie("author", form.get("author", "")[:80], httponly=True, samesite="strict")
    return answer


@router.get("/decisions")
def decisions_page(shot: Shot, source: Served) -> Response:
    """Every decision, newest first, and those whose record is no longer there."""
    lost = {decision.id for decision in source.orphaned()}
    rows = [
        {"line": decision_line(one), "document": one.document, "orphaned": one.id in lost}
        for one in reversed(source.decisions())
    ]
    return page("decisions", shot, rows=rows[:MOST], total=len(rows), orphaned=len(lost), known=shot.index.readings)


@router.get("/decisions.jsonl")
def decisions_file(source: Served) -> Response:
    """Every decision as one line of JSON, to be taken over by another ledger."""
    lines = "".join(f"{encode(decision).decode()}\n" for decision in source.decisions())
    return Response(lines, media_type="application/jsonl", headers={"content-disposition": "attachment"})


def foreign(request: Request) -> bool:
    """Whether a form was sent from a page of another origin."""
    origin = request.headers.get("origin")
    return origin is not None and origin.split("://", 1)[-1] != request.headers.get("host")
