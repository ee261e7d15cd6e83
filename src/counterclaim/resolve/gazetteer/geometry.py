"""Points on the globe: distance, centre and radius of a set of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import asin, atan2, cos, degrees, floor, hypot, radians, sin, sqrt

EARTH_KM = 6371.0
CELL_DEGREES = 0.25

Point = tuple[float, float]


@lru_cache(maxsize=50_000)  # the places of a document are compared with one another in several rounds
def distance_km(left: Point, right: Point) -> float:
    """The great-circle distance of two points given as latitude and longitude in degrees."""
    phi, lam, psi, mu = (radians(value) for value in (*left, *right))
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin((mu - lam) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def centre(points: Iterable[Point]) -> Point:
    """The middle of points as latitude and longitude; unit vectors are averaged, so the date line is no border."""
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, lam = radians(latitude), radians(longitude)
        x, y, z = x + cos(phi) * cos(lam), y + cos(phi) * sin(lam), z + sin(phi)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def area_centre(points: Sequence[Point]) -> Point:
    """The middle of the area that points cover: each quarter-degree cell counts once, however many points lie in it."""
    cells: dict[tuple[int, int], Point] = {}
    for point in points:
        cells.setdefault((floor(point[0] / CELL_DEGREES), floor(point[1] / CELL_DEGREES)), point)
    return centre(cells.values())


def area_radius(middle: Point, points: Sequence[Point], *, least: float = 5.0) -> float:
    """The distance within which nine in ten of the points lie, in kilometres."""
    distances = sorted(distance_km(middle, point) for point in points)
    return round(max(least, distances[int(0.9 * (len(distances) - 1))]), 1)
