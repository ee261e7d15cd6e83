"""An answer that a noun after a comma leads to is told on its own, by who answers."""

from __future__ import annotations

import pytest

from counterclaim.extract.attribution import find_attributions


@pytest.fixture
def told(annotated, kit):
    """A function: a text in, the cue class, source, cue and content of each attribution out."""

    def run(text: str) -> list[tuple[str, str, str, str]]:
        return [
            (one.cue_class, *(part.text if part else "" for part in (one.source, one.cue, one.content)))
            for one in find_attributions(annotated(text), kit)
        ]

    return run


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The rebels said they had seized the base, a claim the army denied.", ("deny", "the army", "denied", "a claim")),
        ("The mayor said ten men died, a figure disputed by the army.", ("deny", "the army", "disputed by", "a figure")),
        ("The rebels said they held the town, an assertion that the ministry dismissed.",
         ("reject", "the ministry", "dismissed", "an assertion")),
        ("Monitors say the army backs the rebels, allegations Kigali has repeatedly denied.",
         ("deny", "Kigali", "has repeatedly denied", "allegations")),
        ("The group said it shot down the jet, something the ministry confirmed.",
         ("confirm", "the ministry", "confirmed", "something")),
    ],
)  # fmt: skip
def test_an_answer_is_an_attribution_beside_what_it_answers(told, text, answer):
    found = told(text)
    assert found[-1] == answer
    assert answer[3] not in found[0][3]


def test_a_claim_named_before_no_answer_is_left_in_its_sentence(told):
    found = told("The rebels said they had seized the base, a claim to the whole valley.")
    assert found[0][3].endswith("a claim to the whole valley")


def test_the_answer_denies_the_event_that_was_told(reading):
    page = reading("The rebels said they had seized the base, a claim the army denied.")
    assert [(claim.stance, claim.event.type) for claim in page.claims if claim.event] == [
        ("asserts", "capture"),
        ("denies", "capture"),
    ]


def test_what_another_says_after_a_semicolon_is_not_what_the_first_said(told):
    found = told("The spokesman said Rwandan troops had crossed the border; Rwanda has repeatedly denied backing the rebels.")
    assert next(one[3] for one in found) == "Rwandan troops had crossed the border"


def test_whom_a_deed_is_attributed_to_is_no_speaker(told):
    found = told("The monitor reported that nine fighters died in strikes on the port attributed to Israel.")
    assert [one[1] for one in found] == ["The monitor"]


def test_an_accusation_of_another_deed_is_not_of_the_one_told_before(reading):
    page = reading(
        "The army said its troops had left the town. Rebels accused it of using people as shields, a charge it denied."
    )
    assert [claim.event.type if claim.event else None for claim in page.claims] == ["withdraw", None, None]
