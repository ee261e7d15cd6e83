"""Who is said to hold a place, on short reports."""

from __future__ import annotations

from counterclaim.flow import view_of


def seen(reading, kit, *texts: str):
    """The view of reports of these texts, of one day."""
    return view_of([reading(text, published="2021-09-06") for text in texts], kit.settings)


def test_a_claim_that_names_no_holder_speaks_of_the_one_whom_others_name(reading, kit) -> None:
    told = seen(
        reading, kit, "The Taliban captured Kunduz in Afghanistan on Sunday.", "Kunduz in Afghanistan was captured on Sunday."
    )
    assert {row.holder for row in told.control} == {"Taliban"}


def test_a_holder_without_a_name_is_told_in_its_own_words(reading, kit) -> None:
    told = seen(reading, kit, "Local militias captured Kunduz in Afghanistan on Sunday.")
    assert {row.holder for row in told.control} == {"Local militias"}


def test_one_place_has_one_name_however_it_is_spelled(reading, kit) -> None:
    told = seen(
        reading, kit,
        "The Taliban captured Panjshir in Afghanistan on Sunday. Panjshir fell silent.",
        "The Taliban hold the province of Pandschir in Afghanistan, a commander said.",
    )  # fmt: skip
    assert {event.place_name for event in told.events} == {"Panjshir"}


def test_those_who_fled_hold_nothing(reading, kit) -> None:
    told = seen(
        reading, kit, "The Taliban captured Kunduz in Afghanistan on Sunday. Its defenders had fled Kunduz, the Taliban said."
    )
    assert {row.holder for row in told.control} == {"Taliban"}
