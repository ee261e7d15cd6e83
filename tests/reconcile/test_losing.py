"""Who takes a place and who loses it tell of one change of hands: the loser's own word concedes the taker's claim."""

from __future__ import annotations

import pytest

from counterclaim.flow import view_of
from counterclaim.kit import Settings

TAKEN = "Russia's defence ministry said on Monday that its forces had captured Vuhledar."


def seen(reading, *texts: str):
    """The view of these reports, one a day."""
    return view_of([reading(text, published=f"2024-10-0{day}") for day, text in enumerate(texts, 1)], Settings())


@pytest.mark.parametrize(
    ("told", "documents", "label"),
    [
        ("Ukraine's military said on Tuesday that its troops had withdrawn from Vuhledar.", 2, "admitted"),
        ("Ukraine's military admitted on Tuesday that it had pulled out of Vuhledar.", 2, "admitted"),
        ("Ukraine's military said on Tuesday that it had lost Vuhledar.", 2, "admitted"),
        ("Ukraine's military said on Tuesday that its troops had withdrawn from Toretsk.", 1, "claimed"),
        ("Russia's defence ministry said on Tuesday that its troops had withdrawn from Vuhledar.", 1, "claimed"),
    ],
)
def test_only_who_loses_the_place_itself_concedes_that_it_was_taken(reading, told, documents, label):
    view = seen(reading, TAKEN, told)
    (event,) = [event for event in view.events if event.type == "capture"]
    assert len(event.documents) == documents and event.standings[0].label == label


def test_a_base_in_a_town_is_not_the_town(reading):
    text = (
        "The army withdrew from El Fasher in Sudan on Sunday. The RSF said it had captured the army's base there. "
        "The army denied that El Fasher had fallen."
    )
    base = [event for event in seen(reading, text).events if event.place_name != "El Fasher"]
    assert [event.standings[0].label for event in base] == ["claimed"]


def test_fighters_of_no_known_side_are_a_party_to_what_they_did(reading):
    text = "Hill rebels said on Saturday they had killed dozens of soldiers near Tinzaouaten in Mali."
    (event,) = seen(reading, text).events
    assert event.standings[0].label == "claimed" and event.title.endswith("by Hill rebels")
