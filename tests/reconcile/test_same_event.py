"""Which reports of different days tell of one attack: shared details outweigh a day, likeness alone does not."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.kit import Settings
from counterclaim.records import View

DEED = (
    "A gunman shot and killed Karim Daudzai, 23, on Saturday in the 500 block of Harbour Street in Kunduz, police said. "
    "His sister Salma Daudzai, 19, was wounded in the shooting."
)
COURT = (
    "The gunman who shot and killed Karim Daudzai, 23, in the 500 block of Harbour Street in Kunduz was killed on Thursday. "
    "Salma Daudzai, 19, his sister, was wounded in the shooting."
)
OTHER = (
    "A gunman shot and killed Omar Rahmani, 41, on Thursday in the 200 block of Mill Road in Kunduz, police said. "
    "His brother Jamil Rahmani, 36, was wounded in the shooting."
)


@pytest.fixture(scope="module")
def shootings(reading):
    """A function: second report in, the view of it beside the first, five days before."""

    def run(second: str) -> View:
        return view_of([reading(DEED, published="2021-09-04"), reading(second, published="2021-09-09")], Settings())

    return run


def shared(view: View) -> int:
    """How many events two documents tell of."""
    return sum(len(event.documents) > 1 for event in view.events)


def test_the_same_victims_and_block_outweigh_another_day(shootings):
    view = shootings(COURT)
    assert shared(view) == 1
    assert any("outweighed by shared details" in link.reason for link in view.links if link.kind == "same_event")


def test_other_victims_in_another_street_are_another_shooting(shootings):
    assert shared(shootings(OTHER)) == 0
