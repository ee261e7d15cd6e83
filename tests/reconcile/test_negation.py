"""A negative claim denies its event only where it says that the event was not."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of

FIRST = "The army shelled the village of Marafa in Syria on Sunday."


@pytest.mark.parametrize(
    ("second", "dispute"),
    [
        ("The video did not show when the shelling of Marafa in Syria took place on Sunday.", "none"),
        ("The shelling of Marafa in Syria on Sunday was not an isolated case, a doctor said.", "none"),
        ("The army did not shell the village of Marafa in Syria on Sunday, a doctor said.", "denied"),
    ],
)
def test_a_negative_claim_on_something_else_denies_no_event(reading, kit, second, dispute) -> None:
    events = view_of([reading(FIRST), reading(second)], kit.settings).events
    shelling = max((event for event in events if event.type == "shelling"), key=lambda event: len(event.claims))
    assert shelling.standings[0].dispute == dispute
