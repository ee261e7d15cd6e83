from __future__ import annotations

import pytest

from counterclaim.extract.attribution import find_attributions

TITLES = [
    "Nine villagers killed in northern raid Monitor",
    "Nine villagers killed in northern raid - monitor",
    "Nine villagers killed in northern raid: UN",
]


@pytest.mark.parametrize("title", TITLES)
def test_who_closes_a_title_says_it(annotated, kit, title) -> None:
    found = find_attributions(annotated(f"{title}\n\nShells hit the town at noon.", title=title), kit)
    assert [(part.source.text.casefold(), part.content.text) for part in found] == [
        (title.split()[-1].casefold(), "Nine villagers killed in northern raid")
    ]


def test_a_title_that_only_ends_with_a_noun_is_said_by_nobody(annotated, kit) -> None:
    title = "Nine killed in raid on army"
    assert not find_attributions(annotated(f"{title}\n\nShells hit the town at noon.", title=title), kit)


def test_an_act_claimed_in_passing_is_the_claimers(reading) -> None:
    text = "Two people died near the barracks in an attack claimed by the Islamic State group in Syria."
    claims = reading(text).claims
    owned = [claim for claim in claims if claim.stance == "claims_responsibility"]
    assert [(claim.source.span.text, claim.content.text) for claim in owned] == [
        ("the Islamic State group in Syria", "Two people died near the barracks")
    ]
    assert any(claim.source.kind == "narrator" for claim in claims)


def test_a_kind_of_speaker_that_closes_a_title_is_the_one_named_below(reading) -> None:
    title = "Nine villagers killed in northern raid Monitor"
    text = f"{title}\n\nA raid killed nine people in Syria the Syrian Observatory for Human Rights said."
    (claim,) = [claim for claim in reading(text, title=title).claims if claim.cue is None]
    assert claim.source.side == "Syrian Observatory for Human Rights"
