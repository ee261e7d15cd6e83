"""Counterclaim reads reports on armed conflict and keeps a ledger of who says what happened, and who disputes it.

import counterclaim

counterclaim.run(["reports/"], "war.db")
ledger = counterclaim.open("war.db", as_of="2021-09-06")
ledger.events(label="contested")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.api import open_view as open
    from counterclaim.api import run

__all__ = ["__version__", "open", "run"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`open` and `run`, imported on first use so that the command line starts quickly."""
    if name in ("open", "run"):
        from counterclaim import api

        return api.open_view if name == "open" else api.run
    raise AttributeError(f"module 'counterclaim' has no attribute {name!r}")
