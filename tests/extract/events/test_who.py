"""Sentences in, who acts and who suffers out: weapons, fights, shared subjects, words that deny an agent."""

from __future__ import annotations

import pytest

from counterclaim.extract.event_mentions import find_event_mentions


@pytest.fixture
def roles(annotated, kit):
    """A function: text and type in, the words of the agents and patients of the first event of that type out."""

    def run(text: str, kind: str) -> tuple[list[str], list[str]]:
        event = next(event for event in find_event_mentions(annotated(text), kit) if event.type == kind)
        found = dict(event.roles)
        return tuple([party.span.text for party in found.get(role, ()) if party.span] for role in ("agent", "patient"))  # type: ignore[return-value]

    return run


@pytest.mark.parametrize(
    ("text", "kind", "agent", "patient"),
    [
        ("No group has claimed responsibility for the attack on the port.", "attack", [], ["the port"]),
        ("Chad accused Niger of arming the rebels.", "aid", ["Niger"], ["the rebels"]),
        ("Chad accuses Niger and Togo of funding and arming rebel groups.", "aid", ["Niger", "Togo"], ["rebel groups"]),
        ("Three rebels were killed during clashes with the army in the hills.", "kill", ["the army"], ["Three rebels"]),
        ("The heavy fighting claimed the lives of 30 soldiers.", "kill", ["The heavy fighting"], ["30 soldiers"]),
        ("More than 3000 people have been killed and more than 2 million displaced.", "displace", [], ["more than 2 million"]),
        (
            "Allied planes targeted wells where a group of herders were gathered in the north of the town killing 18 herders.",
            "kill", ["Allied planes"], ["18 herders"],
        ),
        ("The car bomb caused big flames and damaged nearby shops.", "bombing", [], ["nearby shops"]),
        ("Commander of rebel group killed", "kill", [], ["Commander of rebel group"]),
        ("Brother of former Afghan vice president killed in Panjshir", "kill", [], ["Brother of former Afghan vice president"]),
        ("Ten soldiers wounded near Goma", "injure", [], ["Ten soldiers"]),
        ("The gunmen killed in the name of the cause.", "kill", ["The gunmen"], []),
        ("The rebels killed and wounded ten soldiers.", "kill", ["The rebels"], ["ten soldiers"]),
        ("A regime helicopter struck twice a mourning tent.", "airstrike", ["A regime helicopter"], ["a mourning tent"]),
        ("The war has claimed the lives of 4000 people injured 9000 and displaced half of the town.", "kill", ["The war"],
         ["4000 people"]),
        ("Lebanon accuses foreign actors of orchestrating the war by supporting the rebels with arms.", "aid",
         ["foreign actors"], ["the rebels"]),
        ("U.S. air strikes on the town killed 40 fighters.", "kill", ["U.S."], ["40 fighters"]),
        ("Allied jets were behind the attacks that targeted the convoy.", "airstrike", ["Allied jets"], ["the convoy"]),
        ("The envoy arrived in the capital on Saturday for talks on a truce.", "talks", ["The envoy"], []),
        ("They posted videos of a chemical attack which they claimed the Syrian army was responsible for.", "use_chemical",
         ["the Syrian army"], []),
        ("Ten people were killed in airstrikes believed to be carried out by the Chadian air force.", "airstrike",
         ["the Chadian air force"], ["Ten people"]),
        ("The blast occurred when several commanders were meeting in an office.", "bombing", [], ["several commanders"]),
        ("The second attack came when the militia fired at people near a house.", "attack", ["the militia"], ["people"]),
        ("Two children were among at least nine people killed in a village as soldiers executed two families.", "kill",
         ["soldiers"], ["at least nine people"]),
        ("Two blasts occurred near the cemetery claiming the lives of 40 people.", "kill", ["Two blasts"], ["40 people"]),
        ("The rest of the dead in the raids on the town were soldiers.", "attack", [], ["soldiers", "the town"]),
        ("A bomber detonated an explosive belt among soldiers near a camp.", "bombing", ["A bomber"], ["soldiers"]),
        ("Residents feared being caught in air strikes.", "airstrike", [], ["Residents"]),
        ("Gunmen attacked a checkpoint in an area of Homs province killing six civilians.", "attack", ["Gunmen"],
         ["six civilians", "a checkpoint"]),
        ("The office was shelled with tanks.", "shelling", [], ["The office"]),
        ("The minister blamed the attack on the rebels.", "attack", ["the rebels"], []),
        ("The attack on the port was attributed to the rebels.", "attack", ["the rebels"], ["the port"]),
        ("Four officers of the Syrian army are implicated in the killing of the judges.", "kill",
         ["Four officers of the Syrian army"], ["the judges"]),
        ("The priest said army soldiers were the ones who killed the teachers.", "kill", ["army soldiers"], ["the teachers"]),
        ("Responsibility for the bombing was claimed by the rebels.", "bombing", ["the rebels"], []),
        ("The lawyer said those responsible for the murder of the mayor were soldiers.", "kill", ["soldiers"], ["the mayor"]),
        ("Troops machinegunned the bus.", "attack", ["Troops"], ["the bus"]),
        ("The monitor put the death toll at more than 4000 people.", "kill", [], ["more than 4000 people"]),
    ],
)  # fmt: skip
def test_who_acts_and_who_suffers(roles, text, kind, agent, patient):
    assert roles(text, kind) == (agent, patient)


def test_a_weapon_stands_for_whose_it_is(annotated, kit):
    strike = next(iter(find_event_mentions(annotated("US jets bombed the depot."), kit)))
    agent = dict(strike.roles)["agent"][0]
    assert (agent.span.text, agent.name) == ("US jets", "United States")


@pytest.mark.parametrize(
    ("text", "measure", "low", "high"),
    [
        ("More than a quarter of a million people have been killed.", "killed", 250001, None),
        ("Half a million people have been killed.", "killed", 500000, 500000),
        ("More than 3000 people have been killed and more than 10 million displaced.", "displaced", 10000001, None),
    ],
)
def test_parts_of_a_multiplier_are_counted(annotated, kit, text, measure, low, high):
    counts = [count for event in find_event_mentions(annotated(text), kit) for count in event.counts]
    assert (low, high) in {(count.low, count.high) for count in counts if count.measure == measure}


def test_what_is_heard_over_a_town_is_there(annotated, kit):
    (blast,) = find_event_mentions(annotated("Explosions were heard over Kyiv."), kit)
    assert blast.place is not None and blast.place.name == "Kyiv"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A blast near the Chadian border killed ten people.", "near the Chadian border"),
        (
            "The blast hit the border crossing between Chad and the province of Darfur.",
            "the border crossing between Chad and the province of Darfur",
        ),
        ("Two rockets hit the Clock Square in the centre of the city.", "the Clock Square in the centre of the city"),
        ("Troops killed 30 people east and southwest of Bangui.", "east and southwest of Bangui"),
        ("Rebel shelling on the capital Damascus killed four civilians on Sunday.", "the capital Damascus"),
        ("Troops killed 30 people when they fired rockets north of Bangui.", "north of Bangui"),
        ("Chadian strikes killed 50 fighters in Darfur.", "Darfur"),
    ],
)
def test_a_place_is_told_with_where_it_lies_and_how_the_event_lies_to_it(annotated, kit, text, place):
    assert next(iter(find_event_mentions(annotated(text), kit))).place.span.text == place


@pytest.mark.parametrize(("text", "total"), [("Over 70,000 people have died.", True), ("Over 700 people have died.", False)])
def test_so_many_dead_are_those_of_a_whole_war(annotated, kit, text, total):
    assert [count.total for event in find_event_mentions(annotated(text), kit) for count in event.counts] == [total]


def test_a_word_in_the_name_of_a_body_tells_of_nothing_that_happened(annotated, kit):
    found = find_event_mentions(annotated("The Highland Liberation Front attacked the post."), kit)
    assert [event.trigger.text for event in found] == ["attacked"]


@pytest.mark.parametrize(
    ("text", "kind", "agent", "patient"),
    [
        ("Ukrainian drone strikes killed two people near the border.", "airstrike", ["Ukrainian"], ["two people"]),
        ("The attack that the rebels carried out left six dead.", "attack", ["the rebels"], ["six"]),
        ("Rebel shelling on the town of Marlo killed four civilians.", "shelling", ["Rebel"], ["four civilians"]),
        ("Ten men died in strikes on Homs attributed to Israel.", "attack", ["Israel"], ["Ten men", "Homs"]),
        ("An attack blamed on the rebels killed ten villagers.", "attack", ["the rebels"], ["ten villagers"]),
        ("The rebels launched ten drones at the airport.", "airstrike", ["The rebels"], ["the airport"]),
        ("The bombings outside the ministry, which the mayor said had killed ten men, shook the city.", "kill",
         ["The bombings"], ["ten men"]),
    ],
)  # fmt: skip
def test_whose_attack_it_was_is_read_off_its_modifiers_and_clauses(roles, text, kind, agent, patient):
    assert roles(text, kind) == (agent, patient)


def test_a_pronoun_for_a_place_is_held_and_not_detained(annotated, kit):
    found = find_event_mentions(
        annotated("The rebels took the town of Marlo, but the army said its troops still held it."), kit
    )
    assert [event.type for event in found] == ["capture", "hold_control"]
    assert found[1].place is not None
    assert found[1].place.name == "Marlo"
