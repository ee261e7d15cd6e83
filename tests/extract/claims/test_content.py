from __future__ import annotations

import pytest


def contents(claims) -> list[str]:
    return [claim.content.text for claim in claims if claim.content]


SPLIT = [
    (
        "Nine soldiers had been killed, the others had fled, the rebels said.",
        ["Nine soldiers had been killed", "the others had fled"],
    ),
    (
        "The rebels said that the town had fallen and that the governor would be released.",
        ["the town had fallen", "the governor would be released"],
    ),
    (
        "The rebels said that the town had fallen and that the governor and his deputy would be released.",
        ["the town had fallen", "the governor and his deputy would be released"],
    ),
]
WHOLE = [
    "The agency said shelling killed two people and wounded nine others.",
    "The monitor said nine people were killed and six were wounded in the blast.",
    "The mayor said the rebels attacked the bridge and they destroyed it.",
    "We investigate all reports and we will do so here, the coalition said.",
    "Army air strikes and artillery fire killed nine people on Sunday, the monitor said.",
    "The mayor said the troops backed by the coalition and allied militia continue with the shelling of the town.",
]


@pytest.mark.parametrize(("text", "parts"), SPLIT)
def test_clauses_on_different_events_are_claims_of_their_own(told, text, parts) -> None:
    assert contents(told(text)) == parts


@pytest.mark.parametrize("text", WHOLE)
def test_one_event_is_one_claim(told, text) -> None:
    assert len(contents(told(text))) == 1


MODALITY = [
    ("actual", "The army said that it had left the town.", "left the town"),
    ("future", "The army said that it would leave the town.", "leave the town"),
    ("future", "The army vowed to leave the town.", "leave the town"),
    ("conditional", "He said he would end the war if the army stopped its attacks.", "end the war"),
    ("hypothetical", "The mayor said that nine people may have been killed.", "have been killed"),
]


@pytest.mark.parametrize(("modality", "text", "words"), MODALITY)
def test_modality(claim_on, modality, text, words) -> None:
    assert claim_on(text, words).modality == modality


CERTAINTY = [
    ("certain", "The mayor said that ten people were killed.", "ten people"),
    ("possible", "The mayor said that ten people may have been killed.", "ten people"),
    ("probable", "The mayor said that ten people were probably killed.", "ten people"),
    ("unverified", "Unverified reports said that ten people were killed.", "ten people"),
    ("unverified", "The rebels said they had taken the town. The claim could not be independently verified.", "the town"),
]


@pytest.mark.parametrize(("certainty", "text", "words"), CERTAINTY)
def test_certainty(claim_on, certainty, text, words) -> None:
    assert claim_on(text, words).certainty == certainty


def test_a_month_is_no_hedge(claim_on) -> None:
    assert claim_on("The mayor said on 8 May that ten people were killed.", "ten people").certainty == "certain"


CHANNEL = [
    ("statement", "The army said in a statement that it had left the town.", "left the town"),
    ("press_conference", "The minister told a news conference that two villages had been shelled.", "been shelled"),
    ("interview", "The mayor said in an interview that the bridge had been destroyed.", "been destroyed"),
    ("social_media", "The spokesman said on Twitter that the town had fallen.", "had fallen"),
    ("broadcast", "Syrian state television said that the airport had been shelled.", "been shelled"),
    ("photo_video", "The rebels posted a video showing that the base had been captured.", "been captured"),
    ("phone", "A resident said by phone that the market had been bombed.", "been bombed"),
    ("letter", "The governor said in a letter that nine people had been detained.", "been detained"),
    ("media_report", "Reuters reported that the town had fallen.", "had fallen"),
    (None, "The mayor told Reuters that the town had fallen.", "had fallen"),
]


@pytest.mark.parametrize(("channel", "text", "words"), CHANNEL)
def test_channel(claim_on, channel, text, words) -> None:
    assert claim_on(text, words).channel == channel


EVIDENCE = [
    ("video", "The rebels posted a video showing that the base had been captured.", "been captured"),
    ("post", "The commander shared a tweet claiming that the town had fallen.", "had fallen"),
    ("findings", "The minister said all the evidence shows that the army shelled the market.", "shelled the market"),
]


@pytest.mark.parametrize(("kind", "text", "words"), EVIDENCE)
def test_evidence(claim_on, kind, text, words) -> None:
    assert kind in {evidence.kind for evidence in claim_on(text, words).evidence}


def test_who_shares_a_post_says_what_it_says(claim_on) -> None:
    claim = claim_on("The commander shared a tweet claiming that the town had fallen.", "had fallen")
    assert (claim.source.span.text, claim.channel) == ("The commander", "social_media")


def test_the_outcome_behind_a_charge_is_part_of_it(told) -> None:
    (claim,) = told("The Front accused the Taliban of shelling a village in Panjshir on Friday, killing four farmers.")
    assert claim.content.text.endswith("killing four farmers")
    assert [(count.measure, count.low) for count in claim.event.counts] == [("killed", 4)]
    assert [party.name for party in dict(claim.event.roles)["agent"]] == ["Taliban"]
