"""What a day costs that nobody asked for before: `python -m benchmarks.as_of_speed [CLAIMS]`, over made-up short reports.

Three in ten reports are on one city, one party and one week; each holds two claims. The ledger is a file, as in use.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from benchmarks.reconcile_growth import reading

from counterclaim.cli.serve import LedgerSource
from counterclaim.codec import rarely_collected
from counterclaim.flow import run_of
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.keeping import Snapshots

Made = TypeVar("Made")


def main() -> None:
    """Prints seconds for the whole ledger and for days of it: never asked for, asked for before, and the day beside one."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        with open_ledger(path, create=True) as ledger, rarely_collected():
            run = ledger.begin(run_of(Settings())).id
            ledger.add([reading(number, random.Random(number)) for number in range(claims // 2)], run)
        snapshots = shared(path)
        whole = timed("the whole ledger, never asked for", lambda: snapshots.take(None))
        days = whole.days
        print(f"{len(whole.index.claims)} claims, {len(whole.events)} events, {len(days)} days")
        for name, day in (("late", days[-len(days) // 10]), ("in the middle", days[len(days) // 2])):
            timed(f"a day {name}, never asked for", lambda day=day: snapshots.take(day))
            timed("  again", lambda day=day: snapshots.take(day))
        snapshots.ahead.shutdown(wait=True)
        beside = days[days.index(day) + 1]
        timed("  the next day on the slider, made ready meanwhile", lambda: snapshots.take(beside))
        later = shared(path)
        timed("the whole ledger, after a restart", lambda: later.take(None))
        timed("  that day, after a restart", lambda: later.take(day))


def shared(path: Path) -> Snapshots:
    """The snapshots of a ledger as the server keeps them."""
    source = LedgerSource(path, Settings(), readonly=True)
    return Snapshots(source.view, source.prepare, patience=36_000.0)


def timed(what: str, work: Callable[[], Made]) -> Made:
    """What some work gives; prints how long it took by the clock, and on the processor of this process."""
    began, busy = perf_counter(), process_time()
    made = work()
    print(f"{what:55}{perf_counter() - began:8.1f} s by the clock {process_time() - busy:8.1f} s of this process", flush=True)
    return made


if __name__ == "__main__":
    main()
