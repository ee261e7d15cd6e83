"""Event ids last: through later and earlier reports, merges and splits; an old file is brought up to date."""

import sqlite3

from counterclaim.ledger import schema
from counterclaim.ledger.event_ids import known_places, place_of, tie, with_lasting_ids
from counterclaim.ledger.store import open_ledger
from counterclaim.read.document import make_document
from counterclaim.records import Claim, Control, Event, Party, Reading, Standing, View, content_id
from counterclaim.syntax import span_of

TEXT = "Rebels took Marafa. The army lost Marafa. Marafa fell."
DOCUMENT = make_document(TEXT, uri="a.txt")
STANDING = Standing(facet="occurrence", support="claimed", dispute="none", label="claimed")


def claim_at(start: int) -> Claim:
    span = span_of(DOCUMENT, start, start + 5)
    return Claim(
        id=content_id("claim", start), document=DOCUMENT.id, attribution=None, sentence=span, source=Party(span=None),
        content=span, stance="asserts",
    )  # fmt: skip


CLAIMS = {name: claim_at(start) for name, start in (("a", 0), ("b", 20), ("c", 42))}


def view_of(**events: str) -> View:
    """A view of events, each given as its id and the letters of its claims."""
    made = tuple(
        Event(
            id=name, type="capture", title="", claims=tuple(CLAIMS[letter].id for letter in letters), documents=(DOCUMENT.id,),
            standings=(STANDING,), independent_origins=1,
        )
        for name, letters in events.items()
    )  # fmt: skip
    control = tuple(
        Control(place=None, place_name="Marafa", day=None, holder=None, basis="hold", event=event.id, label="", claims=(),
                last_evidence=None)
        for event in made
    )  # fmt: skip
    reading = Reading(document=DOCUMENT, claims=tuple(CLAIMS.values()))
    return View(
        as_of=None, documents=(DOCUMENT,), readings=(reading,), entities=(), origins=(), links=(), events=made, control=control
    )


def tied(letter: str, event: str) -> tuple[str, str]:
    return (place_of(CLAIMS[letter]), event)


def ids_of(view: View, *known: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(event.id, event.replaces) for event in with_lasting_ids(view, known).view.events]


def test_a_new_event_keeps_the_id_it_was_given():
    lasting = with_lasting_ids(view_of(x="ab"), [])
    assert [event.id for event in lasting.view.events] == ["x"]
    assert lasting.new == (tied("a", "x"), tied("b", "x"))


def test_an_event_with_a_newly_found_earlier_report_keeps_its_id():
    assert ids_of(view_of(y="ab"), tied("b", "x")) == [("x", ())]


def test_a_merge_keeps_the_older_id_and_lists_the_other():
    assert ids_of(view_of(z="abc"), tied("b", "x"), tied("a", "y")) == [("x", ("y",))]


def test_a_split_leaves_the_id_with_the_first_claim():
    assert ids_of(view_of(u="bc", v="a"), tied("a", "x"), tied("b", "x")) == [("u", ()), ("x", ())]


def test_an_id_in_use_is_not_given_again():
    (first, second) = ids_of(view_of(u="a", x="bc"), tied("a", "x"))
    assert first == ("x", ())
    assert second[0] not in ("x", "u")


def test_control_names_the_lasting_id():
    assert [row.event for row in with_lasting_ids(view_of(y="ab"), [tied("b", "x")]).view.control] == ["x"]


def test_ties_are_kept_in_the_ledger_in_order(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as ledger:
        tie(ledger, [("p", "x"), ("q", "x")])
        tie(ledger, [("p", "y"), ("r", "y")])
        assert known_places(ledger) == [("p", "x"), ("q", "x"), ("r", "y")]


def test_a_file_of_the_first_schema_is_brought_up_to_date(tmp_path):
    old = sqlite3.connect(tmp_path / "l.db", isolation_level=None)
    schema.run_script(old, schema.TABLES)
    old.execute(f"pragma application_id = {schema.APPLICATION}")
    old.execute("pragma user_version = 1")
    old.execute("insert into runs values ('r', x'7b7d')")
    old.close()
    with open_ledger(tmp_path / "l.db") as ledger:
        assert ledger.database.execute("pragma user_version").fetchone() == (schema.VERSION,)
        assert ledger.database.execute("select id from runs").fetchall() == [("r",)]
        tie(ledger, [("p", "x")])


def test_an_event_keeps_its_id_when_an_earlier_report_of_it_is_read_later(tmp_path):
    from counterclaim import flow
    from counterclaim.kit import Settings

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.txt").write_text("GOMA, Sept 8, 2021 (AFP) - Rebels captured the town of Beni on Monday, the army said.")
    with open_ledger(tmp_path / "l.db", create=True) as ledger:
        flow.run([str(folder)], ledger, Settings())
        before = {event.id for event in flow.view_of_ledger(ledger, Settings()).events}
        (folder / "a.txt").write_text("GOMA, Sept 7, 2021 (AP) - Rebels captured the town of Beni on Monday, a resident said.")
        flow.run([str(folder)], ledger, Settings())
        after = flow.view_of_ledger(ledger, Settings())
    assert before
    assert before <= {name for event in after.events for name in (event.id, *event.replaces)}
