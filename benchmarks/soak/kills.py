"""Runs that are killed at any instant: nothing lost, nothing twice, at most one batch done again, the same end."""

from __future__ import annotations

import mmap
import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.soak.seeds import PARAGRAPHS, seeds

from counterclaim import flow
from counterclaim.codec import encode
from counterclaim.kit import Settings
from counterclaim.ledger.check import problems_of
from counterclaim.ledger.store import Ledger, open_ledger

STAGES = ("start", "read", "annotate", "extract", "locate", "store", "view", "end")
BATCH = 4
REPORTS = 24


@dataclass(slots=True)
class Shared:
    """What a child tells its parent even when it is killed: the stage it is in, documents done, documents stored."""

    memory: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, 16))

    def set(self, place: int, value: int) -> None:
        """Writes one number."""
        self.memory[place * 4 : place * 4 + 4] = value.to_bytes(4, "little")

    def get(self, place: int) -> int:
        """Reads one number."""
        return int.from_bytes(self.memory[place * 4 : place * 4 + 4], "little")


STAGE, DONE, STORED = 0, 1, 2


def write_reports(folder: Path) -> None:
    """A folder of small reports of several formats."""
    for number in range(REPORTS):
        text = f"GOMA, Sept {number + 1}, 2021 (AFP) - " + "\n\n".join(PARAGRAPHS[number % 3 :]) + f" It was day {number}."
        (folder / f"{number:02}.txt").write_text(text)
    for name, data in seeds().items():
        (folder / f"x-{name}").write_bytes(data)
    (folder / "empty.txt").write_bytes(b"")


def watch(shared: Shared) -> None:
    """Makes the flow tell which stage it is in."""
    flow.extract = marked(flow.extract, "extract", shared)  # type: ignore[assignment]
    flow.locate = marked(flow.locate, "locate", shared)  # type: ignore[assignment]
    flow.annotate = streamed(flow.annotate, shared)  # type: ignore[assignment]
    Ledger.add = marked(Ledger.add, "store", shared)  # type: ignore[method-assign]


def marked(function: Any, stage: str, shared: Shared) -> Any:
    """The function, which notes its stage while it runs."""

    def run(*args: Any, **known: Any) -> Any:
        shared.set(STAGE, STAGES.index(stage))
        result = function(*args, **known)
        if stage == "locate":
            shared.set(DONE, shared.get(DONE) + 1)
        shared.set(STAGE, STAGES.index("read"))
        return result

    return run


def streamed(function: Any, shared: Shared) -> Any:
    """The generator, which notes its stage while it makes the next item."""

    def run(*args: Any) -> Iterator[Any]:
        stream = iter(function(*args))
        while True:
            shared.set(STAGE, STAGES.index("annotate"))
            item = next(stream, None)
            shared.set(STAGE, STAGES.index("read"))
            if item is None:
                return
            yield item

    return run


def child(folder: Path, ledger_path: Path, settings: Settings, shared: Shared) -> None:
    """One run with its view, in a process of its own, which it leaves at the end."""
    watch(shared)
    with open_ledger(ledger_path, create=True) as ledger:
        flow.run([str(folder)], ledger, settings, seen=lambda progress: shared.set(STORED, progress.read))
        shared.set(STAGE, STAGES.index("view"))
        flow.view_of_ledger(ledger, settings)
    shared.set(STAGE, STAGES.index("end"))
    os._exit(0)


def canonical(ledger_path: Path, settings: Settings) -> list[bytes]:
    """Everything that a ledger says, in canonical order."""
    with open_ledger(ledger_path) as ledger:
        view = flow.view_of_ledger(ledger, settings)
        return [encode(replace(view, readings=())), *map(encode, ledger.readings()), *map(encode, ledger.failures())]


def kills(rounds: int, seed: int) -> Iterator[str]:
    """Kills so many runs and gives the report line by line."""
    chance, settings = random.Random(seed), Settings(batch_size=BATCH)
    flow.open_kit(settings)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "in").mkdir()
        write_reports(home / "in")
        took = [run_whole(home, name, settings) for name in ("first.db", "whole.db")]
        whole = canonical(home / "whole.db", settings)
        yield from killed(rounds, home, settings, whole, took[-1], chance)


def run_whole(home: Path, name: str, settings: Settings) -> float:
    """The seconds that a run takes which nobody disturbs."""
    began = time.perf_counter()
    with open_ledger(home / name, create=True) as ledger:
        flow.run([str(home / "in")], ledger, settings)
    return time.perf_counter() - began


def killed(
    rounds: int, home: Path, settings: Settings, whole: list[bytes], lasts: float, chance: random.Random
) -> Iterator[str]:
    """Kills runs over one folder until the rounds are up; every ledger is brought to its end and compared."""
    stages, wrong, ended, most_redone = Counter[str](), list[str](), 0, 0
    path, number, kept, began = home / "0.db", 0, 0, time.perf_counter()
    while number < rounds:
        shared = Shared()
        process = os.fork()
        if process == 0:
            child(home / "in", path, settings, shared)
        time.sleep(chance.uniform(0, lasts * chance.choice((0.2, 0.5, 1.0))))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        number += 1
        stages[STAGES[shared.get(STAGE)]] += 1
        now = stored(path) if path.exists() else 0
        redone = shared.get(DONE) - (now - kept)
        most_redone = max(most_redone, redone)
        wrong += wrongs(path, number, now, kept, shared, redone)
        kept = now
        if STAGES[shared.get(STAGE)] == "end" or number == rounds or chance.random() < 0.1:
            wrong += ended_wrong(home, path, settings, whole, number)
            ended, kept, path = ended + 1, 0, home / f"{number}.db"
    seconds = time.perf_counter() - began
    yield f"{number} runs killed in {seconds:.0f} s, {ended} ledgers brought to their end, {len(wrong)} wrong"
    yield "  killed in the stage: " + ", ".join(f"{name} {count}" for name, count in stages.most_common())
    yield f"  at most {most_redone} documents were done again (a batch is {BATCH})"
    yield from (f"  WRONG {line}" for line in wrong[:50])


def stored(path: Path) -> int:
    """How many readings a ledger holds, 0 for one that is not yet made."""
    with open_ledger(path, create=True) as ledger:
        return int(ledger.database.execute("select count(*) from readings").fetchone()[0])


def wrongs(path: Path, number: int, now: int, kept: int, shared: Shared, redone: int) -> Iterator[str]:
    """What is wrong with a ledger after a kill."""
    if not path.exists():
        return
    with open_ledger(path) as ledger:
        yield from (f"round {number}: {problem}" for problem in problems_of(ledger))
        twice = ledger.database.execute("select count(*) - count(distinct document) from readings").fetchone()[0]
    if twice:
        yield f"round {number}: {twice} readings twice"
    if now < kept + shared.get(STORED):
        yield f"round {number}: {kept + shared.get(STORED)} were reported as stored, {now} are there"
    if redone > BATCH:
        yield f"round {number}: {redone} documents were done and not stored"


def ended_wrong(home: Path, path: Path, settings: Settings, whole: list[bytes], number: int) -> Iterator[str]:
    """Brings a ledger to its end and says whether it differs from one that was never disturbed."""
    with open_ledger(path, create=True) as ledger:
        flow.run([str(home / "in")], ledger, settings)
    if canonical(path, settings) != whole:
        yield f"round {number}: the end is not that of an undisturbed run"
