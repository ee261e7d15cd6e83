"""The thread of a text: what a time expression hangs on while the text is read from left to right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from counterclaim.annotate.times.calendar import Stretch

Tense = Literal["past", "present", "future", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The day of publication, whether the text is a history, the stretch last told, and the interval that runs since then."""

    published: date | None = None
    narrative: bool = False
    told: Stretch | None = None
    dated: Stretch | None = None
    running: tuple[date, date] | None = None

    @property
    def now(self) -> date | None:
        """The day that "yesterday" and "last week" count from."""
        if not self.narrative:
            return self.published
        return self.focus

    @property
    def focus(self) -> date | None:
        """The day that "the next day" and "a week later" count from: the one last told, else that of publication."""
        if self.told and self.told.earliest:
            return self.told.earliest
        return None if self.narrative else self.published


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the tense of what hangs over it, on demand, and the text before it."""

    tense: Callable[[], Tense]
    before: str


def advanced(thread: Thread, stretch: Stretch) -> Thread:
    """The thread after a stretch was told."""
    if stretch.timex_type not in ("DATE", "TIME") or stretch.earliest is None or stretch.value is None:
        return thread
    return replace(thread, told=stretch, running=None)
