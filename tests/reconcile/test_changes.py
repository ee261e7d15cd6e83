"""What changed since a day, and where an attribution was lost, on hand-made reports."""

from __future__ import annotations

import pytest

from counterclaim.present.brief.changed import render
from counterclaim.reconcile.changes import changes_between, day_before
from counterclaim.reconcile.lost_attribution import lost_attributions, sentence_of


@pytest.fixture
def contested(made, who):
    """A capture told on 3 September by one side and denied on 4 September by the other."""
    taliban, front = who("Taliban", side="Taliban"), who("Front", side="National Resistance Front")
    capture = {"kind": "capture", "place": "Panjshir", "agent": taliban, "day": "2021-09-03"}
    return (
        made("claiming", {**capture, "by": taliban}, published="2021-09-03"),
        made("denying", {**capture, "by": front, "stance": "denies"}, published="2021-09-04"),
    )


def test_a_first_report_is_a_new_event(view, contested) -> None:
    (change,) = changes_between(view(), view(contested[0]))
    assert (change.kind, change.what) == ("new", "claimed")


def test_a_denial_moves_the_standing_and_is_the_reason(view, contested) -> None:
    before, now = view(*contested, as_of=day_before("2021-09-04")), view(*contested)
    moved = [change for change in changes_between(before, now) if change.what.startswith("occurrence")]
    assert [change.what for change in moved] == ["occurrence: claimed → contested"]
    assert moved[0].why == ("in these documents: denied by National Resistance Front",)
    assert moved[0].claims == (contested[1].claims[0].id,)


def test_nothing_changes_between_a_view_and_itself(view, contested) -> None:
    assert changes_between(view(*contested), view(*contested)) == ()


@pytest.mark.parametrize(("least", "expected"), [(3, ["Taliban: silent since 2021-09-03, 4 days"]), (5, [])])
def test_an_accused_side_that_says_nothing_is_listed_with_the_days(view, made, who, least, expected) -> None:
    taliban, front = who("Taliban", side="Taliban"), who("Front", side="National Resistance Front")
    accusing = made(
        "accusing",
        {"by": front, "stance": "accuses", "agent": taliban, "place": "Kabul", "day": "2021-09-03"},
        published="2021-09-03",
    )
    later = made("later", published="2021-09-07")
    now = view(accusing, later)
    silent = [change for change in changes_between(now, now, silent_days=least) if change.kind == "silent"]
    assert [change.what for change in silent] == expected


def test_an_accused_side_that_answers_is_not_silent(view, made, who) -> None:
    taliban, front = who("Taliban", side="Taliban"), who("Front", side="National Resistance Front")
    attack = {"agent": taliban, "place": "Kabul", "day": "2021-09-03"}
    both = made("both", {**attack, "by": front, "stance": "accuses"}, {**attack, "by": taliban, "stance": "denies"})
    assert not [change for change in changes_between(view(both), view(both), silent_days=0) if change.kind == "silent"]


def test_the_changes_are_laid_out_in_three_lists(view, contested) -> None:
    text = render(changes_between(view(contested[0]), view(*contested)), since="2021-09-04", limit=9)
    assert "New events (0)" in text and "claimed → contested" in text and "Sides that have not answered (0)" in text


def told(made, who, name: str, by, kind: str, **known):
    attack = {"by": who(by, kind, side=by if kind == "group" else None), "agent": who("Taliban", side="Taliban")}
    return made(name, {**attack, "place": "Kabul", "day": "2021-09-03", "killed": 17}, published="2021-09-04", **known)


def test_a_reprint_without_the_source_dropped_the_attribution(view, made, who) -> None:
    text = "Seventeen people died in an attack at the gate of the northern market, as was told to this paper on Friday night."
    found = view(
        told(made, who, "first", "Taliban", "group", text=text),
        told(made, who, "second", "Second Gazette", "narrator", text=text),
    )
    (lost,) = lost_attributions(found)
    assert (lost.source, lost.attributed, lost.dropped, lost.as_fact) == ("Taliban", ("first",), ("second",), ())
    assert sentence_of(lost).endswith("2 of 2 reports go back to what Taliban said; 1 dropped the attribution")


def test_a_report_of_its_own_tells_it_as_fact(view, made, who) -> None:
    found = view(told(made, who, "first", "Taliban", "group"), told(made, who, "second", "second Gazette", "narrator"))
    lost = [one for one in lost_attributions(found) if one.as_fact]
    assert [(one.attributed, one.dropped, one.as_fact) for one in lost] == [(("first",), (), ("second",))]


def test_nothing_is_lost_where_every_report_names_the_source(view, made, who) -> None:
    found = view(told(made, who, "first", "Taliban", "group"), told(made, who, "second", "Taliban", "group"))
    assert lost_attributions(found) == ()
