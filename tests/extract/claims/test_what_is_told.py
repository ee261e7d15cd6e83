"""What is a claim and what is not: deeds, measures, scraps, links; and who is quoted by whom."""

from __future__ import annotations

import pytest

NOTHING_TOLD = [
    "The relief council has published the names of the missing.",
    "The governor concluded an agreement with the tribe.",
    "The army continued its operations against the rebels.",
]


@pytest.mark.parametrize("text", NOTHING_TOLD)
def test_a_deed_is_no_telling(told, text) -> None:
    assert told(text) == []


def test_what_a_finding_depends_on_does_not_tell_it(told) -> None:
    found = told("The monitor says it determines whose planes carried out raids according to type and flight patterns.")
    assert [claim.cue.text for claim in found] == ["says"]


def test_one_who_is_quoted_tells_alone(told) -> None:
    (claim,) = told("The agency quoted a police source as saying that the rebels had shelled the mill.")
    assert claim.source.span.text == "a police source"
    assert [party.name or party.span.text for party in claim.via] == ["The agency"]


def test_one_who_is_quoted_after_the_words_tells_them(told) -> None:
    (claim,) = told('"The rebels stormed the village at dawn and killed six men" the agency quoted a police source as saying.')
    assert claim.source.span.text == "a police source"
    assert claim.content.text.startswith("The rebels stormed the village")


def test_holding_somebody_responsible_accuses(claim_on) -> None:
    assert claim_on("The council held the army responsible for the shelling of the market.", "the army").stance == "accuses"


def test_renewing_a_call_demands(claim_on) -> None:
    assert claim_on("The council renewed its calls to lift the siege of the town.", "lift the siege").stance == "demands"


def test_calling_on_several_demands(claim_on) -> None:
    text = "The Golan Movement called on the European Union the United States and its friends to lift the siege of the town."
    assert claim_on(text, "lift the siege").stance == "demands"


INVERTED = [
    (
        "Nine people were killed in the raid on the town said the Golan Movement in a press release published on Monday.",
        "the Golan Movement",
    ),
    ("Nine fighters were also killed said council head Adam Noor who gave no names.", "council head Adam Noor"),
]


@pytest.mark.parametrize(("text", "source"), INVERTED)
def test_a_source_after_its_verb_in_a_text_without_commas(told, text, source) -> None:
    assert [claim.source.span.text for claim in told(text)] == [source]


def test_a_time_of_day_before_a_source_is_no_part_of_it(told) -> None:
    (claim,) = told("Thursday 2 September 2021 20:22 The Golan Movement urges the army to lift the siege of the town.")
    assert claim.source.span.text == "The Golan Movement"


def test_links_to_other_reports_are_not_told(reading) -> None:
    text = (
        "The rebels took the mill. Nothing else was known. The town was quiet. "
        "Related Turkey Detains Nine Suspects In Operation Ahead Of Vote Syrian Army Frees Villages Near Airbase"
    )
    assert not any("Detains" in claim.content.text for claim in reading(text).claims if claim.content)


def test_what_is_left_of_a_sentence_without_a_clause_is_no_claim(reading) -> None:
    claims = reading("An air strike on the camp killed nine fighters the monitor said in a new death toll Sunday.").claims
    assert [claim.source.kind for claim in claims] != [] and all(claim.source.kind != "narrator" for claim in claims)


def test_a_deed_that_was_left_undone_is_silence(told) -> None:
    (claim,) = told("The rebels did not respond to a request for comment.")
    assert claim.stance == "no_comment"


def test_a_telling_that_should_be_made_is_none(told) -> None:
    found = told("The president demanded that the council should condemn the raid.")
    assert [claim.source.span.text for claim in found] == ["The president"]


def test_what_is_said_not_to_be_there_is_negative(claim_on) -> None:
    assert claim_on("There were no rebels in the area, the mayor said.", "no rebels").polarity == "negative"


def test_it_is_nobody_whom_its_own_words_name_first(told) -> None:
    text = (
        "The Golan Monitor said nine people were killed in the town. "
        '"Russian aircraft carried out four raids at dawn on a clinic in the town" it said.'
    )
    assert [claim.source.name for claim in told(text)] == ["Golan Monitor", "Golan Monitor"]


def test_a_term_in_quotation_marks_carries_no_telling_on(told) -> None:
    text = 'Nine people were killed, the mayor said. The town is one of several "safe" zones which the army attacks.'
    assert len(told(text)) == 1


def test_the_speaker_cites_and_not_who_is_spoken_of(told) -> None:
    text = (
        "The Golan Council said that the army hits villagers in the valley citing the death of nine villagers in an air strike."
    )
    assert {claim.source.span.text for claim in told(text)} == {"The Golan Council"}


def test_a_deed_that_tells_of_nothing_said_is_the_narrators(reading) -> None:
    (claim,) = reading("After concluding an agreement with the tribe the governor left the town.").claims
    assert (claim.source.kind, claim.event.type) == ("narrator", "agreement")
