"""How the flow grows with documents, workers and engines, on made-up short reports: `just scale growth engines memory`.

Each measurement is a process of its own, whose outcome is kept in a file, so that what is done is not done again; a reading
that was stopped resumes in its ledger, and its seconds are added up.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.made import write_reports
from benchmarks.watch import watched
from platformdirs import user_cache_path
from rich.console import Console
from rich.progress import Progress as Bars

from counterclaim import flow
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger

Outcome = dict[str, Any]
ENGINES = ("one 1 2000", "processes 2 2000", "processes 2 10000", "ray 2 10000")
MEMORY = ("one 1 2000", "one 1 20000", "processes 2 2000", "processes 2 20000")


def main() -> None:
    """Runs the measurements asked for that are not done yet, and prints the outcome of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=["growth"], help="any of: growth engines memory (default growth)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="the sizes of growth")
    parser.add_argument("--folder", type=Path, default=user_cache_path("counterclaim") / "scale", help="where all is kept")
    parser.add_argument("--again", action="store_true", help="measure anew what was measured")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        step, *rest = args.child.split()
        print(json.dumps(CHILDREN[step](args.folder, *rest)))
        return
    for name in dict.fromkeys(name for what in args.what for name in measurements(what, args.sizes)):
        if args.again:
            forget(args.folder, name)
        if not outcome(args.folder, name).exists():
            run_child(name, args.folder)
        print(f"{name:24} {outcome(args.folder, name).read_text()}", flush=True)


def measurements(what: str, sizes: Sequence[int]) -> list[str]:
    """The measurements that answer a question: what is run, with its arguments."""
    if what == "growth":
        return [f"{step} one 1 {size}" for size in sizes for step in ("read", "view")]
    if what in ("engines", "memory"):
        return [f"read {run}" for run in (ENGINES if what == "engines" else MEMORY)]
    raise SystemExit(f"no measurement called {what!r}; there are: growth, engines, memory")


def outcome(folder: Path, name: str) -> Path:
    """Where the outcome of a measurement is kept."""
    return folder / f"{name.replace(' ', '-')}.json"


def forget(folder: Path, name: str) -> None:
    """Removes what a measurement left."""
    step, *rest = name.split()
    left = [outcome(folder, name), *(folder.glob("-".join(rest) + ".*") if step == "read" else ())]
    for path in left:
        path.unlink(missing_ok=True)


def run_child(name: str, folder: Path) -> None:
    """Runs one measurement in a process of its own and keeps its outcome."""
    size = int(name.split()[-1])
    write_reports(size, feed_of(folder, size))
    command = [sys.executable, "-m", "benchmarks.scale", "--folder", str(folder), "--child", name]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    outcome(folder, name).write_text(done.stdout.splitlines()[-1], encoding="utf-8")


def feed_of(folder: Path, size: int) -> Path:
    """The folder of the feed of this size."""
    return folder / f"feed-{size}"


def ledger_of(folder: Path, engine: str, workers: str, size: str) -> Path:
    """The ledger that so many workers of an engine write of the feed of this size."""
    return folder / f"{engine}-{workers}-{size}.db"


def read(folder: Path, engine: str, workers: str, size: str) -> Outcome:
    """Reads a feed: seconds with start-up, seconds after the first batch, and the peaks of memory.

    `per_document_ms` is of the processor, all processes together, and like the seconds it leaves the first batch out.
    """
    path = ledger_of(folder, engine, workers, size)
    so_far = path.with_suffix(".so_far.json")
    earlier = json.loads(so_far.read_text()) if so_far.exists() else {"documents": 0, "seconds": 0.0, "cpu": 0.0}
    firsts = list[Any]()
    with watched() as watch, shown(f"read {engine} {workers}", int(size)) as show, open_ledger(path, create=True) as ledger:

        def seen(progress: Any) -> None:
            show(progress.read + progress.known)
            if not firsts:
                firsts.append((progress.read, watch.seconds(), watch.cpu()))
                return
            so_far.write_text(json.dumps(added(earlier, firsts[0], (progress.read, watch.seconds(), watch.cpu()))))

        settings = Settings(engine=engine, workers=int(workers))
        progress = flow.run([str(feed_of(folder, int(size)))], ledger, settings, seen=seen)
        whole = watch.seconds()
    steady = json.loads(so_far.read_text())
    return {
        "documents": int(size), "claims": progress.claims, "failures": len(progress.failures), "with_start_s": round(whole, 1),
        **per_document(steady), "peaks_mb": watch.peaks(),
    }  # fmt: skip


def added(earlier: Outcome, first: tuple[int, float, float], now: tuple[int, float, float]) -> Outcome:
    """The documents and seconds since the first batch, and those of runs that were stopped."""
    documents, seconds, cpu = (late - early for early, late in zip(first, now, strict=True))
    return {
        "documents": earlier["documents"] + documents, "seconds": earlier["seconds"] + seconds, "cpu": earlier["cpu"] + cpu,
    }  # fmt: skip


def per_document(steady: Outcome) -> Outcome:
    """Documents a second, and milliseconds a document by the clock and of the processor."""
    count = max(1, steady["documents"])
    return {
        "documents_per_s": round(count / steady["seconds"], 1),
        "clock_ms": round(1000 * steady["seconds"] / count, 3),
        "cpu_ms": round(1000 * steady["cpu"] / count, 3),
    }


def view(folder: Path, engine: str, workers: str, size: str) -> Outcome:
    """Computes the view of what was read, entities, origins, events and standings, as the next brief would find it."""
    with watched() as watch, open_ledger(ledger_of(folder, engine, workers, size)) as ledger:
        ledger.database.execute("delete from views")
        made = flow.view_of_ledger(ledger, Settings())
        seconds, cpu, count = watch.seconds(), watch.cpu(), int(size)
    return {
        "documents": count, "entities": len(made.entities), "origins": len(made.origins), "events": len(made.events),
        "links": len(made.links), "clock_ms": round(1000 * seconds / count, 3), "cpu_ms": round(1000 * cpu / count, 3),
        "peaks_mb": watch.peaks(),
    }  # fmt: skip


@contextmanager
def shown(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function that moves a progress bar on standard error to so many documents."""
    with Bars(console=Console(stderr=True)) as bars:
        task = bars.add_task(title, total=total)
        yield lambda done: bars.update(task, completed=done)


CHILDREN: dict[str, Callable[..., Outcome]] = {"read": read, "view": view}

if __name__ == "__main__":
    main()
