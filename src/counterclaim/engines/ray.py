"""Many machines: Ray's actor pool for `map`, Ray Data's groupby for `group`; needs the extra `ray`."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from counterclaim.engines.one import batches
from counterclaim.errors import PluginError

Item = TypeVar("Item")
Result = TypeVar("Result")
Function = Callable[[Sequence[Any], Any], Sequence[Any]]
Lost = Callable[[Any, str], Any]

name = "ray"
AHEAD = 2


class Caller:
    """An actor: holds the function and settings, so that what the function caches lives as long as the actor."""

    def __init__(self, function: Function, settings: Any) -> None:
        """Keeps both."""
        self.function, self.settings = function, settings

    def call(self, batch: Sequence[Any]) -> list[Any]:
        """The results of the function over a batch."""
        return list(self.function(batch, self.settings))


@dataclass(frozen=True, slots=True)
class Pool:
    """Ray's pool of actors, how to start one more, and what becomes of an item that kills one."""

    ray: Any
    actors: Any
    start: Callable[[], Any]
    lost: Lost | None


def map(
    function: Callable[[Sequence[Item], Any], Sequence[Result]],
    items: Iterable[Item],
    settings: Any,
    *,
    lost: Callable[[Item, str], Result] | None = None,
) -> Iterator[Result]:
    """The results of `function(batch, settings)` over batches of items, in input order, run by a pool of actors.

    An actor that dies is started again by Ray; its batch is tried item by item, and `lost` makes the result of the one that
    kills again.
    """
    count, pool = open_pool(function, settings, lost)
    under_way: deque[list[Item]] = deque()
    for batch in batches(items, settings.batch_size):
        pool.actors.submit(call, batch)
        under_way.append(batch)
        if len(under_way) >= AHEAD * count:
            yield from taken(pool, under_way.popleft())
    while under_way:
        yield from taken(pool, under_way.popleft())


def open_pool(function: Function, settings: Any, lost: Lost | None) -> tuple[int, Pool]:
    """The number of actors and their pool; one actor a core of the cluster unless the settings say how many."""
    ray = opened(settings)
    from ray.util import ActorPool

    actor = ray.remote(max_restarts=-1, max_task_retries=0, num_cpus=1)(Caller)
    count = settings.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    spare = ray.remote(num_cpus=0)(Caller)
    actors = ActorPool([actor.remote(function, settings) for _ in range(count)])
    return count, Pool(ray, actors, lambda: spare.remote(function, settings), lost)


def opened(settings: Any) -> Any:
    """Ray, connected to the cluster of the settings or started here; raises `PluginError` where it is not installed."""
    try:
        import ray
    except ImportError as error:
        raise PluginError("the engine 'ray' needs: pip install 'counterclaim[ray]'; there are also: one, processes") from error
    if not ray.is_initialized():
        address = dict(settings.extra).get("address")
        ray.init(address=address, log_to_driver=False, include_dashboard=False, logging_level="error")
    return ray


def call(actor: Any, batch: Sequence[Any]) -> Any:
    """The future of an actor's results over a batch."""
    return actor.call.remote(batch)


def taken(pool: Pool, batch: list[Any]) -> Iterator[Any]:
    """The next results of a pool in order; where the actor died, those of each item alone."""
    try:
        results = pool.actors.get_next()
    except pool.ray.exceptions.RayActorError:
        if pool.lost is None:
            raise
        results = one_by_one(pool, pool.lost, batch)
    yield from results


def one_by_one(pool: Pool, lost: Lost, batch: list[Any]) -> list[Any]:
    """The results of each item of a batch alone, in an actor of their own; an item that kills it is lost."""
    results: list[Any] = []
    actor = pool.start()
    for item in batch:
        try:
            results += pool.ray.get(call(actor, [item]))
        except pool.ray.exceptions.RayActorError:
            results.append(lost(item, "its worker died"))
            actor = pool.start()
    return results


def group(
    function: Callable[[Sequence[Item], Any], Sequence[Result]],
    items: Iterable[Item],
    keys: Callable[[Item], Iterable[Hashable]],
    settings: Any,
) -> Iterator[Result]:
    """The results of `function(members, settings)` for each key's members, keys in order of first appearance."""
    opened(settings)
    from ray.data import DataContext, from_items

    DataContext.get_current().enable_progress_bars = False
    order: dict[Hashable, int] = {}
    rows = [
        {"group": order.setdefault(key, len(order)), "place": place, "item": pickle.dumps(item)}
        for place, item in enumerate(items)
        for key in keys(item)
    ]
    if not rows:
        return
    reducer = partial(reduce_group, function, settings)
    grouped = from_items(rows).groupby("group").map_groups(reducer, batch_format="numpy")
    for row in sorted(grouped.take_all(), key=lambda row: int(row["group"])):
        yield from pickle.loads(row["results"])


def reduce_group(function: Function, settings: Any, rows: Any) -> dict[str, list[Any]]:
    """One row for the rows of one group: the group's number and the results over its members in input order."""
    ordered = sorted(zip(rows["place"], rows["item"], strict=True), key=lambda pair: int(pair[0]))
    results = function([pickle.loads(item) for _, item in ordered], settings)
    return {"group": [int(rows["group"][0])], "results": [pickle.dumps(list(results))]}
