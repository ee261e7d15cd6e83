"""The functions that rules name, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from counterclaim.annotate.times import clocks, dates, durations, holidays, relative, weekdays
from counterclaim.annotate.times.calendar import Stretch
from counterclaim.annotate.times.thread import Place, Thread

Maker = Callable[[Mapping[str, str], Thread, Place], Stretch | None]

MAKERS: Mapping[str, Maker] = {
    name.removeprefix("make_").replace("_", " "): maker
    for module in (clocks, dates, durations, holidays, relative, weekdays)
    for name, maker in vars(module).items()
    if name.startswith("make_") and maker.__module__ == module.__name__
}
