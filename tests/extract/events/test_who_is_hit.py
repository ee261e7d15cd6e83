"""Sentences in, one event out: who is left dead or hurt, who did it, where, how many."""

from __future__ import annotations

import pytest

from counterclaim.extract.event_mentions import find_event_mentions


@pytest.fixture
def told(annotated, kit):
    """A function: text and type in, the agents, patients, place and counts of the first event of that type out."""

    def run(text: str, kind: str) -> tuple[list[str], list[str], str | None, dict[str, int | None]]:
        event = next(event for event in find_event_mentions(annotated(text), kit) if event.type == kind)
        found = dict(event.roles)
        agents, patients = ([party.span.text for party in found.get(role, ()) if party.span] for role in ("agent", "patient"))
        counts: dict[str, int | None] = {}
        for count in event.counts:
            counts.setdefault(count.measure, count.low)
        return agents, patients, event.place.name if event.place else None, counts

    return run


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("The raid left 10 dead and 15 injured.", "attack", {"killed": 10, "injured": 15}),
        ("The attack left at least nine people dead and 15 others wounded.", "attack", {"killed": 9, "injured": 15}),
        ("Jets pounded the suburb at dawn, leaving 11 people dead and 48 wounded.", "airstrike", {"killed": 11, "injured": 48}),
        ("A shooting that left a 6-year-old boy dead is being looked into.", "kill", {"killed": 1}),
        ("The ambush left two soldiers, a driver and a child dead.", "kill", {"killed": 4}),
        ("Militiamen stormed the village of Gorsa, leaving more than 50 people dead.", "capture", {"killed": 51}),
        ("Two soldiers were among the dead in an attack on the post.", "kill", {"killed": 2}),
        ("Gunmen abducted five farmers and killed seven others near Gorsa.", "abduct", {"detained": 5, "killed": 7}),
        ("The battalion lost six soldiers in the fighting.", "kill", {"killed": 6}),
    ],
)
def test_how_many_are_left_dead_or_hurt(told, text, kind, counts):
    assert told(text, kind)[3] == counts


@pytest.mark.parametrize(
    ("text", "kind", "agents", "patients"),
    [
        ("Goma was rocked by two explosions, killing six people.", "kill", ["two explosions"], ["six people"]),
        ("The hospital came under shelling on Tuesday.", "shelling", [], ["The hospital"]),
        ("A bus came under fire near the bridge.", "attack", [], ["A bus"]),
        ("Al-Shabaab's recapture of the town of Gorsa angered the elders.", "capture", ["Al-Shabaab's"], ["the town of Gorsa"]),
        ("Niger's shelling of the town killed a woman and wounded her two sons.", "shelling", ["Niger's"],
         ["a woman", "her two sons", "the town"]),
        ("The bodies of nine men shot dead by soldiers were found in a river.", "kill", ["soldiers"], ["nine men"]),
        ("Twelve people, most of them women and children, were killed in the raid.", "kill", ["the raid"], ["Twelve people"]),
        ("The army intercepted two rockets fired by the rebels.", "destroy", ["The army"], ["two rockets"]),
        ("Rebel drones set a depot on fire.", "destroy", ["Rebel drones"], ["a depot on fire"]),
        ("A Russian FPV drone struck a car in Kherson.", "airstrike", ["A Russian FPV drone"], ["a car"]),
        ("RSF withdraws from Wad Madani after weeks of clashes", "withdraw", ["RSF"], []),
    ],
)  # fmt: skip
def test_who_did_it_and_who_was_hit(told, text, kind, agents, patients):
    assert told(text, kind)[:2] == (agents, patients)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Militants killed ten men in the village of Mukondi, about 30 km south of Beni.", "kill", "Mukondi"),
        ("Ten men were killed by militants in Mukondi, some 30 miles south of Beni.", "kill", "Mukondi"),
        ("The front has captured Paletwa, a key town in Chin state.", "capture", "Paletwa"),
        ("The army regained control of Maarat al-Numan on Tuesday.", "capture", "Maarat al-Numan"),
        ("Ten were killed in a strike on a school sheltering families in Gaza City.", "kill", "Gaza City"),
    ],
)
def test_a_named_place_tells_more_than_a_described_one(told, text, kind, place):
    assert told(text, kind)[2] == place


def test_a_thing_shot_down_is_not_what_it_was_launched_for(reading):
    claims = reading("Air defences shot down 34 drones launched by Russia overnight, the air force said.").claims
    assert [claim.event.type for claim in claims if claim.event] == ["destroy"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The town came under artillery fire again on Monday.", ["shelling"]),
        ("An army air raid on a prison in Saada killed ten people, medics said.", ["airstrike"]),
    ],
)
def test_the_means_of_an_attack_tell_its_type(reading, text, kinds):
    assert [claim.event.type for claim in reading(text).claims if claim.event] == kinds


def test_those_freed_are_those_who_were_taken(told):
    text = "Seven farmers were kidnapped by armed men near Gorsa and released a week later."
    assert told(text, "release")[1] == ["Seven farmers"]


def test_before_an_hour_of_a_day_is_on_that_day(annotated, kit):
    (event,) = find_event_mentions(annotated("The rebels shelled the village before dawn on 5 September 2021."), kit)
    assert event.when is not None
    assert (event.when.earliest, event.when.latest) == ("2021-09-05", "2021-09-05")


def test_a_bomb_that_a_convoy_hits_has_its_dead(told):
    text = "Four soldiers were killed when their convoy hit a roadside bomb in Gorsa."
    assert told(text, "bombing")[3] == {"killed": 4}


def test_a_blast_with_its_dead_is_told_as_a_blast(reading):
    claims = reading("Goma was rocked by two explosions on Sunday, killing at least six people.").claims
    assert [claim.event.type for claim in claims if claim.event] == ["bombing"]
