"""The score board: latest figures of every set, the floors that a run must not fall under, and the page that shows them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from benchmarks.score.report import Figure, Report

from counterclaim import __version__

HERE = Path(__file__).parents[1]
SETTINGS = HERE / "board.yaml"
SCORES = HERE.parent / "docs" / "scores.json"
PAGE = HERE.parent / "docs" / "scores.md"
SLACK = 0.0005


def settings() -> dict[str, Any]:
    """Data folders and floors by set."""
    found: dict[str, Any] = yaml.safe_load(SETTINGS.read_text(encoding="utf-8")) or {}
    return found


def with_floors(report: Report, floors: Mapping[str, Any]) -> Report:
    """The report with the floor of each figure filled in from the board."""
    figures = tuple(replace(figure, floor=floors.get(key_of(figure), figure.floor)) for figure in report.figures)
    return replace(report, figures=figures)


def key_of(figure: Figure) -> str:
    """The name of a figure on the board."""
    return f"{figure.slice} | {figure.metric}"


def drops(report: Report, ceilings: Mapping[str, float]) -> list[str]:
    """One line a figure that fell under its floor or rose over its ceiling, and one a figure that is missing."""
    if report.absent:
        return []
    fallen = [
        f"{report.name}: {key_of(figure)} is {figure.value:.3f}, under its floor {figure.floor:.3f}"
        for figure in report.figures
        if figure.floor is not None and figure.value < figure.floor - SLACK
    ]
    risen = [
        f"{report.name}: {key_of(figure)} is {figure.value:.3f}, over its ceiling {ceilings[key_of(figure)]:.3f}"
        for figure in report.figures
        if figure.value > ceilings.get(key_of(figure), float("inf")) + SLACK
    ]
    return fallen + risen


def missing(report: Report, named: Iterable[str]) -> list[str]:
    """One line a floor or ceiling that no figure of the report answers to."""
    if report.absent:
        return []
    there = {key_of(figure) for figure in report.figures}
    return [f"{report.name}: no figure {name!r}, though the board has a bound for it" for name in named if name not in there]


def verdicts(report: Report, board: Mapping[str, Any]) -> list[str]:
    """Everything about a report that fails the run."""
    entry = board.get(report.name) or {}
    floors, ceilings = entry.get("floors") or {}, entry.get("ceilings") or {}
    return [*drops(with_floors(report, floors), ceilings), *missing(report, (*floors, *ceilings))]


def data_hash(folders: Iterable[Path]) -> str | None:
    """A hash of the names and sizes of the files of a set; None where nothing is there."""
    digest, seen = hashlib.blake2b(digest_size=6), False
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file():
                digest.update(f"{path.name}\x1f{path.stat().st_size}\x1e".encode())
                seen = True
    return digest.hexdigest() if seen else None


def folders_of(entry: Mapping[str, Any], data: Path, gold: Path) -> list[Path]:
    """The folders and files that a set is read from: of the data folder, of the gold folder, and of this repository."""
    roots = {"data": data, "gold": gold, "own": HERE.parent}
    return [root / name for key, root in roots.items() for name in entry.get(key, [])]


def keep(reports: Iterable[Report], data: Path, gold: Path, board: Mapping[str, Any]) -> None:
    """Stores the figures of these reports beside those of other sets, and writes the page anew."""
    kept: dict[str, Any] = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    for report in reports:
        folders = folders_of(board.get(report.name) or {}, data, gold)
        kept[report.name] = {
            "version": __version__,
            "date": date.today().isoformat(),
            "data": data_hash(folders),
            "absent": report.absent,
            "notes": list(report.notes),
            "figures": [
                asdict(figure) for figure in with_floors(report, (board.get(report.name) or {}).get("floors") or {}).figures
            ],
        }
    SCORES.parent.mkdir(exist_ok=True)
    SCORES.write_text(json.dumps(dict(sorted(kept.items())), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page_of(kept), encoding="utf-8")


def page_of(kept: Mapping[str, Any]) -> str:
    """The page of scores."""
    lines = [
        "# Scores",
        "",
        "Written by `just score`. Development sets that none of us wrote; rules were tuned on them or beside them, the test",
        "sets are kept aside. A set that is absent is named as absent. *Floor*: a run that falls under it fails.",
    ]
    for name, entry in sorted(kept.items()):
        lines += [
            "",
            f"## {name}",
            "",
            f"version {entry['version']}, data {entry['data'] or 'not hashed'}, {entry['date']}",
            "",
        ]
        lines += section(entry)
    return "\n".join(lines) + "\n"


def section(entry: Mapping[str, Any]) -> list[str]:
    """The figures of one set as a table, with its notes."""
    if entry["absent"]:
        return [f"absent: {entry['absent']}"]
    rows = ["| slice | metric | figure | of | floor | beside it |", "|---|---|---|---|---|---|"]
    rows += [row(figure) for figure in entry["figures"]]
    return rows + ([""] + [f"- {note}" for note in entry["notes"]] if entry["notes"] else [])


def row(figure: Mapping[str, Any]) -> str:
    """One figure as a table row."""
    floor = "" if figure["floor"] is None else figure["floor"]
    cells = (figure["slice"], figure["metric"], f"{figure['value']:.3f}", figure["of"] or "", floor, figure["published"])
    return f"| {' | '.join(str(cell) for cell in cells)} |"
