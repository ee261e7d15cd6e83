"""Checking, counting, merging, redacting and comparing ledgers; decisions on records that newer rules renamed."""

import zlib

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.check import problems_of
from counterclaim.ledger.decisions import fit
from counterclaim.ledger.diff import changes_between
from counterclaim.ledger.forget import forget
from counterclaim.ledger.merge import merge
from counterclaim.ledger.queries import search, stats_of
from counterclaim.ledger.store import open_ledger
from counterclaim.read.document import make_document
from counterclaim.records import Claim, Decision, Failure, Party, Reading, Run, content_id
from counterclaim.syntax import span_of

RUN = Run(id="r1", version="0", knowledge="k", tagger="t", gazetteer=None, started="2021-09-06T00:00:00+00:00")
TEXT = "Rebels said they had taken Zarghunabad. The army denied it."


def document_of(name: str, text: str = TEXT, **known: object):
    return make_document(text, uri=f"in/{name}", **known)


def claim_of(document, start: int, end: int, stance: str = "asserts") -> Claim:
    span = span_of(document, start, end)
    name = content_id("claim", document.id, start, end, stance)
    return Claim(
        id=name, document=document.id, attribution=None, sentence=span, source=Party(span=None), content=span, stance=stance
    )


def reading_of(name: str, text: str = TEXT, claims: tuple[tuple[int, int], ...] = ((0, 39),), **known: object) -> Reading:
    document = document_of(name, text, **known)
    return Reading(document=document, claims=tuple(claim_of(document, *ends) for ends in claims))


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as opened:
        opened.begin(RUN)
        yield opened


def test_a_sound_ledger_has_no_problems(ledger):
    ledger.add([reading_of("a.txt")], "r1")
    assert list(problems_of(ledger)) == []


def test_a_damaged_reading_is_found(ledger):
    ledger.add([reading_of("a.txt")], "r1")
    (blob,) = ledger.database.execute("select reading from readings").fetchone()
    changed = zlib.compress(zlib.decompress(blob).replace(b"The army denied it", b"The army praised it"))
    ledger.database.execute("update readings set reading = ?", (changed,))
    assert any("not the one that was stored" in problem for problem in problems_of(ledger))


def test_a_span_that_does_not_hold_its_words_is_found(ledger):
    ledger.add([reading_of("a.txt")], "r1")
    (blob,) = ledger.database.execute("select reading from readings").fetchone()
    changed = zlib.compress(zlib.decompress(blob).replace(b'"end":39', b'"end":38'))
    ledger.database.execute("update readings set reading = ?", (changed,))
    assert any("span 0-38" in problem for problem in problems_of(ledger))


def test_intake_is_counted_by_source_and_day(ledger):
    ledger.add([reading_of("a.txt", published="2021-09-06T10:00:00+00:00", publisher="Post"), reading_of("b.txt")], "r1")
    ledger.add([Failure(uri="x", stage="read", reason="empty")], "r1")
    stats = stats_of(ledger)
    assert [(one.publisher, one.day, one.documents) for one in stats.intake] == [("Post", "2021-09-06", 1), (None, None, 1)]
    assert (stats.documents, stats.undated, stats.failures) == (2, 1, (("read", 1),))


def test_texts_can_be_searched(ledger):
    reading = reading_of("a.txt")
    ledger.add([reading], "r1")
    assert [found for found, _ in search(ledger, 'zarghunabad "army')] == [reading.document.id]


def test_merging_takes_over_what_is_missing_and_nothing_twice(ledger, tmp_path):
    ledger.add([reading_of("a.txt")], "r1")
    with open_ledger(tmp_path / "m.db", create=True) as other:
        other.begin(RUN)
        other.add([reading_of("a.txt"), reading_of("b.txt")], "r1")
        assert merge(ledger, other).readings == 1
        assert merge(ledger, other).readings == 0
        assert ledger.fingerprint() == other.fingerprint()


def test_merging_with_itself_is_refused(ledger):
    with pytest.raises(LedgerError, match="with itself"):
        merge(ledger, ledger)


def test_a_forgotten_document_leaves_no_word_behind(ledger, tmp_path):
    reading = reading_of("a.txt")
    ledger.add([reading, reading_of("b.txt", "Fighters stayed in the hills.", ())], "r1")
    ledger.keep("v", TEXT.encode())
    correction = (("place", "Zarghunabad"),)
    decided = Decision(
        id="d", verdict="correct", record_kind="claim", records=("c",), author="ann", made="2021", document=reading.document.id,
        changes=correction,
    )  # fmt: skip
    ledger.decide(decided)
    assert forget(ledger, reading.document.id, reason="names a witness", author="ann") == 1
    assert search(ledger, "zarghunabad") == []
    assert ledger.cached("v") is None
    assert ledger.decisions()[0].changes == ()
    for path in tmp_path.iterdir():
        assert b"arghunaba" not in path.read_bytes()
    kept = ledger.database.execute("select document, text_hash, reason from forgotten").fetchall()
    assert kept == [(reading.document.id, reading.document.text_hash, "names a witness")]


def test_a_forgotten_document_is_not_read_again(ledger):
    reading = reading_of("a.txt")
    ledger.add([reading], "r1")
    forget(ledger, reading.document.uri, reason="r", author="ann")
    assert ledger.add([reading], "r1") == 0
    assert ledger.missing([reading.document], "r1") == []


def test_forgetting_what_is_not_there_is_an_error(ledger):
    with pytest.raises(LedgerError, match="no document"):
        forget(ledger, "nothing", reason="r", author="ann")


def test_changes_between_two_exports():
    old = {"a": {"id": "a", "n": 1, "run": "x"}, "b": {"id": "b", "n": 1}, "c": {"id": "c", "n": 1}}
    new = {"a": {"id": "a", "n": 1, "run": "y"}, "b": {"id": "b", "n": 2}, "d": {"id": "d", "replaces": ["c"]}}
    changes = [(change.change, change.id, change.fields, change.replaced_by) for change in changes_between(old, new)]
    assert changes == [("changed", "b", ("n",), None), ("deleted", "c", (), "d"), ("added", "d", (), None)]


def decision_on(claim: Claim, **known: object) -> Decision:
    return Decision(id="d", verdict="reject", record_kind="claim", records=(claim.id,), author="ann", made="2021", **known)


def test_a_decision_holds_when_newer_rules_move_a_span_by_a_word():
    before, after = reading_of("a.txt", claims=((0, 39),)), reading_of("a.txt", claims=((0, 32), (40, 59)))
    fitted = fit([decision_on(before.claims[0])], [after], lambda: [before])
    assert fitted.placed[0].records == (after.claims[0].id,)


def test_a_decision_holds_by_its_anchor_where_no_older_reading_is_left():
    before, after = reading_of("a.txt", claims=((0, 39),)), reading_of("a.txt", claims=((0, 32), (40, 59)))
    decision = decision_on(before.claims[0], document=before.document.id, start=0, end=39)
    assert fit([decision], [after], lambda: []).placed[0].records == (after.claims[0].id,)


def test_a_decision_on_what_is_no_longer_read_is_orphaned_not_dropped():
    before, after = reading_of("a.txt", claims=((0, 39),)), reading_of("a.txt", claims=((40, 59),))
    decision = decision_on(before.claims[0])
    assert fit([decision], [after], lambda: [before]).orphaned == (decision,)
