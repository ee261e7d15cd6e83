"""What speaks for each candidate of a name: numbers that a table of weights turns into a probability."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log, log10

from counterclaim.folding import Folding, plain
from counterclaim.records import Place
from counterclaim.resolve.candidates import Candidate
from counterclaim.resolve.gazetteer.geometry import distance_km
from counterclaim.resolve.place_context import Cues
from counterclaim.resolve.place_names import PlaceName

NEAR_KM, WIDE_KM = 60.0, 400.0
POINTS = 40
LEAST_CHANCE = 0.05
UNSEEN = 0.02
AREAS = ("PCL", "region")
# the supplement lists areas and seas because reports name them, and they have no population to say so
GREAT = 3_000_000

Features = dict[str, float]
Weights = Mapping[str, float]
Point = tuple[str, tuple[float, float], float]


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What one name speaks for by these chances: states and divisions with their weight, and points."""

    chances: list[float]
    states: list[tuple[str, float]]
    divisions: list[tuple[str, float]]
    points: list[Point]


@dataclass(slots=True, kw_only=True)
class Asked:
    """One name of a document to be placed: how often it stands there, its candidates, and what it is said to lie in."""

    name: PlaceName
    count: int = 1
    dateline: bool = False
    inside: set[str] = field(default_factory=set)
    candidates: list[Candidate] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)
    surfaces: set[str] = field(default_factory=set)
    voice: Voice | None = None
    own: tuple[list[Candidate], list[Features]] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What placing rests on beside the document: letter classes, GeoNames ids of capitals, states with names transliterated."""

    table: Folding
    capitals: frozenset[int]
    transliterated: frozenset[str]


@dataclass(slots=True)
class Votes:
    """How much of a document speaks for each state and division, together and for the first of states; where its places lie."""

    states: dict[str, float]
    divisions: dict[str, float]
    points: list[Point]
    all_states: float = field(init=False)
    all_divisions: float = field(init=False)
    home: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Adds up the votes once for all candidates that hear them."""
        self.all_states, self.all_divisions = sum(self.states.values()), sum(self.divisions.values())
        self.home = max(self.states, key=lambda state: (self.states[state], state), default=None)


def votes_of(asked: Sequence[Asked], cues: Cues, *, without: Asked | None = None) -> Votes:
    """The votes of the cues and of all names by their present chances, less those of one name."""
    states: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    points: list[Point] = []
    barred = without.surfaces if without else frozenset()
    for into, counts in zip((states, divisions), cues.weights(), strict=True):
        for surface, places in counts:
            if surface not in barred:
                for place, weight in places:
                    into[place] += weight
    for one in asked:
        if one is not without:
            said = voice_of(one)
            for into, told in ((states, said.states), (divisions, said.divisions)):
                for area, weight in told:
                    into[area] += weight
            points.extend(said.points)
    return Votes(states, divisions, sorted(points, key=lambda point: -point[2])[:POINTS])


def voice_of(one: Asked) -> Voice:
    """What one name speaks for by its present chances, worked out once for them."""
    if one.voice is None or one.voice.chances is not one.chances:
        weight = log(1 + one.count) * (2.0 if one.dateline else 1.0)
        likely = [
            (found.place, chance) for found, chance in zip(one.candidates, one.chances, strict=True) if chance >= LEAST_CHANCE
        ]
        one.voice = Voice(
            one.chances,
            [(place.country, weight * chance) for place, chance in likely if place.country],
            [(division, weight * chance) for place, chance in likely if (division := division_of(place))],
            [
                (one.name.text, (place.latitude, place.longitude), chance)
                for place, chance in likely
                if place.latitude is not None and place.longitude is not None and place.kind not in AREAS
            ],
        )
    return one.voice


def division_of(place: Place) -> str | None:
    """The first-level division that a place is or lies in."""
    return place.id if place.kind == "ADM1" else place.admin1


def rows_of(one: Asked, votes: Votes, cues: Cues, basis: Basis) -> list[Features]:
    """The numbers that speak for each candidate of a name: its own, worked out once, and what the other names say."""
    if one.own is None or one.own[0] is not one.candidates:
        one.own = (one.candidates, [own_features(candidate, one, cues, basis) for candidate in one.candidates])
    candidates, own = one.own
    return [
        {**features, **heard_features(candidate.place, candidates, votes, basis)}
        for candidate, features in zip(candidates, own, strict=True)
    ]


def own_features(candidate: Candidate, one: Asked, cues: Cues, basis: Basis) -> Features:
    """The numbers that speak for one candidate whatever the other names say."""
    place, name, table = candidate.place, one.name, basis.table
    form = name.forms[candidate.form]
    capital, begins = place.geonames in basis.capitals, starts(place, form, table)
    return {
        f"kind {place.kind}": 1.0,
        "population": size_of(place),
        "main name": float(plain(place.name, table) == plain(form, table)),
        "short form": float(candidate.short),
        "at town": float(candidate.form > 0 and name.type is not None and name.type.at_town),
        "listed": float(place.id.startswith("own:")),
        "capital": float(capital),
        "starts name": float(begins),
        "short for a capital": float(capital and begins and all(other.place.kind != "PCL" for other in one.candidates)),
        "type": type_fit(place, name),
        "core": float(candidate.form > 0),
        "area of a town": float(names_town(place, one.candidates)),
        "fold": 1.0 - candidate.fold,
        "folded": float(candidate.fold < 1.0),
        "inside": float(lies_in(place, one.inside)),
        "publisher": float(place.country == cues.publisher is not None),
    }


def heard_features(place: Place, candidates: Sequence[Candidate], votes: Votes, basis: Basis) -> Features:
    """The numbers by which the other names of a document speak for one candidate."""
    state = state_share(votes, place.country)
    near, wide = closeness(place, votes)
    return {
        "population at home": size_of(place) * state,
        "another at home": another_at_home(place, candidates, votes, basis),
        "state": log(UNSEEN + state),
        "division": log(UNSEEN + division_share(place, votes)),
        "other state": float(bool(votes.states) and place.country not in votes.states),
        "near": near,
        "wide": wide,
    }


def starts(place: Place, form: str, table: Folding) -> bool:
    """Whether the place's own name is longer and begins with the words of a form ("Washington" of "Washington, D.C.")."""
    return place.kind == "PPL" and plain(place.name, table).replace(",", "").startswith(plain(form, table) + " ")


def division_share(place: Place, votes: Votes) -> float:
    """The part of the votes for the division that a place is or lies in; for a state, the part for the state."""
    if place.kind == "PCL":
        return state_share(votes, place.country)
    if place.kind in AREAS or not votes.all_divisions:
        return 0.0
    return votes.divisions.get(division_of(place) or "", 0.0) / votes.all_divisions


def size_of(place: Place) -> float:
    """How many people live in a place, from 0 to about 1.3 by powers of ten; a listed area counts as a great one."""
    listed = place.id.startswith("own:") and place.kind in ("region", "feature")
    return log10((GREAT if listed else place.population or 0) + 10) / 7


def state_share(votes: Votes, state: str | None) -> float:
    """The part of all votes for states that goes to one."""
    return votes.states.get(state or "", 0.0) / votes.all_states if votes.all_states else 0.0


def type_fit(place: Place, name: PlaceName) -> float:
    """1 where the place is of the level that the type word names, -1 where it is of another, 0 without a type word."""
    if name.type is None:
        return 0.0
    return 1.0 if place.kind in name.type.levels else -1.0


def another_at_home(place: Place, candidates: Sequence[Candidate], votes: Votes, basis: Basis) -> float:
    """How far the document is about a state in which a place of this name lies while this one lies elsewhere.

    Only where names are transliterated: a name of the New World is often that of a greater place in the Old.
    """
    home = votes.home
    if home not in basis.transliterated or place.country == home or all(other.place.country != home for other in candidates):
        return 0.0
    return max(0.0, 2 * state_share(votes, home) - 1)


def names_town(place: Place, candidates: Sequence[Candidate]) -> bool:
    """Whether the place is an area, and a town in it has the same name."""
    if place.kind not in ("ADM1", "ADM2"):
        return False
    return any(other.place.kind == "PPL" and place.id in (other.place.admin1, other.place.admin2) for other in candidates)


def lies_in(place: Place, inside: set[str]) -> bool:
    """Whether the place lies in one of these, given by id or state code."""
    return bool(inside & {place.country or "", *place.parents})


def closeness(place: Place, votes: Votes) -> tuple[float, float]:
    """How close the nearest other place of the document lies, and how close all of them lie, each from 0 to 1.

    For a state it is how far the document is about it, lest towns of that name gain from lying in it.
    """
    points = votes.points
    if place.kind == "PCL":
        return (state_share(votes, place.country),) * 2
    if place.latitude is None or place.longitude is None or place.kind in AREAS or not points:
        return 0.0, 0.0
    here = (place.latitude, place.longitude)
    distances = [(distance_km(here, point), chance) for _, point, chance in points]
    near = max(chance * exp(-distance / NEAR_KM) for distance, chance in distances)
    total = sum(chance for _, chance in distances)
    wide = sum(chance * exp(-distance / WIDE_KM) for distance, chance in distances) / total if total else 0.0
    return near, wide


def first_of(one: Asked) -> tuple[float, Candidate] | None:
    """The likeliest candidate of a name with its chance, None where there is none."""
    return max(zip(one.chances, one.candidates, strict=True), key=lambda pair: pair[0], default=None)


def doubts_of(chance: float, candidate: Candidate, one: Asked, votes: Votes) -> Features:
    """What the probability that the first candidate is right rests on, beside its chance among the candidates."""
    place, name = candidate.place, one.name
    bounded = min(max(chance, 0.002), 0.998)
    return {
        "always": 1.0,
        "chance": log(bounded / (1 - bounded)),
        "only one": float(len(one.candidates) == 1),
        "folded": float(candidate.fold < 1.0),
        "fold": 1.0 - candidate.fold,
        "core": float(candidate.form > 0),
        "at town": float(candidate.form > 0 and name.type is not None and name.type.at_town),
        "short form": float(candidate.short),
        "demonym": float(name.demonym),
        "population": size_of(place),
        "main state": state_share(votes, place.country),
        "inside": float(lies_in(place, one.inside)),
        "state itself": float(place.kind == "PCL"),
    }


def chances_of(rows: Sequence[Features], weights: Weights) -> list[float]:
    """The probability of each row among them, by the weighted sum of its features."""
    sums = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    top = max(sums, default=0.0)
    parts = [exp(value - top) for value in sums]
    total = sum(parts)
    return [part / total for part in parts]
