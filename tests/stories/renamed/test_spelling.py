"""British and American spelling give the same claims, in short reports and in the whole example corpus."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from counterclaim.flow import open_kit, read_with, view_of
from counterclaim.kit import Settings
from counterclaim.read import read_paths
from counterclaim.records import Claim, Event, Reading, Span

TABLE = yaml.safe_load(Path(__file__).with_name("spellings.yaml").read_text(encoding="utf-8"))
EXAMPLE = Path(__file__).parents[3] / "examples" / "panjshir-2021"
BRITISH = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(TABLE["words"], key=len, reverse=True))) + r")\b")


def american(text: str | None) -> str | None:
    """The text in American spelling."""
    return BRITISH.sub(lambda found: TABLE["words"][found[0]], text) if text else text


def words(span: Span | None) -> str | None:
    return american(span.text) if span else None


def row(claim: Claim) -> tuple[object, ...]:
    """What a claim says, its words in American spelling."""
    event = claim.event
    told = (
        (event.type, event.counts and event.counts[0].best, words(event.place.span) if event.place else None) if event else None
    )
    said = claim.said.value if claim.said else None
    spans = (words(claim.source.span), words(claim.cue), words(claim.content))
    return (
        *spans,
        claim.source.kind,
        american(claim.source.side),
        claim.stance,
        claim.modality,
        claim.polarity,
        claim.channel,
        said,
        told,
    )


@pytest.mark.parametrize("text", TABLE["reports"])
def test_a_report_in_either_spelling_gives_the_same_claims(reading, text) -> None:
    assert american(text) != text
    before, after = reading(text).claims, reading(american(text)).claims
    assert before
    assert [row(claim) for claim in after] == [row(claim) for claim in before]


def standing_rows(readings: list[Reading], settings: Settings) -> list[tuple[object, ...]]:
    """How the events of these readings stand."""
    events: tuple[Event, ...] = view_of(readings, settings).events
    return [(event.type, american(event.place_name), one.facet, one.label) for event in events for one in event.standings]


def test_the_example_reports_in_either_spelling_stand_the_same() -> None:
    kit = open_kit(Settings())
    documents = sorted(read_paths([str(EXAMPLE)], kit.settings, kit.knowledge), key=lambda document: document.uri)
    respelt = [replace(one, text=american(one.text) or "", title=american(one.title)) for one in documents]
    assert any(one.text != other.text for one, other in zip(documents, respelt, strict=True))
    before, after = list(read_with(documents, kit)), list(read_with(respelt, kit))
    assert [[row(claim) for claim in one.claims] for one in after] == [[row(claim) for claim in one.claims] for one in before]
    assert sorted(map(str, standing_rows(after, kit.settings))) == sorted(map(str, standing_rows(before, kit.settings)))
