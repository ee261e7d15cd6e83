"""The command `run`: summary, exit code, running again, bad input."""

import json

import pytest
from click.testing import CliRunner

from counterclaim.cli import main


def call(*args: object):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("KABUL, Sept 6, 2021 (AFP) - Rebels said they had taken the town.")
    (folder / "b.txt").write_text("Fighters left the valley on Monday, officials said.")
    return folder


def test_a_folder_is_read_and_counted(reports, tmp_path):
    result = call("run", reports, "--ledger", tmp_path / "l.db", "--json")
    summary = json.loads(result.stdout)
    assert (result.exit_code, summary["documents"], summary["read"], summary["failures"]) == (0, 2, 2, [])


def test_json_beside_the_texts_is_one_note_and_no_failure(reports, tmp_path):
    (reports / "a.gold.json").write_text('{"claims": []}')
    (reports / "b.gold.json").write_text('{"claims": []}')
    result = call("run", reports, "--ledger", reports / "l.db")
    assert (result.exit_code, result.stderr.count("passed over: 2 JSON files")) == (0, 1)


def test_running_again_reads_nothing(reports, tmp_path):
    call("run", reports, "--ledger", tmp_path / "l.db")
    summary = json.loads(call("run", reports, "--ledger", tmp_path / "l.db", "--json").stdout)
    assert (summary["read"], summary["known"]) == (0, 2)


def test_bad_files_fail_by_name_and_the_rest_is_read(reports, tmp_path):
    (reports / "empty.txt").write_text("")
    (reports / "photo.txt").write_bytes(bytes(range(256)) * 50)
    (reports / "german.txt").write_text("Die Kämpfer haben am Montag nach eigenen Angaben die Stadt eingenommen. " * 10)
    result = call("run", reports, "--ledger", tmp_path / "l.db", "--json")
    assert result.exit_code == 1
    failed = {failure["uri"].rsplit("/", 1)[-1]: failure["reason"] for failure in json.loads(result.stdout)["failures"]}
    assert set(failed) == {"empty.txt", "photo.txt", "german.txt"}
    assert "not in the language" in failed["german.txt"]


def test_a_file_over_the_limit_fails(reports, tmp_path):
    result = call("run", reports, "--ledger", tmp_path / "l.db", "--max-bytes", 55)
    assert result.exit_code == 1
    assert "more than the limit of 55" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_encodings(encoding, tmp_path):
    (tmp_path / "a.txt").write_bytes(
        "“Señor Núñez”: the café in Córdoba fell, he said.".replace("“", '"').replace("”", '"').encode(encoding)
    )
    result = call("run", tmp_path / "a.txt", "--ledger", tmp_path / "l.db", "--json")
    assert json.loads(result.stdout)["read"] == 1


def test_a_path_that_is_not_there_is_an_error(tmp_path):
    result = call("run", tmp_path / "none", "--ledger", tmp_path / "l.db")
    assert result.exit_code == 1
    assert "no such file or folder" in result.stderr


def test_a_ledger_in_a_folder_that_is_not_there_is_an_error(reports, tmp_path):
    result = call("run", reports, "--ledger", tmp_path / "none" / "l.db")
    assert result.exit_code == 1
    assert "folder must exist" in result.stderr


def test_the_summary_counts_events_and_the_log_has_a_line_a_batch(reports, tmp_path):
    log = tmp_path / "run.log"
    result = call("run", reports, "--ledger", tmp_path / "l.db", "--json", "--log", log)
    assert json.loads(result.stdout)["events"] >= 1
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert lines[-1]["read"] == 2


def test_a_url_is_read_like_a_file(tmp_path):
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    with system.open("/news/a.txt", "wb") as stream:
        stream.write(b"Rebels left the valley, officials said.")
    result = call("run", "memory://news", "--ledger", tmp_path / "l.db", "--json", "--no-events")
    assert json.loads(result.stdout)["read"] == 1


@pytest.mark.parametrize(("passed", "left"), [(0, ""), (5, ", about 10 s left"), (0.5, ", about 3 min left")])
def test_the_time_left_is_told_where_it_is_known(passed, left):
    from counterclaim.cli.run import left_of
    from counterclaim.ledger.intake import Progress

    assert left_of(Progress(run="r", sources=10, passed=passed), 10.0) == left


def test_a_run_without_ray_says_how_to_get_it(reports, tmp_path):
    import importlib.util

    if importlib.util.find_spec("ray"):
        pytest.skip("ray is installed")
    result = call("run", reports, "--ledger", tmp_path / "l.db", "--engine", "ray")
    assert result.exit_code == 1
    assert "counterclaim[ray]" in result.stderr
