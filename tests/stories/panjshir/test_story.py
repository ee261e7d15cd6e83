"""The example reports of 2021 stand as was written down before the rules were run on them, and give the approved brief."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from counterclaim.flow import open_kit, read_with, view_of
from counterclaim.kit import Settings
from counterclaim.present.brief import text
from counterclaim.present.brief.model import build_brief
from counterclaim.read import read_paths
from counterclaim.records import Claim, Event, Standing, View

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[2] / "examples" / "panjshir-2021"
EXPECTED = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
APPROVED = HERE / "brief.txt"


@pytest.fixture(scope="module")
def view() -> View:
    kit = open_kit(Settings())
    documents = sorted(read_paths([str(EXAMPLE)], kit.settings, kit.knowledge), key=lambda document: document.uri)
    return view_of(list(read_with(documents, kit)), kit.settings)


def matches(event: Event, row: dict) -> bool:
    """Whether an event is the one that a row describes, by type, place and patient."""
    places = {event.place_name, event.place.name if event.place else None}
    patients = {party.name for role, parties in event.roles if role == "patient" for party in parties}
    if "place" in row and row["place"] not in places:
        return False
    return event.type == row["type"] and ("patient" not in row or row["patient"] in patients)


def chosen(view: View, row: dict) -> Event:
    """The event of a row: of several, the one with most claims."""
    found = [event for event in view.events if matches(event, row)]
    assert found, f"no event: {row['what']}"
    return max(found, key=lambda event: len(event.claims))


def standing_of(event: Event, row: dict) -> Standing:
    return next(one for one in event.standings if one.facet == row.get("facet", "occurrence"))


def claims_on(view: View, event: Event) -> Iterator[tuple[Claim, str]]:
    """The claims on an event with the days of their reports, a reprint's day being that of what it reprints."""
    first = {document: (origin.first_published or "")[:10] for origin in view.origins for document in origin.documents}
    for reading in view.readings:
        yield from ((claim, first[claim.document]) for claim in reading.claims if claim.id in event.claims)


def actual(view: View, row: dict, key: str) -> object:
    """What came out for one expectation of a row."""
    event = chosen(view, row)
    standing = standing_of(event, row)
    if key in ("support", "dispute", "label"):
        return getattr(standing, key)
    if key.endswith("_by"):
        return sorted(tally.name for tally in getattr(standing, key))
    if key == "figures":
        return {measure: sorted({one.best for one in event.figures if one.measure == measure}) for measure in row[key]}
    denied = key == "denied_days"
    return sorted({day for claim, day in claims_on(view, event) if (claim.stance == "denies") == denied})


CHECKED = ("support", "dispute", "label", "supported_by", "disputed_by", "admitted_by", "said_days", "denied_days", "figures")


def expectations() -> Iterator[object]:
    """Each expectation of each event as a case of its own."""
    for row in EXPECTED["events"]:
        for key in (key for key in CHECKED if key in row):
            yield pytest.param(row, key, id=f"{row['what']}: {key}")


@pytest.mark.parametrize(("row", "key"), list(expectations()))
def test_event_stands_as_expected(view: View, row: dict, key: str) -> None:
    found = actual(view, row, key)
    assert set(row[key]) <= set(found) if key.endswith("_days") else found == row[key]


@pytest.mark.parametrize("row", [row for row in EXPECTED["events"] if "dispute_not" in row], ids=lambda row: row["what"])
def test_event_is_not_disputed_in_this_way(view: View, row: dict) -> None:
    assert standing_of(chosen(view, row), row).dispute != row["dispute_not"]


@pytest.mark.parametrize("row", EXPECTED["origins"], ids=lambda row: row["what"])
def test_documents_of_one_origin(view: View, row: dict) -> None:
    names = {document.id: Path(document.uri).stem for document in view.documents}
    assert sorted(row["documents"]) in [sorted(names[one] for one in origin.documents) for origin in view.origins]


@pytest.mark.parametrize("row", EXPECTED["not_events"], ids=lambda row: row["why"])
def test_what_is_supposed_or_recalled_is_no_event(view: View, row: dict) -> None:
    used = {claim for event in view.events for claim in event.claims}
    told = [claim for reading in view.readings for claim in reading.claims if row["sentence"] in claim.sentence.text]
    assert told and not [claim for claim in told if claim.id in used]


def test_the_brief_is_the_approved_one(view: View) -> None:
    made = text.render(build_brief(view, limit=60), width=120)
    if os.environ.get("COUNTERCLAIM_APPROVE"):
        APPROVED.write_text(made, encoding="utf-8")
    assert made == APPROVED.read_text(encoding="utf-8")
