"""Whether two names are one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.flow import view_of
from counterclaim.resolve.names import Named, compare, parts_of

PARTS = parts_of()


def outcome(left, right, family="person", **context):
    return compare(Named(text=left, family=family, **context), Named(text=right, family=family, **context), PARTS).outcome


@pytest.mark.parametrize(
    ("left", "right", "family"),
    [
        ("Zabihullah Mujahid", "Sabiullah Mudschahid", "person"),
        ("Muammar Gaddafi", "Moammar Kadhafi", "person"),
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj", "person"),
        ("Evgeny Prigozhin", "Jewgeni Prigoschin", "person"),
        ("Abdel Fattah al-Burhan", "Abd al-Fattah Burhan", "person"),
        ("Panjshir", "Pandjir", "place"),
        ("Hayat Tahrir al-Sham", "HTS", "body"),
        ("Jaysh al-Islam", "Jaish al-Islam", "body"),
    ],
)
def test_spellings_of_one_name_are_the_same(left, right, family):
    assert outcome(left, right, family, country="XX") == "same"


@pytest.mark.parametrize(
    ("left", "right", "family"),
    [
        ("Ahmad Massoud", "Ahmad Shah Massoud", "person"),
        ("Yahya Sinwar", "Mohammed Sinwar", "person"),
        ("Sirajuddin Haqqani", "Jalaluddin Haqqani", "person"),
        ("Hassan Nasrallah", "Hussein Nasrallah", "person"),
        ("Abu Omar al-Golani", "Omar al-Golani", "person"),
        ("North Kivu", "South Kivu", "place"),
        ("M23", "M27", "body"),
        ("NRF", "NRA", "body"),
        ("National Resistance Front", "National Resistance Army", "body"),
    ],
)
def test_look_alikes_are_not_the_same(left, right, family):
    assert outcome(left, right, family, country="XX") != "same"


@pytest.mark.parametrize(
    ("left", "right"), [("Bucha", "Buchach"), ("Niger", "Nigeria"), ("Mali", "Male"), ("Mosul", "Mosel"), ("Paktia", "Paktika")]
)
def test_two_gazetteer_places_never_merge(left, right):
    verdict = compare(Named(text=left, family="place", place="1"), Named(text=right, family="place", place="2"), PARTS)
    assert (verdict.outcome, verdict.rule) == ("different", "two places")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Jaish al-Noor", "Army of Noor", "same"),
        ("Liwa al-Hamra", "Hamra Brigade", "same"),
        ("Liwa al-Noor", "Army of Noor", "different"),
        ("Noor Front", "Noor Movement", "different"),
    ],
)
def test_words_for_one_kind_of_body_are_one_word(one, other, wanted):
    assert outcome(one, other, "body", country="XX") == wanted


# every pair that sounds alike and is two in the table of false merges of the reference
FALSE_MERGES = [
    ("place", "Luhansk", "Luhanske"), ("place", "Bucha", "Buchach"), ("place", "Bagram", "Bagrami"), ("place", "Mali", "Male"),
    ("place", "Mosul", "Mosel"), ("place", "Tigray", "Tigre"), ("place", "Niger", "Nigeria"), ("place", "Paktia", "Paktika"),
    ("place", "Panjshir", "Punjab"), ("place", "North Kivu", "South Kivu"), ("person", "Hassan Nasrallah", "Hussein Nasrallah"),
    ("person", "Yahya Sinwar", "Mohammed Sinwar"), ("person", "Sirajuddin Haqqani", "Jalaluddin Haqqani"),
    ("person", "Ahmad Massoud", "Ahmad Shah Massoud"), ("body", "M23", "M27"), ("body", "NRF", "NRA"),
]  # fmt: skip
REPORT = {
    "place": "Fighting was reported in {} on Monday. Aid was sent to people in {} on Tuesday.",
    "person": "{} was in the town on Monday. {} was not, an officer said.",
    "body": "{} fighters took the hill. {} fighters left the bridge.",
}


@pytest.mark.parametrize(("family", "one", "other"), FALSE_MERGES)
def test_no_false_merge_of_the_reference_within_one_report(reading, kit, family, one, other):
    entities = view_of([reading(REPORT[family].format(one, other))], kit.settings).entities
    assert not [e for e in entities if {one, other} <= {text for text, _ in e.spellings}]


@pytest.mark.parametrize(("family", "one", "other"), FALSE_MERGES)
def test_no_false_merge_of_the_reference_across_reports(reading, kit, family, one, other):
    readings = [reading(REPORT[family].format(name, name)) for name in (one, other)]
    entities = view_of(readings, kit.settings).entities
    assert not [e for e in entities if {one, other} <= {text for text, _ in e.spellings}]


@pytest.mark.parametrize(("one", "other"), [("Ahmad Massoud", "Ahmad Zia Massoud"), ("Amir Karimi", "Amir Hossein Karimi")])
def test_half_a_given_name_is_only_possibly_the_whole(one, other):
    assert outcome(one, other, country="AF", side="X") == "possible"


def test_a_fathers_name_in_the_middle_leaves_one_person():
    assert outcome("Ali Abdullah Saleh", "Ali Saleh", country="YE", side="X") == "same"


def test_a_surname_alone_is_only_possibly_the_full_name():
    assert outcome("Dashti", "Fahim Dashti") == "possible"


def test_a_surname_on_the_same_side_in_the_same_country_is_the_full_name():
    assert outcome("Dashti", "Fahim Dashti", country="AF", side="National Resistance Front") == "same"


def test_the_reason_tells_what_speaks_for_it():
    left = Named(text="Ahmad Masoud", family="person", country="AF", side="National Resistance Front")
    right = Named(text="Ahmed Massoud", family="person", country="AF", side="National Resistance Front")
    assert "same side National Resistance Front" in compare(left, right, PARTS).reason


NAMES = st.text("abdehklmnorsu -", min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES)
def test_the_verdict_does_not_depend_on_the_order(left, right):
    one, two = Named(text=left, family="person"), Named(text=right, family="person")
    first, second = compare(one, two, PARTS), compare(two, one, PARTS)
    assert (first.outcome, round(first.score, 9)) == (second.outcome, round(second.score, 9))
