"""Deeds and what courts make of them; names that many places bear; what a report mainly tells of."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document
from counterclaim.reconcile.compare import days_exclude, places_apart
from counterclaim.reconcile.details import grounds_in
from counterclaim.reconcile.lexicon import lexicon_in
from counterclaim.reconcile.tellings import Telling
from counterclaim.reconcile.wording import lead_text

DEED = "A gunman shot and killed the baker Karim Daudzai, 23, at his bakery in Kunduz on Saturday, police said."
COURT = "A man was sentenced on Thursday for killing the baker Karim Daudzai, 23, at his bakery in Kunduz, a court said."


def telling(first: str, last: str, **known: object) -> Telling:
    given = {"id": first, "documents": (first,), "claims": (), "published": None, "first_told": ("", "", "", 0), "dated": True}
    return Telling(**{**given, **known}, kinds=frozenset({"kill"}), first=first, last=last)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_in((), "en")


@pytest.mark.parametrize(
    ("late", "published", "excluded"),
    [(False, "2021-11-12", True), (True, "2021-11-12", False), (True, "2021-11-20", True)],
)
def test_the_day_of_a_court_is_not_held_against_an_earlier_deed(lexicon, late, published, excluded):
    deed = telling("2021-09-04", "2021-09-04", published="2021-09-05")
    court = telling("2021-11-11", "2021-11-11", published=published, late=late)
    assert days_exclude(deed, court, lexicon) is days_exclude(court, deed, lexicon) is excluded


def test_a_deed_after_the_day_in_court_is_another(lexicon):
    court = telling("2021-11-11", "2021-11-11", published="2021-11-12", late=True)
    assert days_exclude(telling("2021-12-04", "2021-12-04"), court, lexicon)


def test_a_court_report_months_later_joins_the_deed(reading):
    view = view_of([reading(DEED, published="2021-09-05"), reading(COURT, published="2021-11-12")], Settings())
    assert any(len(event.documents) > 1 for event in view.events)


def test_the_example_of_the_language_tells_of_an_outcome(lexicon):
    assert lexicon.outcomes.search(load(()).languages["en"].section("reconcile")["outcomes"]["example"])


@pytest.mark.parametrize(("unsure", "apart"), [(frozenset({"riverton"}), False), (frozenset(), True)])
def test_places_of_one_name_are_apart_only_where_it_is_sure_which_are_meant(unsure, apart):
    here = {"spots": frozenset({"a"}), "place_names": frozenset({"riverton"}), "where": (35.0, 69.0), "unsure": unsure}
    there = {"spots": frozenset({"b"}), "place_names": frozenset({"riverton"}), "where": (40.0, 60.0)}
    left, right = telling("2021-09-04", "2021-09-04", **here), telling("2021-09-04", "2021-09-04", **there)
    assert places_apart(left, right) is places_apart(right, left) is apart


def test_lines_that_speak_to_the_reader_and_links_to_films_lend_no_words(lexicon):
    text = (
        "A baker was shot.\n\n1:19 Deputy shows a film\n\nSign up to have the news in your inbox.\n\n“You know him,” she said."
    )
    found = lead_text(make_document(text, uri="test.txt"), lexicon)
    assert [line for line in found.splitlines() if line] == ["A baker was shot.", "“You know him,” she said."]


def test_the_example_of_the_language_speaks_to_the_reader(lexicon):
    assert lexicon.reader.search(load(()).languages["en"].section("reconcile")["reader"]["example"])


def test_grounds_are_towns_and_provinces_and_never_countries(reading):
    found = grounds_in(reading(DEED))
    assert found
    assert all(one.startswith("ground ") for one in found)
    assert grounds_in(reading("A man was killed in Afghanistan on Saturday.")) == frozenset()


def test_each_report_is_mainly_of_one_event_at_most(reading):
    view = view_of([reading(DEED), reading(COURT)], Settings())
    mainly = [document for event in view.events for document in event.mainly]
    assert sorted(mainly) == sorted({reading_.document.id for reading_ in view.readings})
