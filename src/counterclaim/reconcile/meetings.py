"""Which pairs of many things are compared: those that share a key, each pair under the least common key that it shares.

A key that too many share is split by finer ones, and what is still too large gives only neighbours in a fixed order, so that
the number of pairs grows with the number of things and no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
HOT = 40
NEIGHBOURS = 6


@dataclass(frozen=True, slots=True)
class Guest(Generic[Item]):
    """A thing with the keys that it shares with others, as numbers, the rarest first; how many share each, and its kind."""

    item: Item
    keys: tuple[int, ...]
    sizes: tuple[int, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules(Generic[Item]):
    """How a key that too many share is split: finer keys, an order of neighbours, and kinds of key that are no reason to meet.

    Where both the key and the finer one are of a `loose` kind, what is too large is not compared at all.
    """

    finer: Callable[[Item], Iterable[tuple[Hashable, ...]]]
    order: Callable[[Item], tuple[object, ...]]
    loose: str


def guests_of(items: Sequence[Item], keys_of: Callable[[Item], Iterable[tuple[Hashable, ...]]]) -> list[Guest[Item]]:
    """The items with the keys that they share; keys shared by the same things are one, and a key of a single thing is none."""
    places: dict[tuple[Hashable, ...], list[int]] = {}
    for index, item in enumerate(items):
        for key in dict.fromkeys(keys_of(item)):
            places.setdefault(key, []).append(index)
    kinds: dict[tuple[int, ...], str] = {}
    for key, members in places.items():
        if len(members) > 1:
            group = tuple(members)
            kinds[group] = min(kinds.get(group, str(key[0])), str(key[0]))
    found: list[list[tuple[int, int, str]]] = [[] for _ in items]
    for number, group in enumerate(sorted(kinds, key=lambda group: (len(group), group))):
        shared = (number, len(group), kinds[group])
        for index in group:
            found[index].append(shared)
    columns = (tuple(zip(*keys, strict=True)) or ((), (), ()) for keys in found)
    return [Guest(item, *parts) for item, parts in zip(items, columns, strict=True)]


def pairs(guests: Sequence[Guest[Item]], rules: Rules[Item]) -> Iterator[tuple[Item, Item]]:
    """The pairs to compare among the guests that share one key, less those that meet under a rarer one."""
    own = common_key(guests)
    if own is None:
        return
    key, kind = own
    if len(guests) <= HOT:
        yield from ((left.item, right.item) for left, right in meeting(guests, key))
        return
    inner = guests_of(guests, lambda guest: rules.finer(guest.item))
    for number, group in members_by_key(inner).items():
        finer = group[0].kinds[group[0].keys.index(number)]
        if len(group) <= HOT:
            found = meeting(group, number)
        else:
            found = neighbours(group, rules) if not kind == finer == rules.loose else iter(())
        yield from ((one.item.item, other.item.item) for one, other in found if first_common(one.item, other.item) == key)


def neighbours(
    group: Sequence[Guest[Guest[Item]]], rules: Rules[Item]
) -> Iterator[tuple[Guest[Guest[Item]], Guest[Guest[Item]]]]:
    """Each guest of a large finer group with the few after it, less those that it meets in a small one."""
    ordered = sorted(group, key=lambda member: rules.order(member.item.item))
    for index, left in enumerate(ordered):
        for right in ordered[index + 1 : index + 1 + NEIGHBOURS]:
            first = first_common(left, right)
            if first is not None and left.sizes[left.keys.index(first)] > HOT:
                yield left, right


def meeting(guests: Sequence[Guest[Item]], key: int) -> Iterator[tuple[Guest[Item], Guest[Item]]]:
    """All pairs of these guests that share no rarer key than this one."""
    rarer = [frozenset(guest.keys[: guest.keys.index(key)]) for guest in guests]
    for index, left in enumerate(guests):
        own = rarer[index]
        for place in range(index + 1, len(guests)):
            if own.isdisjoint(rarer[place]):
                yield left, guests[place]


def first_common(left: Guest[Item], right: Guest[Item]) -> int | None:
    """The rarest key that two guests share."""
    others = right.keys
    return next((key for key in left.keys if key in others), None)


def common_key(guests: Sequence[Guest[Item]]) -> tuple[int, str] | None:
    """The key that these guests, and they alone, share, with its kind."""
    first, size = guests[0], len(guests)
    for key, shared, kind in zip(first.keys, first.sizes, first.kinds, strict=True):
        if shared == size and all(key in guest.keys for guest in guests):
            return key, kind
    return None


def members_by_key(guests: Sequence[Guest[Item]]) -> dict[int, list[Guest[Item]]]:
    """The guests of each key."""
    found: dict[int, list[Guest[Item]]] = {}
    for guest in guests:
        for key in guest.keys:
            found.setdefault(key, []).append(guest)
    return found
