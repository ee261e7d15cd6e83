"""Who acts and where, as wire reports put it: clefts, places attacked, places before a colon, a siege that names an era."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def event_in(reading):
    """A function: text in, the event of its first claim out."""
    return lambda text: reading(text).claims[0].event


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("It was Russia that shelled the bus station in Kramatorsk.", "Russia"),
        ("It was the army who bombed the school.", "the army"),
        ("Syrian government shelling killed five people in Idlib on Monday.", "Syrian government"),
    ],
)
def test_who_did_it(event_in, text, agent) -> None:
    assert dict(event_in(text).roles)["agent"][0].span.text.startswith(agent)


def test_shelling_that_kills_is_told_with_its_means(event_in) -> None:
    assert event_in("Syrian government shelling killed five people in Idlib.").type in ("shelling", "kill")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Militants attacked Djibo late on Sunday, killing three soldiers.", "Djibo"),
        ("The siege of Mariupol lasted nearly three months.", "Mariupol"),
        ("Gaza: Israeli strike kills 12", "Gaza"),
    ],
)
def test_where_it_was(event_in, text, place) -> None:
    assert event_in(text).place.name == place


@pytest.mark.parametrize(
    ("text", "kind", "agents"),
    [
        ("The villagers accused Malian soldiers and their allies of executing 25 men.", "kill", ["Malian soldiers"]),
        ("The government and the rebels agreed to a six-month ceasefire.", "ceasefire", ["The government", "the rebels"]),
        ("At least 17 people died when shells struck a cattle market in the town.", "shelling", []),
        ("Israeli tanks pushed into western Rafah overnight.", "advance", ["Israeli tanks"]),
        ("Gunmen shot dead 11 farmers near the river.", "kill", ["Gunmen"]),
    ],
)
def test_what_was_done_and_by_whom(event_in, text, kind, agents) -> None:
    found = event_in(text)
    assert found.type == kind
    assert [party.span.text for party in dict(found.roles).get("agent", ())][: len(agents) or None] == agents


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two civilians were injured after Ukrainian shelling of the town of Shebekino.", "Shebekino"),
        ("Hezbollah fired rockets at a base near Safed in retaliation for the killing of a commander in Tyre.", "Safed"),
        ("Ukrainian forces have pulled back from Avdiivka, the army chief announced.", "Avdiivka"),
        ("Sudan's army said it had retaken the Mornei bridge in Omdurman after days of fighting.", "Mornei"),
        ("Israeli forces raided the Jenin camp before dawn and arrested 14 men.", "Jenin"),
    ],
)
def test_where_it_was_told_with_what_stands_there(event_in, text, place) -> None:
    assert event_in(text).place.name == place


@pytest.mark.parametrize(
    ("text", "low", "high"), [("Tens of thousands fled the town.", 20_000, 99_999), ("Thousands fled.", 2000, 9999)]
)
def test_vague_counts_of_vague_counts(event_in, text, low, high) -> None:
    (count,) = event_in(text).counts
    assert (count.low, count.high) == (low, high)


def test_a_rocket_that_was_fired_is_what_killed(event_in) -> None:
    found = event_in("A rocket fired from Lebanon killed a farm worker in Metula.")
    assert [(count.measure, count.low) for count in found.counts] == [("killed", 1)]


def test_a_camp_that_is_raided_is_no_body_told_of_before(event_in) -> None:
    found = event_in("Israeli forces raided the Jenin camp before dawn and arrested 14 men.")
    assert all(party.side is None for party in dict(found.roles)["patient"])


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("Artillery fire hit a maternity hospital, killing nine people.", "shelling", [9]),
        ("Rescuers recovered 14 bodies from the rubble of a house.", "kill", [14]),
        ("The militia handed the town of Marun back to the army.", "lose_control", []),
        ("Army units broke through north of the town.", "advance", []),
    ],
)
def test_what_is_told_by_verbs_of_two_parts_and_bodies(event_in, text, kind, killed) -> None:
    found = event_in(text)
    assert found.type == kind
    assert [count.low for count in found.counts if count.measure == "killed"] == killed
