"""The cues of a language, compiled once a process from its knowledge files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from counterclaim.knowledge.entries import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbCue:
    """A verb that can be a cue: its class, the frames in which it is one, and those in which it is not.

    `classes` are other classes by frame; `objects` are nouns that make one cue with the verb ("claim responsibility").
    `open_frames`: a frame which is in neither list makes it a cue too. `addressee`: its object is spoken to. `raising`: its
    subject belongs to what is said ("they seem to flee"). `experiencer`: its passive subject is the source.
    """

    cue_class: str
    frames: frozenset[str]
    never: frozenset[str]
    open_frames: bool
    addressee: bool = False
    raising: bool = False
    experiencer: bool = False
    classes: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)

    def class_in(self, frame: str) -> str:
        """The class of the cue in a frame ("called a truce a lie" is no "called for a truce")."""
        return self.classes.get(frame, self.cue_class)

    @property
    def quoting(self) -> bool:
        """Whether the verb can follow what is said, as in "it is over, he said"."""
        return bool(self.frames & {"clause", "parataxis", "bare"})

    def fits(self, frame: str) -> bool:
        """Whether the verb is a cue in this frame."""
        return frame in self.frames or (self.open_frames and frame not in self.never)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounCue:
    """A noun that can be a cue: its class, the complements that are content, and whether it may stand without a maker."""

    cue_class: str
    complements: frozenset[str]
    bare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjectiveCue:
    """An adjective that can be a cue after a copula, or after `verbs` only: its class and the complements that are content."""

    cue_class: str
    complements: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All cue words of a language, by kind."""

    verbs: Mapping[str, VerbCue]
    nouns: Mapping[str, NounCue]
    adjectives: Mapping[str, AdjectiveCue]
    adverbs: Mapping[str, str]
    lemmas: Mapping[str, str]
    words: Mapping[str, frozenset[str]]

    def verb(self, lemma: str) -> VerbCue | None:
        """The entry of a verb by its lemma in any case, or None."""
        folded = lemma.lower()
        return self.verbs.get(self.lemmas.get(folded, folded))


_COMPILED: dict[int, tuple[Language, Lexicon]] = {}


def lexicon_of(language: Language) -> Lexicon:
    """The compiled cues of a language, the same object for the same language."""
    kept = _COMPILED.get(id(language))
    if kept is None or kept[0] is not language:
        kept = _COMPILED[id(language)] = (language, compile_cues(language.section("cues")))
    return kept[1]


def compile_cues(section: Mapping[str, Any]) -> Lexicon:
    """The lexicon of a `cues` section."""
    verbs = {str(lemma): verb_cue(entry) for lemma, entry in (section.get("verbs") or {}).items()}
    words = {str(name): frozenset(map(str, values)) for name, values in (section.get("words") or {}).items()}
    nouns = {str(lemma): noun_cue(entry) for lemma, entry in (section.get("nouns") or {}).items()}
    adjectives = {str(word): adjective_cue(entry) for word, entry in (section.get("adjectives") or {}).items()}
    adverbs = {str(word): str(entry["class"]) for word, entry in (section.get("adverbs") or {}).items()}
    return Lexicon(
        verbs=MappingProxyType(verbs),
        nouns=MappingProxyType(nouns),
        adjectives=MappingProxyType(adjectives),
        adverbs=MappingProxyType(adverbs),
        lemmas=MappingProxyType(dict(section.get("lemmas") or {})),
        words=MappingProxyType(words),
    )


def verb_cue(entry: Mapping[str, Any]) -> VerbCue:
    """One verb entry."""
    return VerbCue(
        cue_class=str(entry["class"]),
        frames=frozenset(map(str, entry.get("frames") or ())),
        never=frozenset(map(str, entry.get("never") or ())),
        open_frames=bool(entry.get("open", False)),
        addressee=bool(entry.get("addressee", False)),
        raising=bool(entry.get("raising", False)),
        experiencer=bool(entry.get("experiencer", False)),
        classes=MappingProxyType({str(key): str(value) for key, value in (entry.get("classes") or {}).items()}),
        objects=MappingProxyType({str(key): str(value) for key, value in (entry.get("objects") or {}).items()}),
    )


def noun_cue(entry: Mapping[str, Any]) -> NounCue:
    """One noun entry."""
    complements = frozenset(map(str, entry.get("complements") or ()))
    return NounCue(cue_class=str(entry["class"]), complements=complements, bare=bool(entry.get("bare", False)))


def adjective_cue(entry: Mapping[str, Any]) -> AdjectiveCue:
    """One adjective entry."""
    return AdjectiveCue(
        cue_class=str(entry["class"]),
        complements=frozenset(map(str, entry.get("complements") or ())),
        verbs=frozenset(map(str, entry.get("verbs") or ())),
    )
