"""Takes documents into a ledger: what it holds is passed over, the rest is read and stored batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.ledger.store import Ledger, in_batches
from counterclaim.records import Document, Failure, Reading

Read = Callable[[Iterable[Document]], Iterator[Reading | Failure]]


@dataclass(slots=True, kw_only=True)
class Progress:
    """How far a run has come: documents found, those the ledger held already, those read now, claims, failures.

    `passed` of `sources` files were gone through; 0 sources where their number is not known. `aside` are JSON files that lie
    beside texts and hold none themselves.
    """

    run: str
    sources: int = 0
    passed: int = 0
    found: int = 0
    known: int = 0
    read: int = 0
    claims: int = 0
    failures: list[Failure] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def ignore(progress: Progress) -> None:
    """Tells nobody."""


def take_in(
    found: Iterable[Document | Failure],
    ledger: Ledger,
    progress: Progress,
    *,
    read: Read,
    size: int,
    seen: Callable[[Progress], None] = ignore,
) -> Progress:
    """Stores what `read` makes of the documents found, in batches, each whole or not at all; tells `seen` after each."""
    waiting = list[Failure]()
    for batch in in_batches(read(unknown(found, ledger, progress, waiting)), size):
        store([*batch, *drained(waiting)], ledger, progress)
        seen(progress)
    store(drained(waiting), ledger, progress)
    seen(progress)
    return progress


def unknown(
    found: Iterable[Document | Failure], ledger: Ledger, progress: Progress, waiting: list[Failure]
) -> Iterator[Document]:
    """The documents that the ledger does not hold; failures are put aside in `waiting`."""
    for item in found:
        if isinstance(item, Failure):
            waiting.append(item)
            continue
        progress.found += 1
        if ledger.holds(item, progress.run):
            progress.known += 1
        else:
            yield item


def drained(waiting: list[Failure]) -> list[Failure]:
    """What was put aside, which is emptied."""
    taken = list(waiting)
    waiting.clear()
    return taken


def store(results: Sequence[Reading | Failure], ledger: Ledger, progress: Progress) -> None:
    """Stores results in one transaction and counts them."""
    if not results:
        return
    ledger.add(results, progress.run)
    for result in results:
        if isinstance(result, Failure):
            progress.failures.append(result)
            continue
        progress.read += 1
        progress.claims += len(result.claims)
        progress.failures += result.failures
        for stage, spent in result.seconds:
            progress.seconds[stage] = progress.seconds.get(stage, 0.0) + spent
