"""What a stranger on the network, a foreign page or a large request gets: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient

from counterclaim.cli.serve import LedgerSource
from counterclaim.errors import LedgerError
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.app import create_app
from counterclaim.present.web.door import LONGEST_FORM

PAGES = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text(encoding="utf-8"))


def client_of(path, *, token: str | None = None, readonly: bool = False) -> TestClient:
    return TestClient(create_app(LedgerSource(path, Settings(), readonly=readonly), token=token))


@pytest.mark.parametrize("address", [*PAGES, "/api/events", "/static/app.js"])
def test_without_the_token_nothing_is_told(example_ledger, address):
    client = client_of(example_ledger, token="secret")
    assert client.get(address).status_code == 401
    assert client.get(address, headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get(address, headers={"authorization": "Bearer secret"}).status_code == 200


def test_the_token_in_the_address_is_kept_as_a_cookie_that_scripts_cannot_read(example_ledger):
    client = client_of(example_ledger, token="secret")
    cookie = client.get("/keys?token=secret").headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/keys").status_code == 200


@pytest.mark.parametrize("token", ["\u00e9", "secre", "secrets", ""])
def test_a_token_that_is_not_ours_is_refused_plainly(example_ledger, token):
    assert client_of(example_ledger, token="secret").get("/keys", params={"token": token}).status_code == 401


@pytest.mark.parametrize(
    ("csrf", "headers"),
    [("wrong", {}), ("\u00e9", {}), (None, {"origin": "http://evil.example"}), (None, {"origin": "null"})],
)
def test_a_decision_from_elsewhere_is_refused(ledger_path, csrf, headers):
    client = client_of(ledger_path)
    form = {"csrf": csrf or client.app.state.csrf, "verdict": "reject", "claim": "x", "author": "a"}
    assert client.post("/review", data=form, headers=headers).status_code == 403
    with open_ledger(ledger_path) as ledger:
        assert ledger.decisions() == []


def test_a_read_only_server_stores_no_decision(ledger_path):
    client = client_of(ledger_path, readonly=True)
    form = {"csrf": client.app.state.csrf, "verdict": "undo", "author": "a"}
    answer = client.post("/review", data=form)
    assert answer.status_code == 400
    assert "read-only" in answer.text


@pytest.mark.parametrize("length", [str(LONGEST_FORM + 1), "-1", "many"])
def test_a_form_that_is_too_long_or_lies_about_its_length_is_refused(ledger_path, length):
    answer = client_of(ledger_path).post("/review", content=b"x", headers={"content-length": length})
    assert answer.status_code in (400, 413)


def test_a_form_sent_in_pieces_without_its_length_is_refused(ledger_path):
    pieces = (b"x" * 1000 for _ in range(LONGEST_FORM // 1000 + 2))
    assert client_of(ledger_path).post("/review", content=pieces).status_code == 411


@pytest.mark.parametrize(
    "path", ["../app.py", "..%2fapp.py", "%2e%2e/app.py", "....//app.py", "vendor/../../app.py", "/etc/passwd"]
)
def test_no_file_outside_the_static_folder_is_served(example_ledger, path):
    answer = client_of(example_ledger).get(f"/static/{path}")
    assert answer.status_code == 404
    assert "create_app" not in answer.text


@pytest.mark.parametrize("address", [*PAGES, "/events/none", "/api/events"])
def test_every_answer_forbids_scripts_and_requests_from_elsewhere(example_ledger, address):
    headers = client_of(example_ledger).get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def test_too_many_requests_at_once_are_told_to_wait(example_ledger):
    client = TestClient(create_app(LedgerSource(example_ledger, Settings(), readonly=True), per_minute=3))
    statuses = [client.get("/keys").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]


@pytest.mark.parametrize("query", ["as_of=yesterday", "as_of=2021-99-99", "since=2021-02-31", "page=0"])
def test_a_day_or_number_that_is_none_is_refused(example_ledger, query):
    address = "/changes" if "since" in query else "/"
    assert client_of(example_ledger).get(f"{address}?{query}").status_code in (400, 422)


def test_a_ledger_that_is_gone_is_told_as_such(tmp_path):
    with pytest.raises(LedgerError):
        LedgerSource(tmp_path / "none.db", Settings(), readonly=True).view(None)
