"""Sentences in, event mentions out: roles, places, counts, causes and the kind of a later "the attack"."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.events.choice import main_event
from counterclaim.extract.events.toll import toll_of
from counterclaim.records import EventMention
from counterclaim.syntax import tree_of


@pytest.fixture
def events(annotated, kit):
    """A function: text in, event mentions out."""
    return lambda text: find_event_mentions(annotated(text), kit)


def of_type(found: tuple[EventMention, ...], kind: str) -> EventMention:
    return next(event for event in found if event.type == kind)


def words(event: EventMention, role: str) -> list[str]:
    return [party.span.text for party in dict(event.roles).get(role, ()) if party.span]


@pytest.mark.parametrize(
    ("text", "kind", "agent", "patient"),
    [
        ("Gunmen attacked the convoy.", "attack", ["Gunmen"], ["the convoy"]),
        ("The convoy was attacked by gunmen.", "attack", ["gunmen"], ["The convoy"]),
        ("The convoy that gunmen attacked had left at dawn.", "attack", ["gunmen"], ["The convoy"]),
        ("The gunmen who attacked the convoy fled.", "attack", ["The gunmen"], ["the convoy"]),
        ("Gunmen carried out an attack on the convoy.", "attack", ["Gunmen"], ["the convoy"]),
        ("Gunmen wanted to attack the convoy.", "attack", ["Gunmen"], ["the convoy"]),
        ("Gunmen entered the town and attacked the convoy.", "attack", ["Gunmen"], ["the convoy"]),
        ("The gunmen were accused of killing the mayor.", "kill", ["The gunmen"], ["the mayor"]),
        ("Two soldiers died in the hospital.", "kill", [], ["Two soldiers"]),
    ],
)
def test_roles_are_found_in_every_voice_and_clause(events, text, kind, agent, patient):
    event = of_type(events(text), kind)
    assert (words(event, "agent"), words(event, "patient")) == (agent, patient)


def test_who_is_behind_an_attack_is_its_agent(events):
    assert words(of_type(events("The rebels were behind the attack on the convoy."), "attack"), "agent") == ["The rebels"]


def test_a_cause_carries_the_counts_of_its_harm(events):
    found = events("An air strike on the market killed six civilians.")
    strike = of_type(found, "airstrike")
    assert [(count.measure, count.low) for count in strike.counts] == [("killed", 6)]


def test_coordinated_harms_share_one_toll(events):
    event = of_type(events("Twenty people were killed and 30 others injured in the blast."), "kill")
    assert {(count.measure, count.low) for count in event.counts} == {("killed", 20), ("injured", 30)}


def test_a_later_attack_has_the_kind_of_the_one_told_before(events):
    found = events("A car bomb exploded in the town. Four people died in the attack.")
    assert [event.type for event in found if event.trigger.text == "attack"] == ["bombing"]


def test_a_bare_attack_without_one_before_stays_an_attack(events):
    assert [event.type for event in events("The attack began at dawn.")] == ["attack"]


def test_an_event_without_a_place_takes_the_last_one_named_as_inferred(events):
    found = events("Gunmen attacked a checkpoint in Kandahar. Two soldiers were killed.")
    kill = of_type(found, "kill")
    assert kill.place is not None
    assert (kill.place.name, kill.place_inferred) == ("Kandahar", True)


def test_a_place_that_is_named_is_not_inferred(events):
    event = of_type(events("The rebels captured Kandahar on Monday."), "capture")
    assert event.place is not None
    assert (event.place.name, event.place_inferred) == ("Kandahar", False)


def test_a_count_over_a_whole_war_is_a_total(events):
    event = of_type(events("The conflict has killed 5,000 people."), "kill")
    assert [count.total for count in event.counts] == [True]


def test_the_cause_is_the_main_event_of_a_harm(annotated, kit):
    page = annotated("The shelling killed four people in the town.")
    found = find_event_mentions(page, kit)
    chosen = main_event(found, 0, len(page.document.text), tree_of(page))
    assert chosen is not None
    assert chosen.type == "shelling"


def test_a_toll_counts_what_is_told_once(events):
    found = events("Three men were shot dead in the bar. The three men died at the scene.")
    assert toll_of(found, "killed", ("kill",)) == 3


def test_a_text_in_capitals_gives_the_same_events(events):
    found = events("THE REBELS KILLED TWO POLICEMEN IN THE TOWN OF OLANCHITO YESTERDAY.")
    assert [(event.type, event.counts[0].low) for event in found] == [("kill", 2)]


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=25, deadline=None)
def test_no_text_raises(annotated, kit, text):
    assert isinstance(find_event_mentions(annotated(text + " attacked the town"), kit), tuple)


def test_whose_shelling_it_was_is_who_killed(events):
    event = of_type(events("Three women were killed in an air strike by the army on Monday."), "kill")
    assert words(event, "agent") == ["the army"]


def test_an_attack_told_again_has_the_doers_and_people_of_the_first(events):
    found = events("Army troops attacked the villagers on Monday. The attack shocked the whole country.")
    again = [event for event in found if event.trigger.text == "attack"][-1]
    assert (words(again, "agent"), words(again, "patient")) == (["Army troops"], ["the villagers"])
    assert again.roles_inferred == ("agent", "patient")


def test_a_new_attack_takes_nothing_from_an_earlier_one(events):
    found = events("Army troops attacked the villagers on Monday. An attack shocked the whole country.")
    assert [event.roles_inferred for event in found if event.trigger.text == "attack"] == [()]


def test_where_people_were_is_no_part_of_who_they_are(events):
    event = of_type(events("Gunmen killed four people in the northern district."), "kill")
    assert words(event, "patient") == ["four people"]


def test_who_was_hit_is_not_who_struck(events):
    found = events("Three women were killed in shelling on Monday.")
    assert all("Three women" not in words(event, "agent") for event in found)


def test_where_an_attack_was_carried_out_is_where_it_killed(events):
    event = of_type(
        events("Ten people were killed on Monday in an attack carried out by gunmen in the northern district."), "kill"
    )
    assert event.place is not None and event.place.span.text == "the northern district"


def test_where_it_was_said_is_not_where_it_happened(events):
    event = of_type(events("Gunmen killed ten people, a spokesman said in the capital."), "kill")
    assert event.place is None


def test_who_was_among_the_dead_is_who_died(events):
    event = of_type(events("Two women were among the dead."), "kill")
    assert words(event, "patient") == ["Two women"]


CALM = "The price of bread rose again. " * 20


@pytest.mark.parametrize("sentence", ["Mr Low attacked his rival.", "Ms Reed takes the town.", "They battled for votes."])
def test_in_a_long_text_on_other_things_words_far_from_any_word_of_war_tell_of_no_event(events, sentence):
    assert [event.type for event in events(sentence)] != []
    assert [event.type for event in events(CALM + sentence + " " + CALM)] == []


def test_near_a_plain_word_of_war_they_do(events):
    text = CALM + "Rebels attacked the bridge. They took it on Monday. " + CALM
    assert [event.type for event in events(text)] == ["attack", "capture"]


def test_events_of_no_type_of_their_own_are_found_everywhere(events):
    assert [event.type for event in events(CALM + "They condemned the mayor. " + CALM)] == ["other"]


def test_what_hit_it_tells_what_attack_it_was(events):
    found = events("The doctors said the hospital had been hit by shelling.")
    assert "shelling" in [event.type for event in found]
