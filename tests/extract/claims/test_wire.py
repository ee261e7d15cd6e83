"""Ways of wire reports to say who says what: denials by a "not true", doubts, joined and traded accusations, clefts."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def lines(reading):
    """A function: text in, (name or words of the source, stance, event type) of each claim out."""

    def run(text: str):
        found = reading(text).claims
        return [(c.source.name or (c.source.span and c.source.span.text), c.stance, c.event and c.event.type) for c in found]

    return run


NOT_SO = [
    "The ministry said the reports of strikes on the hospital did not correspond to reality.",
    "The ministry said the claims about the strikes on the hospital were not true.",
    "The ministry said the allegations of strikes on the hospital were not accurate.",
]


@pytest.mark.parametrize("text", NOT_SO)
def test_what_is_told_to_be_not_true_is_denied_and_not_negated(reading, text) -> None:
    (claim,) = reading(text).claims
    assert (claim.stance, claim.polarity) == ("denies", "positive")


def test_what_is_true_is_not_denied(lines) -> None:
    found = lines("The ministry said the reports of strikes on the hospital were true.")
    assert all(stance != "denies" for _, stance, _ in found)


def test_who_doubts_a_thing_does_not_assert_it(lines) -> None:
    found = lines("Two residents said they doubted that the army had retaken the town.")
    assert [stance for _, stance, _ in found] == ["opinion"]


def test_a_death_confirmed_hours_later_is_of_the_one_named_before(reading) -> None:
    text = "The army said it had killed the commander Adam Noor on Friday. The Al-Noor Front confirmed his death hours later."
    claim = reading(text).claims[-1]
    assert (claim.stance, claim.event.type) == ("confirms", "kill")
    assert [party.name for party in dict(claim.event.roles)["patient"]] == ["Adam Noor"]


def test_a_toll_corroborated_by_others_is_confirmed_by_them(lines) -> None:
    found = lines("Rebels said 40 people were killed in the market. The toll was corroborated by two hospitals.")
    assert ("two hospitals", "confirms", "kill") in found


def test_a_fighting_body_that_concedes_the_gains_of_others_admits(lines) -> None:
    found = lines("The army conceded that the rebels had gained ground around the town.")
    assert [(stance, kind) for _, stance, kind in found] == [("admits", "advance")]


def test_two_sources_that_close_a_sentence_tell_it_and_are_not_hit(reading) -> None:
    text = (
        "Gunmen attacked the village of Marun on Tuesday, killing at least 20 villagers, two residents and a rebel group said."
    )
    (claim,) = [claim for claim in reading(text).claims if claim.event.type == "attack"]
    assert claim.source.span.text == "two residents and a rebel group"
    assert [party.span.text for party in dict(claim.event.roles)["patient"]][:1] == ["at least 20 villagers"]


def test_what_stands_against_an_admission_is_said_by_the_same(reading) -> None:
    text = "The army admitted that rogue elements had looted the mill in Marun but insisted they would be punished."
    assert {claim.source.span.text for claim in reading(text).claims} == {"The army"}


def test_who_tells_after_a_comma_and_a_day_is_the_source(lines) -> None:
    text = "Militants killed 40 people in an attack on a market in northeastern Nigeria, a local chief said on Monday."
    assert [source for source, _, _ in lines(text)] == ["a local chief"]


def test_what_came_of_it_after_the_source_is_told_too(reading) -> None:
    text = "Pakistan carried out air strikes in Khost province, Afghan officials said, killing dozens of civilians."
    found = reading(text).claims
    assert {claim.source.side for claim in found} == {"Afghan government"}
    assert [count.low for claim in found for count in claim.event.counts] == [24]


def test_a_governor_is_of_the_state_in_which_the_place_lies_that_was_hit(reading) -> None:
    text = "A Russian missile hit a house in Kharkiv, killing two children, the regional governor said."
    assert reading(text).claims[0].source.side == "Ukrainian government"


def test_what_is_looked_into_is_not_owned_up_to(lines) -> None:
    text = "The Israeli military said it was looking into reports that its soldiers had shot at a crowd."
    assert ("Israeli army", "asserts", "investigate") in lines(text)
    assert all(stance != "claims_responsibility" for _, stance, _ in lines(text))


def test_captives_set_free_are_no_telling(lines) -> None:
    assert [kind for _, _, kind in lines("FARC fighters released two kidnapped soldiers to the Red Cross on Monday.")] == [
        "release"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin said it had no information about a strike on a shopping centre in Donetsk.",
        "The ministry said it could not confirm the death of the general.",
    ],
)
def test_who_says_that_nothing_can_be_said_is_silent_and_asserts_nothing(lines, text) -> None:
    assert [stance for _, stance, _ in lines(text)] == ["no_comment"]


def test_what_a_side_will_give_up_is_promised_and_not_admitted(lines) -> None:
    assert [stance for _, stance, _ in lines("M23 said it would withdraw from Walikale to support peace talks.")] == [
        "promises"
    ]
