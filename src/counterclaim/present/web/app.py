"""The web application: pages, decisions and the JSON API over one ledger, with no request to anywhere else."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from counterclaim import __version__
from counterclaim.errors import CounterclaimError
from counterclaim.present.web import api, reviewing, routes
from counterclaim.present.web.keeping import Snapshots
from counterclaim.present.web.source import Source

HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {"content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
LONGEST_FORM = 20_000


def create_app(source: Source, *, token: str | None = None) -> FastAPI:
    """The application over a source; with a `token`, every request must carry it."""
    app = FastAPI(title="Counterclaim", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.source = source
    app.state.snapshots = Snapshots(source.view)
    app.state.csrf = secrets.token_urlsafe(24)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    guard(app, token)
    for router in (routes.router, reviewing.router, api.router):
        app.include_router(router)
    return app


def guard(app: FastAPI, token: str | None) -> None:
    """Adds the headers that keep pages to themselves, the token check, and plain answers to our own errors."""

    @app.middleware("http")
    async def harden(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        if int(request.headers.get("content-length") or 0) > LONGEST_FORM:
            return JSONResponse({"detail": f"at most {LONGEST_FORM} bytes may be sent"}, 413)
        if token and not allowed(request, token):
            return JSONResponse({"detail": "this server wants its token: open the address that it printed"}, 401)
        response = await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if token and request.query_params.get("token"):
            response.set_cookie("token", token, httponly=True, samesite="strict")
        return response

    @app.exception_handler(CounterclaimError)
    async def told(request: Request, error: CounterclaimError) -> Response:
        return JSONResponse({"detail": str(error)}, 400)


def allowed(request: Request, token: str) -> bool:
    """Whether a request carries the token, in its address, a cookie or a header."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    carried = (request.query_params.get("token"), request.cookies.get("token"), bearer)
    return any(secrets.compare_digest(value, token) for value in carried if value)
