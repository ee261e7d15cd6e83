"""Which accounts oppose one another: another doer of the same deed, a word that it was not; and which are of another matter."""

from __future__ import annotations

import pytest

DAY = "2021-09-05"


@pytest.fixture
def standing(made, who, view):
    """A function: the claims of one report in, the standing of a facet of its largest event out, None where it has none."""

    def run(facet: str, *claims: dict[str, object], **others: dict[str, object]) -> object:
        told = [{"place": "Kabul", "day": DAY, **claim} for claim in claims]
        reports = [made("one", *told)]
        reports += [made(name, {"place": "Kabul", "day": DAY, **claim}) for name, claim in others.items()]
        event = max(view(*reports).events, key=lambda event: len(event.claims))
        return next((one for one in event.standings if one.facet == facet), None)

    return run


@pytest.fixture
def sides(who):
    """The parties that the claims below speak of."""
    return {
        "north": who("Northern Front", side="Northern Front"),
        "south": who("Southern Army", side="Southern Army"),
        "doctor": who("Dr Karim", kind="person"),
        "outlet": who(None, kind="narrator"),
        "planes": who("warplanes"),
        "civilians": who("the villagers"),
        "villagers": who("Hill Village Council"),
        "gunmen": who("Valley Gunmen"),
    }


def test_two_sides_that_blame_each_other_for_one_deed_are_rivals(standing, sides) -> None:
    claims = [
        {"by": sides["north"], "kind": "shelling", "stance": "accuses", "agent": sides["south"]},
        {"by": sides["south"], "kind": "shelling", "stance": "accuses", "agent": sides["north"]},
    ]
    assert standing("responsibility", *claims).dispute == "rival"


def test_one_source_that_tells_two_doers_tells_two_deeds(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "shelling", "agent": sides["south"]},
        {"by": sides["doctor"], "kind": "shelling", "agent": sides["north"]},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_who_strikes_back_is_no_rival_doer(standing, sides) -> None:
    claims = [
        {"by": sides["outlet"], "kind": "attack", "agent": sides["north"], "patient": sides["south"]},
        {"by": sides["south"], "kind": "kill", "agent": sides["south"], "patient": sides["north"]},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_those_who_fight_each_other_are_no_rival_doers(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "shelling", "agent": sides["south"]},
        {"by": sides["outlet"], "kind": "clash", "agent": sides["north"]},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_a_doer_of_no_side_is_no_rival_of_one_that_is_named(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "airstrike", "agent": sides["south"]},
        {"by": sides["outlet"], "kind": "airstrike", "agent": sides["planes"]},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_a_monitor_that_tells_of_another_strike_is_no_rival_account(standing, sides) -> None:
    claims = [
        {"by": sides["outlet"], "kind": "shelling", "stance": "asserts", "agent": sides["north"]},
        {"by": sides["doctor"], "kind": "shelling", "stance": "asserts", "agent": sides["south"]},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_the_word_of_the_one_blamed_is_a_rival_account(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "shelling", "stance": "accuses", "agent": sides["south"]},
        {"by": sides["south"], "kind": "shelling", "stance": "asserts", "agent": sides["north"]},
    ]
    assert standing("responsibility", *claims).dispute == "rival"


def test_an_own_deed_to_others_is_no_rival_account(standing, sides) -> None:
    others, own = (
        {"agent": sides["south"], "patient": sides["villagers"]},
        {"agent": sides["north"], "patient": sides["gunmen"]},
    )
    claims = [
        {"by": sides["doctor"], "kind": "shelling", "stance": "accuses", **others},
        {"by": sides["north"], "kind": "shelling", "stance": "claims_responsibility", **own},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_a_narrator_who_tells_what_was_not_is_no_denial_in_the_same_report(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "kill", "patient": sides["civilians"]},
        {"by": sides["outlet"], "kind": "kill", "polarity": "negative", "patient": sides["civilians"]},
    ]
    assert standing("occurrence", *claims).dispute == "none"


def test_one_source_that_tells_what_was_and_what_was_not_denies_nothing(standing, sides) -> None:
    claims = [
        {"by": sides["south"], "kind": "detain", "agent": sides["south"]},
        {"by": sides["south"], "kind": "detain", "agent": sides["south"], "polarity": "negative"},
    ]
    assert standing("occurrence", *claims).dispute == "none"


def test_another_source_that_says_it_was_not_denies_it(standing, sides) -> None:
    claims = [{"by": sides["doctor"], "kind": "shelling", "agent": sides["south"], "polarity": "negative"}]
    told = {"by": sides["north"], "kind": "shelling", "agent": sides["south"]}
    assert standing("occurrence", *claims, two=told).dispute == "denied"


def test_no_harm_done_is_no_word_against_the_attack(standing, sides) -> None:
    claims = [
        {"by": sides["north"], "kind": "attack", "agent": sides["south"]},
        {"by": sides["doctor"], "kind": "injure", "polarity": "negative", "patient": sides["civilians"]},
    ]
    assert standing("occurrence", *claims).dispute == "none"


def test_no_harm_done_denies_the_harm_that_another_tells(standing, sides) -> None:
    claims = [
        {"by": sides["north"], "kind": "kill", "patient": sides["civilians"]},
        {"by": sides["doctor"], "kind": "kill", "polarity": "negative", "patient": sides["civilians"]},
    ]
    assert standing("occurrence", *claims).dispute == "denied"


@pytest.mark.parametrize(("teller", "dispute"), [("outlet", "none"), ("south", "rival")])
def test_two_backgrounds_of_reporters_are_no_quarrel_over_a_place(made, view, sides, teller, dispute) -> None:
    holding = {"kind": "hold_control", "place": "Kunduz"}
    told = [
        made("one", {"by": sides["outlet"], "agent": sides["north"], **holding}),
        made("two", {"by": sides[teller], "agent": sides["south"], **holding}),
    ]
    control = [one.dispute for event in view(*told).events for one in event.standings if one.facet == "control"]
    assert set(control) == {dispute}


def test_who_denies_having_held_talks_denies_the_talks(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "talks", "agent": sides["north"]},
        {"by": sides["doctor"], "kind": "talks"},
        {"by": sides["south"], "kind": "talks", "stance": "denies", "agent": sides["south"]},
    ]
    assert standing("occurrence", *claims).dispute == "denied"


def test_a_harm_of_one_and_a_deed_of_another_are_no_rival_accounts_where_no_victim_is_shared(standing, sides) -> None:
    claims = [
        {"by": sides["outlet"], "kind": "kill", "agent": sides["south"]},
        {"by": sides["south"], "kind": "airstrike", "stance": "accuses", "agent": sides["north"]},
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_civilians_are_no_victims_by_whom_two_tellings_are_of_one_deed(standing, sides) -> None:
    claims = [
        {"by": sides["outlet"], "kind": "kill", "agent": sides["south"], "patient": sides["civilians"]},
        {
            "by": sides["south"],
            "kind": "airstrike",
            "stance": "accuses",
            "agent": sides["north"],
            "patient": sides["civilians"],
        },
    ]
    assert standing("responsibility", *claims).dispute == "none"


def test_who_is_well_is_a_rival_account_only_of_that_ones_own_death(made, who, view) -> None:
    general, outlet = who("Omar Rasuli", kind="person"), who(None, kind="narrator")
    told = {"by": outlet, "place": "Kabul", "day": DAY}
    wide = made("one", {**told, "kind": "kill"}, {**told, "kind": "attack", "patient": general, "polarity": "negative"})
    living = made("two", {"by": outlet, "kind": "none"}, text="Omar Rasuli is alive and well in the city of Kabul today")
    disputes = {one.dispute for event in view(wide, living).events for one in event.standings}
    assert disputes == {"none"}


def test_a_bare_not_that_nobody_was_told_against_denies_nothing(standing, sides) -> None:
    claim = {"by": sides["doctor"], "kind": "deploy", "agent": sides["south"], "polarity": "negative"}
    assert standing("occurrence", claim).dispute == "none"


def test_a_side_that_says_it_did_not_do_what_one_is_blamed_for_denies(standing, sides) -> None:
    claim = {"by": sides["south"], "kind": "shelling", "agent": sides["south"], "polarity": "negative"}
    assert standing("occurrence", claim).dispute == "denied"


def test_a_bare_not_of_another_doer_is_no_word_against_a_telling(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "talks", "agent": sides["north"]},
        {"by": sides["south"], "kind": "talks", "agent": sides["gunmen"], "polarity": "negative"},
    ]
    assert standing("occurrence", *claims).dispute == "none"


def test_a_narrator_denies_nothing_with_a_bare_not(standing, sides) -> None:
    claims = [{"by": sides["doctor"], "kind": "shelling", "agent": sides["south"]}]
    other = {"by": sides["outlet"], "kind": "shelling", "agent": sides["south"], "polarity": "negative"}
    assert standing("occurrence", *claims, other=other).dispute == "none"


def test_who_held_talks_is_no_matter_of_responsibility(standing, sides) -> None:
    claims = [
        {"by": sides["doctor"], "kind": "talks", "agent": sides["south"], "patient": sides["north"]},
        {"by": sides["south"], "kind": "talks", "stance": "denies", "agent": sides["south"], "patient": sides["north"]},
    ]
    assert standing("occurrence", *claims).dispute == "denied"
    assert standing("responsibility", *claims).dispute == "none"


def test_a_denial_of_other_talks_is_no_word_against_these(standing, sides) -> None:
    claims = [{"by": sides["doctor"], "kind": "talks", "agent": sides["north"], "patient": sides["gunmen"]}]
    other = {"by": sides["south"], "kind": "talks", "stance": "denies", "agent": sides["south"], "patient": sides["villagers"]}
    assert standing("occurrence", *claims, other=other).dispute == "none"


def test_a_side_that_says_of_itself_that_it_holds_no_talks_denies_them(standing, sides) -> None:
    claim = {"by": sides["south"], "kind": "talks", "agent": sides["south"], "polarity": "negative"}
    assert standing("occurrence", claim).dispute == "denied"
