"""All cores of one machine: worker processes that each load the tagger once.

A worker holds one batch at a time. One that dies takes its batch with it; the items of that batch are then tried one by one,
and the one that kills again is lost, alone.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from counterclaim.engines.one import batches, members_by_key
from counterclaim.engines.one import group as group_here

Item = TypeVar("Item")
Result = TypeVar("Result")
Function = Callable[[Sequence[Any], Any], Sequence[Any]]
Lost = Callable[[Any, str], Any]

name = "processes"
AHEAD = 4
LONGEST_SECONDS = 600.0
FEW_ITEMS = 2_000
GROUPS_AT_ONCE = 64


@dataclass(slots=True)
class Worker:
    """A process with the pipe to it, the number of the batch it holds, and since when."""

    process: Any
    pipe: Connection
    holds: int | None = None
    since: float = 0.0


@dataclass(slots=True)
class Work:
    """The batches of one `map`: those waiting, those under way, and those done but not yet given out in order."""

    source: Iterator[list[Any]]
    waiting: deque[tuple[int, list[Any]]] = field(default_factory=deque)
    under_way: dict[int, list[Any]] = field(default_factory=dict)
    done: dict[int, list[Any]] = field(default_factory=dict)
    pieces: dict[int, list[int]] = field(default_factory=dict)
    drawn: int = 0
    given: int = 0
    ended: bool = False
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(-1, -(2**62), -1)))


def map(
    function: Callable[[Sequence[Item], Any], Sequence[Result]],
    items: Iterable[Item],
    settings: Any,
    *,
    lost: Callable[[Item, str], Result] | None = None,
) -> Iterator[Result]:
    """The results of `function(batch, settings)` over batches of items, in input order; `lost` makes the result of an item
    that killed its worker."""
    work = Work(batches(items, settings.batch_size))
    workers = [start(function, settings) for _ in range(settings.workers or os.cpu_count() or 1)]
    try:
        while True:
            hand_out(work, workers)
            yield from ready(work)
            if work.under_way:
                collect(work, workers, function, settings, lost)
            elif work.ended and not work.waiting:
                return
    finally:
        stop(workers)


def hand_out(work: Work, workers: Sequence[Worker]) -> None:
    """Gives a batch to each idle worker; no batch is drawn too far ahead of the oldest one not yet given out."""
    for worker in workers:
        if worker.holds is not None:
            continue
        batch = next_batch(work, AHEAD * len(workers))
        if batch is None:
            return
        number, members = batch
        work.under_way[number] = members
        worker.holds, worker.since = number, time.monotonic()
        send(worker, (number, members))


def send(worker: Worker, message: Any) -> None:
    """Sends a message; a worker found dead here is noticed by `collect`."""
    try:
        worker.pipe.send(message)
    except (BrokenPipeError, ConnectionError):
        worker.process.join(1)


def next_batch(work: Work, ahead: int) -> tuple[int, list[Any]] | None:
    """The next batch to run: a single item to try again, else a fresh batch from the source."""
    if work.waiting:
        return work.waiting.popleft()
    if work.drawn - work.given >= ahead:
        return None
    members = next(work.source, None)
    if members is None:
        work.ended = True
        return None
    work.drawn += 1
    return work.drawn - 1, members


def ready(work: Work) -> Iterator[Any]:
    """The results that are next in input order."""
    while work.given in work.done:
        results = work.done.pop(work.given)
        work.given += 1
        yield from results


def collect(work: Work, workers: list[Worker], function: Function, settings: Any, lost: Lost | None) -> None:
    """Waits for a worker to answer or to die, and takes in what it did; one that hangs too long is ended."""
    busy = {worker.pipe: worker for worker in workers if worker.holds is not None}
    for pipe in wait(list(busy), timeout=1.0):
        worker = busy[pipe]  # type: ignore[index]
        try:
            number, results, error = worker.pipe.recv()
        except (EOFError, OSError):
            replace(worker, workers, work, function, settings, lost, f"its worker died (exit code {code_of(worker)})")
            continue
        if error is not None:
            raise error
        worker.holds = None
        finish(work, number, list(results))
    for worker in [worker for worker in workers if hangs(worker)]:
        worker.process.kill()
        replace(worker, workers, work, function, settings, lost, f"its worker did not answer in {LONGEST_SECONDS:.0f} s")


def hangs(worker: Worker) -> bool:
    """Whether a worker has held its batch for too long."""
    return worker.holds is not None and time.monotonic() - worker.since > LONGEST_SECONDS


def code_of(worker: Worker) -> int | None:
    """The exit code of a dead worker."""
    worker.process.join(5)
    code: int | None = worker.process.exitcode
    return code


def replace(
    worker: Worker, workers: list[Worker], work: Work, function: Function, settings: Any, lost: Lost | None, reason: str
) -> None:
    """Puts a new worker in place of a dead one, and its batch back in single items, or gives up its only item."""
    number = worker.holds
    workers[workers.index(worker)] = start(function, settings)
    worker.pipe.close()
    if number is None:
        return
    members = work.under_way[number]
    if len(members) > 1:
        split(work, number, members)
    elif lost is None:
        raise RuntimeError(f"an item of this map was lost: {reason}")
    else:
        finish(work, number, [lost(members[0], reason)])


def split(work: Work, number: int, members: list[Any]) -> None:
    """Puts the items of a batch back to be run one by one."""
    del work.under_way[number]
    singles = list(islice(work.numbers, len(members)))
    work.pieces[number] = singles
    work.waiting.extendleft(reversed([(single, [member]) for single, member in zip(singles, members, strict=True)]))


def finish(work: Work, number: int, results: list[Any]) -> None:
    """Notes the results of a batch; the last single item of a split batch completes that batch."""
    del work.under_way[number]
    work.done[number] = results
    for whole, singles in list(work.pieces.items()):
        if number in singles and all(single in work.done for single in singles):
            del work.pieces[whole]
            work.done[whole] = [result for single in singles for result in work.done.pop(single)]


def start(function: Function, settings: Any) -> Worker:
    """A new worker process."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, function, settings), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return Worker(process, ours)


def serve(pipe: Connection, function: Function, settings: Any) -> None:
    """The life of a worker: batches in, results out, until the pipe is closed."""
    while True:
        try:
            number, members = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            answer: tuple[int, Any, Exception | None] = (number, function(members, settings), None)
        except Exception as error:  # noqa: BLE001 - it is raised again in the parent, which knows what to do
            answer = (number, None, RuntimeError(f"{type(error).__name__}: {error}"))
        try:
            pipe.send(answer)
        except (BrokenPipeError, ConnectionError):
            return


def stop(workers: Sequence[Worker]) -> None:
    """Ends all workers."""
    for worker in workers:
        worker.pipe.close()
    for worker in workers:
        worker.process.join(0.2)
        if worker.process.is_alive():
            worker.process.terminate()
    for worker in workers:
        worker.process.join(5)


def group(
    function: Callable[[Sequence[Item], Any], Sequence[Result]],
    items: Iterable[Item],
    keys: Callable[[Item], Iterable[Hashable]],
    settings: Any,
) -> Iterator[Result]:
    """The results of `function(members, settings)` for each key's members, keys in order of first appearance.

    Few items are grouped here, where sending them would cost more than comparing them.
    """
    items = list(items)
    if len(items) < FEW_ITEMS:
        yield from group_here(function, items, keys, settings)
        return
    chunks = batches(members_by_key(items, keys).values(), GROUPS_AT_ONCE)
    yield from map(partial(over_groups, function), chunks, settings)


def over_groups(function: Function, chunks: Sequence[Sequence[Sequence[Any]]], settings: Any) -> list[Any]:
    """The results of a function over each group of some chunks of groups."""
    return [result for chunk in chunks for members in chunk for result in function(members, settings)]
