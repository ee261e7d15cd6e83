"""Addresses of pages: one builder for the server, one for the folder of files that opens from disk."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

Link = Callable[..., str]

SERVER = {
    "events": "/", "event": "/events/{}", "changes": "/changes", "map": "/map", "timeline": "/timeline",
    "reports": "/reports", "report": "/reports/{}", "who": "/who", "entity": "/who/{}", "where": "/where",
    "place": "/where/{}", "sources": "/sources", "review": "/review", "decisions": "/decisions",
    "decisions.jsonl": "/decisions.jsonl", "api": "/api", "openapi": "/api/openapi.json",
    "keys": "/keys", "static": "/static/{}",
}  # fmt: skip
SITE = {
    "events": "index.html", "event": "event-{}.html", "changes": "changes.html", "map": "map.html",
    "timeline": "timeline.html", "reports": "reports.html", "report": "report-{}.html", "who": "who.html",
    "entity": "who-{}.html", "where": "where.html", "place": "where-{}.html", "sources": "sources.html",
    "keys": "keys.html", "static": "static/{}",
}  # fmt: skip


def server_link(as_of: str | None) -> Link:
    """Addresses on the server; every page but static files keeps the as-of day."""

    def link(page: str, key: str = "", *, anchor: str = "", **query: str | None) -> str:
        kept = {name: value for name, value in query.items() if value}
        if as_of and page != "static" and "as_of" not in query:
            kept["as_of"] = as_of
        address = SERVER[page].format(quote(key, safe="/"))
        return address + (f"?{urlencode(kept)}" if kept else "") + (f"#{quote(anchor)}" if anchor else "")

    return link


def site_link(page: str, key: str = "", *, anchor: str = "", **query: str | None) -> str:
    """Addresses within the static folder, relative to it; queries have no meaning there.

    >>> site_link("event", "ab12", anchor="c-1")
    'event-ab12.html#c-1'
    """
    address = SITE.get(page, "index.html").format(quote(key, safe="/"))
    return address + (f"#{quote(anchor)}" if anchor else "")
