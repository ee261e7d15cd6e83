"""The words by which claims are read, compiled once a process from the language files and the table of stakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.kit import Kit
from counterclaim.knowledge.entries import Group, Knowledge
from counterclaim.knowledge.load import load

CLASSES = (
    "told",
    "happenings",
    "civilians",
    "combatants",
    "own",
    "resuming",
    "pointing",
    "offices",
    "partisans",
    "opponents",
    "lone",
    "disputing",
    "holding",
    "local_offices",
    "general",
    "judged",
    "involvement",
    "armed",
    "state_offices",
    "servants",
    "copula",
    "toll",
    "relative",
    "followers",
    "existing",
    "denied_by",
    "occurring",
    "charges",
    "judging",
    "things",
)


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a closed vocabulary with the pattern of the words that give it."""

    value: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Performative:
    """A stance with the main verbs and the words that do what it names."""

    stance: str
    lemmas: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything of a language that claims are read by."""

    channels: tuple[Named, ...]
    statement_documents: re.Pattern[str]
    hedges: tuple[Named, ...]
    unverified_remarks: re.Pattern[str]
    evidence: tuple[Named, ...]
    any_evidence: re.Pattern[str]
    showing: re.Pattern[str]
    performatives: tuple[Performative, ...]
    falsehood: re.Pattern[str]
    truth: re.Pattern[str]
    disowning: re.Pattern[str]
    responsibility: re.Pattern[str]
    wrongs: re.Pattern[str]
    nobody: re.Pattern[str]
    fault: re.Pattern[str]
    owning: re.Pattern[str]
    resumed: re.Pattern[str]
    resting_on: re.Pattern[str]
    purposes: re.Pattern[str]
    anonymity: re.Pattern[str]
    own_account: re.Pattern[str]
    condition_openings: re.Pattern[str]
    future_words: re.Pattern[str]
    lemmas: Mapping[str, frozenset[str]]
    groups: Mapping[str, Group]
    parents: Mapping[str, str]
    stakes: Mapping[str, Mapping[str, Any]]
    together: frozenset[frozenset[str]]

    def stake(self, event_type: str | None, name: str) -> Any:
        """What the table of stakes says of an event type under this name, None where nothing."""
        return self.stakes.get(event_type or "", {}).get(name)


def vocabulary_of(kit: Kit) -> Vocabulary:
    """The vocabulary of the kit's language."""
    return compile_vocabulary(kit.settings.folders, kit.settings.language)


@cache
def compile_vocabulary(folders: tuple[Path, ...], language: str) -> Vocabulary:
    """The vocabulary of a language, compiled."""
    knowledge = load(folders)
    sections = knowledge.languages[language].section
    stances, stakes = sections("stances"), knowledge.tables.get("stakes", {})
    return Vocabulary(
        channels=named(sections("channels"), "channel"),
        statement_documents=pattern_of(words_of(sections("statement_documents"))),
        hedges=named(sections("hedges"), "certainty"),
        unverified_remarks=pattern_of(words_of(sections("unverified_remarks"))),
        evidence=named(sections("evidence"), "evidence"),
        any_evidence=pattern_of(word for entry in sections("evidence") for word in entry["words"]),
        showing=pattern_of(words_of(sections("showing")), stems=True),
        performatives=tuple(
            Performative(entry["stance"], frozenset(entry["lemmas"]), pattern_of(entry["words"]))
            for entry in stances.get("performatives", ())
        ),
        falsehood=pattern_of(words_of(stances.get("falsehood"))),
        truth=pattern_of(words_of(stances.get("truth"))),
        disowning=pattern_of(words_of(stances.get("disowning"))),
        responsibility=pattern_of(words_of(stances.get("responsibility"))),
        wrongs=pattern_of(words_of(stances.get("wrongs"))),
        fault=pattern_of(words_of(stances.get("fault"))),
        owning=pattern_of(words_of(stances.get("owning"))),
        nobody=pattern_of(words_of(stances.get("nobody"))),
        resumed=pattern_of(words_of(sections("resumed"))),
        anonymity=pattern_of(words_of(sections("telling").get("anonymity"))),
        own_account=pattern_of(words_of(sections("telling").get("own_account"))),
        purposes=pattern_of(words_of(sections("telling").get("purposes"))),
        resting_on=pattern_of(words_of(sections("telling").get("resting_on"))),
        condition_openings=pattern_of(words_of(sections("conditions"), "opening")),
        future_words=pattern_of(words_of(sections("future"))),
        lemmas=lemma_sets(sections, stances),
        groups={group.name: group for group in knowledge.groups().values()},
        parents=parents_of(knowledge),
        stakes=stakes.get("types", {}),
        together=frozenset(frozenset(pair) for pair in stakes.get("together", ())),
    )


def parents_of(knowledge: Knowledge) -> dict[str, str]:
    """For each group's name the name of the group that it belongs to."""
    groups = knowledge.groups()
    return {group.name: groups[group.parent].name for group in groups.values() if group.parent in groups and group.parent}


def lemma_sets(sections: Any, stances: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The sets of base forms by name: classes of people, kinds of source, modals."""
    wanted = {name: words_of(stances.get(name), "lemmas") for name in CLASSES}
    wanted |= {name: words_of(entry, "lemmas") for name, entry in sections("sources").items()}
    wanted |= {name: words_of(sections(name), "modals") for name in ("future", "possible")}
    wanted |= {name: words_of(entry, "lemmas") for name, entry in sections("telling").items()}
    wanted["taken"] = words_of(sections("telling").get("takers"), "objects")
    wanted["none"] = words_of(sections("none"), "lemmas")
    wanted["failing"] = words_of(sections("failing"), "lemmas")
    wanted["conditions"] = words_of(sections("conditions"), "lemmas")
    wanted["coordinators"] = words_of(sections("conjoined"), "coordinators")
    return {name: frozenset(words) for name, words in wanted.items()}


def words_of(entry: Mapping[str, Any] | None, key: str = "words") -> list[str]:
    """The words under a key of an entry, none where the language has no such entry."""
    return list((entry or {}).get(key, ()))


def named(entries: Iterable[Mapping[str, Any]], key: str) -> tuple[Named, ...]:
    """One `Named` an entry, in file order, which is the order of precedence."""
    return tuple(Named(entry[key], pattern_of(entry["words"])) for entry in entries)


def pattern_of(words: Iterable[str], *, stems: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of these words whole, in any case; with `stems`, also with an ending."""
    parts = sorted((r"\s+".join(map(re.escape, word.split())) for word in words), key=len, reverse=True)
    ending = r"(?:s|es|ed|d|ing)?" if stems else ""
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){ending}(?!\w)" if parts else r"(?!)", re.IGNORECASE)
