"""Which attribution is told within which: the innermost one whose content holds the cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.extract.attributions.draft import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the number of the smallest other draft whose content holds its cue, or None."""
    holders: dict[int, list[int]] = {}
    contents = [frozenset(draft.content) for draft in drafts]
    for number, draft in enumerate(drafts):
        for index in draft.content:
            holders.setdefault(index, []).append(number)
    heads = {draft.head: number for number, draft in enumerate(drafts) if draft.head >= 0}
    return [heads.get(draft.within, parent_of(drafts, contents, number, holders)) for number, draft in enumerate(drafts)]


def parent_of(
    drafts: Sequence[Draft], contents: Sequence[frozenset[int]], number: int, holders: Mapping[int, Sequence[int]]
) -> int | None:
    """The number of the smallest draft around this one, or None."""
    inner = drafts[number]
    anchor = inner.head if inner.head >= 0 else min(inner.content, default=-1)
    around = [
        other
        for other in holders.get(anchor, ())
        if other != number and (drafts[other].head not in contents[number] or weight(drafts[other]) > weight(inner))
    ]
    return min(around, key=lambda other: len(contents[other]), default=None)


def weight(draft: Draft) -> tuple[bool, int]:
    """What makes one of two drafts that hold each other's cue the outer one: "according to" speaks of all before it."""
    return draft.construction == "according", len(draft.content)
