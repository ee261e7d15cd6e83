"""Where mentions lie: names in, places out."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind", "geonames"),
    [
        ("The rebels entered the Pandjir in Afghanistan.", "Pandjir", "ADM1", 6957555),
        ("The Punjir valley of Afghanistan held out.", "Punjir", "ADM1", 6957555),
        ("Afghan fighters raised a flag in Basarak.", "Basarak", "PPL", 1429434),
        ("A minister arrived in Kabul, the Afghan capital.", "Kabul", "PPL", 1138958),
        ("Troops left Afghanistan.", "Afghanistan", "PCL", 1149361),
    ],
)
def test_a_name_gives_its_place_at_the_right_level(place, text: str, name: str, kind: str, geonames: int) -> None:
    (located,) = place(text, [name])
    assert located.place is not None
    assert (located.place.kind, located.place.geonames) == (kind, geonames)


def test_an_unknown_name_stays_unresolved_with_a_reason(place) -> None:
    (located,) = place("Shells fell on Xquzzlorp in Syria.", ["Xquzzlorp"])
    assert located.place is None
    assert located.probability is None
    assert "Xquzzlorp" in located.reason


def test_a_former_name_gives_the_place_with_the_day_of_renaming(place) -> None:
    (found, _) = place("Shells fell on Artemivsk in Ukraine.", ["Artemivsk", "Ukraine"])
    assert found.place.geonames == 713174
    assert "until 2016-02-04" in found.reason


def test_the_state_of_a_party_outweighs_the_town_where_the_report_was_written(reading) -> None:
    found = reading("ISLAMABAD, Sept 2 (Harbour Wire) - Taliban fighters entered Panjshir, a commander said.")
    named = {mention.id: mention.span.text for mention in found.mentions}
    (panjshir,) = [one for one in found.located if named[one.mention] == "Panjshir"]
    assert panjshir.place is not None and panjshir.place.country == "AF"
