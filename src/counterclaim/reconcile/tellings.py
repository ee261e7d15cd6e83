"""What one document tells of one happening: its claims on it taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from math import asin, cos, radians, sin, sqrt

from counterclaim.reconcile.happenings import Happening
from counterclaim.reconcile.lexicon import Lexicon

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The claims of one document, or of several, on one happening, and what they say together.

    `first_told` is where it is first told: day, document, type and place in the text; `lead` marks what a report tells most of.
    `first`..`last` is the stretch of days that all dated claims allow, `spots` are the narrowest places, `areas` their holders;
    `unsure` are the names of places that may be others of their name. `late` marks what tells of a court or an arrest:
    its day may be that of the outcome.
    """

    id: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    published: str | None
    first_told: tuple[str, str, str, int]
    kinds: frozenset[str]
    first: str
    last: str
    dated: bool
    spots: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    where: tuple[float, float] | None = None
    reach_km: float = 0.0
    place_names: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    hurt: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    killed: tuple[int, int] | None = None
    words: tuple[int, ...] = ()
    details: frozenset[str] = frozenset()
    lead: bool = False
    late: bool = False
    sums: bool = False
    counts_for: bool = True


def telling_of(happening: Happening, published: str | None) -> Telling:
    """The telling of a single claim; where it is told of the loser, the doers are those who gain by it."""
    doers, hurt = happening.doers, happening.hurt
    if happening.of_loser:
        doers, hurt = hurt, doers
    return Telling(
        id=happening.claim,
        documents=(happening.document,),
        claims=(happening.claim,),
        published=published,
        first_told=(published or "9999", happening.document, happening.kind, happening.start),
        kinds=frozenset({happening.kind}),
        first=happening.first,
        last=happening.last,
        dated=happening.dated,
        spots=frozenset({happening.spot} if happening.spot else ()),
        areas=frozenset(happening.areas),
        where=happening.where,
        reach_km=happening.reach_km,
        place_names=frozenset({happening.place_name} if happening.place_name else ()),
        unsure=frozenset({happening.unsure} if happening.unsure else ()),
        countries=frozenset({happening.country} if happening.country else ()),
        doers=doers,
        hurt=hurt,
        people=happening.people,
        objects=happening.objects,
        killed=happening.killed,
        sums=happening.sums,
        counts_for=happening.counts_for,
    )


def joined(left: Telling, right: Telling) -> Telling:
    """Two tellings of one happening as one; the outcome does not depend on which is the left one."""
    first, last, dated = common_days(left, right)
    narrow = narrower(left, right)
    return replace(
        left,
        id=min(left.id, right.id),
        documents=tuple(sorted({*left.documents, *right.documents})),
        claims=tuple(sorted({*left.claims, *right.claims})),
        published=min((day for day in (left.published, right.published) if day), default=None),
        first_told=min(left.first_told, right.first_told),
        kinds=left.kinds | right.kinds,
        first=first,
        last=last,
        dated=dated,
        spots=spots_of(left, right),
        areas=left.areas | right.areas,
        where=narrow.where,
        reach_km=narrow.reach_km,
        place_names=left.place_names | right.place_names,
        unsure=left.unsure | right.unsure,
        countries=left.countries | right.countries,
        doers=left.doers | right.doers,
        hurt=left.hurt | right.hurt,
        people=left.people | right.people,
        objects=left.objects | right.objects,
        killed=spread(left.killed, right.killed),
        words=(),
        details=left.details | right.details,
        lead=left.lead or right.lead,
        late=left.late and right.late,
        sums=left.sums and right.sums,
        counts_for=left.counts_for or right.counts_for,
    )


def joined_all(tellings: Sequence[Telling]) -> Telling:
    """Several tellings of one happening as one, taken together in the order given."""
    whole = reduce(joined, (unlisted(telling) for telling in tellings))
    return replace(
        whole,
        documents=tuple(sorted({document for telling in tellings for document in telling.documents})),
        claims=tuple(sorted({claim for telling in tellings for claim in telling.claims})),
    )


def unlisted(telling: Telling) -> Telling:
    """A telling without the lists of its documents and claims, which take long to join again and again."""
    return replace(telling, documents=(), claims=())


def common_days(left: Telling, right: Telling) -> tuple[str, str, bool]:
    """The days that both allow, or those of the better dated one where they allow none in common."""
    if left.dated != right.dated:
        dated = left if left.dated else right
        return dated.first, dated.last, True
    first, last = max(left.first, right.first), min(left.last, right.last)
    if first <= last:
        return first, last, left.dated
    return min(left.first, right.first), max(left.last, right.last), left.dated


def spots_of(left: Telling, right: Telling) -> frozenset[str]:
    """The narrowest places of both: a place that holds another one told is left out."""
    return (left.spots | right.spots) - (left.areas | right.areas)


def narrower(left: Telling, right: Telling) -> Telling:
    """The one whose place is smaller; one without a place on the map is the wider."""
    ordered = sorted((left, right), key=lambda telling: (telling.where is None, telling.reach_km, telling.where or ()))
    return ordered[0]


def spread(left: tuple[int, int] | None, right: tuple[int, int] | None) -> tuple[int, int] | None:
    """The range over two ranges."""
    ranges = [found for found in (left, right) if found is not None]
    return (min(low for low, _ in ranges), max(high for _, high in ranges)) if ranges else None


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """The distance between two points (latitude, longitude) on the globe."""
    (lat1, lon1), (lat2, lon2) = ((radians(x), radians(y)) for x, y in (left, right))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def types_fit(left: Telling, right: Telling, lexicon: Lexicon) -> bool:
    """Whether one happening is often told as both."""
    if left.kinds & right.kinds:
        return True
    return any(lexicon.fitting.get(kind, frozenset()) & right.kinds for kind in left.kinds)


def types_exclude(left: Telling, right: Telling, lexicon: Lexicon) -> bool:
    """Whether no happening can be told as both, even by rival accounts."""
    if types_fit(left, right, lexicon):
        return False
    return not any(kin >= left.kinds and kin >= right.kinds for kin in lexicon.kin)


def naming_kind(kinds: Sequence[str] | frozenset[str], lexicon: Lexicon) -> str:
    """The type that names an event of several types."""
    order = list(lexicon.joining["naming"])
    return min(kinds, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
