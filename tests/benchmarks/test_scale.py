"""The made-up feed and the sums of the measurements of growth."""

import json
import os

import pytest
from benchmarks.made import report, reports, write_reports
from benchmarks.scale import added, measurements, per_document
from benchmarks.watch import watched


def test_a_shorter_feed_is_the_beginning_of_a_longer_one():
    assert list(reports(30))[:10] == list(reports(10))


def test_three_in_ten_reports_are_on_the_hot_city_within_one_week():
    hot = [row for row in reports(400) if "Kunduz" in row["text"]]
    assert 0.25 < len(hot) / 400 < 0.35
    assert len({row["date"] for row in hot}) <= 9


def test_reports_differ_and_a_reprint_is_a_shortened_earlier_one():
    rows = list(reports(200))
    assert len({row["text"] for row in rows}) == 200
    assert report(12)["text"].startswith(report(19)["text"])


def test_files_that_are_there_are_kept(tmp_path):
    write_reports(3, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_text("kept")
    write_reports(3, tmp_path)
    assert path.read_text() == "kept"


def test_each_row_is_a_line_of_json(tmp_path):
    write_reports(1_002, tmp_path)
    lines = [json.loads(line) for path in sorted(tmp_path.iterdir()) for line in path.read_text().splitlines()]
    assert [row["id"] for row in lines] == [f"made-{number}" for number in range(1_002)]


def test_the_first_batch_is_left_out_and_stopped_runs_are_added_up():
    earlier = {"documents": 10, "seconds": 1.0, "cpu": 0.5}
    assert added(earlier, (32, 5.0, 4.0), (132, 7.0, 5.0)) == {"documents": 110, "seconds": 3.0, "cpu": 1.5}


def test_milliseconds_a_document():
    found = per_document({"documents": 100, "seconds": 2.0, "cpu": 1.0})
    assert found == {"documents_per_s": 50.0, "clock_ms": 20.0, "cpu_ms": 10.0}


def test_an_unknown_question_is_named():
    with pytest.raises(SystemExit, match="speed"):
        measurements("speed", [1])


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="reads what Linux says of processes")
def test_the_watch_sees_time_and_memory_of_this_process():
    with watched() as watch:
        sum(range(2_000_000))
        assert watch.cpu() > 0 and watch.seconds() > 0
        assert watch.peaks()["parent"][0] > 5
