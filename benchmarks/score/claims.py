"""Claims of hand-labelled reports: the seed, and reports of opposing outlets (scored by the shared score script)."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.flow import read_with, view_of
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.present.exports import claims as export
from counterclaim.read import options_of
from counterclaim.read.reports import report
from counterclaim.records import Document

PEOPLE = {"claims f1": "two people .94", "strict f1": "two people .60"}


def score(data: Path, gold: Path) -> Report:
    """Claims, strict and field figures of the seed and of the gold reports, with the script's list of errors."""
    script = gold.parent / "tools" / "score_claims.py"
    if not script.exists() or not (gold / "seed.gold.json").exists():
        return Report(name="claims", absent=f"no gold claims in {gold} or no {script}")
    figures: list[Figure] = []
    errors: list[str] = []
    for name, folder, pattern in (("seed", gold, "seed.gold.json"), ("fa-kes", gold / "fa-kes", "*.gold.json")):
        golds = sorted(folder.glob(pattern))
        result, lines = run_script(script, golds, folder)
        figures += figures_of(name, result)
        errors += lines
    return Report(name="claims", figures=tuple(figures), errors=tuple(errors))


def run_script(script: Path, golds: Sequence[Path], folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The script's figures, and its lines of error, on the claims that the flow finds in the texts of the gold."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "claims.jsonl"
        write_claims([document_of(found) for found in golds], path)
        command = [sys.executable, str(script), *map(str, golds), "--claims", str(path), "--texts", str(folder)]
        figures = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout
        listing = subprocess.run([*command, "--errors"], check=True, capture_output=True, text=True).stdout
    return json.loads(figures), [line for line in listing.splitlines() if line.split(" ")[0] in {"missed", "wrong", "spurious"}]


def document_of(gold: Path) -> Document:
    """The document of a gold file as the reader makes it, its metadata from the sidecar or from the gold itself."""
    name = gold.name.removesuffix(".gold.json")
    text = gold.with_name(f"{name}.txt").read_bytes().decode("utf-8")
    sidecar = gold.with_name(f"{name}.json")
    known = json.loads((sidecar if sidecar.exists() else gold).read_text(encoding="utf-8"))
    given = {field: known.get(field) for field in ("published", "publisher", "title")}
    found = report(text, options_of(Settings(), load()), uri=f"{name}.txt", given=given)
    assert isinstance(found, Document), f"{name}: {found}"
    return found


def write_claims(documents: Sequence[Document], path: Path) -> None:
    """Writes the claims that the flow finds in these documents, as the export does."""
    kit = kept_kit()
    view = view_of(list(read_with(documents, kit)), kit.settings)
    with path.open("w", encoding="utf-8") as stream:
        export.write(view, stream)


def figures_of(name: str, result: dict[str, Any]) -> list[Figure]:
    """The figures of one set."""
    found = [figure(name, f"{kind} f1", result[kind]["f1"], result["claims"]["gold"]) for kind in ("claims", "strict")]
    found += [
        figure(name, f"{kind} {part}", result[kind][part]) for kind in ("claims", "strict") for part in ("precision", "recall")
    ]
    found.append(figure(name, "lost", result["lost"] / max(1, result["claims"]["gold"]), result["claims"]["gold"]))
    return found + [figure(name, field, value["accuracy"], value["of"]) for field, value in result["fields"].items()]


def figure(name: str, metric: str, value: float, of: int | None = None) -> Figure:
    """One figure with the figure of two people, where there are any."""
    return Figure(slice=name, metric=metric, value=value, of=of, published=PEOPLE.get(metric, ""))
