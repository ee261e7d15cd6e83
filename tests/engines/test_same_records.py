"""The same records whatever engine, number of workers or size of batch, and whatever happens on the way."""

import importlib.util
import os
import signal
import sys
from dataclasses import replace

import pytest

from counterclaim import flow
from counterclaim.codec import encode
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger

REPORTS = {
    f"{number}.txt": f"KABUL, Sept {number + 1}, 2021 (AFP) - {text}"
    for number, text in enumerate(
        (
            "Rebels said on Monday that they had taken the town. The army denied it.",
            "A spokesman for the Front denied that its commander had been killed in the fighting.",
            "At least three civilians were killed when shells hit the market, doctors said.\n\nNobody claimed responsibility.",
            "The Front said its men had withdrawn from the valley.",
            "Rebels said on Monday that they had taken the town. The army denied it.",
        )
    )
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "in" / name).write_text(text)
    (tmp_path / "in" / "empty.txt").write_text("")
    return tmp_path / "in"


def records_of(folder, path, **known: object) -> list[bytes]:
    """Every record of a run over a folder, encoded."""
    settings = Settings(**known)
    with open_ledger(path, create=True) as ledger:
        flow.run([str(folder)], ledger, settings)
        view = flow.view_of_ledger(ledger, settings)
        return [encode(replace(view, readings=())), *map(encode, ledger.readings()), *map(encode, ledger.failures())]


def test_same_records_for_any_engine_and_batch(folder, tmp_path):
    whole = records_of(folder, tmp_path / "one.db")
    assert records_of(folder, tmp_path / "small.db", batch_size=2) == whole
    assert records_of(folder, tmp_path / "two.db", engine="processes", workers=2, batch_size=1) == whole


def test_a_run_that_is_killed_resumes_and_ends_the_same(folder, tmp_path):
    settings = Settings(batch_size=1)
    flow.open_kit(settings)
    child = os.fork()
    if child == 0:
        with open_ledger(tmp_path / "killed.db", create=True) as ledger:
            flow.run([str(folder)], ledger, settings, seen=kill_after_two)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    with open_ledger(tmp_path / "killed.db") as ledger:
        assert len(ledger.readings()) == 2
        progress = flow.run([str(folder)], ledger, settings)
    assert (progress.known, progress.read) == (2, len(REPORTS) - 2)
    assert records_of(folder, tmp_path / "killed.db") == records_of(folder, tmp_path / "whole.db")


@pytest.mark.skipif(not importlib.util.find_spec("ray"), reason="ray is not installed")
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")
def test_ray_gives_the_same_records(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    whole = records_of(folder, tmp_path / "one.db")
    assert records_of(folder, tmp_path / "ray.db", engine="ray", workers=2, batch_size=2) == whole


def kill_after_two(progress) -> None:
    """Ends this process as no process can prevent, once two documents are stored."""
    if progress.read == 2:
        os.kill(os.getpid(), signal.SIGKILL)


def test_two_runs_at_once_store_each_document_once(folder, tmp_path):
    settings = Settings(batch_size=1)
    flow.open_kit(settings)
    children = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            run_to_exit(folder, tmp_path / "both.db", settings)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with open_ledger(tmp_path / "both.db") as ledger:
        assert ledger.database.execute("select count(*) from readings").fetchone() == (len(REPORTS),)


def run_to_exit(folder, path, settings) -> None:
    """Runs in a forked child and leaves it: with 0 where all went well."""
    code = 1
    try:
        with open_ledger(path, create=True) as ledger:
            flow.run([str(folder)], ledger, settings)
        code = 0
    finally:
        os._exit(code)


def test_a_document_that_breaks_a_stage_is_a_failure_and_the_rest_is_read(folder, tmp_path, monkeypatch):
    extract = flow.extract

    def breaking(annotated, kit):
        if "Front denied" in annotated.document.text:
            raise KeyError("broken")
        return extract(annotated, kit)

    monkeypatch.setattr(flow, "extract", breaking)
    with open_ledger(tmp_path / "l.db", create=True) as ledger:
        progress = flow.run([str(folder)], ledger, Settings())
    broken = [failure for failure in progress.failures if failure.stage == "process"]
    assert (progress.read, len(broken)) == (len(REPORTS) - 1, 1)
    assert "KeyError" in broken[0].reason
