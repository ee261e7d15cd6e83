"""What changed since a day, and where the attribution was lost."""

from __future__ import annotations

from counterclaim.reconcile.changes import changes_between
from counterclaim.reconcile.lost_attribution import lost_attributions


def reports(made, who):
    taliban, front = who("Taliban", side="Taliban"), who("Front", side="National Resistance Front")
    capture = {"kind": "capture", "place": "Panjshir", "agent": taliban}
    return [
        made("claimed", {**capture, "by": taliban}, published="2021-09-03"),
        made("denied", {**capture, "by": front, "stance": "denies"}, published="2021-09-04"),
        made("bombed", {"kind": "bombing", "place": "Kunduz", "agent": taliban, "by": front}, published="2021-09-04"),
    ]


def test_a_denial_changes_the_standing_and_says_why(made, who, view):
    found = reports(made, who)
    before, after = view(*found, as_of="2021-09-03"), view(*found, as_of="2021-09-04")
    changes = changes_between(before, after, today="2021-09-04")
    assert [event.type for event in changes.new] == ["bombing"]
    occurrence = next(change for change in changes.changed if change.facet == "occurrence")
    assert (occurrence.before, occurrence.after) == ("claimed", "contested")
    assert [reason.row for reason in occurrence.why] == ["denied"]


def test_nothing_changes_between_a_view_and_itself(made, who, view):
    whole = view(*reports(made, who))
    changes = changes_between(whole, whole, today="2021-09-04")
    assert (changes.new, changes.changed) == ((), ())


def test_a_side_accused_is_unanswered_only_after_some_days(made, who, view):
    whole = view(*reports(made, who))
    assert changes_between(whole, whole, today="2021-09-05").unanswered == ()
    (late,) = changes_between(whole, whole, today="2021-09-09").unanswered
    assert (late.side, late.since, late.days) == ("Taliban", "2021-09-04", 5)


def test_a_report_that_drops_the_source_is_shown_beside_one_that_names_it(made, who, view):
    taliban = who("Taliban", side="Taliban")
    capture = {"kind": "capture", "place": "Panjshir", "agent": taliban}
    sourced = made("sourced", {**capture, "by": taliban})
    bare = made("bare", {**capture, "by": who(None, kind="narrator")})
    (lost,) = lost_attributions(view(sourced, bare))
    assert (lost.source, lost.attributed, lost.dropped) == ("Taliban", ("sourced",), ("bare",))
    assert lost_attributions(view(sourced)) == ()
