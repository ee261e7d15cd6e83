"""What a document says of where it is set: states and divisions that it names anywhere, its publisher, its dateline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from counterclaim.contracts import Gazetteer
from counterclaim.knowledge.entries import Outlet
from counterclaim.records import Document, Place
from counterclaim.resolve.place_words import PlaceWords

CAPITALISED = re.compile(r"[A-Z][\w’'.-]*(?:[ \n](?:of[ ])?[A-Z][\w’'.-]*)*")
LONGEST = 3
LONGEST_TEXT = 50_000
HOST = re.compile(r"https?://([^/:]+)")


Weighed = list[tuple[str, list[tuple[str, float]]]]


@dataclass(slots=True, kw_only=True)
class Cues:
    """Where a document is set, by its words: how often each surface names each state or division, and its publisher's state."""

    states: dict[str, Counter[str]] = field(default_factory=dict)
    divisions: dict[str, Counter[str]] = field(default_factory=dict)
    publisher: str | None = None
    worked_out: tuple[Weighed, Weighed] | None = None

    def weights(self) -> tuple[Weighed, Weighed]:
        """How much each surface speaks for each state and each division, worked out once for all that was added."""
        if self.worked_out is None:
            self.worked_out = weighed(self.states), weighed(self.divisions)
        return self.worked_out

    def add(self, surface: str, place: Place, weight: float) -> None:
        """Counts one naming of a state or of a place in it."""
        self.worked_out = None
        if place.country:
            self.states.setdefault(surface, Counter())[place.country] += weight  # type: ignore[assignment]
        if place.kind == "ADM1":
            self.divisions.setdefault(surface, Counter())[place.id] += weight  # type: ignore[assignment]


def weighed(counts: Mapping[str, Mapping[str, float]]) -> Weighed:
    """Each surface with the weight of each place that it names, which grows less and less with how often it stands there."""
    return [(surface, [(place, log(1 + count)) for place, count in places.items()]) for surface, places in counts.items()]


def cues_of(document: Document, words: PlaceWords, gazetteer: Gazetteer, outlets: Mapping[str, Outlet]) -> Cues:
    """The cues of a document: every capitalised stretch that names a state, a division or its people."""
    cues = Cues(publisher=publisher_country(document, outlets))
    for phrase in phrases(document.text[:LONGEST_TEXT]):
        for place, weight in named(phrase, words, gazetteer):
            cues.add(phrase, place, weight)
    return cues


def phrases(text: str) -> Iterator[str]:
    """Every stretch of one to three capitalised words."""
    for run in CAPITALISED.findall(text):
        parts = run.split()
        for start in range(len(parts)):
            for end in range(start + 1, min(start + LONGEST, len(parts)) + 1):
                yield " ".join(parts[start:end])


def named(phrase: str, words: PlaceWords, gazetteer: Gazetteer) -> Iterator[tuple[Place, float]]:
    """The states and divisions that a phrase names, with the weight of each."""
    bare = phrase.rstrip(".") if phrase not in words.fixed else phrase
    key = words.fixed.get(bare) or words.demonyms.get(bare)
    if key:
        yield from ((place, 1.0) for place in gazetteer.exact(key)[:1])
        return
    if len(bare) < 4:
        return
    places = [place for place in gazetteer.exact(bare) if place.kind in ("PCL", "ADM1")]
    states = [place for place in places if place.kind == "PCL"]
    if states:
        yield states[0], 1.0
    yield from ((place, 0.5 / len(places)) for place in places if place.kind == "ADM1")


def publisher_country(document: Document, outlets: Mapping[str, Outlet]) -> str | None:
    """The state of a document's publisher: as its outlet's entry says, else by the ending of its address."""
    if document.publisher:
        wanted = document.publisher.casefold()
        for outlet in outlets.values():
            if wanted in {outlet.name.casefold(), *(alias.casefold() for alias in outlet.aliases)}:
                return outlet.country
    host = HOST.match(document.url or document.uri)
    ending = host.group(1).rsplit(".", 1)[-1].upper() if host else ""
    return {"UK": "GB"}.get(ending, ending) if len(ending) == 2 else None
