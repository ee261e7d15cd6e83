"""Who concedes: the side whose act, fault or loss an event is, and nobody else."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ({"by": "north", "kind": "withdraw", "agent": "north"}, "admitted"),
        ({"by": "north", "kind": "kill", "patient": "north"}, "admitted"),
        ({"by": "north", "kind": "attack", "stance": "admits", "agent": "north"}, "admitted"),
        ({"by": "north", "kind": "kill", "stance": "admits"}, "admitted"),
        ({"by": "north", "kind": "aid", "stance": "admits", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "withdraw", "stance": "admits"}, "admitted"),
        ({"by": "north", "kind": "aid", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "other", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "siege", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "attack", "stance": "admits", "agent": "south"}, "claimed"),
        ({"by": "north", "kind": "deploy", "stance": "admits"}, "claimed"),
        ({"by": "north", "kind": "hold_control", "stance": "admits", "agent": "south"}, "admitted"),
        ({"by": "north", "kind": "hold_control", "stance": "admits"}, "claimed"),
        ({"by": "north", "kind": "attack", "stance": "admits"}, "claimed"),
    ],
)
def test_a_side_concedes_only_what_is_its_own(made, who, view, claim, support) -> None:
    parties = {name: who(f"{name} army", side=f"{name.title()} Army") for name in ("north", "south")}
    told = {key: parties[value] if key in ("by", "agent", "patient") else value for key, value in claim.items()}
    (event,) = view(made("one", {"place": "Kabul", **told})).events
    assert event.standings[0].support == support


def test_nobody_concedes_a_death_of_their_own(made, who, view) -> None:
    speaker = who("Omar Rasuli", kind="person", side="North Army")
    (event,) = view(made("one", {"by": speaker, "kind": "kill", "patient": speaker})).events
    assert event.standings[0].support == "claimed"


def test_a_way_left_open_is_no_withdrawal_conceded(reading, kit) -> None:
    text = "The fighting was in Syria. The Syrian army said it had urged its soldiers to withdraw from the town of Marafa."
    events = view_of([reading(text)], kit.settings).events
    assert "admitted" not in {standing.support for event in events for standing in event.standings}


def test_a_relative_told_killed_is_no_loss_conceded_but_a_soldier_is(made, who, view) -> None:
    speaker = who("North army", side="North Army")
    son = who("the son of the governor", kind="person", side="North Army")
    soldiers = who("three soldiers", side="North Army")
    supports = [
        view(made(name, {"by": speaker, "kind": "kill", "patient": hurt})).events[0].standings[0].support
        for name, hurt in (("one", son), ("two", soldiers))
    ]
    assert supports == ["claimed", "admitted"]


def test_those_who_kill_themselves_by_a_pronoun_are_no_loss_conceded(made, who, view) -> None:
    speaker = who("Karel", kind="person", side="North Army")
    them = who("North government", side="North Army")
    (event,) = view(made("one", {"by": speaker, "kind": "kill", "stance": "admits", "agent": them, "patient": them})).events
    assert event.standings[0].support == "claimed"


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("The Syrian army admitted that it had shelled the village of Marafa, killing nine civilians.", "admitted"),
        ("Rebels shelled the village of Marafa in Syria. The Syrian army admitted this.", "none of it"),
    ],
)
def test_only_what_the_words_of_a_claim_tell_themselves_is_conceded(reading, kit, text, support) -> None:
    events = view_of([reading(text)], kit.settings).events
    supports = {standing.support for event in events for standing in event.standings}
    assert ("admitted" in supports) == (support == "admitted")


def test_a_captor_who_owns_up_to_a_capture_does_not_concede_who_holds_the_place(made, who, view) -> None:
    north = who("North army", side="North Army")
    told = {"by": north, "kind": "capture", "stance": "admits", "agent": north, "place": "Kabul"}
    (event,) = view(made("one", told)).events
    supports = {standing.facet: standing.support for standing in event.standings}
    assert supports["control"] == "claimed"


def test_a_person_who_got_away_is_no_loss_conceded(made, who, view) -> None:
    north = who("North army", side="North Army")
    leader = who("Omar Rasuli", kind="person", side="North Army")
    (event,) = view(made("one", {"by": north, "kind": "withdraw", "agent": leader})).events
    assert event.standings[0].support == "claimed"
