"""Name pairs: public spellings of one name against look-alikes, half written by hand, half drawn from GeoNames by program."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import yaml
from benchmarks.score.reliability import Outcome, reliability
from benchmarks.score.report import Figure, Report
from benchmarks.score.spellings import COUNTRIES, alternates, neighbours

from counterclaim.flow import open_kit
from counterclaim.kit import Settings
from counterclaim.knowledge.tables import folding_table
from counterclaim.resolve.gazetteer.packages import read_towns
from counterclaim.resolve.names import Named, compare, parts_of

PAIRS = Path(__file__).parents[1] / "sets" / "name_pairs.yaml"
DRAWN, SEED = 110, 11
LINKS = "links: pairs called same or possible; the list holds about as many look-alikes as true pairs, more than reports do"

Case = tuple[Named, Named, bool]


def score(data: Path, gold: Path) -> Report:
    """Precision and recall of the verdict "same" (and, beside, of "same or possible") on each half and on both."""
    written, drawn = list(hand_pairs()), list(drawn_pairs())
    slices = {"written": written, "drawn": drawn, "drawn, with gazetteer": [placed(case) for case in drawn]}
    slices["all, with context"] = [placed(case) for case in (*written, *drawn)]
    figures, errors = [], []
    for name, cases in slices.items():
        figures += list(figures_of(name, cases))
        errors += [f"{name}: {line}" for case in cases if (line := error_of(case))]
    for what, cases in (("of links", slices["all, with context"]), ("of links, names alone", [*written, *drawn])):
        figures += reliability(what, link_outcomes(cases))
    return Report(name="names", figures=tuple(figures), errors=tuple(errors), notes=(LINKS,))


def link_outcomes(cases: list[Case]) -> list[Outcome]:
    """The score of each pair that becomes a link, same or possible, and whether the names are of one bearer."""
    judged = [(compare(left, right, parts_of()), same) for left, right, same in cases]
    return [(verdict.score, same) for verdict, same in judged if verdict.outcome != "different"]


def figures_of(name: str, cases: list[Case]) -> Iterator[Figure]:
    """Precision and recall of merging, and how many look-alikes were called possible."""
    judged = [(outcome(case), case[2]) for case in cases]
    merged = [right for verdict, right in judged if verdict == "same"]
    rights, wrongs = sum(right for _, right in judged), sum(not right for _, right in judged)
    yield Figure(slice=name, metric="precision", value=sum(merged) / max(1, len(merged)), of=len(cases))
    yield Figure(slice=name, metric="recall", value=sum(merged) / max(1, rights), of=rights)
    maybe = sum(verdict == "possible" for verdict, right in judged if right)
    yield Figure(slice=name, metric="recall, possible too", value=(sum(merged) + maybe) / max(1, rights), of=rights)
    yield Figure(slice=name, metric="false merges", value=float(len(merged) - sum(merged)), of=wrongs)


def outcome(case: Case) -> str:
    """The verdict on a pair."""
    return compare(case[0], case[1], parts_of()).outcome


def error_of(case: Case) -> str | None:
    """A line for a pair that is merged wrongly or not merged, or None."""
    left, right, same = case
    verdict = compare(left, right, parts_of())
    if same == (verdict.outcome == "same"):
        return None
    kind = "missed" if same else "FALSE" if verdict.outcome == "same" else None
    return f"{kind} {left.text} / {right.text}: {verdict.outcome} {verdict.score:.2f} {verdict.rule}" if kind else None


def hand_pairs() -> Iterator[Case]:
    """The written pairs, all within one country."""
    page = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))
    for family, groups in page["same"].items():
        for first, *others in groups:
            for other in others:
                yield Named(text=first, family=family, country="XX"), Named(text=other, family=family, country="XX"), True
    for family, pairs in page["different"].items():
        for left, right in pairs:
            yield Named(text=left, family=family, country="XX"), Named(text=right, family=family, country="XX"), False


def drawn_pairs() -> Iterator[Case]:
    """Pairs of GeoNames: a town with one of its other names, and with its nearest neighbour in letters."""
    table, draw = folding_table(), random.Random(SEED)
    towns: dict[str, list] = {}
    for town in read_towns():
        towns.setdefault(town.countrycode, []).append(town)
    same = [(*pair, country) for country in COUNTRIES for pair in alternates(towns[country], draw, table)]
    other = [(*pair, country) for country in COUNTRIES for pair in neighbours(towns[country], draw, table)]
    for pairs, right in ((same, True), (other, False)):
        for left, name, country in draw.sample(pairs, DRAWN):
            yield Named(text=left, family="place", country=country), Named(text=name, family="place", country=country), right


def placed(case: Case) -> Case:
    """The pair as it stands after places were looked up: each name with the gazetteer place that it names exactly."""
    left, right, same = case
    return with_place(left), with_place(right), same


def with_place(name: Named) -> Named:
    """A place name with the id of the place that it names exactly in its country."""
    if name.family != "place":
        return name
    gazetteer = open_kit(Settings()).gazetteer
    countries = () if name.country in (None, "XX") else (name.country,)
    found = gazetteer.exact(name.text, countries)
    return Named(text=name.text, family="place", country=name.country, place=found[0].id if found else None)
