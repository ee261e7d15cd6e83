"""Which time expressions of a report are shown: all but loose words for the past or the future that nothing rests on."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.records import Reading, When


def whens_of(reading: Reading) -> Iterator[When]:
    """The time expressions of a report that give a day or a stretch of days, or on which an event or a saying rests."""
    used = {when.id for claim in reading.claims for when in (claim.said, claim.event.when if claim.event else None) if when}
    return (when for when in reading.whens if when.id in used or not is_open(when))


def is_open(when: When) -> bool:
    """Whether an expression says no more than "before" or "after" some day ("recent", "in the future")."""
    return when.precision == "vague" and (when.earliest is None or when.latest is None)
