"""Factuality of gold event tokens on UW, UDS-IH2 and MEANTIME (development halves): Pearson r and mean absolute error."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.extract.factuality import factuality_of, scale_of
from counterclaim.kit import Kit
from counterclaim.syntax import Tree

SETS = {"UW": "", "UDS_IH2": "", "MEANTIME": ""}


@dataclass(frozen=True)
class Judged:
    """One gold event with our value: where it stands, the gold and the found value."""

    text: str
    word: str
    gold: float
    found: float


def score(data: Path, gold: Path) -> Report:
    """Pearson r and MAE on each set, beside the MAE of a constant guess, and the worst misses on UW."""
    home = data / "factuality"
    if not home.exists():
        return Report(name="factuality", absent=str(home))
    kit, figures, errors = kept_kit(), [], []
    for name, published in SETS.items():
        judged = list(judge(home / name / "dev.jsonl", kit))
        values, found = [j.gold for j in judged], [j.found for j in judged]
        middle = sorted(values)[len(values) // 2]
        figures += [
            Figure(slice=name, metric="Pearson r", value=pearson(values, found), of=len(judged), published=published),
            Figure(
                slice=name, metric="MAE", value=mean([abs(a - b) for a, b in zip(values, found, strict=True)]), of=len(judged)
            ),
            Figure(slice=name, metric="MAE of a constant", value=mean([abs(v - middle) for v in values]), of=len(judged)),
        ]
        worst = sorted(judged, key=lambda j: -abs(j.gold - j.found))[:150]
        errors += [f"{name} {j.word!r} gold {j.gold:.1f} found {j.found:.1f}: {j.text}" for j in worst]
    return Report(name="factuality", figures=tuple(figures), errors=tuple(errors))


def judge(path: Path, kit: Kit) -> Iterator[Judged]:
    """Every gold event of a file with our value."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    scale = scale_of(kit.settings.folders, kit.settings.language)
    for row, tagged in zip(rows, kit.tagger.tag([row["text"] for row in rows]), strict=True):
        tree, starts = Tree(tagged.tokens, tagged.sentences), offsets(row["text"])
        for target in row["targets"]:
            index = tree.at(starts[target["span1"][0]])
            if index is not None:
                yield Judged(row["text"], target["span_text"], target["label"], factuality_of(tree, index, scale))


def offsets(text: str) -> list[int]:
    """Where each blank-separated word begins."""
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    return starts


def mean(values: Sequence[float]) -> float:
    """The mean, 0 for none."""
    return sum(values) / len(values) if values else 0.0


def pearson(one: Sequence[float], other: Sequence[float]) -> float:
    """The correlation of two lists, 0 where one does not vary."""
    a, b = mean(one), mean(other)
    top = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    bottom = math.sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))
    return top / bottom if bottom else 0.0
