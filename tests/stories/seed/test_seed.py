"""The five events of the seed report stand as its gold says, and what it only supposes or recalls supports none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.flow import view_of
from counterclaim.records import Claim, Event, View


@pytest.fixture(scope="module")
def view(shared: Path, reading, kit) -> View:
    return view_of([reading((shared / "gold" / "seed.txt").read_text(encoding="utf-8"))], kit.settings)


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict:
    return json.loads((shared / "gold" / "seed.gold.json").read_text(encoding="utf-8"))


def named(party) -> str:
    return (party.name or (party.span.text if party.span else "")).casefold()


def found(view: View, *kinds: str, patient: str = "", place: str = "", day: str | None = None) -> Event:
    """The only event of these types, with this patient, place and day."""
    events = [
        event
        for event in view.events
        if event.type in kinds
        and (not patient or any(patient in named(party) for role, who in event.roles if role == "patient" for party in who))
        and (not place or (event.place is not None and event.place.id == place))
        and (day is None or (event.when is not None and event.when.earliest == day))
    ]
    assert len(events) == 1, [event.title for event in events]
    return events[0]


def claims_of(view: View, event: Event) -> Iterator[Claim]:
    return (claim for reading in view.readings for claim in reading.claims if claim.id in event.claims)


def stands(event: Event) -> tuple[str, str, str, set[str], set[str]]:
    first = event.standings[0]
    sides = ({tally.name for tally in tallies} for tallies in (first.supported_by, first.disputed_by))
    return first.support, first.dispute, first.label, *sides


def panjshir_of(view: View) -> str:
    return next(one.place.id for reading in view.readings for one in reading.located if one.place and one.place.kind == "ADM1")


def test_capture_is_contested_in_one_event_that_holds_all_claims_on_it(view: View) -> None:
    event = found(view, "capture", place=panjshir_of(view))
    assert stands(event) == ("claimed", "denied", "contested", {"Taliban"}, {"National Resistance Front"})
    sentences = [claim.sentence.text for claim in claims_of(view, event)]
    for start in ("Islamist Taliban militants say", "This was announced", "A second NRF spokesperson"):
        assert any(start in sentence for sentence in sentences), start


def test_silence_of_the_resistance_on_the_capture_is_noted(view: View) -> None:
    event = found(view, "capture")
    sentences = [claim.sentence.text for claim in claims_of(view, event) if claim.stance == "no_comment"]
    assert len(sentences) == 1 and sentences[0].startswith("There was initially")


def test_death_of_the_spokesman_is_admitted_by_his_own_side(view: View) -> None:
    event = found(view, "kill", patient="dashti")
    assert stands(event) == ("admitted", "none", "admitted", {"National Resistance Front"}, set())


def test_attack_on_the_checkpoints_is_the_claim_of_the_resistance(view: View) -> None:
    event = found(view, "attack", patient="checkpoints", day="2021-08-31")
    assert stands(event) == ("claimed", "none", "claimed", {"National Resistance Front"}, set())


def test_fighting_is_told_in_the_voice_of_the_report(view: View) -> None:
    told = [event for event in view.events if event.type == "clash" and event.when and event.when.earliest == "2021-08-31"]
    assert ("reported", "none", "reported", {"narrator"}, set()) in [stands(event) for event in told]


def test_presence_in_the_provincial_centre_is_claimed_with_a_photo(view: View) -> None:
    event = found(view, "presence")
    assert event.place is not None and event.place.kind == "PPL"
    assert stands(event) == ("claimed", "none", "claimed", {"Taliban"}, set())
    assert all(claim.evidence for claim in claims_of(view, event))


def test_what_is_supposed_or_recalled_supports_no_event(view: View, gold: dict) -> None:
    used = {claim for event in view.events for claim in event.claims}
    claims = [claim for reading in view.readings for claim in reading.claims if claim.id in used]
    for row in gold["not_events"]:
        assert not [claim for claim in claims if row["sentence"][:40] in claim.sentence.text], row["why"]
