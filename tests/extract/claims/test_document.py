from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CAPTURE = "The Taliban said they had captured Bazarak. The National Resistance Front denied that Bazarak had been captured."


def test_a_denial_answers_the_claim_that_it_denies(told) -> None:
    first, denial = (next(c for c in told(CAPTURE) if c.stance == stance) for stance in ("asserts", "denies"))
    assert [(answer.claim, answer.how) for answer in denial.answers] == [(first.id, "denies")]


def test_a_side_that_denies_an_act_of_its_forces_answers_the_charge(told) -> None:
    text = "Syrian rebels said Syrian warplanes bombed the market. The Syrian government denied bombing the market."
    charge, denial = (next(c for c in told(text) if (c.stance == "denies") == wanted) for wanted in (False, True))
    assert [answer.claim for answer in denial.answers] == [charge.id]


def test_an_assertion_answers_nothing(told) -> None:
    assert all(not claim.answers for claim in told(CAPTURE) if claim.stance == "asserts")


def test_a_denial_of_the_claims_is_on_their_event(told) -> None:
    text = "The Taliban said they had captured Bazarak. The National Resistance Front rejected the claim."
    denial = next(c for c in told(text) if c.stance == "denies")
    assert denial.event.type == "capture"


def test_the_event_of_this_is_that_of_the_sentence_before(told) -> None:
    text = "The Taliban say they have captured Bazarak. This was announced by a spokesman in a statement."
    claim = next(c for c in told(text) if c.content and c.content.text == "This")
    assert (claim.event.type, claim.channel) == ("capture", "statement")


def test_what_nobody_is_quoted_for_is_the_narrators(reading) -> None:
    (claim,) = reading("Shells hit the market on Monday.", publisher="The Valley Post").claims
    assert (claim.source.kind, claim.source.name, claim.attribution) == ("narrator", "The Valley Post", None)


def test_the_narrator_has_the_clause_that_is_not_attributed(reading) -> None:
    claims = reading("The shelling began when, according to the mayor, the rebels attacked the bridge.").claims
    assert {claim.source.kind for claim in claims} >= {"narrator"}


def test_free_indirect_speech_goes_on_with_its_speaker(told) -> None:
    text = "The town was safe, the Taliban said. With these “triumphs” the people would live in peace."
    claim = next(c for c in told(text) if c.content and "live in peace" in c.content.text)
    assert (claim.cue, claim.source.span, claim.source.name) == (None, None, "Taliban")


def test_the_statement_is_that_of_the_body_that_spoke(told) -> None:
    text = "The US-led coalition in Syria said it had bombed a depot. The statement said the depot was destroyed."
    claim = next(c for c in told(text) if c.content and "was destroyed" in c.content.text)
    assert (claim.source.kind, claim.source.side) == ("document", "US-led coalition")


def test_what_it_adds_stands_in_the_same_statement(told) -> None:
    text = "The US-led coalition in Syria bombed a depot. The statement said the depot burned. It added that nobody was hurt."
    claim = next(c for c in told(text) if c.content and "nobody was hurt" in c.content.text)
    assert claim.channel == "statement"


def test_who_is_blamed_is_the_doer(told) -> None:
    (claim,) = [c for c in told("The ministry blamed the rebels for the bombing of the market.") if c.stance == "accuses"]
    agents = dict(claim.event.roles)["agent"]
    assert [agent.span.text for agent in agents] == ["the rebels"]


def test_the_attack_is_the_bombing_told_before(told) -> None:
    text = "A car bomb killed nine people in the market. The mayor said the attack began at noon."
    claim = next(c for c in told(text) if c.content and "at noon" in c.content.text)
    assert claim.event.type == "bombing"


def test_words_said_twice_are_one_claim(told) -> None:
    sentence = "The mayor said the bridge had been destroyed."
    assert len(told(f"{sentence}\n\n{sentence}")) == 1


def test_ids_are_the_same_each_time(told) -> None:
    assert [claim.id for claim in told(CAPTURE)] == [claim.id for claim in told(CAPTURE)]


WORDS = st.sampled_from(
    ["the army", "said", "that", '"', "the town", "had fallen", "and", ",", ".", "denied", "it", "according to", "not", "was",
     "false", "killed", "nine", "if", "would", ":", "—", "claims", "\n\n", "This", "“", "”", "is", "a video", "showing", "who"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_no_text_raises_and_spans_hold_their_text(reading, text) -> None:
    result = reading(text)
    for claim in result.claims:
        for span in (claim.content, claim.cue, claim.source.span, claim.sentence):
            if span is not None and not span.pieces:
                assert text[span.start : span.end] == span.text
    assert len({claim.id for claim in result.claims}) == len(result.claims)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The attack was presumably carried out by the Norland Front.", "probable"),
        ("Suspected Norland Front guerrillas placed a bomb at the post.", "possible"),
        ("Two men, presumably members of the Norland Front, killed the mayor.", "probable"),
        ("The mayor was killed on Friday, apparently by gunmen of the Norland Front.", "probable"),
        ("Norland Front gunmen killed the mayor in May.", "certain"),
    ],
)
def test_a_narrator_is_as_sure_as_its_words(reading, text, certainty):
    assert [claim.certainty for claim in reading(text).claims if claim.source.kind == "narrator"] == [certainty]


def test_a_holding_that_was_over_is_history(reading) -> None:
    (claim,) = reading("Government troops had held the town with the help of a militia.").claims
    assert claim.event.type == "hold_control" and claim.event.historical


def test_bodies_that_speak_together_are_all_named(told) -> None:
    (claim,) = told("Russia and Syria denied the report.")
    assert claim.source.name == "Russian government and Syrian government"
