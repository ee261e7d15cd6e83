"""A decision changes what the next view says, can be taken back, and travels to another ledger."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from counterclaim.cli import main
from counterclaim.cli.serve import LedgerSource
from counterclaim.flow import view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.app import create_app
from counterclaim.records import Decision, Event, View


@pytest.fixture
def client(ledger_path):
    return TestClient(create_app(LedgerSource(ledger_path, Settings(), readonly=False)))


def view(ledger_path) -> View:
    with open_ledger(ledger_path) as ledger:
        return view_of_ledger(ledger, Settings())


def decide(client, verdict: str, claim: str = "", **form: str):
    csrf = re.search(r'name="csrf" value="([^"]+)"', client.get("/review").text)[1]
    data = {"csrf": csrf, "verdict": verdict, "claim": claim, "author": "tester", **form}
    return client.post("/review", data=data, follow_redirects=False)


def event_with(found: View, claim: str) -> Event | None:
    return next((event for event in found.events if claim in event.claims), None)


def largest(ledger_path) -> Event:
    return max(view(ledger_path).events, key=lambda event: len(event.documents))


def test_a_rejected_claim_leaves_its_event_and_comes_back_when_undone(client, ledger_path):
    claim = largest(ledger_path).claims[0]
    assert decide(client, "reject", claim).status_code == 303
    assert event_with(view(ledger_path), claim) is None
    decide(client, "undo")
    assert event_with(view(ledger_path), claim) is not None


def test_a_merge_makes_one_event_of_two(client, ledger_path):
    one, other = largest(ledger_path), view(ledger_path).events[-1]
    assert one.id != other.id
    decide(client, "merge", one.claims[0], other=other.id)
    joined = event_with(view(ledger_path), one.claims[0])
    assert set(joined.claims) >= {*one.claims, *other.claims}
    assert {joined.id, *joined.replaces} >= {one.id, other.id}


def test_any_claim_can_be_split_from_its_event_and_the_rest_stays_together(client, ledger_path):
    event = largest(ledger_path)
    for claim in event.claims:
        decide(client, "split", claim)
        after = [set(found.claims) for found in view(ledger_path).events]
        assert any({*event.claims} - found == {claim} for found in after)
        assert any(claim in found and len(found & {*event.claims}) == 1 for found in after)
        decide(client, "undo")


def test_an_edit_changes_stance_and_type_and_keeps_the_claims_id(client, ledger_path):
    claim = largest(ledger_path).claims[0]
    decide(client, "correct", claim, stance="denies", type="clash")
    (found,) = [one for reading in view(ledger_path).readings for one in reading.claims if one.id == claim]
    assert (found.stance, found.event.type) == ("denies", "clash")


@pytest.mark.parametrize("form", [{}, {"stance": "shrugs"}, {"type": "picnic"}])
def test_an_edit_that_changes_nothing_or_names_what_there_is_not_is_refused(client, ledger_path, form):
    answer = decide(client, "correct", largest(ledger_path).claims[0], **form)
    assert answer.status_code == 400
    assert "data-problem" in answer.text


def test_save_means_edit_where_an_edit_is_filled_in(client, ledger_path):
    decide(client, "save", largest(ledger_path).claims[0], stance="confirms")
    with open_ledger(ledger_path) as ledger:
        assert [decision.verdict for decision in ledger.decisions()] == ["correct"]


def test_a_decision_is_shown_with_its_event_and_in_its_report(client, ledger_path):
    event = largest(ledger_path)
    decide(client, "accept", event.claims[0], reason="read twice")
    assert "read twice" in client.get(f"/events/{event.id}").text
    with open_ledger(ledger_path) as ledger:
        (decision,) = ledger.decisions()
    assert "read twice" in client.get(f"/reports/{decision.document}").text


def test_decisions_travel_as_json_lines_and_hold_in_the_other_ledger(client, ledger_path, example_ledger, tmp_path):
    claim = largest(ledger_path).claims[0]
    decide(client, "reject", claim)
    lines, other = tmp_path / "decisions.jsonl", tmp_path / "other.db"
    other.write_bytes(Path(example_ledger).read_bytes())
    ran(["ledger", "decisions", "--ledger", str(ledger_path), "--export", str(lines)])
    assert lines.read_text() == client.get("/decisions.jsonl").text
    for fresh in (1, 0):
        assert f"{fresh} of 1" in ran(["ledger", "decisions", "--ledger", str(other), "--import", str(lines)]).output
    assert event_with(view(other), claim) is None


def test_a_line_that_is_no_decision_is_named_and_nothing_is_taken_over(ledger_path, tmp_path):
    lines = tmp_path / "decisions.jsonl"
    lines.write_text('{"id": "1"}\n')
    answer = CliRunner().invoke(main, ["ledger", "decisions", "--ledger", str(ledger_path), "--import", str(lines)])
    assert answer.exit_code == 1
    assert "decisions.jsonl:1" in answer.output
    with open_ledger(ledger_path) as ledger:
        assert ledger.decisions() == []


def test_a_decision_whose_claim_is_gone_is_listed_as_orphaned(client, ledger_path):
    lost = Decision(
        id="d", verdict="accept", record_kind="claim", records=("gone",), author="a", made="2021-09-09", document="x"
    )
    with open_ledger(ledger_path) as ledger:
        ledger.decide(lost)
    assert "orphaned" in client.get("/decisions").text


def ran(arguments: list[str]):
    """The result of a command that must succeed."""
    answer = CliRunner().invoke(main, arguments)
    assert answer.exit_code == 0, answer.output
    return answer
