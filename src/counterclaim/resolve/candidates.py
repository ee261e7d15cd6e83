"""Which places a name may mean: exact entries first, folded ones only where no exact name lies in the document's countries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.contracts import Gazetteer
from counterclaim.records import Place
from counterclaim.resolve.place_names import PlaceName

MOST = 60
LONGEST_ACRONYM = 3
SURE_FOLDED = 0.995
LEAST_FOLDED = 0.86
SHORTEST_FOLDED = 4
# a city of this size is called by its own name, wherever the report is set ("Male" is no spelling of "Mali")
WELL_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean: by which of its forms (0 is the whole name), how near it sounds, or by a short form."""

    place: Place
    form: int
    fold: float = 1.0
    short: bool = False


def candidates_of(name: PlaceName, gazetteer: Gazetteer) -> list[Candidate]:
    """The places with this name."""
    if not name.fixed:
        return exact_candidates(name, gazetteer)
    fixed = [Candidate(place, 0, short=True) for place in gazetteer.exact(name.fixed)[:1]]
    if name.demonym or not name.text.isalpha() or name.text.isupper():
        return fixed
    known = {candidate.place.id for candidate in fixed}
    return fixed + [candidate for candidate in exact_candidates(name, gazetteer) if candidate.place.id not in known]


def with_folded(
    name: PlaceName, exact: list[Candidate], gazetteer: Gazetteer, countries: Sequence[str], transliterated: frozenset[str]
) -> list[Candidate]:
    """The exact candidates, and folded ones where no exact name lies in these countries, at whatever level.

    Where names are written in Latin letters anyway (not `transliterated`), a name that only sounds alike is another name.
    """
    if name.fixed or any(candidate.place.country in countries for candidate in exact) or (exact and not countries):
        return exact
    if any((candidate.place.population or 0) >= WELL_KNOWN and candidate.form == 0 for candidate in exact):
        return exact
    return exact + folded_candidates(name, gazetteer, countries, transliterated)


def exact_candidates(name: PlaceName, gazetteer: Gazetteer) -> list[Candidate]:
    """The places with exactly one of the name's forms, each by the earliest form."""
    found: dict[str, Candidate] = {}
    if name.text.isupper() and len(name.text) <= LONGEST_ACRONYM:
        return []
    for index, form in enumerate(name.forms):
        for place in fitting(gazetteer.exact(form), name, index):
            found.setdefault(place.id, Candidate(place, index))
        if index == 0 and found and (name.type is None or any(one.place.kind in name.type.levels for one in found.values())):
            break
    return limited(found.values())


def fitting(places: Iterable[Place], name: PlaceName, form: int) -> list[Place]:
    """The places that a form may mean: no river is the state of its name, and no embassy lies in its state."""
    if form == 0 or name.type is None:
        return list(places)
    if name.type.at_town:
        return [place for place in places if place.kind not in ("PCL", "region")]
    if not name.type.only:
        return list(places)
    return [place for place in places if place.kind in name.type.levels]


def limited(candidates: Iterable[Candidate]) -> list[Candidate]:
    """At most `MOST` candidates, the most populous of them."""
    ranked = sorted(candidates, key=lambda candidate: -(candidate.place.population or 0))
    return ranked[:MOST]


def folded_candidates(
    name: PlaceName, gazetteer: Gazetteer, countries: Sequence[str], transliterated: frozenset[str]
) -> list[Candidate]:
    """The places of these countries, or of all where none is known, whose name sounds like one of the name's forms."""
    found: dict[str, Candidate] = {}
    searched = tuple(country for country in countries if country in transliterated)
    if countries and not searched:
        return []
    for index, form in enumerate(name.forms):
        if len(form) < SHORTEST_FOLDED or form.isupper() or "." in form:
            continue
        near = {place.id: (place, score) for place, score in gazetteer.folded(form, searched)}
        for place in fitting((place for place, _ in near.values()), name, index):
            score = near[place.id][1]
            if place.country in transliterated and score >= max(
                LEAST_FOLDED, found[place.id].fold if place.id in found else 0.0
            ):
                found[place.id] = Candidate(place, index, min(score, SURE_FOLDED))
    return limited(found.values())
