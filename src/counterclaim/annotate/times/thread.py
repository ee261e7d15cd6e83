"""The thread of a text: what a time expression hangs on while the text is read from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from counterclaim.annotate.times.calendar import SEASONS, Stretch

Tense = Literal["past", "present", "future", "unknown"]
DAYS = ("day", "part_of_day", "instant")
# a bare year this far from where a history has got to is an aside
ASIDE = 15
QUARTER = re.compile(r"(\d{4})-Q(\d)")
TOLD = re.compile(r"(BC)?(\d{4})(?:-(\d\d|SP|SU|FA|WI))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The day of publication, whether the text is a history, the stretch last told, and the interval that runs since then.

    `year` and `month` are where a history has got to (years before the common era are negative); the month is None after
    a bare year. `at` is where in the text the stretch last told stands, `day` the last that was told to the day, `full` the
    year and month of the last date that had both, `quarter` the year and number of the last quarter.
    """

    published: date | None = None
    narrative: bool = False
    told: Stretch | None = None
    year: int | None = None
    month: int | None = None
    running: tuple[date, date] | None = None
    at: int = -1
    full: tuple[int, int] | None = None
    quarter: tuple[int, int] | None = None
    day: date | None = None

    @property
    def now(self) -> date | None:
        """The day that "yesterday" and "last week" count from."""
        return self.focus if self.narrative else self.published

    @property
    def focus(self) -> date | None:
        """The day that "the next day" and "a week later" count from: the one last told, else that of publication."""
        if self.told and self.told.earliest:
            return self.told.earliest
        return None if self.narrative else self.published

    @property
    def that_day(self) -> date | None:
        """The day that times of day and "the next day" hang on: the last told to the day; a story that has since told only a
        month or year must still be in it, a report goes back to its own day where it has told none."""
        if self.told is not None and self.told.precision in DAYS:
            return self.told.earliest
        if not self.narrative:
            return self.day or self.published
        told = self.told
        within = told is not None and told.earliest and told.latest and self.day and told.earliest <= self.day <= told.latest
        return self.day if within else None

    @property
    def today(self) -> date | None:
        """The day that weekdays and "yesterday" count from; a history that told only a month or year has none."""
        if not self.narrative:
            return self.published
        return self.focus if self.told is not None and self.told.precision in DAYS else None

    @property
    def ancient(self) -> bool:
        """Whether the story plays before the common era."""
        return self.narrative and self.year is not None and self.year < 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the tense of what hangs over it, on demand, and its offset."""

    tense: Callable[[], Tense]
    at: int


def advanced(thread: Thread, stretch: Stretch, at: int) -> Thread:
    """The thread after a stretch was told."""
    if stretch.timex_type not in ("DATE", "TIME") or stretch.value is None or stretch.compared:
        return thread
    read = TOLD.match(stretch.value)
    if read is None or read.group(2) is None:
        return thread
    if (quarter := QUARTER.fullmatch(stretch.value)) is not None:
        thread = replace(thread, quarter=(int(quarter.group(1)), int(quarter.group(2))))
    told_year = int(read.group(2)) * (-1 if read.group(1) else 1)
    told_month = month_of(read.group(3))
    if told_month is None and thread.narrative and thread.year is not None and abs(told_year - thread.year) > ASIDE:
        return thread
    full = (told_year, told_month) if told_month is not None else thread.full
    day = stretch.earliest if stretch.precision in DAYS and stretch.earliest else thread.day
    return replace(thread, told=stretch, year=told_year, month=told_month, running=None, at=at, full=full, day=day)


def month_of(part: str | None) -> int | None:
    """The month that the part of a value after the year stands for."""
    if part is None:
        return None
    return SEASONS[part][0] if part in SEASONS else int(part) if int(part) <= 12 else None
