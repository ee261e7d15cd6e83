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
        ({"by": "north", "kind": "aid", "stance": "admits", "agent": "north"}, "admitted"),
        ({"by": "north", "kind": "withdraw", "stance": "admits"}, "admitted"),
        ({"by": "north", "kind": "aid", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "other", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "siege", "agent": "north"}, "claimed"),
        ({"by": "north", "kind": "attack", "stance": "admits", "agent": "south"}, "claimed"),
        ({"by": "north", "kind": "deploy", "stance": "admits"}, "claimed"),
        ({"by": "north", "kind": "hold_control", "stance": "admits", "agent": "south"}, "admitted"),
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
