"""The gazetteer: built once from packaged GeoNames data into a local file, then looked up by exact and folded name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.records import Place


@dataclass(frozen=True, slots=True)
class SqliteGazetteer:
    """An opened gazetteer file."""

    version: str

    def exact(self, name: str, countries: Sequence[str] = ()) -> tuple[Place, ...]:
        """Places with exactly this name (case and marks folded), most populous first."""
        return ()

    def folded(self, name: str, countries: Sequence[str] = ()) -> tuple[tuple[Place, float], ...]:
        """Places whose folded name is near, each with a score from 0 to 1, best first."""
        return ()

    def get(self, place: str) -> Place | None:
        """The place with this id."""
        return None


def open_gazetteer(path: Path | None = None) -> SqliteGazetteer:
    """The gazetteer at a path, or the user's own in the cache directory."""
    return SqliteGazetteer("none")
