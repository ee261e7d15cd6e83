"""The tables of standing: one row fits any voices; each row by an example; laws."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.knowledge.load import load
from counterclaim.reconcile.standing import Voice, facts_of, fitting, in_force, stand

TABLE = load().tables["standing"]


def voice(says: str, name: str = "A", **known: object) -> Voice:
    known = {"claim": f"{name}-{says}", "origin": f"doc-{name}", "speaker": name, "day": "2021-09-06", **known}
    return Voice(name=name, says=says, **known)  # type: ignore[arg-type]


VOICES = st.lists(
    st.builds(
        Voice,
        claim=st.sampled_from("abcdefgh"),
        origin=st.sampled_from("xyz"),
        speaker=st.sampled_from("PQR"),
        name=st.sampled_from("PQR"),
        says=st.sampled_from(["concedes", "supports", "denies", "denies_generally", "rival", "withdraws", "silent", "nothing"]),
        side=st.sampled_from(["North", "South", None]),
        party=st.booleans(),
        access=st.booleans(),
        narrator=st.booleans(),
        day=st.sampled_from(["2021-09-05", "2021-09-06", None]),
    ),
    max_size=8,
)


@settings(max_examples=300, deadline=None)
@given(VOICES)
def test_exactly_one_row_of_each_table_fits_any_voices(voices):
    facts = facts_of(in_force(voices))
    assert len(fitting(TABLE["support"], facts)) == 1
    assert len(fitting(TABLE["dispute"], facts)) == 1


def test_exactly_one_label_fits_any_pair_of_rows():
    for support, dispute in product(TABLE["support"], TABLE["dispute"]):
        fits = [row for row in TABLE["label"] if support["row"] in row["support"] and dispute["row"] in row["dispute"]]
        assert len(fits) == 1, (support["row"], dispute["row"])


@settings(max_examples=100, deadline=None)
@given(VOICES, st.randoms())
def test_the_order_of_voices_does_not_matter(voices, random):
    shuffled = list(voices)
    random.shuffle(shuffled)
    assert stand("occurrence", voices, TABLE) == stand("occurrence", shuffled, TABLE)


def test_two_voices_that_differ_in_side_alone_come_in_one_order():
    voices = [voice("concedes", side="South"), voice("concedes", side="North")]
    assert stand("occurrence", voices, TABLE) == stand("occurrence", voices[::-1], TABLE)


@settings(max_examples=500, deadline=None)
@given(VOICES, st.integers(min_value=0, max_value=7))
def test_a_reprint_changes_no_standing(voices, index):
    if not voices:
        return
    again = voices[index % len(voices)]
    copy = Voice(**{name: getattr(again, name) for name in Voice.__slots__} | {"claim": again.claim + "-reprint"})
    before, after = stand("occurrence", voices, TABLE), stand("occurrence", [*voices, copy], TABLE)
    assert (before.support, before.dispute, before.label) == (after.support, after.dispute, after.label)
    assert [(side.name, side.origins) for side in before.supported_by] == [
        (side.name, side.origins) for side in after.supported_by
    ]


@pytest.mark.parametrize(
    ("voices", "support", "dispute", "label"),
    [
        ([], "none", "none", "none"),
        ([voice("supports", party=True)], "claimed", "none", "claimed"),
        ([voice("supports", party=True), voice("denies", "B", party=True)], "claimed", "denied", "contested"),
        ([voice("supports", party=True), voice("denies_generally", "B")], "claimed", "denied", "contested"),
        ([voice("supports", narrator=True), voice("rival", "B", party=True)], "reported", "rival", "contested"),
        ([voice("supports", narrator=True)], "reported", "none", "reported"),
        ([voice("supports", narrator=True), voice("supports", "B", narrator=True)], "reported", "none", "reported"),
        ([voice("supports", "UN", access=True)], "reported", "none", "reported"),
        ([voice("supports", party=True), voice("supports", "UN", access=True)], "corroborated", "none", "corroborated"),
        (
            [voice("supports", "W", access=True), voice("supports", "N", narrator=True, origin="doc-W")],
            "reported", "none", "reported",
        ),
        (
            [voice("supports", "W", access=True), voice("supports", "N", narrator=True), voice("denies", "B", side="B")],
            "corroborated", "denied", "corroborated; denied by B",
        ),
        ([voice("concedes", party=True), voice("denies", "B")], "admitted", "denied", "admitted; denied by B"),
        ([voice("denies", "B")], "none", "denied", "denied"),
        ([voice("nothing")], "none", "none", "none"),
        ([voice("silent")], "none", "none", "none"),
        ([voice("supports"), voice("withdraws")], "none", "withdrawn", "withdrawn"),
        (
            [voice("supports"), voice("withdraws"), voice("supports", "B", party=True)],
            "claimed", "withdrawn", "claimed; withdrawn by A",
        ),
        ([voice("denies", day="2021-09-05"), voice("concedes")], "admitted", "none", "admitted"),
    ],
)  # fmt: skip
def test_each_row_by_an_example(voices, support, dispute, label):
    standing = stand("occurrence", voices, TABLE)
    assert (standing.support, standing.dispute, standing.label) == (support, dispute, label)


def test_reasons_name_the_claims_and_say_in_these_documents():
    standing = stand("occurrence", [voice("supports", party=True), voice("denies", "B")], TABLE)
    assert [(reason.row, reason.claims) for reason in standing.why] == [("claimed", ("A-supports",)), ("denied", ("B-denies",))]
    assert all("in these documents" in reason.text for reason in standing.why)


def test_a_side_is_silent_until_it_speaks():
    quiet = voice("silent", "B", side="South")
    assert [side.name for side in stand("occurrence", [voice("supports"), quiet], TABLE).silent] == ["South"]
    spoken = [voice("supports"), quiet, voice("denies", "C", side="South")]
    assert stand("occurrence", spoken, TABLE).silent == ()


def test_two_tellings_of_one_side_are_tallied_as_two_origins():
    voices = [voice("supports", side="North"), voice("supports", "A", claim="x", origin="doc-2", side="North")]
    assert [(side.name, side.origins) for side in stand("occurrence", voices, TABLE).supported_by] == [("North", 2)]
