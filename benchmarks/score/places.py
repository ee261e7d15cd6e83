"""Places: the share of all gold names with a point that are placed within 161 km, given the mention and end to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.geo_sets import GoldArticle, GoldPlace, read_set
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Located, Mention
from counterclaim.resolve.gazetteer.geometry import distance_km
from counterclaim.resolve.places import locate
from counterclaim.syntax import span_of

NEAR_KM = 161.0
SETS = {"LGL": "geo/LGL/lgl.xml", "GeoWebNews": "geo/GeoWebNews/GWN.xml"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold name with what was made of it: the probability and distance of the place found, None where none was."""

    gold: GoldPlace
    located: Located | None
    km: float | None
    article: str

    @property
    def right(self) -> bool:
        """Whether the place is the gold one, or lies within 161 km of it."""
        return self.km is not None and (self.km <= NEAR_KM or self.same)

    @property
    def same(self) -> bool:
        """Whether the place is the gold entry itself."""
        place = self.located.place if self.located else None
        return place is not None and place.geonames is not None and place.geonames == self.gold.geonames

    @property
    def demonym(self) -> bool:
        """Whether the name was read as that of people or things of a place."""
        return self.located is not None and self.located.rule == "demonym"


def score(data: Path, gold: Path) -> Report:
    """The figures of both sets."""
    kit = kept_kit()
    figures: list[Figure] = []
    errors: list[str] = []
    for name, file in SETS.items():
        if not (data / file).exists():
            return Report(name="places", absent=str(data / file))
        articles = list(read_set(data / file))
        judged = [one for article in articles for one in judge(article, kit)]
        figures += figures_of(name, judged)
        figures += end_to_end(name, articles, kit)
        errors += [f"{name}: {line_of(one)}" for one in judged if not one.right]
    return Report(name="places", figures=tuple(figures), errors=tuple(errors))


def judge(article: GoldArticle, kit: Kit) -> Iterator[Judged]:
    """What is made of each gold name of an article when its words are given as mentions."""
    mentions = tuple(mention_of(article, place, index) for index, place in enumerate(article.places))
    annotated = Annotated(document=article.document, tokens=(), sentences=(), names=(), tagger="none", mentions=mentions)
    found = {located.mention: located for located in locate(annotated, kit)}
    for mention, place in zip(mentions, article.places, strict=True):
        located = found.get(mention.id)
        yield Judged(place, located, km_of(located, place), article.document.uri)


def mention_of(article: GoldArticle, place: GoldPlace, index: int) -> Mention:
    """A gold name as a mention."""
    span = span_of(article.document, place.start, place.end)
    return Mention(id=f"m{index}", span=span, kind="place", form="name", head=-1, chain=f"m{index}")


def km_of(located: Located | None, gold: GoldPlace) -> float | None:
    """The distance of what was found from the gold point."""
    place = located.place if located else None
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return distance_km((place.latitude, place.longitude), gold.point)


def figures_of(name: str, judged: Sequence[Judged]) -> list[Figure]:
    """The figures of one set given the mentions."""
    answered = [one for one in judged if one.km is not None]
    plain = [one for one in judged if not one.demonym]
    with_id = [one for one in judged if one.gold.geonames]
    rows: list[tuple[str, Sequence[Judged], Any]] = [
        ("within 161 km", judged, lambda one: one.right),
        ("of answered", answered, lambda one: one.right),
        ("coverage", judged, lambda one: one.km is not None),
        ("exact id", with_id, lambda one: one.same),
        ("without demonyms", plain, lambda one: one.right),
    ]
    found = [Figure(slice=name, metric=metric, value=mean(test, some), of=len(some)) for metric, some, test in rows]
    return [*found, *calibration(name, answered)]


def end_to_end(name: str, articles: Sequence[GoldArticle], kit: Kit) -> list[Figure]:
    """The figures of one set from raw text: a gold name is found by the located mention that overlaps it."""
    judged: list[Judged] = []
    placed = 0
    for article, annotated in zip(articles, annotate([article.document for article in articles], kit), strict=True):
        # "the town" is no toponym of the gold, wherever it was found to lie
        found = {one.mention: one for one in locate(annotated, kit) if one.place and one.rule != "last named"}
        spans = [(mention, found[mention.id]) for mention in annotated.mentions if mention.id in found]
        placed += sum(located.rule != "demonym" for _, located in spans)
        for place in article.places:
            located = next((one for m, one in spans if m.span.start < place.end and place.start < m.span.end), None)
            judged.append(Judged(place, located, km_of(located, place), article.document.uri))
    plain = [one for one in judged if not one.demonym]
    right = sum(one.right for one in plain)
    return [
        Figure(slice=name, metric="end to end", value=mean(lambda one: one.right, judged), of=len(judged)),
        Figure(slice=name, metric="found", value=mean(lambda one: one.km is not None, judged), of=len(judged)),
        Figure(slice=name, metric="right of placed", value=right / placed if placed else 0.0, of=placed),
    ]


def mean(test: Any, some: Sequence[Judged]) -> float:
    """The share of these that pass a test."""
    return sum(bool(test(one)) for one in some) / len(some) if some else 0.0


def calibration(name: str, answered: Sequence[Judged]) -> list[Figure]:
    """Expected calibration error over ten bins, Brier score, and the risk at the most certain part of the answers."""
    pairs = sorted(((one.located.probability or 0.0, one.right) for one in answered if one.located), reverse=True)
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in pairs:
        bins.setdefault(min(9, int(chance * 10)), []).append((chance, right))
    gap = sum(abs(sum(chance for chance, _ in some) - sum(right for _, right in some)) for some in bins.values())
    brier = sum((chance - right) ** 2 for chance, right in pairs)
    figures = [
        Figure(slice=name, metric="ECE", value=gap / len(pairs) if pairs else 0.0),
        Figure(slice=name, metric="Brier", value=brier / len(pairs) if pairs else 0.0),
    ]
    for part in (0.5, 0.7, 0.8, 0.9):
        some = pairs[: int(part * len(pairs))]
        risk = 1 - sum(right for _, right in some) / len(some) if some else 0.0
        figures.append(Figure(slice=name, metric=f"risk at {part:.0%}", value=risk, of=len(some)))
    return figures


def line_of(one: Judged) -> str:
    """One error as a line."""
    place = one.located.place if one.located else None
    found = f"{place.name} {place.kind} {place.country} p={one.located.probability}" if place and one.located else "-"
    km = f"{one.km:.0f} km" if one.km is not None else (one.located.reason if one.located else "not located")
    return f"{one.article} {one.gold.text!r} gold {one.gold.geonames} {one.gold.point}: {found} {km}"
