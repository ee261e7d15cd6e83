"""Who acts and where, as wire reports put it: clefts, places attacked, places before a colon, a siege that names an era."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def event_in(reading):
    """A function: text in, the event of its first claim out."""
    return lambda text: reading(text).claims[0].event


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("It was Russia that shelled the bus station in Kramatorsk.", "Russia"),
        ("It was the army who bombed the school.", "the army"),
        ("Syrian government shelling killed five people in Idlib on Monday.", "Syrian government"),
    ],
)
def test_who_did_it(event_in, text, agent) -> None:
    assert dict(event_in(text).roles)["agent"][0].span.text.startswith(agent)


def test_shelling_that_kills_is_told_with_its_means(event_in) -> None:
    assert event_in("Syrian government shelling killed five people in Idlib.").type in ("shelling", "kill")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Militants attacked Djibo late on Sunday, killing three soldiers.", "Djibo"),
        ("The siege of Mariupol lasted nearly three months.", "Mariupol"),
        ("Gaza: Israeli strike kills 12", "Gaza"),
    ],
)
def test_where_it_was(event_in, text, place) -> None:
    assert event_in(text).place.name == place
