"""Whether an event is told as done, to come, possible, denied, general or long past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from counterclaim.extract.events.scene import Scene
from counterclaim.records import Modality, Polarity

HOPS = 8


@dataclass(frozen=True, slots=True)
class Status:
    """The standing of an event's own words."""

    modality: Modality = "actual"
    polarity: Polarity = "positive"
    generic: bool = False
    historical: bool = False


def status_of(scene: Scene, index: int) -> Status:
    """The status of the event at a token, read from its own clause and those that it hangs on."""
    words: Any = scene.lexicon.status
    return Status(
        modality=modality_of(scene, index, words),
        polarity="negative" if is_negated(scene, index, words) else "positive",
    )


def chain(scene: Scene, index: int) -> list[int]:
    """The token and those above it, up to the clause of a verb of saying."""
    found = [index]
    for ancestor in scene.tree.ancestors(index):
        relation = scene.tokens[found[-1]].relation
        if relation in ("clause", "parataxis", "relative_clause", "adverbial_clause", "root") or len(found) > HOPS:
            break
        if relation == "conjunct" and scene.tree.child(found[-1], "subject", "passive_subject") is not None:
            break
        found.append(ancestor)
    return found


def modality_of(scene: Scene, index: int, words: Any) -> Modality:
    """Actual, future, conditional or hypothetical by auxiliaries and conditions along the chain."""
    for current in chain(scene, index):
        children = scene.tree.children[current]
        marks = {scene.word(c) for c in children if scene.tokens[c].relation in ("auxiliary", "marker", "adverb")}
        if marks & set(words["conditions"]) and scene.tokens[current].relation == "adverbial_clause":
            return "hypothetical"
        if marks & set(words["future"]):
            return "future"
        if marks & set(words["conditional"]):
            return "conditional"
        if marks & (set(words["possible"]) | set(words["obliged"])):
            return "hypothetical"
    return "actual"


def is_negated(scene: Scene, index: int, words: Any) -> bool:
    """Whether a negation stands on the event or on the verb that carries it."""
    token = scene.tokens[index]
    for current in chain(scene, index)[:2]:
        for child in scene.tree.children[current]:
            if scene.tokens[child].relation == "negation" or scene.word(child) in words["negations"]:
                return scene.tokens[child].relation in ("negation", "determiner", "adverb", "marker")
        if current == index and token.pos in ("VERB", "AUX"):
            return any(
                scene.word(d) in words["negative_determiners"]
                for child in scene.tree.having(index, "subject", "passive_subject", "object")
                for d in scene.tree.having(child, "determiner")
            )
    return False
