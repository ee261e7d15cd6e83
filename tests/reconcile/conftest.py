"""Hand-made readings: a report with claims on events, without any text being read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.engines import one
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.reconcile.view import reconcile
from counterclaim.records import (
    Claim,
    Count,
    Document,
    EventMention,
    Located,
    Party,
    Place,
    Reading,
    Span,
    View,
    When,
    content_id,
)


def spot(name: str, at: tuple[float, float], radius: float, *parents: str, kind: str = "PPL") -> Place:
    return Place(
        id=f"g {name}", name=name, kind=kind, country="AF", latitude=at[0], longitude=at[1], radius_km=radius, parents=parents
    )  # type: ignore[arg-type]  # fmt: skip


PLACES = {
    "Panjshir": spot("Panjshir", (35.3, 69.5), 78, "af", kind="ADM1"),
    "Bazarak": spot("Bazarak", (35.31, 69.51), 4, "g Panjshir", "af"),
    "Kabul": spot("Kabul", (34.5, 69.2), 15, "af"),
    "Kunduz": spot("Kunduz", (36.7, 68.9), 8, "af"),
}


def party(name: str | None, kind: str = "group", side: str | None = None) -> Party:
    return Party(span=None, kind=kind, name=name, side=side)  # type: ignore[arg-type]


def day_when(day: str | None) -> When | None:
    if day is None:
        return None
    span = Span(document="", start=0, end=1, text=day)
    return When(id=day, span=span, timex_type="DATE", value=day, earliest=day, latest=day, precision="day", rule="told")


def claim(
    document: str,
    index: int,
    *,
    by: Party,
    kind: str = "attack",
    stance: str = "asserts",
    place: str | None = None,
    agent: Party | None = None,
    patient: Party | None = None,
    day: str | None = None,
    killed: int | None = None,
    modality: str = "actual",
    polarity: str = "positive",
    facet: str | None = None,
    historical: bool = False,
) -> Claim:
    start = 100 * index
    words = Span(document=document, start=start, end=start + 10, text=f"words {index}")
    roles = tuple((role, (who,)) for role, who in (("agent", agent), ("patient", patient)) if who is not None)
    event = EventMention(
        id=content_id("event", document, index),
        document=document,
        span=words,
        trigger=words,
        type=kind,  # type: ignore[arg-type]
        roles=roles,
        place=Party(span=None, kind="place", name=place, mention=f"{document} {place}") if place else None,
        when=day_when(day),
        counts=(Count(measure="killed", low=killed, best=killed, high=killed),) if killed is not None else (),
        historical=historical,
    )
    return Claim(
        id=content_id("claim", document, index, stance, by.name),
        document=document,
        attribution=None,
        sentence=words,
        source=by,
        stance=stance,  # type: ignore[arg-type]
        modality=modality,  # type: ignore[arg-type]
        polarity=polarity,  # type: ignore[arg-type]
        event=None if kind == "none" else event,
        facet=facet,  # type: ignore[arg-type]
    )


def report(
    name: str, *claims: dict[str, object], published: str | None = "2021-09-06", text: str | None = None, **known: object
) -> Reading:
    document = Document(
        id=name,
        uri=f"{name}.txt",
        text=text or f"{name} tells of things that no other paper has, in its own {name} words and at {name} length",
        text_hash=name,
        source_hash=name,
        published=published,
        publisher=known.pop("publisher", f"{name} Gazette"),  # type: ignore[arg-type]
        **known,  # type: ignore[arg-type]
    )
    made = tuple(claim(name, index + 1, **parts) for index, parts in enumerate(claims))  # type: ignore[arg-type]
    located = tuple(
        Located(mention=f"{name} {place}", place=found, probability=1.0, rule="made", reason="made")
        for place, found in PLACES.items()
    )
    return Reading(document=document, claims=made, located=located)


@pytest.fixture(scope="session")
def made() -> Callable[..., Reading]:
    """A function: name, claims as keywords, and what is known of a document in; its reading out."""
    return report


@pytest.fixture(scope="session")
def who() -> Callable[..., Party]:
    """A function: name, kind and side in; a party out."""
    return party


@pytest.fixture(scope="session")
def view() -> Callable[..., View]:
    """A function: readings in, what they say together out."""

    def run(*readings: Reading, **options: object) -> View:
        return reconcile(readings, (), (), one, Settings(), knowledge=load(), **options)  # type: ignore[arg-type]

    return run
