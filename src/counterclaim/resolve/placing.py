"""Places the names of one document together: each by its own words first, then by what the others make probable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

from counterclaim.contracts import Gazetteer
from counterclaim.folding import Folding
from counterclaim.knowledge.load import load
from counterclaim.knowledge.tables import folding_table
from counterclaim.resolve.candidates import candidates_of, with_folded
from counterclaim.resolve.place_context import Cues
from counterclaim.resolve.place_features import Asked, Features, Votes, chances_of, features_of, votes_of

ROUNDS = 3
COUNTRIES = 4
LEAST_SHARE = 0.05


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Weighing:
    """The fitted table: weights without and with context, and the two numbers that calibrate a probability."""

    alone: Mapping[str, float]
    together: Mapping[str, float]
    slope: float
    offset: float


@cache
def weighing_table(folders: tuple[Path, ...] = ()) -> Weighing:
    """The fitted table of knowledge, compiled once a process."""
    page = load(folders).tables["place_weights"]
    return Weighing(
        alone=page["alone"], together=page["together"], slope=page["calibration"]["slope"], offset=page["calibration"]["offset"]
    )


def place_all(asked: Sequence[Asked], cues: Cues, gazetteer: Gazetteer, folders: tuple[Path, ...]) -> None:
    """Fills the candidates of each name and their chances, in rounds in which each name hears the others."""
    table, weighing = folding_table(folders), weighing_table(folders)
    for one in asked:
        one.candidates = candidates_of(one.name, gazetteer)
        one.chances = first_chances(one, cues, table, weighing)
    countries = main_countries(votes_of(asked, cues).states)
    for one in asked:
        one.candidates = with_folded(one.name, one.candidates, gazetteer, countries)
        one.chances = first_chances(one, cues, table, weighing)
    for _ in range(ROUNDS):
        heard = [chances_of(rows_of(one, votes_of(asked, cues, without=one), cues, table), weighing.together) for one in asked]
        for one, chances in zip(asked, heard, strict=True):
            one.chances = chances


def first_chances(one: Asked, cues: Cues, table: Folding, weighing: Weighing) -> list[float]:
    """The chances of a name's candidates by its own words alone."""
    return chances_of(rows_of(one, Votes({}, {}, []), cues, table), weighing.alone)


def rows_of(one: Asked, votes: Votes, cues: Cues, table: Folding) -> list[Features]:
    """The features of each candidate of a name."""
    return [features_of(candidate, one, votes, cues, table) for candidate in one.candidates]


def main_countries(states: Mapping[str, float]) -> tuple[str, ...]:
    """The states that a document speaks of most, at most `COUNTRIES`."""
    total = sum(states.values())
    ranked = sorted(states.items(), key=lambda vote: (-vote[1], vote[0]))[:COUNTRIES]
    return tuple(country for country, vote in ranked if vote >= LEAST_SHARE * total)


def calibrated(chance: float, weighing: Weighing) -> float:
    """The probability that the best candidate is right, from its chance among the candidates."""
    bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return 1 / (1 + exp(-(weighing.offset + weighing.slope * log(bounded / (1 - bounded)))))
