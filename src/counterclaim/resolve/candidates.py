"""Which places a name may mean: exact entries first, folded ones only where no exact name lies in the document's countries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.contracts import Gazetteer
from counterclaim.records import Place
from counterclaim.resolve.place_names import PlaceName

MOST = 60
LEAST_FOLDED = 0.86
SHORTEST_FOLDED = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean: which of its forms (0 is the whole name), and how near the folded name is."""

    place: Place
    form: int
    fold: float = 1.0


def candidates_of(name: PlaceName, gazetteer: Gazetteer) -> list[Candidate]:
    """The places with this name."""
    if name.fixed:
        return [Candidate(place, 0) for place in fixed_place(name.fixed, gazetteer)]
    return exact_candidates(name, gazetteer)


def with_folded(name: PlaceName, exact: list[Candidate], gazetteer: Gazetteer, countries: Sequence[str]) -> list[Candidate]:
    """The exact candidates, and folded ones where no exact name lies in these countries, at whatever level."""
    if name.fixed or any(candidate.place.country in countries for candidate in exact) or (exact and not countries):
        return exact
    return exact + folded_candidates(name, gazetteer, countries)


def fixed_place(key: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place that a short form stands for."""
    return gazetteer.exact(key)[:1]


def exact_candidates(name: PlaceName, gazetteer: Gazetteer) -> list[Candidate]:
    """The places with exactly one of the name's forms, each by the earliest form."""
    found: dict[str, Candidate] = {}
    for index, form in enumerate(name.forms):
        for place in fitting(gazetteer.exact(form), name, index):
            found.setdefault(place.id, Candidate(place, index))
        if index == 0 and found and name.type is None:
            break
    return limited(found.values())


def fitting(places: Iterable[Place], name: PlaceName, form: int) -> list[Place]:
    """The places that a form may mean: a river without its type word is not the state of that name."""
    if form == 0 or name.type is None or not name.type.only:
        return list(places)
    return [place for place in places if place.kind in name.type.levels]


def limited(candidates: Iterable[Candidate]) -> list[Candidate]:
    """At most `MOST` candidates, the most populous of them."""
    ranked = sorted(candidates, key=lambda candidate: -(candidate.place.population or 0))
    return ranked[:MOST]


def folded_candidates(name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str]) -> list[Candidate]:
    """The places of these countries, or of all where none is known, whose name sounds like one of the name's forms."""
    found: dict[str, Candidate] = {}
    for index, form in enumerate(name.forms):
        if len(form) < SHORTEST_FOLDED:
            continue
        near = gazetteer.folded(form, countries)
        scores = {place.id: score for place, score in near if score >= LEAST_FOLDED}
        for place in fitting((place for place, _ in near if place.id in scores), name, index):
            if scores[place.id] > (found[place.id].fold if place.id in found else 0.0):
                found[place.id] = Candidate(place, index, scores[place.id])
    return limited(found.values())
