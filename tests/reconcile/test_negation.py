"""A negative claim denies its event only where it says that the event was not."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.knowledge.load import load
from counterclaim.reconcile.lexicon import lexicon_of

FIRST = "The army shelled the village of Marafa in Syria on Sunday."


@pytest.mark.parametrize(
    ("second", "dispute"),
    [
        ("The video did not show when the shelling of Marafa in Syria took place on Sunday.", "none"),
        ("The shelling of Marafa in Syria on Sunday was not an isolated case, a doctor said.", "none"),
        ("It was not clear who had shelled the village of Marafa in Syria on Sunday, a doctor said.", "none"),
        ("The army did not necessarily shell the village of Marafa in Syria on Sunday, a doctor said.", "none"),
        ("The army did not shell the village of Marafa in Syria on Sunday, a doctor said.", "denied"),
    ],
)
def test_a_negative_claim_on_something_else_denies_no_event(reading, kit, second, dispute) -> None:
    events = view_of([reading(FIRST), reading(second)], kit.settings).events
    shelling = max((event for event in events if event.type == "shelling"), key=lambda event: len(event.claims))
    assert shelling.standings[0].dispute == dispute


def test_the_example_of_a_not_of_a_degree_is_found() -> None:
    knowledge = load(())
    example = knowledge.languages["en"].section("reconcile")["partly"]["example"]
    assert lexicon_of(knowledge, "en").partly.search(example)


@pytest.mark.parametrize("words", ["did not bomb the town", "never took part", "nothing was enough"])
def test_a_plain_not_is_no_not_of_a_degree(words) -> None:
    assert lexicon_of(load(()), "en").partly.search(words) is None
