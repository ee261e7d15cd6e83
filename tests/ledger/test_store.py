"""The ledger's file: what is stored once, resumed, refused."""

import gc
import sqlite3

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.store import Ledger, open_ledger
from counterclaim.read.document import make_document
from counterclaim.records import Decision, Failure, Reading, Run

RUN = Run(id="r1", version="0", knowledge="k", tagger="t", gazetteer=None, started="2021-09-06T00:00:00+00:00")


def reading_of(name: str, text: str = "Rebels left.", **known: object) -> Reading:
    return Reading(document=make_document(text, uri=f"in/{name}", **known))


def three_readings() -> list[Reading]:
    return [
        reading_of("c.txt"),
        reading_of("b.txt", published="2021-09-06"),
        reading_of("a.txt", published="2021-09-04"),
    ]


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as opened:
        opened.begin(RUN)
        yield opened


def test_a_reading_comes_back_as_it_was_stored(ledger):
    stored = reading_of("a.txt", published="2021-09-06")
    ledger.add([stored], "r1")
    assert ledger.readings() == [stored]


def test_the_collector_of_garbage_is_on_again_after_reading(ledger):
    ledger.add(three_readings(), "r1")
    assert (len(ledger.readings()), gc.isenabled()) == (3, True)


def test_the_same_reading_twice_is_stored_once(ledger):
    assert ledger.add([reading_of("a.txt")], "r1") == 1
    assert ledger.add([reading_of("a.txt")], "r1") == 0


def test_a_corrected_date_is_read_anew_and_the_newest_reading_counts(ledger):
    ledger.add([reading_of("a.txt", published="2021-09-05")], "r1")
    ledger.add([reading_of("a.txt", published="2021-09-06")], "r1")
    assert [reading.document.published for reading in ledger.readings()] == ["2021-09-06"]


def test_readings_come_by_day_with_undated_ones_last_whatever_the_order_of_storing(ledger):
    ledger.add(
        [reading_of("c.txt"), reading_of("b.txt", published="2021-09-06"), reading_of("a.txt", published="2021-09-04")], "r1"
    )
    assert [reading.document.published for reading in ledger.readings()] == ["2021-09-04", "2021-09-06", None]


def test_as_of_a_day_later_and_undated_readings_are_left_out(ledger):
    ledger.add(
        [reading_of("c.txt"), reading_of("b.txt", published="2021-09-06"), reading_of("a.txt", published="2021-09-04")], "r1"
    )
    assert [reading.document.published for reading in ledger.readings("2021-09-05")] == ["2021-09-04"]


def test_failures_are_kept_once_and_gone_when_a_later_reading_makes_them_good(ledger):
    failure = Failure(uri="in/a.txt", stage="read", reason="empty")
    ledger.add([failure], "r1")
    ledger.add([failure], "r1")
    assert ledger.failures() == [failure]
    ledger.add([reading_of("a.txt")], "r1")
    assert ledger.failures() == []


def test_a_batch_that_breaks_half_way_leaves_nothing(ledger):
    with pytest.raises(LedgerError):
        ledger.add([reading_of("a.txt"), reading_of("b.txt")], "no such run")
    assert ledger.readings() == []


def test_decisions_are_kept_in_order(ledger):
    decision = Decision(id="d", verdict="reject", record_kind="claim", records=("c",), author="ann", made="2021-09-07")
    ledger.decide(decision)
    ledger.decide(decision)
    assert ledger.decisions() == [decision]


def test_a_file_of_a_newer_schema_is_refused(tmp_path):
    open_ledger(tmp_path / "l.db", create=True).database.execute("pragma user_version = 99")
    with pytest.raises(LedgerError, match="newer Counterclaim"):
        open_ledger(tmp_path / "l.db")


def test_a_database_of_another_program_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "l.db") as other:
        other.execute("create table mine (x)")
    other.close()
    with pytest.raises(LedgerError, match="another program"):
        open_ledger(tmp_path / "l.db", create=True)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "l.db").write_text("not a database, whatever its name says; long enough to be looked at" * 50)
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(tmp_path / "l.db")


def test_a_missing_file_is_not_made_by_looking(tmp_path):
    with pytest.raises(LedgerError, match="counterclaim run"):
        open_ledger(tmp_path / "l.db")
    assert not (tmp_path / "l.db").exists()


def test_the_fingerprint_does_not_depend_on_the_order_of_storing(tmp_path):
    prints = []
    for number, names in enumerate((("a.txt", "b.txt"), ("b.txt", "a.txt"))):
        with open_ledger(tmp_path / f"{number}.db", create=True) as opened:
            opened.begin(RUN)
            for name in names:
                opened.add([reading_of(name)], "r1")
            prints.append(opened.fingerprint())
    assert prints[0] == prints[1]


def test_a_full_disk_stores_nothing_of_the_batch_and_says_so(ledger):
    ledger.add([reading_of("a.txt")], "r1")
    pages = ledger.database.execute("pragma page_count").fetchone()[0]
    ledger.database.execute(f"pragma max_page_count = {pages + 2}")
    many = [reading_of(f"{number}.txt", f"Rebels left on day {number}. " * 200) for number in range(300)]
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.add(many, "r1")
    assert [reading.document.uri for reading in ledger.readings()] == ["in/a.txt"]


def test_a_read_only_ledger_is_read_and_never_written(ledger):
    ledger.add([reading_of("a.txt")], "r1")
    closed = Ledger(ledger.path, ledger.database, False)
    closed.keep("v", b"x")
    assert closed.cached("v") is None
    assert len(closed.readings()) == 1
