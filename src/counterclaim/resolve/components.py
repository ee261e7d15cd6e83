"""Joins nodes by their "same" links, best first, and never two parts that hold nodes known to differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.records import Link
from counterclaim.resolve.nodes import Node


def components_of(nodes: Sequence[Node], links: Iterable[Link]) -> list[list[Node]]:
    """The nodes in groups that are one thing each, in the order of their smallest keys."""
    listed = list(links)
    group_of = {node.key: {node.key} for node in nodes}
    node_at = {node.key: node for node in nodes}
    apart = differing(listed)
    alone = sole_surnames(listed, node_at)
    for link in listed:
        if link.verdict == "same" and (link.rule != "surname" or link.id in alone):
            left, right = group_of[link.left], group_of[link.right]
            if left is not right and may_join(left, right, node_at, apart):
                kept, gone = (left, right) if len(left) >= len(right) else (right, left)
                kept |= gone
                for key in gone:
                    group_of[key] = kept
    groups = {id(group): group for group in group_of.values()}
    return [[node_at[key] for key in sorted(group)] for group in sorted(groups.values(), key=min)]


def differing(links: Iterable[Link]) -> dict[str, set[str]]:
    """For each node, those that it is known to differ from."""
    found: dict[str, set[str]] = {}
    for link in links:
        if link.verdict == "different":
            found.setdefault(link.left, set()).add(link.right)
            found.setdefault(link.right, set()).add(link.left)
    return found


def may_join(left: set[str], right: set[str], node_at: dict[str, Node], apart: dict[str, set[str]]) -> bool:
    """Whether no two nodes of two groups are known to differ."""
    for attribute in ("known", "place"):
        values = {getattr(node_at[key].name, attribute) for key in left | right} - {None}
        if len(values) > 1:
            return False
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return all(large.isdisjoint(apart.get(key, ())) for key in small)


def sole_surnames(links: Iterable[Link], node_at: dict[str, Node]) -> set[str]:
    """The surname links of those surnames that fit one full name only; one that fits two joins neither."""
    fits: dict[str, list[tuple[str, str]]] = {}
    for link in links:
        if link.rule == "surname" and link.verdict == "same":
            short, full = sorted((link.left, link.right), key=lambda key: (len(node_at[key].name.text.split()), key))
            fits.setdefault(short, []).append((link.id, full))
    return {pairs[0][0] for pairs in fits.values() if len(pairs) == 1}
