"""Where mentions lie: names in, places out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Located, Mention
from counterclaim.resolve.places import locate
from counterclaim.syntax import span_of


def place(kit: Kit, text: str, names: Sequence[str]) -> list[Located]:
    """Where these names lie in a text, each by its first occurrence."""
    document = make_document(text, uri="test.txt", published="2021-09-06")
    mentions = []
    for index, name in enumerate(names):
        start = text.index(name)
        span = span_of(document, start, start + len(name))
        mentions.append(Mention(id=str(index), span=span, kind="place", form="name", head=-1, chain=str(index), name=name))
    annotated = Annotated(document=document, tokens=(), sentences=(), names=(), tagger="none", mentions=tuple(mentions))
    return list(locate(annotated, kit))


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
def test_a_name_gives_its_place_at_the_right_level(kit: Kit, text: str, name: str, kind: str, geonames: int) -> None:
    (located,) = place(kit, text, [name])
    assert located.place is not None
    assert (located.place.kind, located.place.geonames) == (kind, geonames)


def test_an_unknown_name_stays_unresolved_with_a_reason(kit: Kit) -> None:
    (located,) = place(kit, "Shells fell on Xquzzlorp in Syria.", ["Xquzzlorp"])
    assert located.place is None
    assert located.probability is None
    assert "Xquzzlorp" in located.reason
