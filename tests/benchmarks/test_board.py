"""The score board fails a run that drops, and never takes an absent set for a passed one."""

from __future__ import annotations

from pkgutil import iter_modules

import benchmarks.score as package
from benchmarks.score.board import data_hash, folders_of, page_of, settings, verdicts
from benchmarks.score.report import Figure, Report

BOARD = {"times": {"floors": {"all | value F1": 0.72}, "ceilings": {"all | error": 0.06}}}


def report(value: float, error: float = 0.01) -> Report:
    return Report(
        name="times",
        figures=(Figure(slice="all", metric="value F1", value=value), Figure(slice="all", metric="error", value=error)),
    )


def test_a_figure_at_its_floor_passes():
    assert verdicts(report(0.72), BOARD) == []


def test_a_planted_regression_fails():
    assert verdicts(report(0.70), BOARD) == ["times: all | value F1 is 0.700, under its floor 0.720"]


def test_a_figure_over_its_ceiling_fails():
    assert verdicts(report(0.80, error=0.07), BOARD) == ["times: all | error is 0.070, over its ceiling 0.060"]


def test_a_bound_without_a_figure_fails():
    bare = Report(name="times", figures=(Figure(slice="all", metric="value F1", value=0.9),))
    assert verdicts(bare, BOARD) == ["times: no figure 'all | error', though the board has a bound for it"]


def test_an_absent_set_is_shown_as_absent():
    kept = {"times": {"version": "0", "date": "2021-09-06", "data": None, "absent": "no folder", "notes": [], "figures": []}}
    assert verdicts(Report(name="times", absent="no folder"), BOARD) == []
    assert "absent: no folder" in page_of(kept)


def test_the_hash_of_a_set_changes_with_its_files(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    before = data_hash([tmp_path])
    (tmp_path / "b.txt").write_text("two")
    assert data_hash([tmp_path]) != before
    assert data_hash([tmp_path / "none"]) is None


def test_a_set_is_read_from_data_gold_and_the_repository(tmp_path):
    data, gold = tmp_path / "data", tmp_path / "gold"
    entry = {"data": ["time"], "gold": ["seed.txt"], "own": ["tests/standing/situations"]}
    read_from = folders_of(entry, data, gold)
    assert read_from[:2] == [data / "time", gold / "seed.txt"]
    assert read_from[2].is_dir()


def test_every_set_of_the_board_has_a_score_module():
    modules = {info.name for info in iter_modules(package.__path__)}
    assert set(settings()) <= modules
