"""Which attribution is told within which: the innermost one whose content holds the cue."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.attributions.draft import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the number of the smallest other draft whose content holds its cue, or None."""
    holders: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for index in draft.content:
            holders.setdefault(index, []).append(number)
    heads = {draft.head: number for number, draft in enumerate(drafts) if draft.head >= 0}
    return [heads.get(draft.within, parent_of(drafts, number, holders)) for number, draft in enumerate(drafts)]


def parent_of(drafts: Sequence[Draft], number: int, holders: dict[int, list[int]]) -> int | None:
    """The number of the smallest draft around this one, or None."""
    anchor = drafts[number].head if drafts[number].head >= 0 else min(drafts[number].content, default=-1)
    around = [other for other in holders.get(anchor, ()) if other != number and encloses(drafts[other], drafts[number])]
    return min(around, key=lambda other: len(drafts[other].content), default=None)


def encloses(outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft's cue lies in the outer content and not the other way round too.

    Where each holds the other's cue, "according to" is the outer one: it speaks of all that stands before it.
    """
    if outer.head not in inner.content:
        return True
    return weight(outer) > weight(inner)


def weight(draft: Draft) -> tuple[bool, int]:
    """What decides which of two drafts that hold each other's cue is the outer one."""
    return draft.construction == "according", len(draft.content)
