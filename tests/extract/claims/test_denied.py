"""A denial speaks against the event that is denied, not against one that its words only mention."""

from __future__ import annotations

import pytest

SYRIA = "The fighting was in Syria. "


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The army denied that it had shelled the village.", "shelled the village", "shelling"),
        ("The army denied allegations that it had shelled the village.", "shelled", "shelling"),
        ("The rebels denied any role in the shelling of the village.", "any role", "shelling"),
        ("The rebels denied reports of talks with the army.", "reports", "talks"),
        ("The army denied that the shelling had taken place.", "taken place", "shelling"),
        ("The mayor said the claim that the army had shelled the village was false.", "was false", "shelling"),
        ("The mayor wrote that reports of the fall of the town were a lie.", "a lie", "lose_control"),
        ("The army denied that the shelling of the village was a message to the rebels.", "a message", None),
        ("The army denied claims that the withdrawal had helped the rebels.", "claims that", None),
        ("The army denied that it used the shells that rebels say killed nine.", "used the shells", None),
    ],
)
def test_a_denial_is_of_the_event_that_it_denies(claim_on, text, words, kind) -> None:
    event = claim_on(SYRIA + text, words).event
    assert (event.type if event else None) == kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The army shelled the village. The ministry denied the reports.", "the reports", "shelling"),
        ("The army shelled the village. The ministry denied any involvement.", "involvement", "shelling"),
        ("The army shelled the village. The ministry denied any involvement in the oil trade.", "involvement", None),
        ("The army shelled the village. The ministry disputed this version of events.", "version", "shelling"),
        ("The rebels shelled the village. The mayor is said to be involved in the drug trade.", "involved", None),
        ("The rebels shelled the village. The mayor is said to be involved in it.", "involved", "shelling"),
        ("The army shelled the village. The ministry rejected any suggestion that it would give up power.", "suggestion", None),
    ],
)
def test_what_tells_of_another_matter_points_back_to_no_event(claim_on, text, words, kind) -> None:
    event = claim_on(SYRIA + text, words).event
    assert (event.type if event else None) == kind


def test_who_recognises_a_council_admits_nothing(claim_on) -> None:
    text = "The fighting was in Libya. France recognised the National Transitional Council as the government of Libya."
    assert claim_on(text, "Transitional Council").stance == "opinion"


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The minister said the report on the fall of the town was false.", "false", "denies"),
        ('"It would be wrong to attack the town," the minister said.', "wrong", "asserts"),
        ("The minister said it was wrong to keep sending people to prison.", "wrong", "asserts"),
        ('"This is a trap in which the army is given false reports," the minister said.', "trap", "asserts"),
        ('"It is true that much of the news turned out to be wrong," the minister said.', "true", "asserts"),
    ],
)
def test_only_what_is_called_false_is_denied(claim_on, text, words, stance) -> None:
    found = claim_on(SYRIA + text, words).stance
    assert (found == "denies") == (stance == "denies")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The coalition admitted that its troops had shelled the village.", "shelled", "shelling"),
        ("The coalition admitted that the council was a partner in the execution of the plan.", "a partner", None),
    ],
)
def test_an_admission_is_of_the_event_that_it_tells(claim_on, text, words, kind) -> None:
    event = claim_on(SYRIA + text, words).event
    assert (event.type if event else None) == kind


def test_who_contradicts_a_law_denies_nothing(claim_on) -> None:
    assert claim_on(SYRIA + "The rebels said the order contradicts the treaty with the army.", "treaty").stance != "denies"


@pytest.mark.parametrize(
    "text",
    [
        "The rebels shelled the town. The general declined to confirm or deny the report.",
        "The rebels shelled the town. The general refused to admit or deny the report.",
        "The rebels shelled the town. The general never confirms or denies such a report.",
    ],
)
def test_who_neither_grants_nor_denies_is_silent(told, text) -> None:
    assert "denies" not in {claim.stance for claim in told(SYRIA + text)}


def test_who_denies_a_thing_to_somebody_denies_nothing_told(told) -> None:
    text = "The rebels shelled the town. The army drove through it, thus denying it to the enemy."
    assert "denies" not in {claim.stance for claim in told(SYRIA + text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels said jets had bombed the market. The council said the mayor was a thief. The mayor rejected the claim.", None),
        (
            "The council accused the army of shelling the port. A priest said he was sad. The army denied the charges.",
            "shelling",
        ),
        (
            "Rebels said jets had bombed the market. A witness said that the sky was clear. The army denied the rebels' claim.",
            "airstrike",
        ),
        ("A jet hit the clinic on Monday, killing nine people. The army denied responsibility.", "kill"),
        ("Rebels said the mayor had been the target of the bombing. The army denied the claim.", None),
    ],
)
def test_a_denial_points_back_to_what_was_told_last(reading, text, kind) -> None:
    last = [claim for claim in reading(text).claims if claim.stance == "denies"][-1]
    assert (last.event.type if last.event else None) == kind


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("The army said it was not using force to retake the town.", "retake", "hypothetical"),
        ("The army said it did not shell the town.", "shell", "actual"),
    ],
)
def test_a_not_on_the_way_to_an_event_says_nothing_of_the_event(claim_on, text, words, modality) -> None:
    claim = claim_on(SYRIA + text, words)
    assert (claim.polarity, claim.event.modality) == ("negative", modality)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The army shelled the village. "This is wrong," the mayor said.', "wrong"),
        ('The army shelled the village. "He is full of lies," the mayor said.', "lies"),
        ("The mayor said the men were held under false pretences.", "false"),
    ],
)
def test_a_word_of_falsehood_that_is_said_of_no_telling_denies_nothing(claim_on, text, words) -> None:
    assert claim_on(SYRIA + text, words).stance != "denies"
