"""How far the sources of an event reach, in ACLED's words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from counterclaim.knowledge.entries import Outlet
from counterclaim.knowledge.load import load

SCALES = ("Other", "National", "Regional", "International")


@cache
def outlets() -> dict[str, Outlet]:
    """All outlets by each of their names, in small letters."""
    return {name.casefold(): outlet for outlet in load().outlets.values() for name in (outlet.name, *outlet.aliases)}


def source_scale(publishers: Iterable[str], country: str | None) -> str:
    """ACLED's source scale of some publishers for an event in a country, "" where none of them is known.

    >>> source_scale(["Reuters", "Bakhtar"], "AF")
    'Other-International'
    """
    known = [outlet for name in publishers if (outlet := outlets().get(name.casefold()))]
    found = {scale(outlet, country) for outlet in known}
    return "-".join(one for one in SCALES if one in found)


def scale(outlet: Outlet, country: str | None) -> str:
    """The scale of one outlet: a party's own is `Other`, one of the country is national, else international."""
    if outlet.sides:
        return "Other"
    return "National" if outlet.country and outlet.country == country else "International"
