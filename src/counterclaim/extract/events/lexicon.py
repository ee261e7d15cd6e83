"""The triggers, classes and links of the knowledge files, compiled for look-up by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.entries import EventKind
from counterclaim.knowledge.load import listed, load
from counterclaim.records import EVENT_TYPES, EventType, Measure

PARTS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
PLAIN = {
    "words", "example", "examples", "rank", "type", "retype", "agent", "patient", "place", "needs", "particle",
    "particle_of", "complement", "adverb", "form", "antecedent", "unless", "only", "bare", "but",
}  # fmt: skip
DEFAULTS = {
    "verb": {"agent": "subject", "patient": "object"},
    "noun": {"agent": "by|possessive|modifier", "patient": "of|on|against"},
    "adjective": {"agent": "none", "patient": "subject|modified"},
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to say that an event of a type happened: the word, where its roles stand, what must hold.

    `unless` names what must not stand there, `only` the classes of what stands at a place if anything does; a `bare` noun has
    no determiner. An idiom has the same shape and tells of no event.
    """

    type: EventType
    part: str
    word: str
    before: tuple[str, ...]
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    conditions: tuple[tuple[str, tuple[str, ...]], ...]
    unless: tuple[tuple[str, tuple[str, ...]], ...]
    only: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[str, ...]
    particle: tuple[str, ...]
    complement: tuple[str, ...]
    adverb: tuple[str, ...]
    form: str | None
    weak: bool
    retype: bool
    antecedent: bool
    bare: bool
    example: str

    @property
    def weight(self) -> int:
        """How much it asks for; the trigger that asks most wins where several fit."""
        extras = (self.needs, self.particle, self.complement, self.adverb, self.form)
        asked = 2 * len(self.conditions) + 3 * len(self.before) + sum(2 for extra in extras if extra)
        return asked - 3 * self.weak


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that finding events looks up, by lemma."""

    triggers: Mapping[str, tuple[Trigger, ...]]
    idioms: Mapping[str, tuple[Trigger, ...]]
    classes: Mapping[str, frozenset[str]]
    measures: Mapping[str, Measure]
    families: Mapping[str, str]
    light: Mapping[str, frozenset[str]]
    means: tuple[tuple[EventType, str, frozenset[str]], ...]
    places: frozenset[str]
    places_strong: frozenset[str]
    causes: frozenset[str]
    links: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, Any]
    status: Mapping[str, Any]

    def belongs(self, lemma: str, name: str) -> bool:
        """Whether a lemma is of this class, or is the literal word of "=word"."""
        return lemma == name[1:] if name.startswith("=") else lemma in self.classes.get(name, ())


@cache
def lexicon_of(folders: tuple[Path, ...], language: str) -> Lexicon:
    """The lexicon of a language from the shipped knowledge and that of plug-in folders, compiled once."""
    knowledge = load(folders)
    sections = knowledge.languages[language].sections
    found: dict[str, list[Trigger]] = {}
    for kind in knowledge.events.values():
        for trigger in triggers_of(kind, language):
            found.setdefault(trigger.word, []).append(trigger)
    return Lexicon(
        triggers={word: tuple(sorted(group, key=lambda trigger: -trigger.weight)) for word, group in found.items()},
        idioms=idioms_of(knowledge.events["other"], sections.get("event_idioms", ())),
        classes={name: frozenset(words.split()) for name, words in sections.get("event_classes", {}).items()},
        measures={name: kind.data["measure"] for name, kind in knowledge.events.items() if "measure" in kind.data},
        families={name: str(kind.data.get("family", "other")) for name, kind in knowledge.events.items()},
        light={name: frozenset(words) for name, words in sections.get("light_verbs", {}).items()},
        means=tuple(
            (name, str(entry["class"]), frozenset(entry["words"])) for name, entry in sections.get("means", {}).items()
        ),
        places=frozenset(sections.get("place_prepositions", ())),
        places_strong=frozenset(sections.get("place_prepositions_strong", ())),
        causes=frozenset(sections.get("causes", ())),
        links={name: tuple(words) for name, words in sections.get("event_links", {}).items()},
        counts=sections.get("counts", {}),
        status=sections.get("event_status", {}),
    )


def idioms_of(kind: EventKind, entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Trigger, ...]]:
    """The idioms of a language by the word that looks like a trigger; they hold of a word of any part of speech."""
    found: dict[str, list[Trigger]] = {}
    for entry in entries:
        for phrase in entry["words"]:
            idiom = trigger_of(kind, "noun", str(phrase), entry)
            found.setdefault(idiom.word, []).append(idiom)
    return {word: tuple(group) for word, group in found.items()}


def triggers_of(kind: EventKind, language: str) -> Iterator[Trigger]:
    """The triggers of an event type in a language."""
    for section, part in PARTS.items():
        for entry in (kind.data.get("triggers") or {}).get(language, {}).get(section) or ():
            for phrase in entry["words"]:
                yield trigger_of(kind, part, str(phrase), entry)


def trigger_of(kind: EventKind, part: str, phrase: str, entry: Mapping[str, Any]) -> Trigger:
    """One trigger of an entry; raises `KnowledgeError` where its type is not an event type."""
    name = entry.get("type", kind.name)
    if name != kind.name and name not in EVENT_TYPES:
        known = ", ".join((kind.name, *EVENT_TYPES))
        raise KnowledgeError(f"{kind.file}: {phrase!r} has type {name!r}; it must be one of: {known}")
    *before, word = phrase.split()
    slots = {**DEFAULTS[part], **{role: entry[role] for role in ("agent", "patient", "place") if role in entry}}
    particle = (entry.get("particle_of") or {}).get(phrase, entry.get("particle"))
    return Trigger(
        type=str(name),
        part=part,
        word=word,
        before=tuple(before),
        slots=tuple((role, tuple(str(value).split("|"))) for role, value in slots.items()),
        conditions=tuple((key, listed(value)) for key, value in entry.items() if key not in PLAIN),
        unless=tuple((key, listed(value)) for key, value in entry.get("unless", {}).items()),
        only=tuple((key, listed(value)) for key, value in entry.get("only", {}).items()),
        needs=listed(entry.get("needs")),
        particle=listed(particle),
        complement=listed(entry.get("complement")),
        adverb=tuple(word.lstrip("=") for word in listed(entry.get("adverb"))),
        form=(entry.get("form") or {}).get(phrase),
        weak=entry.get("rank") == "weak",
        retype=bool(entry.get("retype")),
        antecedent=bool(entry.get("antecedent")),
        bare=bool(entry.get("bare")),
        example=str(entry.get("example", "")),
    )
