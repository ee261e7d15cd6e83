"""One process: the stages run here, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

name = "one"


def map(
    function: Callable[[Sequence[Item], Any], Sequence[Result]],
    items: Iterable[Item],
    settings: Any,
    *,
    lost: Callable[[Item, str], Result] | None = None,
) -> Iterator[Result]:
    """The results of `function(batch, settings)` over batches of items, in input order; `lost` is not used."""
    for batch in batches(items, settings.batch_size):
        yield from function(batch, settings)


def group(
    function: Callable[[Sequence[Item], Any], Sequence[Result]],
    items: Iterable[Item],
    keys: Callable[[Item], Iterable[Hashable]],
    settings: Any,
) -> Iterator[Result]:
    """The results of `function(members, settings)` for each key's members, keys in order of first appearance."""
    for members in members_by_key(items, keys).values():
        yield from function(members, settings)


def members_by_key(items: Iterable[Item], keys: Callable[[Item], Iterable[Hashable]]) -> dict[Hashable, list[Item]]:
    """The items of each key, keys in order of first appearance."""
    members: dict[Hashable, list[Item]] = {}
    for item in items:
        for key in keys(item):
            members.setdefault(key, []).append(item)
    return members


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most `size`."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
