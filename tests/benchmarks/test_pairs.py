"""Pairs of reports of one event: how groups are made, and when two reports count as telling of one event."""

from __future__ import annotations

from datetime import date

import pytest
from benchmarks.score.pairs import Told, any_shared, both_main, day_of, groups_of, main_shared, rows_of

HEADER = "unit_id,article_title,article_content,source,date,location,labels\n"
TOLD = Told(
    events={"a": {"one", "two"}, "b": {"one"}, "c": {"two", "three"}, "d": set()},
    main={"a": "one", "b": "one", "c": "three"},
)


@pytest.mark.parametrize("words", ["7/15/2016", "15-Jul-16"])
def test_both_ways_of_writing_a_day_are_read(words):
    assert day_of(words) == date(2016, 7, 15)


def test_a_day_written_otherwise_is_named():
    with pytest.raises(ValueError, match="July the first"):
        day_of("July the first")


def test_groups_run_by_day_and_place_and_hold_two_reports_or_more(tmp_path):
    rows = ["1,x,x,x,8/2/2016,idlib,1", "2,x,x,x,2/2/2015,homs,1", "2,y,y,x,2-Feb-15,homs,1", "3,x,x,x,8/2/2016,idlib,0"]
    path = tmp_path / "reports.csv"
    path.write_text(HEADER + "\n".join([*rows, "4,x,x,x,8/2/2016,homs,0"]))
    assert [sorted(group) for group in groups_of(rows_of(path), 40)] == [["2#1", "2#2"], ["1", "3"]]
    assert [sorted(group) for group in groups_of(rows_of(path), 1)] == [["2#1", "2#2"]]


@pytest.mark.parametrize(
    ("pair", "main", "any_event", "both"),
    [("ab", True, True, True), ("ac", False, True, False), ("bc", False, False, False), ("ad", False, False, False)],
)
def test_one_event_is_told_by_both(pair, main, any_event, both):
    assert (main_shared(*pair, TOLD), any_shared(*pair, TOLD), both_main(*pair, TOLD)) == (main, any_event, both)


def test_two_reports_without_an_event_are_no_pair():
    nothing = Told(events={"x": set(), "y": set()}, main={})
    assert not (main_shared("x", "y", nothing) or both_main("x", "y", nothing))
