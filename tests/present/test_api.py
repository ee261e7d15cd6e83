"""The library mirrors the command line."""

from __future__ import annotations

import pytest

import counterclaim
from counterclaim.errors import InputError, LedgerError

REPORT = (
    "date 2021-09-06 Kabul (Harbour Wire) - The Taliban said on Monday that they had captured Bazarak. "
    "The National Resistance Front denied the claim.\n"
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("api")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    assert counterclaim.run([folder / "report.txt"], folder / "war.db") == 1
    return counterclaim.open(folder / "war.db")


def test_contested_events_are_found_by_label(ledger):
    assert [event["type"] for event in ledger.events(label="contested")] == ["capture"]


def test_denials_are_found_by_stance(ledger):
    assert [claim["source"]["name"] for claim in ledger.claims(stance="denies")] == ["National Resistance Front"]


def test_who_and_where_find_by_name(ledger):
    assert ledger.who("Taliban")[0]["side"] == "Taliban"
    assert ledger.where("Bazarak")[0]["place"]["country"] == "AF"


def test_rows_turn_into_tables(ledger):
    pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    assert ledger.events().to_arrow().num_rows == len(ledger.events())


def test_an_unknown_stance_names_the_known_ones(ledger):
    with pytest.raises(InputError, match="there are: accuses"):
        ledger.claims(stance="swears")


def test_a_missing_ledger_is_a_clear_error(tmp_path):
    with pytest.raises(LedgerError):
        counterclaim.open(tmp_path / "none.db")


def test_an_export_goes_to_a_file(ledger, tmp_path):
    assert ledger.export("claims.jsonl", tmp_path / "claims.jsonl") == len(ledger.claims())
