"""The web application: pages, decisions and the JSON API over one ledger, with no request to anywhere else."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from counterclaim import __version__
from counterclaim.errors import CounterclaimError
from counterclaim.present.web import api, reviewing, routes
from counterclaim.present.web.door import PER_MINUTE, Visits, refused_at_the_door
from counterclaim.present.web.keeping import NotYetError, Snapshots
from counterclaim.present.web.links import server_link
from counterclaim.present.web.render import render
from counterclaim.present.web.source import Source

HERE = Path(__file__).parent
AGAIN_SECONDS = 5
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {"content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "same-origin"}


def create_app(source: Source, *, token: str | None = None, per_minute: int = PER_MINUTE) -> FastAPI:
    """The application over a source; with a `token`, every request must carry it."""
    app = FastAPI(title="Counterclaim", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.source = source
    app.state.snapshots = Snapshots(source.view, source.prepare, source.days)
    app.state.csrf = secrets.token_urlsafe(24)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    guard(app, token, per_minute)
    for router in (routes.router, reviewing.router, api.router):
        app.include_router(router)
    return app


def guard(app: FastAPI, token: str | None, per_minute: int) -> None:
    """Adds the headers that keep pages to themselves, the checks at the door, and plain answers to our own errors."""
    visits = Visits(per_minute)

    @app.middleware("http")
    async def harden(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        refusal = refused_at_the_door(request, token, visits)
        response = JSONResponse({"detail": refusal[1]}, refusal[0]) if refusal else await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if token and not refusal and request.query_params.get("token"):
            response.set_cookie("token", token, httponly=True, samesite="strict")
        return response

    @app.exception_handler(CounterclaimError)
    async def refused(request: Request, error: CounterclaimError) -> Response:
        return told(request, str(error), 400)

    @app.exception_handler(NotYetError)
    async def being_made(request: Request, error: NotYetError) -> Response:
        response = told(request, waiting(error), 503, "Being put together")
        response.headers.update({"refresh": str(AGAIN_SECONDS), "retry-after": str(AGAIN_SECONDS)})
        return response

    @app.exception_handler(HTTPException)
    async def missing(request: Request, error: HTTPException) -> Response:
        return told(request, str(error.detail), error.status_code)


def waiting(error: NotYetError) -> str:
    """What is being made, for how long already, and how long it took the last time."""
    what = f"what had been published by {error.as_of}" if error.as_of else "the ledger"
    usual = f"; the last time it took {error.usual:.0f} seconds" if error.usual else ""
    again = f"This page asks again every {AGAIN_SECONDS} seconds, and the result is kept."
    return f"Putting together {what}: {error.spent:.0f} seconds so far{usual}. {again}"


def told(request: Request, detail: str, status: int, heading: str = "") -> Response:
    """What went wrong: JSON for the API, a page for people."""
    if request.url.path.startswith(("/api/", "/static/")):
        return JSONResponse({"detail": detail}, status)
    heading = heading or ("Not found" if status == 404 else "Not done")
    context: dict[str, Any] = {"as_of": None, "days": (), "undated": 0, "kept_query": {}}
    return HTMLResponse(render("problem", server_link(None), heading=heading, detail=detail, **context), status)
