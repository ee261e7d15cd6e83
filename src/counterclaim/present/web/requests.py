"""What every route may ask for: the ledger, and its snapshot as of the day in the address."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from counterclaim.errors import InputError
from counterclaim.present.web.snapshot import Filters, Snapshot
from counterclaim.present.web.source import Source

DAY = r"^(\d{4}-\d{2}-\d{2})?$"


def day_of(text: str) -> str | None:
    """The day in an address, or None where there is none; raises `InputError` for a day that no calendar has.

    >>> day_of("2021-09-06"), day_of("")
    ('2021-09-06', None)
    """
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise InputError(f"no such day: {text}") from error


def source(request: Request) -> Source:
    """The ledger that the application serves."""
    served: Source = request.app.state.source
    return served


def snapshot(request: Request, as_of: Annotated[str, Query(pattern=DAY)] = "") -> Snapshot:
    """The snapshot as of the day in the address, or of everything."""
    taken: Snapshot = request.app.state.snapshots.take(day_of(as_of))
    return taken


Served = Annotated[Source, Depends(source)]
Shot = Annotated[Snapshot, Depends(snapshot)]
Asked = Annotated[Filters, Depends()]
