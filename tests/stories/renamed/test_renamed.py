"""The same report under other names, in another order and with other marks gives the same claims and standings."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from counterclaim.flow import view_of
from counterclaim.records import Claim, Reading

TABLES = yaml.safe_load(Path(__file__).with_name("tables.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2021-09-06"
MARKS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


@pytest.fixture(scope="module")
def seed(shared) -> str:
    return (shared / "gold" / "seed.txt").read_text(encoding="utf-8")


def renamed(text: str, table: dict) -> str:
    """The text with every name of the table in place of the one that it stands for."""
    names = table["names"]
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return pattern.sub(lambda found: names[found[0]], text).replace(PUBLISHED, table["published"])


def row(claim: Claim, table: dict | None) -> tuple[object, ...]:
    """What a claim says, its side and content under the names of the table."""
    side, content = claim.source.side, claim.content.text if claim.content else None
    if table is not None:
        side = table["canonical"].get(side, side)
        content = renamed(content, table) if content else None
    event = claim.event.type if claim.event else None
    voice = (claim.source.kind, side, content)
    return *voice, claim.stance, claim.modality, claim.polarity, claim.channel, event, len(claim.answers), len(claim.via)


def standings(reading: Reading, settings, table: dict | None) -> Counter:
    """How the events of a reading stand, sides under the names of the table."""
    found = Counter()
    for event in view_of([reading], settings).events:
        for standing in event.standings:
            sides = tuple(sorted(str(name_in(tally.side, table)) for tally in standing.supported_by))
            found[event.type, standing.facet, standing.support, standing.dispute, standing.label, sides] += 1
    return found


def name_in(side: str | None, table: dict | None) -> str | None:
    return table["canonical"].get(side, side) if table is not None else side


@pytest.mark.parametrize("conflict", sorted(TABLES))
def test_other_names_give_the_same_claims(reading, seed, conflict) -> None:
    table = TABLES[conflict]
    before, after = reading(seed, published=PUBLISHED), reading(renamed(seed, table), published=table["published"])
    assert [row(claim, None) for claim in after.claims] == [row(claim, table) for claim in before.claims]


@pytest.mark.parametrize("conflict", sorted(TABLES))
def test_other_names_give_the_same_standings(reading, seed, kit, conflict) -> None:
    table = TABLES[conflict]
    before, after = reading(seed, published=PUBLISHED), reading(renamed(seed, table), published=table["published"])
    assert standings(after, kit.settings, None) == standings(before, kit.settings, table)


def test_straight_marks_give_the_same_claims(reading, seed) -> None:
    before, after = reading(seed, published=PUBLISHED), reading(seed.translate(MARKS), published=PUBLISHED)
    unmarked = [tuple(str(part).translate(MARKS) for part in row(claim, None)) for claim in before.claims]
    assert [tuple(map(str, row(claim, None))) for claim in after.claims] == unmarked


def test_paragraphs_in_another_order_give_the_same_claims(reading, seed) -> None:
    parts = seed.split("\n\n")
    photo, conquest = (next(i for i, part in enumerate(parts) if word in part) for word in ("photo", "conquest"))
    parts[photo], parts[conquest] = parts[conquest], parts[photo]
    before, after = reading(seed, published=PUBLISHED), reading("\n\n".join(parts), published=PUBLISHED)
    assert Counter(row(claim, None) for claim in after.claims) == Counter(row(claim, None) for claim in before.claims)
