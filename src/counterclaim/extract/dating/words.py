"""The words that tell how an expression bounds an event, compiled once a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from counterclaim.kit import Kit
from counterclaim.knowledge.load import load

# the classes of cues whose own time is that of a saying
SAYING = frozenset(
    ["say", "claim", "confirm", "concede", "deny", "reject", "warn", "accuse", "claim_responsibility", "relay", "estimate",
     "predict", "threaten", "promise", "demand", "offer"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas of reporting verbs, words that bound, words that join the ends of a range, determiners, helping verbs."""

    reporting: frozenset[str]
    bounds: Mapping[str, str]
    range_openers: frozenset[str]
    range_joints: frozenset[str]
    definite: frozenset[str]
    perfect: frozenset[str]
    future: frozenset[str]
    infinitive: frozenset[str]
    coming: frozenset[str]


def words_for(kit: Kit) -> Words:
    """The words of a kit's language."""
    return compiled(kit.settings.folders, kit.settings.language)


@cache
def compiled(folders: tuple[Path, ...], language: str) -> Words:
    """The words of a language."""
    found = load(folders).languages[language]
    section, verbs = found.section("timing"), found.section("cues").get("verbs", {})
    return Words(
        reporting=frozenset(lemma for lemma, entry in verbs.items() if entry.get("class") in SAYING)
        | frozenset(section.get("publishing", ())),
        bounds=MappingProxyType(dict(section.get("bounds", {}))),
        range_openers=frozenset(section.get("range_openers", ())),
        range_joints=frozenset(section.get("range_joints", ())),
        definite=frozenset(section.get("definite", ())),
        perfect=frozenset(section.get("perfect", ())),
        future=frozenset(section.get("future", ())),
        infinitive=frozenset(section.get("infinitive", ())),
        coming=frozenset(section.get("coming", ())),
    )
