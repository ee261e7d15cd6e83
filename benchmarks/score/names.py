"""Name pairs: public spellings of one name against look-alikes, written by hand, and drawn by program from GeoNames and UCDP.

UCDP's actor list is read where it lies and nothing of it is kept here; the pairs are drawn again by each run.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import yaml
from benchmarks.score.reliability import Outcome, reliability
from benchmarks.score.report import Figure, Report
from benchmarks.score.spellings import COUNTRIES, alternates, neighbours
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from counterclaim.flow import open_kit
from counterclaim.kit import Settings
from counterclaim.knowledge.tables import folding_table
from counterclaim.resolve.gazetteer.packages import read_towns
from counterclaim.resolve.names import Named, compare, parts_of

PAIRS = Path(__file__).parents[1] / "sets" / "name_pairs.yaml"
UCDP = Path("names") / "ucdp_actor" / "ucdp-actor-221.csv"
DRAWN, SEED = 110, 11
ACTORS, GROUPS = 80, ("1", "2", "3")
# the full name in its own language and the one in English are translations, which no sound tells: they are never one pair
NAMES = (("NameData", "NameOrig", "NameOrigFull"), ("NameData", "NameOrig", "NameOrigFullEng"))
SPELT = 0.6
LINKS = "links: pairs called same or possible; the list holds about as many look-alikes as true pairs, more than reports do"

Case = tuple[Named, Named, bool]


def score(data: Path, gold: Path) -> Report:
    """Precision and recall of the verdict "same" (and, beside, of "same or possible") on each half and on both."""
    written, drawn, actors = list(hand_pairs()), list(drawn_pairs()), list(actor_pairs(data / UCDP))
    slices = {"written": written, "drawn": drawn, "drawn, with gazetteer": [placed(case) for case in drawn]}
    slices |= {"drawn from UCDP": actors} if actors else {}
    drawn = [*drawn, *actors]
    slices["all, names alone"] = [*written, *drawn]
    slices["all, with context"] = [placed(case) for case in (*written, *drawn)]
    figures, errors = [], []
    for name, cases in slices.items():
        figures += list(figures_of(name, cases))
        errors += [f"{name}: {line}" for case in cases if (line := error_of(case))]
    for what, cases in (("of links", slices["all, with context"]), ("of links, names alone", [*written, *drawn])):
        figures += reliability(what, link_outcomes(cases))
    counted = f"{shown(drawn)} of {shown([*written, *drawn])} pairs drawn by program"
    notes = (LINKS, counted) if actors else (LINKS, counted, f"no file {data / UCDP}: no pairs of armed groups")
    return Report(name="names", figures=tuple(figures), errors=tuple(errors), notes=notes)


def shown(cases: list[Case]) -> str:
    """How many pairs of one bearer and of two there are."""
    return f"{sum(right for _, _, right in cases)} + {sum(not right for _, _, right in cases)}"


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


def actor_pairs(path: Path) -> Iterator[Case]:
    """Pairs of UCDP actors: two names of one actor in one row, and an actor with its nearest neighbour in letters."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["Org"] in GROUPS and row["NameChange"] == "0"]
    draw = random.Random(SEED)
    same = [pair for row in rows for pair in spellings_of(row) if is_spelling(*pair)]
    other = [pair for row in rows if (pair := nearest_actor(row, rows))]
    for pairs, right in ((same, True), (other, False)):
        for left, name in draw.sample(pairs, min(ACTORS, len(pairs))):
            yield Named(text=left, family="body", country="XX"), Named(text=name, family="body", country="XX"), right


def spellings_of(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of different names of an actor in one language."""
    groups = [[name for key in keys if (name := " ".join(row[key].split())) not in ("", "n/a")] for keys in NAMES]
    return list(dict.fromkeys(pair for names in groups for pair in combinations(dict.fromkeys(names), 2)))


def names_of(row: Mapping[str, str]) -> list[str]:
    """The different names of an actor in its row."""
    return list(dict.fromkeys(name for pair in spellings_of(row) for name in pair)) or [row["NameData"].strip()]


def is_spelling(left: str, right: str) -> bool:
    """Whether two names of one actor are an acronym and its words, or share most letters: else one is a translation."""
    for one, other in ((left, right), (right, left)):
        if one.isupper() and " " in other:
            return one.casefold() in initials(other)
    return DamerauLevenshtein.normalized_similarity(left.casefold(), right.casefold()) >= SPELT


def initials(name: str) -> set[str]:
    """The first letters of all words of a name, and of those with a capital."""
    words = re.findall(r"[^\W\d_]+", name)
    return {"".join(word[0] for word in words).casefold(), "".join(word[0] for word in words if word[0].isupper()).casefold()}


def nearest_actor(row: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> tuple[str, str] | None:
    """The name of an actor with that of the other actor of one of its countries that looks most alike."""
    lands = set(row["Location"].split(", "))
    own, name = set(names_of(row)), row["NameData"].strip()
    others = [
        other["NameData"].strip()
        for other in rows
        if other["ActorId"] != row["ActorId"] and lands & set(other["Location"].split(", ")) and not own & set(names_of(other))
    ]
    found = process.extractOne(name, others, scorer=JaroWinkler.normalized_similarity)
    return (name, found[0]) if found else None
