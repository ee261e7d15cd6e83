"""Keeps the snapshots that were asked for last, and makes them anew after a decision without holding up the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from time import perf_counter

from counterclaim.present.web.snapshot import Snapshot, make_snapshot
from counterclaim.records import View

MOST = 6
QUICK_SECONDS = 2.0


@dataclass(slots=True)
class Snapshots:
    """The snapshots of a ledger by as-of day; one is made at a time, and shared by all who ask for it."""

    view_as_of: Callable[[str | None], View]
    kept: dict[str | None, Snapshot] = field(default_factory=dict)
    making: Lock = field(default_factory=Lock)
    seconds: float = 0.0
    decided: int = 0
    renewing: bool = False

    def take(self, as_of: str | None) -> Snapshot:
        """The snapshot as of a day, made now where it is not kept."""
        found = self.kept.get(as_of)
        if found is not None:
            return found
        with self.making:
            return self.kept.get(as_of) or self.make(as_of)

    def make(self, as_of: str | None) -> Snapshot:
        """Makes a snapshot and keeps it; the one kept longest goes."""
        began = perf_counter()
        made = make_snapshot(self.view_as_of(as_of))
        self.seconds = perf_counter() - began
        kept = {**{day: one for day, one in self.kept.items() if day != as_of}, as_of: made}
        self.kept = dict(list(kept.items())[-MOST:])
        return made

    def renew(self) -> None:
        """Takes account of a decision: at once where that is quick, else behind the old snapshot, which serves until then."""
        self.decided += 1
        if self.seconds < QUICK_SECONDS:
            self.kept = {}
        elif not self.renewing:
            self.renewing = True
            Thread(target=self.catch_up, daemon=True).start()

    def catch_up(self) -> None:
        """Makes the snapshot of everything until no decision is newer than it, and forgets those of other days."""
        try:
            seen = -1
            while seen != self.decided:
                seen = self.decided
                with self.making:
                    self.kept = {None: self.make(None)}
        finally:
            self.renewing = False
