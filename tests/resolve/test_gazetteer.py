"""The gazetteer of the installed packages: exact and folded names, levels, ids."""

from __future__ import annotations

import pytest

from counterclaim.kit import Kit


@pytest.mark.parametrize(
    ("name", "kind", "geonames"),
    [("Panjshir", "ADM1", 6957555), ("Bazarak", "PPL", 1429434), ("Kabul", "PPL", 1138958), ("Afghanistan", "PCL", 1149361)],
)
def test_a_known_name_gives_its_entry(kit: Kit, name: str, kind: str, geonames: int) -> None:
    assert (kind, geonames) in {(place.kind, place.geonames) for place in kit.gazetteer.exact(name)}


@pytest.mark.parametrize("name", ["Pandjir", "Punjir", "Panjsher"])
def test_a_misspelt_name_gives_the_place_it_sounds_like(kit: Kit, name: str) -> None:
    assert kit.gazetteer.exact(name) == ()
    place, score = kit.gazetteer.folded(name, ["AF"])[0]
    assert place.geonames == 6957555
    assert score >= 0.9


def test_a_place_knows_its_parents(kit: Kit) -> None:
    place = kit.gazetteer.get("gn:1429434")
    assert place is not None
    assert place.parents == ("gn:7054337", "gn:6957555", "gn:1149361")


def test_an_unknown_id_gives_nothing(kit: Kit) -> None:
    assert kit.gazetteer.get("gn:1") is None
    assert kit.gazetteer.get("nowhere") is None
