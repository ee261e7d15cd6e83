"""The words that may tell of an event, in all their forms, with what each asks for: compiled from the knowledge on events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge.entries import Group
from counterclaim.knowledge.load import listed, load

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|['’]\w+")
PARTS = ("verbs", "nouns", "adjectives")
TOGETHER = ("needs", "particle", "complement", "adverb")
# keys of a trigger that say where roles stand or how it ranks: none of them asks for a word
SILENT = frozenset(
    (
        "words",
        "example",
        "examples",
        "unless",
        "only",
        "rank",
        "type",
        "retype",
        "agent",
        "patient",
        "place",
        "particle_of",
        "form",
        "antecedent",
    )
)


@dataclass(frozen=True, slots=True)
class Need:
    """What must stand beside a word: of each set at least one; where `or_name` goes with it, any name will do."""

    sets: tuple[tuple[frozenset[str], bool], ...]

    def met(self, words: set[str], *, named: bool) -> bool:
        """Whether a sentence of these words has it all."""
        return all((or_name and named) or not words.isdisjoint(choice) for choice, or_name in self.sets)


@dataclass(frozen=True, slots=True)
class Cues:
    """Word forms with what they need, and how much around a sentence is parsed with it.

    `strong` gives each form of a word of war that word; a text with this share of them, so many different, is about conflict.
    In other texts a word of `plain` rouses the next `lasts` sentences and the last `heralds` ones before.
    """

    forms: Mapping[str, tuple[Need, ...]]
    pronouns: frozenset[str]
    names: Mapping[str, tuple[str, ...]]
    strong: Mapping[str, str]
    plain: frozenset[str]
    lasts: int
    heralds: int
    different: int
    share: float
    whole: float
    short: int
    before: int
    after: int


@cache
def cues_of(folders: tuple[Path, ...], language: str) -> Cues | None:
    """The cues of a language from the shipped knowledge and plug-in folders; None where the language has no gate."""
    knowledge = load(folders)
    sections = knowledge.languages[language].sections
    data = sections.get("gate")
    if not data:
        return None
    classes = {name: frozenset(words.split()) for name, words in sections.get("event_classes", {}).items()}
    found: dict[str, set[Need]] = {}
    for kind in knowledge.events.values():
        if kind.name not in data["without"]:
            for word, need in needs_of(kind.data, language, classes, data):
                for form in forms_of(word, data):
                    found.setdefault(form, set()).add(need)
    for form in every_form(data["also"], data):
        found.setdefault(form, set()).add(Need(()))
    return Cues(
        forms={form: tuple(needs) for form, needs in found.items()},
        pronouns=frozenset(data["pronouns"]),
        names=names_of(group for group in knowledge.groups().values()),
        strong={form: word for word in data["about"]["words"] for form in forms_of(word, data)},
        plain=every_form(data["plain"]["words"], data),
        lasts=int(data["plain"]["lasts"]),
        heralds=int(data["plain"]["heralds"]),
        different=int(data["about"]["different"]),
        share=float(data["about"]["share"]),
        short=int(data["short"]),
        whole=float(data["whole"]),
        before=int(data["before"]),
        after=int(data["after"]),
    )


def names_of(groups: Iterable[Group]) -> dict[str, tuple[str, ...]]:
    """The names of these groups as they are written, by their first word and the possessive of it."""
    names = sorted({name for group in groups for name in (group.name, *group.aliases) if len(name) > 1})
    found: dict[str, list[str]] = {}
    for name in names:
        if first := WORD.match(name):
            for ending in ("", "'s", "’s"):
                found.setdefault(first.group() + ending, []).append(name)
    return {first: tuple(group) for first, group in found.items()}


def needs_of(
    kind: Mapping[str, Any], language: str, classes: Mapping[str, frozenset[str]], data: Mapping[str, Any]
) -> Iterator[tuple[str, Need]]:
    """Each trigger word of an event type with what it needs."""
    for part in PARTS:
        for entry in (kind.get("triggers") or {}).get(language, {}).get(part) or ():
            if entry.get("type", kind["name"]) in data["without"]:
                continue
            for phrase in entry["words"]:
                *before, word = str(phrase).split()
                yield word, need_of(entry, phrase, before, classes, data)


def need_of(
    entry: Mapping[str, Any], phrase: str, before: Sequence[str], classes: Mapping[str, frozenset[str]], data: Mapping[str, Any]
) -> Need:
    """What one trigger needs."""
    particle = (entry.get("particle_of") or {}).get(phrase, entry.get("particle"))
    together = [particle if name == "particle" else entry.get(name) for name in TOGETHER]
    sets = [(every_form([word], data), False) for word in before]
    sets += [(every_form([word.lstrip("=") for word in listed(value)], data), False) for value in together if value]
    for key, value in entry.items():
        if key not in SILENT and key not in TOGETHER:
            sets.append(condition(listed(value), classes, data))
    return Need(tuple(sets))


def condition(
    wanted: Sequence[str], classes: Mapping[str, frozenset[str]], data: Mapping[str, Any]
) -> tuple[frozenset[str], bool]:
    """The words of the classes that a trigger asks for, and whether a name may stand for them."""
    words = [word for name in wanted for word in ([name[1:]] if name.startswith("=") else classes.get(name, ()))]
    return every_form(words, data), any(name in data["named"] for name in wanted)


def every_form(words: Iterable[str], data: Mapping[str, Any]) -> frozenset[str]:
    """All forms of these words."""
    return frozenset(form for word in words for form in forms_of(word, data))


def forms_of(word: str, data: Mapping[str, Any]) -> set[str]:
    """The forms that a word may take, some that do not exist included."""
    forms = {word, *str(data["irregular"].get(word, "")).split()}
    for ending in data["endings"]:
        if word.endswith(ending["of"]):
            stem = word.removesuffix(ending["of"]) if ending["of"] else word
            forms.update(stem + put for put in ending["put"])
    if word[-1:] in data["doubled"]["letters"]:
        forms.update(word + word[-1] + put for put in data["doubled"]["put"])
    return forms
