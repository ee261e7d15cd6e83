"""What every route may ask for: the ledger, and its snapshot as of the day in the address."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from counterclaim.present.web.snapshot import Filters, Snapshot
from counterclaim.present.web.source import Source

DAY = r"^(\d{4}-\d{2}-\d{2})?$"


def source(request: Request) -> Source:
    """The ledger that the application serves."""
    served: Source = request.app.state.source
    return served


def snapshot(request: Request, as_of: Annotated[str, Query(pattern=DAY)] = "") -> Snapshot:
    """The snapshot as of the day in the address, or of everything."""
    taken: Snapshot = request.app.state.snapshots.take(as_of or None)
    return taken


Served = Annotated[Source, Depends(source)]
Shot = Annotated[Snapshot, Depends(snapshot)]
Asked = Annotated[Filters, Depends()]
