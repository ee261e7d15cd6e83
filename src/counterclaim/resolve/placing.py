"""Places the names of one document together: each by its own words first, then by what the others make probable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from counterclaim.contracts import Gazetteer
from counterclaim.knowledge.load import load
from counterclaim.knowledge.tables import folding_table
from counterclaim.resolve.candidates import Candidate, candidates_of, with_folded
from counterclaim.resolve.place_context import Cues
from counterclaim.resolve.place_features import (
    Asked,
    Basis,
    Votes,
    chances_of,
    doubts_of,
    first_of,
    rows_of,
    votes_of,
)

ROUNDS = 3
COUNTRIES = 4
LEAST_SHARE = 0.05
SETTLED = 0.001


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Weighing:
    """The fitted table: weights without and with context, and those that turn a chance into a probability."""

    alone: Mapping[str, float]
    together: Mapping[str, float]
    doubts: Mapping[str, float]


@cache
def basis_of(folders: tuple[Path, ...] = ()) -> Basis:
    """What features rest on, loaded once a process."""
    states = load(folders).tables["countries"]
    return Basis(folding_table(folders), frozenset(states["capitals"].values()), frozenset(states["transliterated"]))


@cache
def former_names(folders: tuple[Path, ...] = ()) -> dict[tuple[str, str], str]:
    """The day until which a place bore a former name, by its id and that name in small letters."""
    entries = load(folders).tables["renamed_places"]["places"]
    return {
        (entry["id"], name.casefold()): str(entry["until"]) for entry in entries if "until" in entry for name in entry["names"]
    }


@cache
def weighing_table(folders: tuple[Path, ...] = ()) -> Weighing:
    """The fitted table of knowledge, compiled once a process."""
    page = load(folders).tables["place_weights"]
    return Weighing(alone=page["alone"], together=page["together"], doubts=page["doubts"])


def place_all(asked: Sequence[Asked], cues: Cues, gazetteer: Gazetteer, folders: tuple[Path, ...]) -> None:
    """Fills the candidates of each name and their chances, in rounds in which each name hears the others."""
    basis, weighing = basis_of(folders), weighing_table(folders)
    find_candidates(asked, cues, gazetteer, folders)
    open_ones = [one for one in asked if one.candidates]
    for _ in range(ROUNDS):
        heard = [
            chances_of(rows_of(one, votes_of(asked, cues, without=one), cues, basis), weighing.together) for one in open_ones
        ]
        settled = all(near(one.chances, chances) for one, chances in zip(open_ones, heard, strict=True))
        for one, chances in zip(open_ones, heard, strict=True):
            one.chances = chances
        if settled:
            return


def near(left: Sequence[float], right: Sequence[float]) -> bool:
    """Whether a round changed no chance by more than nothing much."""
    return all(abs(one - other) <= SETTLED for one, other in zip(left, right, strict=True))


def find_candidates(asked: Sequence[Asked], cues: Cues, gazetteer: Gazetteer, folders: tuple[Path, ...]) -> None:
    """Fills the candidates of each name, folded ones from the states that the document speaks of, and their first chances."""
    basis, weighing = basis_of(folders), weighing_table(folders)
    for one in asked:
        one.candidates = candidates_of(one.name, gazetteer)
        one.chances = first_chances(one, cues, basis, weighing)
    countries = [stated(one) or main_countries(votes_of(asked, cues, without=one).states) for one in asked]
    spelt = {one.name.text: frozenset(c.place.id for c in one.candidates) for one in asked}
    for one, spoken_of in zip(asked, countries, strict=True):
        found = with_folded(one.name, one.candidates, gazetteer, spoken_of, basis.transliterated)
        kept = [candidate for candidate in found if not spelt_otherwise(candidate, one, spelt)]
        if kept != one.candidates:
            one.candidates = kept
            one.chances = first_chances(one, cues, basis, weighing)


def spelt_otherwise(candidate: Candidate, one: Asked, spelt: Mapping[str, frozenset[str]]) -> bool:
    """Whether a place that a name only sounds like is called by its own name in the document, and the name is one elsewhere."""
    if candidate.fold >= 1.0 or not spelt[one.name.text]:
        return False
    return any(candidate.place.id in places for text, places in spelt.items() if text != one.name.text)


def stated(one: Asked) -> tuple[str, ...]:
    """The codes of the states that a name is said to lie in."""
    return tuple(sorted(area for area in one.inside if ":" not in area))


def first_chances(one: Asked, cues: Cues, basis: Basis, weighing: Weighing) -> list[float]:
    """The chances of a name's candidates by its own words alone."""
    return chances_of(rows_of(one, Votes({}, {}, []), cues, basis), weighing.alone)


def main_countries(states: Mapping[str, float]) -> tuple[str, ...]:
    """The states that a document speaks of most, at most `COUNTRIES`."""
    total = sum(states.values())
    ranked = sorted(states.items(), key=lambda vote: (-vote[1], vote[0]))[:COUNTRIES]
    return tuple(country for country, vote in ranked if vote >= LEAST_SHARE * total)


def probability_of(one: Asked, votes: Votes, weighing: Weighing) -> float | None:
    """The probability that the first candidate of a name is right, None where it has no candidate."""
    first = first_of(one)
    if first is None:
        return None
    doubts = doubts_of(*first, one, votes)
    return 1 / (1 + exp(-sum(weighing.doubts.get(name, 0.0) * value for name, value in doubts.items())))
