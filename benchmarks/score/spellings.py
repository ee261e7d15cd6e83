"""Spellings: how well the folded score tells alternate names of one town from its nearest neighbour in letters, by GeoNames."""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from benchmarks.score.report import Figure, Report
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from counterclaim.folding import Folding, name_score, plain
from counterclaim.knowledge.tables import folding_table
from counterclaim.resolve.gazetteer.packages import Town, read_towns

COUNTRIES = (
    "AF", "AM", "AZ", "BF", "CD", "ET", "IL", "IQ", "LB", "LY", "ML", "MM", "MZ", "NE", "NG", "PK", "PS", "RU", "SD", "SO",
    "SS", "SY", "UA", "YE",
)  # fmt: skip
LATIN = re.compile(r"[A-ZÀ-ÞĀ-ſḀ-ỿ'‘’ʻʼ][\w' ’‘ʻʼ-]*")
EACH, SEED, RENAMED = 60, 3, 0.35
THRESHOLDS = (0.8, 0.85, 0.9, 0.95)

Pair = tuple[str, str]


def score(data: Path, gold: Path) -> Report:
    """The area under the curve, and precision and recall at some thresholds, over pairs drawn by program."""
    table, draw = folding_table(), random.Random(SEED)
    towns: dict[str, list[Town]] = {}
    for town in read_towns():
        towns.setdefault(town.countrycode, []).append(town)
    same = [pair for country in COUNTRIES for pair in alternates(towns[country], draw, table)]
    other = [pair for country in COUNTRIES for pair in neighbours(towns[country], draw, table)]
    rights = [name_score(*pair, table) for pair in same]
    wrongs = sorted(name_score(*pair, table) for pair in other)
    figures = [Figure(slice="GeoNames pairs", metric="AUC", value=area(rights, wrongs), of=len(same) + len(other))]
    for least in THRESHOLDS:
        hits, misses = sum(one >= least for one in rights), sum(one >= least for one in wrongs)
        figures.append(Figure(slice=f"score >= {least}", metric="precision", value=hits / max(1, hits + misses)))
        figures.append(Figure(slice=f"score >= {least}", metric="recall", value=hits / len(rights)))
    worst = sorted((name_score(*pair, table), pair) for pair in other)[-30:]
    return Report(name="spellings", figures=tuple(figures), errors=tuple(f"alike: {value:.2f} {pair}" for value, pair in worst))


def alternates(towns: Sequence[Town], draw: random.Random, table: Folding) -> list[Pair]:
    """Towns with one of their alternate names, renamings left out by how few letters they share."""
    pairs = []
    for town in towns:
        own = plain(town.name, table)
        near = [
            name for name in town.alternatenames
            if LATIN.fullmatch(name) and plain(name, table).isascii() and plain(name, table) != own
            and DamerauLevenshtein.normalized_similarity(plain(name, table), own) >= RENAMED
        ]  # fmt: skip
        if near:
            pairs.append((town.name, draw.choice(near)))
    return draw.sample(pairs, min(EACH, len(pairs)))


def neighbours(towns: Sequence[Town], draw: random.Random, table: Folding) -> list[Pair]:
    """Towns with the other town of their country whose name looks most alike."""
    names = sorted({town.name for town in towns})
    pairs = []
    for town in draw.sample(towns, min(EACH, len(towns))):
        others = [name for name in names if plain(name, table) != plain(town.name, table)]
        pairs.append((town.name, process.extractOne(town.name, others, scorer=JaroWinkler.normalized_similarity)[0]))
    return pairs


def area(rights: Sequence[float], wrongs: Sequence[float]) -> float:
    """The chance that a right pair scores above a wrong one; `wrongs` are in order."""
    below = sum((bisect_left(wrongs, one) + bisect_right(wrongs, one)) / 2 for one in rights)
    return below / (len(rights) * len(wrongs)) if rights and wrongs else 0.0
