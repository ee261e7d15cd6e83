"""A claim on an event as reconciling weighs it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.reconcile.happenings import Happening
from counterclaim.reconcile.speakers import Speaker
from counterclaim.records import Claim

SIDE = "side "


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A claim with its source, its telling's origin and the day on which it was said or published; of an `own_deed` or not."""

    claim: Claim
    speaker: Speaker
    origin: str
    day: str | None
    happening: Happening | None
    void: bool = False
    own_deed: bool = False


def names_of(saying: Saying) -> frozenset[str]:
    """The names under which a speaker can be a doer."""
    side = saying.speaker.side
    return frozenset({saying.speaker.name.casefold(), *([SIDE + side] if side else [])})
