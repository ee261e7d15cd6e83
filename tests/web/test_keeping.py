"""Snapshots that take long are made beside the requests, shared by all who ask, and the days beside them are made ready."""

from __future__ import annotations

from threading import Event

import pytest

pytest.importorskip("fastapi", reason="the extra 'web' is not installed")

from fastapi.testclient import TestClient

from counterclaim.cli.serve import LedgerSource
from counterclaim.flow import view_key
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.app import create_app
from counterclaim.present.web.keeping import NotYetError, Snapshots
from counterclaim.records import Document, View

DAYS = ("2021-09-01", "2021-09-02", "2021-09-03", "2021-09-04")


def view(as_of: str | None) -> View:
    documents = tuple(
        Document(id=day, uri=day, text="", text_hash="", source_hash="", published=day) for day in DAYS if day <= (as_of or "9")
    )
    return View(
        as_of=as_of, documents=documents, readings=(), entities=(), origins=(), links=(), events=(), control=(),
    )  # fmt: skip


def test_who_asks_for_a_slow_day_is_told_so_and_finds_it_later():
    gate, asked = Event(), []

    def slow(as_of: str | None) -> View:
        asked.append(as_of)
        assert gate.wait(20)
        return view(as_of)

    snapshots = Snapshots(slow, patience=0.05)
    for _ in range(3):
        with pytest.raises(NotYetError):
            snapshots.take("2021-09-02")
    gate.set()
    snapshots.patience = 20.0
    assert snapshots.take("2021-09-02").days == DAYS[:2]
    assert asked == ["2021-09-02"]


def test_what_goes_wrong_while_a_day_is_made_reaches_who_asked():
    def broken(as_of: str | None) -> View:
        raise ValueError("no such ledger")

    with pytest.raises(ValueError, match="no such ledger"):
        Snapshots(broken).take(None)


def test_the_days_beside_a_slow_one_are_made_ready():
    ready: list[str] = []
    snapshots = Snapshots(view, ready.append, lambda: DAYS)
    snapshots.take("2021-09-02")
    snapshots.look_ahead("2021-09-02")
    assert ready == ["2021-09-03", "2021-09-01"]


def test_the_snapshot_of_everything_is_kept_whatever_days_are_asked_for():
    snapshots = Snapshots(view)
    whole = snapshots.take(None)
    for number in range(1, 15):
        snapshots.take(f"2021-09-{number:02}")
    assert snapshots.kept[None] is whole and len(snapshots.kept) <= 6


def test_a_page_of_a_slow_day_says_what_is_done_and_asks_again(ledger_path):
    source = LedgerSource(ledger_path, Settings(), readonly=True)
    app = create_app(source)
    gate = Event()
    app.state.snapshots.view_as_of = lambda as_of: (gate.wait(20), source.view(as_of))[1]
    app.state.snapshots.patience = 0.05
    client = TestClient(app)
    answer = client.get("/?as_of=2021-09-03")
    gate.set()
    assert answer.status_code == 503 and answer.headers["refresh"] == "5"
    assert "what had been published by 2021-09-03" in answer.text


def test_the_view_of_a_big_ledger_is_computed_by_another_process_and_kept(ledger_path):
    source = LedgerSource(ledger_path, Settings(), readonly=False)
    source.prepare("2021-09-03")
    with open_ledger(ledger_path) as ledger:
        assert ledger.cached(view_key(ledger, Settings(), "2021-09-03")) is not None
