"""A denial of a part is weighed on that part: on the toll, on the manner, and not on the whole."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.knowledge.load import load
from counterclaim.reconcile.lexicon import lexicon_of

DAY = "2021-09-05"


@pytest.fixture
def standings(made, who, view):
    """A function: the claims of one report in, the dispute by facet of its largest event out."""
    parties = {
        "north": who("Northern Front", side="Northern Front"),
        "south": who("Southern Army", side="Southern Army"),
        "doctor": who("Dr Karim", kind="person"),
        "civilians": who("civilians"),
        "soldiers": who("soldiers"),
    }

    def run(*claims: dict[str, object]) -> dict[str, str]:
        told = [{k: parties[v] if k in ("by", "agent", "patient") else v for k, v in one.items()} for one in claims]
        reading = made("one", *({"place": "Kabul", "day": DAY, **one} for one in told))
        event = max(view(reading).events, key=lambda event: len(event.claims))
        return {one.facet: one.dispute for one in event.standings}

    return run


ATTACK = {"by": "north", "kind": "airstrike", "stance": "accuses", "agent": "south"}
KILLING = {"by": "north", "kind": "kill", "patient": "civilians", "killed": 9}
OWN_STRIKE = {"by": "south", "kind": "airstrike", "stance": "claims_responsibility", "agent": "south"}


def test_a_denial_that_anyone_died_is_of_the_toll_and_not_of_the_attack(standings) -> None:
    denial = {"by": "south", "kind": "kill", "stance": "denies", "patient": "civilians"}
    disputes = standings(ATTACK, KILLING, denial)
    assert (disputes["occurrence"], disputes["toll"]) == ("none", "denied")


def test_a_bare_word_that_nobody_died_is_of_the_toll_too(standings) -> None:
    disputes = standings(ATTACK, KILLING, {"by": "south", "kind": "kill", "polarity": "negative", "patient": "civilians"})
    assert (disputes["occurrence"], disputes["toll"]) == ("none", "denied")


def test_who_tells_of_its_own_strike_and_denies_that_it_killed_denies_the_toll(standings) -> None:
    denial = {"by": "south", "kind": "kill", "stance": "denies", "agent": "south", "patient": "civilians"}
    disputes = standings(OWN_STRIKE, KILLING, denial)
    assert (disputes["occurrence"], disputes["toll"]) == ("none", "denied")


def test_a_denial_of_a_toll_that_nobody_tells_is_of_no_toll(standings) -> None:
    disputes = standings(ATTACK, {"by": "south", "kind": "kill", "stance": "denies", "patient": "civilians"})
    assert disputes.get("toll", "none") == "none"


def test_a_killing_without_an_attack_is_denied_as_a_whole(standings) -> None:
    disputes = standings(KILLING, {"by": "south", "kind": "kill", "stance": "denies", "patient": "civilians"})
    assert disputes["occurrence"] == "denied"


def test_a_denial_of_having_hit_civilians_is_no_denial_of_the_strike(standings) -> None:
    strike = {"by": "north", "kind": "airstrike", "agent": "south", "patient": "soldiers"}
    denial = {"by": "south", "kind": "airstrike", "stance": "denies", "agent": "south", "patient": "civilians"}
    disputes = standings(strike, denial)
    assert (disputes["occurrence"], disputes["responsibility"]) == ("none", "none")


def test_a_denial_of_having_hit_civilians_answers_who_says_so(standings) -> None:
    strike = {"by": "north", "kind": "airstrike", "agent": "south", "patient": "civilians"}
    denial = {"by": "south", "kind": "airstrike", "stance": "denies", "agent": "south", "patient": "civilians"}
    disputes = standings(strike, denial)
    assert (disputes["occurrence"], disputes["responsibility"]) == ("none", "denied")


@pytest.mark.parametrize(
    ("denial", "facet"),
    [("denied the report", "occurrence"), ("denied that any villagers had died in the strike", "toll")],
)
def test_a_denial_of_a_report_is_of_the_whole_and_one_of_deaths_of_the_toll(reading, kit, denial, facet) -> None:
    text = "The Taliban said a US airstrike on the village of Marafa had killed nine villagers on Sunday. The US military "
    (event,) = [one for one in view_of([reading(text + denial + ".")], kit.settings).events if len(one.claims) > 1]
    denied = {one.facet for one in event.standings if one.dispute == "denied"}
    assert facet in denied
    assert ("occurrence" in denied) == (facet == "occurrence")


def test_the_example_of_aiming_is_found() -> None:
    knowledge = load(())
    assert lexicon_of(knowledge, "en").aiming.search(knowledge.languages["en"].section("reconcile")["aiming"]["example"])


@pytest.mark.parametrize(("who", "dispute"), [("The Syrian army", "denied"), ("Russia", "none")])
def test_only_who_was_blamed_disputes_it_by_denying_involvement(reading, kit, who, dispute) -> None:
    text = f"Activists said on Sunday the Syrian army had shelled the village of Marafa in Syria. {who} denied involvement."
    (event,) = [one for one in view_of([reading(text)], kit.settings).events if len(one.claims) > 1]
    assert {one.facet: one.dispute for one in event.standings}["responsibility"] == dispute


def test_who_denies_having_played_a_part_leaves_open_that_it_was(reading, kit) -> None:
    text = "The Taliban denied playing a part in the killing of Karim Aziz in Kabul on Sunday."
    events = view_of([reading(text)], kit.settings).events
    assert [event.standings[0].dispute for event in events if event.type == "kill"] == ["none"]
