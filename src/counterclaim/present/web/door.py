"""Who may come in: the token, the size of what is sent, and how often one address may ask."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from fastapi import Request

LONGEST_FORM = 20_000
PER_MINUTE = 1_200


@dataclass(slots=True)
class Visits:
    """How often each address asked within this minute."""

    most: int
    clock: Callable[[], float] = monotonic
    minute: int = -1
    counts: Counter[str] = field(default_factory=Counter)

    def too_many(self, address: str) -> bool:
        """Counts a request and says whether it is one too many."""
        minute = int(self.clock() // 60)
        if minute != self.minute:
            self.minute, self.counts = minute, Counter()
        self.counts[address] += 1
        return self.counts[address] > self.most


def refused_at_the_door(request: Request, token: str | None, visits: Visits) -> tuple[int, str] | None:
    """The status and reason with which a request is refused before anything is looked up; None where it may come in."""
    if visits.too_many(request.client.host if request.client else ""):
        return 429, f"at most {visits.most} requests a minute; wait a little"
    if token and not allowed(request, token):
        return 401, "this server wants its token: open the address that it printed"
    return refused_size(request)


def refused_size(request: Request) -> tuple[int, str] | None:
    """Why what is sent along is refused: too long, or of a length that is not told; None where it is not."""
    if request.method in ("GET", "HEAD"):
        return None
    length = request.headers.get("content-length")
    if length is None:
        return 411, "say how many bytes are sent (Content-Length)"
    if not length.isascii() or not length.isdigit():
        return 400, f"not a length: {length[:20]}"
    return (413, f"at most {LONGEST_FORM} bytes may be sent") if int(length) > LONGEST_FORM else None


def allowed(request: Request, token: str) -> bool:
    """Whether a request carries the token, in its address, a cookie or a header."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    carried = (request.query_params.get("token"), request.cookies.get("token"), bearer)
    return any(alike(value, token) for value in carried if value)


def alike(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, taking equally long whatever they share.

    >>> alike("é", "e"), alike("abc", "abc")
    (False, True)
    """
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode("utf-8", "surrogatepass"))
