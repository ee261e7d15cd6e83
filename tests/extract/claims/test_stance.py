from __future__ import annotations

import pytest

SYRIA = "The fighting was in Syria. "
CASES = [
    ("asserts", "The army said that the rebels had captured the town.", "captured the town"),
    ("asserts", "It is believed that the rebels captured the town.", "captured the town"),
    ("denies", "The army denied that it had shelled the village.", "shelled the village"),
    ("denies", "A spokesman said the report on the capture of the town was false.", "was false"),
    ("denies", "The ministry rejected the accusations.", "accusations"),
    ("denies", "The capture of the town was denied by the rebels.", "capture of the town"),
    ("opinion", "The rebels rejected a ceasefire.", "ceasefire"),
    ("confirms", "A doctor confirmed that nine people had died in the blast.", "had died"),
    ("admits", SYRIA + "The Syrian army said that the rebels had killed nine Syrian soldiers.", "killed nine"),
    ("admits", "The US-led coalition in Syria acknowledged that its strike had killed eight civilians.", "eight civilians"),
    ("accuses", SYRIA + "Ten rebels are being held responsible for the bombing of the market.", "the bombing"),
    ("denies", "The Taliban said they had nothing to do with the murder of the mayor.", "murder"),
    ("claims_responsibility", "The Islamic State group claimed credit for the bombing of the market in Syria.", "bombing"),
    (
        "asserts",
        SYRIA + "Islamic State fighters attacked the market. The Islamic State group said the aim of the attack was peace.",
        "aim of the attack",
    ),
    ("admits", "The commander said that we had a role in the deaths.", "a role"),
    ("accuses", "The ministry accused the rebels of shelling the market.", "shelling the market"),
    ("accuses", SYRIA + "The Syrian opposition said the Syrian army was behind the bombing of the market.", "behind"),
    ("accuses", SYRIA + "Activists said the Syrian army massacred sixty villagers.", "massacred"),
    (
        "claims_responsibility",
        "The Islamic State group claimed responsibility for the bombing of the market in Syria.",
        "bombing",
    ),
    ("claims_responsibility", "The US-led coalition in Syria said it had bombed nine depots.", "bombed nine depots"),
    ("promises", "The rebels vowed to hold the town.", "hold the town"),
    ("threatens", "The rebels threatened to bomb the bridge.", "bomb the bridge"),
    ("demands", "The ministry called on the rebels to leave the town.", "leave the town"),
    ("demands", "The minister urged the rebels to leave the town.", "leave the town"),
    ("offers", "The rebels offered to release nine soldiers.", "release nine soldiers"),
    ("opinion", "The union condemned the bombing of the market.", "bombing of the market"),
    ("opinion", '"It is a dark day," the mayor said.', "dark day"),
    ("claims_responsibility", "The Islamic State group in Syria claimed a bombing in the town.", "a bombing"),
    ("claims_responsibility", "The Taliban said it was responsible for the bombing.", "responsible"),
    ("denies", "The colonel questioned that claim.", "claim"),
    ("demands", "The council stressed the need for the army to lift the siege.", "lift the siege"),
    ("demands", "The mayor said the army should leave the town.", "leave the town"),
    ("promises", "The general issued a statement pledging an investigation into the shooting.", "investigation"),
    ("no_comment", "The coalition declined to confirm whether there had been an air strike.", "an air strike"),
    ("asserts", SYRIA + "The Syrian army said the rebels had attacked Syrian soldiers with two car bombs.", "attacked"),
    ("asserts", "A source said a suicide bomber carried out the attack.", "carried out"),
    ("asserts", SYRIA + "The Syrian opposition said that delay would open the door to more crimes by the militia.", "crimes"),
    (
        "accuses",
        SYRIA + "The Syrian opposition said the Syrian government showed disregard for the lives of villagers.",
        "government showed",
    ),
    (
        "asserts",
        "Syria. The US-led coalition which launched an air war against Islamic State in Syria said it had carried out strikes "
        'against Raqqa. "They were executed to stop it" spokesman Lieutenant Colonel Tom Gill said. '
        '"This was one of the largest deliberate engagements we have conducted to date in Syria" he said.',
        "largest deliberate",
    ),
    ("no_comment", "No group has claimed responsibility for the blast.", "the blast"),
    ("no_comment", "The ministry has not confirmed that the town had fallen.", "the town had fallen"),
]


@pytest.mark.parametrize(("stance", "text", "words"), CASES)
def test_stance(claim_on, stance, text, words) -> None:
    assert claim_on(text, words).stance == stance


def test_a_monitor_that_counts_the_dead_accuses_nobody(claim_on) -> None:
    text = "The Syrian Observatory for Human Rights said a US-led coalition strike killed nine civilians."
    assert claim_on(text, "strike killed nine").stance == "asserts"


def test_harm_to_ones_own_civilians_is_no_admission(claim_on) -> None:
    text = SYRIA + "The Syrian government said that rebels had killed nine Syrian civilians."
    assert claim_on(text, "killed nine").stance in {"asserts", "accuses"}


def test_a_denial_of_a_capture_denies_what_is_positive(claim_on) -> None:
    claim = claim_on("The army denied that the rebels had captured the town.", "captured the town")
    assert (claim.stance, claim.polarity) == ("denies", "positive")


def test_a_capture_that_did_not_happen_is_asserted_as_negative(claim_on) -> None:
    claim = claim_on("The rebels said that they had not captured the town.", "captured the town")
    assert (claim.stance, claim.polarity) == ("asserts", "negative")


@pytest.mark.parametrize(
    ("text", "stance", "agents"),
    [
        ("Officials blamed the attack on the guerrillas.", "accuses", ["the guerrillas"]),
        ("The attack was blamed on the Norland Front.", "accuses", ["the Norland Front"]),
        ("Officials attributed the bombing to the Norland Front.", "accuses", ["the Norland Front"]),
        ("The ministry blamed the guerrillas for the attack on the bridge.", "accuses", ["the guerrillas"]),
    ],
)
def test_a_deed_laid_at_somebodys_door_is_an_accusation(told, text, stance, agents):
    (claim,) = told(text)
    assert (claim.stance, claim.facet) == (stance, "responsibility")
    assert [party.span.text for party in dict(claim.event.roles)["agent"]] == agents
    assert not dict(claim.event.roles).get("patient") or "guerrillas" not in dict(claim.event.roles)["patient"][0].span.text


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The killing was claimed by a group called the Norland Front.", "claims_responsibility"),
        ("The Norland Front claimed the ambush.", "claims_responsibility"),
        ("Neither the rebels nor any other group has claimed responsibility for the murder of the minister.", "no_comment"),
    ],
)
def test_a_claimed_deed_is_the_claimants_and_what_nobody_claimed_is_nobodys(told, text, stance):
    assert [claim.stance for claim in told(text)] == [stance]
