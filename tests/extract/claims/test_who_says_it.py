"""Who is heard in a sentence, in what stance, and through whom: silences, asides, relays, people of one's own."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The army has neither confirmed nor denied shelling the mill in Tarn.",
        "The mission stopped short of blaming the army for the shelling of the mill.",
        "The council refrained from accusing the rebels of the raid on the mill.",
        "The minister would not be drawn on the raid.",
        "The relief council is unable to confirm how many prisoners died in the raid.",
        "Officials declined to blame the rebels for the raid.",
    ],
)
def test_who_does_not_say_it_keeps_silent(told, text) -> None:
    assert [claim.stance for claim in told(text)] == ["no_comment"]


@pytest.mark.parametrize("verb", ["rubbished", "brushed aside", "shrugged off", "waved away", "laughed off"])
def test_a_claim_waved_away_is_denied(told, verb) -> None:
    stances = [claim.stance for claim in told(f"The army {verb} the rebels' claim that its jets had bombed the mill.")]
    assert stances[0] == "denies"


def test_a_claim_of_killing_takes_no_lives(claim_on) -> None:
    text = "The ministry rejected the rebels' claim that its jets killed nine people."
    assert claim_on(text, "its jets killed nine people").source.name is None
    assert claim_on(text, "its jets killed nine people").cue.text == "claim"


@pytest.mark.parametrize("cue", ["denied", "declined to comment on", "rejected"])
def test_nothing_comes_through_one_who_denies_it(told, cue) -> None:
    claims = told(f"The army {cue} a report by the Golan Monitor that its jets had bombed the mill.")
    assert [claim.via for claim in claims if claim.source.name == "Golan Monitor"] == [()]


def test_an_aside_does_not_come_through_the_speaker_beside_it(told) -> None:
    claims = told("The mayor said that Russia had hit the dam, which Moscow has denied.")
    assert claims[-1].stance == "denies"
    assert claims[-1].via == ()


def test_a_telling_within_another_comes_through_it(told) -> None:
    claims = told("A nurse said that the mayor had said soldiers burned the mill.")
    assert [party.span.text for party in claims[-1].via] == ["A nurse"]


def test_who_rejects_a_claim_also_does_the_blaming_after_it(told) -> None:
    text = "Spokesman Adam Noor rejected the accusation that troops burned the village, blaming local fighters."
    assert [claim.source.name for claim in told(text) if claim.content.text == "local fighters"] == ["Adam Noor"]


def test_who_was_asked_about_a_deed_tells_nothing_by_that(told) -> None:
    (claim,) = told("Asked about the killing of the writer, the mayor said that an inquiry was under way.")
    assert claim.source.span.text == "the mayor"


def test_a_charge_denied_in_the_same_breath_keeps_its_doer(told) -> None:
    claims = told("Amnesty accused Malian troops and Wagner fighters of executing men in Tarn, charges which Bamako denied.")
    agents = [party.span.text for role, found in claims[-1].event.roles if role == "agent" for party in found]
    assert claims[-1].stance == "denies"
    assert "Amnesty" not in agents


def test_a_body_before_the_subject_is_not_that_subject(reading) -> None:
    claim = reading("According to Ukraine's air force, Russia launched 36 drones.").claims[0]
    assert claim.source.side == "Ukrainian government"


def test_a_general_staff_is_no_general(reading) -> None:
    claim = reading("Ukraine's General Staff said Russian forces had shelled the town of Orikhiv.").claims[0]
    assert (claim.source.name, claim.source.role, claim.source.side) == ("General Staff", None, "Ukrainian government")


def test_another_name_of_a_man_is_not_his_side(reading) -> None:
    claim = reading("Gang leader Adam Noor, alias Barbecue, said that his men had attacked the prison.").claims[0]
    assert (claim.source.side, claim.stance) == (None, "claims_responsibility")


def test_people_of_ones_own_are_owned_up_to(claim_on) -> None:
    assert claim_on("The rebels admitted that their men had looted the mill.", "looted").stance == "admits"


def test_a_body_that_grants_a_loss_of_ground_admits_it(claim_on) -> None:
    assert claim_on("The army conceded the loss of the base in Tarn.", "loss").stance == "admits"


def test_an_agency_that_is_told_things_places_no_office(reading) -> None:
    claims = reading("A villager told Reuters that the mayor had said soldiers shot nine farmers.").claims
    assert {claim.source.side for claim in claims} == {None}


def test_a_statement_that_is_posted_says_nothing_by_itself(told) -> None:
    (claim,) = told(
        "Al-Shabaab claimed responsibility for the bombing on Monday in a statement posted on its Telegram channel."
    )
    assert (claim.stance, claim.channel, claim.via) == ("claims_responsibility", "social_media", ())


@pytest.mark.parametrize("medium", ["in a post on X", "on TikTok", "in an audio message on WhatsApp"])
def test_a_post_is_said_on_social_media(told, medium) -> None:
    (claim,) = told(f"The colonel said {medium} that his men had left the town.")
    assert claim.channel == "social_media"


def test_a_militia_is_no_force_of_the_state(reading) -> None:
    text = (
        "The fighting was in Sudan. The Sudanese army said its troops did not fire and that the militia had shelled the mill."
    )
    claim = next(c for c in reading(text).claims if c.content and "militia" in c.content.text)
    assert claim.stance != "claims_responsibility"


@pytest.mark.parametrize("remark", ["Neither account could be independently verified.", "Neither claim could be verified."])
def test_neither_of_two_accounts_is_verified(told, remark) -> None:
    claims = told(f"The army said the rebels had left Tarn. The rebels said they had taken Tarn. {remark}")
    assert [claim.certainty for claim in claims] == ["unverified", "unverified"]


def test_what_is_condemned_in_a_quotation_does_not_speak(told) -> None:
    (claim,) = told('"We condemn this barbaric attack," the mayor said.')
    assert (claim.source.span.text, claim.stance) == ("the mayor", "opinion")


def test_an_aside_on_silence_leaves_the_charge_whole(claim_on) -> None:
    text = "Kabul accused Islamabad on Sunday of bombing two villages in Khost, an allegation Islamabad did not comment on."
    assert claim_on(text, "bombing two villages").stance == "accuses"


def test_what_stands_beside_a_source_is_not_what_it_tells(told) -> None:
    (claim,) = told("According to the Golan Monitor, a Britain-based war monitor, rebel fire killed four fighters.")
    assert claim.content.text == "rebel fire killed four fighters"


def test_a_report_called_false_is_denied(told) -> None:
    claims = told("Bloggers claimed that Ukrainian forces had withdrawn; Kyiv called the reports false.")
    assert [claim.stance for claim in claims] == ["asserts", "denies"]


def test_who_has_done_what_a_verb_tells_is_its_subject(told) -> None:
    claims = told("The council says it has documented nine cases of torture by soldiers in Tarn.")
    assert {claim.source.span.text for claim in claims} <= {"The council", "it"}


def test_who_is_told_of_by_an_aside_first_still_speaks(told) -> None:
    text = "The army, which had earlier dismissed the reports, conceded on Tuesday that its jets had fired on the convoy."
    assert [claim.stance for claim in told(text)] == ["denies", "admits"]


def test_an_open_question_is_told_by_nobody(told) -> None:
    assert [c.stance for c in told("The general's office declined to say whether he had ordered the raid.")] == ["no_comment"]


def test_a_ministry_of_information_is_no_finding(told) -> None:
    (claim,) = told("Government troops took the town of Tarn, the information ministry announced.")
    assert claim.evidence == ()


def test_what_a_strike_was_based_on_belongs_to_what_is_admitted(claim_on) -> None:
    assert (
        claim_on("The coalition admitted the strike was based on faulty intelligence.", "faulty intelligence").stance
        == "admits"
    )


def test_not_a_single_one_is_none(claim_on) -> None:
    assert claim_on("Not a single villager was killed, the mayor said.", "villager").polarity == "negative"


def test_harm_that_is_alleged_is_laid_to_another(claim_on) -> None:
    assert claim_on("The opposition alleges that security forces killed nine villagers.", "nine").stance == "accuses"


def test_what_is_yet_to_be_claimed_is_silence(told) -> None:
    assert [claim.stance for claim in told("The group has yet to claim the attack.")] == ["no_comment"]


def test_an_agency_makes_no_promise_of_its_state(told) -> None:
    claims = told("Turkey vowed to respond after the army shelled its post in Idlib, Anadolu said.")
    assert [claim.stance for claim in claims if claim.source.kind == "media"] != ["promises"]


@pytest.mark.parametrize("what", ["Kyiv", "a Ukrainian missile"])
def test_who_or_what_it_was_is_no_judgement(claim_on, what) -> None:
    assert claim_on(f"Moscow says it was {what}.", "it was").stance != "opinion"


def test_a_deed_claimed_to_have_been_done_is_owned(claim_on) -> None:
    assert claim_on("The rebels claim to have shot down a helicopter.", "shot down").stance == "claims_responsibility"


def test_a_mistake_acknowledged_is_admitted(claim_on) -> None:
    assert claim_on("Officials have acknowledged that the bombing was a mistake.", "a mistake").stance == "admits"


def test_claims_called_pure_fiction_are_denied(claim_on) -> None:
    assert claim_on("The army said claims of a drone strike were pure fiction.", "fiction").stance == "denies"


def test_what_was_not_confirmed_beside_a_regret_is_silence(claim_on) -> None:
    text = '"We regret the loss of life," NATO said, without confirming that its planes had bombed the wedding.'
    assert claim_on(text, "bombed the wedding").stance == "no_comment"


def test_a_communique_that_is_quoted_tells_it(told) -> None:
    claims = told("State radio, quoting a communique from the army, reported that nine fighters were killed at Tarn.")
    assert any(claim.source.kind != "media" and claim.via for claim in claims)
