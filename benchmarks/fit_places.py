"""Fits the weights by which places are chosen, on public sets of placed names: `python -m benchmarks.fit_places`.

Prints the table `place_weights`, and the share within 161 km of documents that were left out of each fit.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from benchmarks.geo_sets import GoldArticle, GoldPlace, conflict_reports, read_set, reports_of_one_state
from benchmarks.score.places import NEAR_KM, SETS, mention_of
from benchmarks.tagged import kept_kit

from counterclaim.flow import open_kit
from counterclaim.kit import Kit, Settings
from counterclaim.resolve.candidates import Candidate
from counterclaim.resolve.gazetteer.geometry import distance_km
from counterclaim.resolve.place_context import Cues, cues_of
from counterclaim.resolve.place_features import Asked, Votes, chances_of, doubts_of, first_of, rows_of, votes_of
from counterclaim.resolve.place_words import place_words
from counterclaim.resolve.places import gather, name_of
from counterclaim.resolve.placing import basis_of, find_candidates

HEADER = (
    "# what each feature of a candidate is worth, as fitted by `python -m benchmarks.fit_places` on public development sets\n"
)
CLOSE_KM = 25.0
FOLDS = 5
# what a name of which only the state is known counts beside one with its point
WEAK = 0.3
ROUNDS = 3
# the public sets hold hardly a transliterated name: what stands in these two is set by hand
HOME = {"another at home": -4.0}
FOLDED = {"folded": -0.4, "fold": -8.0}
STEPS, RATE, RIDGE = 400, 0.05, 0.002


@dataclass(slots=True)
class Case:
    """One article made ready: its names, the cues, and the gold places by name."""

    asked: list[Asked]
    cues: Cues
    gold: list[list[GoldPlace]]
    article: int


def case_of(article: GoldArticle, number: int, kit: Kit) -> Case:
    """One article with the candidates of its names."""
    words = place_words(kit.settings.language)
    mentions = [mention_of(article, place, index) for index, place in enumerate(article.places)]
    names = [name_of(mention, article.document, words) for mention in mentions]
    asked = gather(mentions, names, article.document, words, kit.gazetteer)
    gold: dict[str, list[GoldPlace]] = {text: [] for text in asked}
    for name, place in zip(names, article.places, strict=True):
        gold[name.text].append(place)
    cues = cues_of(article.document, words, kit.gazetteer, kit.knowledge.outlets)
    find_candidates(list(asked.values()), cues, kit.gazetteer, ())
    return Case(list(asked.values()), cues, [gold[text] for text in asked], number)


def goodness(one: Asked, gold: Sequence[GoldPlace]) -> np.ndarray:
    """For each candidate, the share of the gold places of this name that it is, or lies near."""
    found = np.zeros(len(one.candidates))
    for place in gold:
        if place.country:
            home = np.array([c.place.country == place.country and c.place.kind != "PCL" for c in one.candidates], dtype=float)
            found += WEAK * home
            continue
        same = [c.place.geonames == place.geonames and place.geonames is not None for c in one.candidates]
        near = [
            c.place.latitude is not None and distance_km((c.place.latitude, c.place.longitude or 0), place.point) < CLOSE_KM
            for c in one.candidates
        ]
        found += np.array(same if any(same) else near, dtype=float)
    return found


def rows(case: Case, one: Asked, *, together: bool) -> list[dict[str, float]]:
    """The features of a name's candidates."""
    votes = votes_of(case.asked, case.cues, without=one) if together else Votes({}, {}, [])
    return rows_of(one, votes, case.cues, basis_of())


def fit(groups: Sequence[tuple[np.ndarray, np.ndarray]], start: np.ndarray) -> np.ndarray:
    """The weights under which the gold candidates are likeliest, drawn towards nought."""
    data = np.concatenate([x for x, _ in groups])
    good = np.concatenate([y for _, y in groups])
    sizes = np.array([len(y) for _, y in groups])
    owner = np.repeat(np.arange(len(groups)), sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weight = np.array([np.sqrt(y.sum()) for _, y in groups])
    goal = good / np.repeat([y.sum() for _, y in groups], sizes)
    w, m, v = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        z = data @ w
        z -= np.repeat(np.maximum.reduceat(z, starts), sizes)
        p = np.exp(z)
        p /= np.repeat(np.add.reduceat(p, starts), sizes)
        hit = p * (goal > 0)
        target = hit / np.repeat(np.add.reduceat(hit, starts) + 1e-12, sizes)
        gradient = data.T @ ((p - target) * weight[owner]) / weight.sum() + RIDGE * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w -= RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w


def trained(cases: Sequence[Case], names: Sequence[str], start: dict[str, float], *, together: bool) -> dict[str, float]:
    """The weights fitted on these cases."""
    groups = []
    for case in cases:
        for one, gold in zip(case.asked, case.gold, strict=True):
            good = goodness(one, gold)
            if len(good) > 1 and good.any() and not good.all():
                x = np.array([[row.get(name, 0.0) for name in names] for row in rows(case, one, together=together)])
                groups.append((x, good))
    w = fit(groups, np.array([start.get(name, 0.0) for name in names]))
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def run(cases: Sequence[Case], alone: dict[str, float], together: dict[str, float], rounds: int) -> None:
    """Sets the chances of all names under these weights."""
    for case in cases:
        for one in case.asked:
            one.chances = chances_of(rows(case, one, together=False), alone)
        for _ in range(rounds):
            heard = [chances_of(rows(case, one, together=True), together) for one in case.asked]
            for one, chances in zip(case.asked, heard, strict=True):
                one.chances = chances


def outcomes(cases: Sequence[Case]) -> list[tuple[dict[str, float], bool]]:
    """What the probability of the first candidate rests on and whether it is right, for each gold place."""
    found: list[tuple[dict[str, float], bool]] = []
    for case in cases:
        votes = votes_of(case.asked, case.cues)
        for one, gold in zip(case.asked, case.gold, strict=True):
            best = first_of(one)
            doubts = doubts_of(*best, one, votes) if best else {}
            found += [(doubts, best is not None and is_right(best[1], place)) for place in gold]
    return found


def is_right(candidate: Candidate, gold: GoldPlace) -> bool:
    """Whether a candidate is the gold entry or lies within 161 km of it."""
    place = candidate.place
    if place.geonames is not None and place.geonames == gold.geonames:
        return True
    return place.latitude is not None and distance_km((place.latitude, place.longitude or 0.0), gold.point) <= NEAR_KM


def learn(
    cases: Sequence[Case], alone: dict[str, float], together: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Both tables of weights, fitted in turns."""
    names = sorted({name for case in cases for one in case.asked for row in rows(case, one, together=False) for name in row})
    alone = trained(cases, [n for n in names if n not in (*CONTEXT, *HOME)], alone, together=False)
    for _ in range(ROUNDS):
        run(cases, alone, together, 2)
        together = trained(cases, [n for n in names if n not in HOME], together, together=True)
    return alone, together | HOME


CONTEXT = ("population at home", "state", "division", "other state", "near", "wide")


def calibrate(pairs: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """The weights that turn what is known of the first candidate into the probability that it is right."""
    some = [(doubts, right) for doubts, right in pairs if doubts and not doubts["folded"]]
    names = sorted(some[0][0])
    x = np.array([[doubts[name] for name in names] for doubts, _ in some])
    y = np.array([float(right) for _, right in some])
    w, m, v = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, 3 * STEPS + 1):
        gradient = x.T @ (1 / (1 + np.exp(-x @ w)) - y) / len(y) + 0.0005 * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w -= RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)} | FOLDED


def main() -> None:
    """Fits on all, prints the table, and reports what left-out documents score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--folds", action="store_true", help="report and calibrate on documents left out of each fit")
    parser.add_argument("--write", type=Path, help="write the table to this file")
    args = parser.parse_args()
    kit = open_kit(Settings())
    sets = {
        name: [case_of(a, n, kit) for n, a in enumerate(read_set(args.data / file)) if a.places] for name, file in SETS.items()
    }
    reports = conflict_reports(args.data)
    weak = [
        case_of(a, 0, kit)
        for state, texts in reports.items()
        for a in reports_of_one_state(texts, state, kept_kit())
        if a.places
    ]
    start = kit.knowledge.tables["place_weights"]
    if args.folds:
        held: dict[str, list[tuple[dict[str, float], bool]]] = {name: [] for name in sets}
        for fold in range(FOLDS):
            train = [c for cases in sets.values() for c in cases if c.article % FOLDS != fold] + weak
            alone, together = learn(train, start["alone"], start["together"])
            for name, cases in sets.items():
                test = [c for c in cases if c.article % FOLDS == fold]
                run(test, alone, together, 3)
                held[name] += outcomes(test)
        for name, pairs in held.items():
            print(name, "left out:", round(sum(y for _, y in pairs) / len(pairs), 4), "of", len(pairs))
        pairs = [pair for some in held.values() for pair in some]
    else:
        pairs = None
    everything = [c for cases in sets.values() for c in cases]
    fitted = everything + weak
    alone, together = learn(fitted, start["alone"], start["together"])
    run(everything, alone, together, 3)
    for name, cases in sets.items():
        own = outcomes(cases)
        print(name, "fitted:", round(sum(y for _, y in own) / len(own), 4))
    doubts = calibrate(pairs or outcomes(everything))
    page = {"kind": "table", "name": "place_weights", "alone": alone, "together": together, "doubts": doubts}
    table = HEADER + yaml.safe_dump(page, default_flow_style=None, width=120, sort_keys=False)
    if args.write:
        args.write.write_text(table, encoding="utf-8")
    else:
        print(table)


if __name__ == "__main__":
    main()
