"""The JSON API: pages of rows, stable ids, ETags, and a description of itself."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

import counterclaim
from counterclaim.cli.serve import LedgerSource
from counterclaim.kit import Settings
from counterclaim.present.web.app import create_app


@pytest.fixture(scope="module")
def client(example_ledger):
    return TestClient(create_app(LedgerSource(example_ledger, Settings(), readonly=True)))


@pytest.mark.parametrize("name", ["events", "claims", "documents"])
def test_pages_of_rows_join_to_the_whole_list(client, name):
    whole = client.get(f"/api/{name}?limit=500").json()
    rows, offset = [], 0
    while offset is not None:
        part = client.get(f"/api/{name}?limit=7&offset={offset}").json()
        rows, offset = rows + part["rows"], part["next_offset"]
    assert rows == whole["rows"]
    assert len({row["id"] for row in rows}) == whole["total"] > 7


def test_what_the_caller_has_already_is_not_sent_again(client):
    first = client.get("/api/events")
    again = client.get("/api/events", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/claims").headers["etag"] != first.headers["etag"]


def test_filters_are_those_of_the_list(client):
    rows = client.get("/api/events?label=contested&type=capture").json()["rows"]
    assert rows
    assert {(row["type"], row["standing"]["occurrence"]["label"]) for row in rows} == {("capture", "contested")}


def test_one_event_and_one_claim_by_id(client):
    event = client.get("/api/events").json()["rows"][0]
    assert client.get(f"/api/events/{event['id']}").json() == event
    claim = client.get(f"/api/claims?event={event['id']}").json()["rows"][0]
    assert client.get(f"/api/claims/{claim['id']}").json() == claim


def test_the_library_gives_the_same_rows(client, example_ledger):
    ledger = counterclaim.open(example_ledger)
    ours = {event["id"]: event for event in ledger.events(label="contested")}
    served = {event["id"]: event for event in client.get("/api/events?label=contested&limit=500").json()["rows"]}
    assert served == ours


def test_as_of_a_day_only_what_was_published_by_then_is_told(client):
    days = {row["published"][:10] for row in client.get("/api/documents").json()["rows"]}
    early = client.get(f"/api/documents?as_of={min(days)}").json()
    assert {row["published"][:10] for row in early["rows"]} == {min(days)}


@pytest.mark.parametrize("address", ["/api/events/none", "/api/claims/none"])
def test_what_is_not_there_is_a_404_in_json(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "none" in answer.json()["detail"]


def test_the_page_of_the_api_lists_every_query_and_asks_nothing_of_elsewhere(client):
    paths = client.get("/api/openapi.json").json()["paths"]
    page = client.get("/api").text
    assert {"/api/events", "/api/claims/{key}"} <= set(paths)
    assert all(path in page for path in paths)
    assert "http://" not in page
    assert "https://" not in page
