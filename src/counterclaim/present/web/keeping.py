"""Keeps the snapshots that were asked for last; what takes long is made beside the requests, which say so and ask again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, field
from threading import Lock, Thread
from time import perf_counter

from counterclaim.present.web.snapshot import Snapshot, make_snapshot
from counterclaim.records import View

MOST = 6
QUICK_SECONDS, PATIENCE_SECONDS = 2.0, 8.0


@dataclass
class NotYetError(Exception):
    """A snapshot is being made: as of which day, for how many seconds already, how many it took the last time."""

    as_of: str | None
    spent: float
    usual: float | None


@dataclass(frozen=True, slots=True)
class Work:
    """A snapshot on its way, and when it was begun."""

    made: Future[Snapshot]
    began: float


@dataclass(slots=True)
class Snapshots:
    """The snapshots of a ledger by as-of day; one is made at a time, and shared by all who ask for it."""

    view_as_of: Callable[[str | None], View]
    prepare: Callable[[str], None] | None = None
    all_days: Callable[[], Sequence[str]] | None = None
    patience: float = PATIENCE_SECONDS
    kept: dict[str | None, Snapshot] = field(default_factory=dict)
    under_way: dict[str | None, Work] = field(default_factory=dict)
    hands: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    ahead: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    asking: Lock = field(default_factory=Lock)
    making: Lock = field(default_factory=Lock)
    seconds: float | None = None
    decided: int = 0
    renewing: bool = False

    def take(self, as_of: str | None) -> Snapshot:
        """The snapshot as of a day; raises `NotYetError` where it takes longer to make than one wants to wait."""
        found = self.kept.get(as_of)
        if found is not None:
            return found
        with self.asking:
            work = self.under_way.get(as_of)
            if work is None:
                work = self.under_way[as_of] = Work(self.hands.submit(self.finish, as_of), perf_counter())
                work.made.add_done_callback(lambda _: self.under_way.pop(as_of, None))
        try:
            return work.made.result(self.patience)
        except FutureTimeout:
            raise NotYetError(as_of, perf_counter() - work.began, self.seconds) from None

    def finish(self, as_of: str | None) -> Snapshot:
        """The snapshot as of a day; where it took long, the days beside it are made ready after it."""
        with self.making:
            made = self.kept.get(as_of) or self.make(as_of)
        if as_of is not None and (self.seconds or 0.0) > QUICK_SECONDS:
            self.ahead.submit(self.look_ahead, as_of)
        return made

    def look_ahead(self, as_of: str) -> None:
        """Has the days beside one on the slider made ready."""
        shot = self.kept.get(as_of)
        days = shot.all_days if shot else ()
        place = bisect_left(days, as_of)
        for day in dict.fromkeys((*days[place + 1 : place + 2], *days[max(0, place - 1) : place])):
            if self.prepare is not None and day not in self.kept:
                self.prepare(day)

    def make(self, as_of: str | None) -> Snapshot:
        """Makes a snapshot and keeps it; the one kept longest goes, that of everything last."""
        began = perf_counter()
        days = self.all_days() if as_of and self.all_days else ()
        made = make_snapshot(self.view_as_of(as_of), None if as_of is None else self.kept.get(None), days)
        self.seconds = perf_counter() - began
        others = {day: one for day, one in self.kept.items() if day not in (as_of, None)}
        whole = {None: made} if as_of is None else {None: self.kept[None]} if None in self.kept else {}
        latest = {} if as_of is None else {as_of: made}
        self.kept = dict([*others.items()][-(MOST - 2) :]) | latest | whole
        return made

    def renew(self) -> None:
        """Takes account of a decision: at once where that is quick, else behind the old snapshot, which serves until then."""
        self.decided += 1
        if (self.seconds or 0.0) < QUICK_SECONDS:
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
