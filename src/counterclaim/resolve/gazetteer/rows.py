"""One place as the sources give it, before it goes into the gazetteer file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from counterclaim.records import PlaceKind

KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)


@dataclass(slots=True, kw_only=True)
class PlaceRow:
    """A place with all its names; `admin1` and `admin2` are ids of other rows, `names` run from the best known."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    admin1: str | None = None
    admin2: str | None = None
    geonames: int | None = None
    population: int | None = None
    names: tuple[str, ...] = field(default=())
