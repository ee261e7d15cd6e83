"""Whether an event is told as done, to come, possible, denied, general or long past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from counterclaim.extract.events.scene import Scene
from counterclaim.extract.factuality import factuality_of, scale_of
from counterclaim.records import Modality, Polarity, When

HOPS = 8
UNDONE = -1.3
ADJECTIVAL = ("modifier", "determiner", "compound")


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
    modality = modality_of(scene, index, words)
    return Status(
        modality=modality,
        polarity="negative" if is_negated(scene, index, words) or is_undone(scene, index) else "positive",
        generic=is_generic(scene, index, words),
    )


def is_undone(scene: Scene, index: int) -> bool:
    """Whether the words above an event say that it did not come about ("was unable to take", "failed to")."""
    settings = scene.kit.settings
    token = scene.tokens[index]
    above = (token.head, *scene.tree.having(token.head, "adjective_complement")) if token.relation == "clause" else ()
    if any(scene.lemma(word) in scene.lexicon.status["improbable"] for word in above):
        return True
    return factuality_of(scene.tree, index, scale_of(settings.folders, settings.language)) <= UNDONE


def is_generic(scene: Scene, index: int, words: Any) -> bool:
    """Whether an event is told of in general: a habit, or a bare noun under a verb in the present."""
    token, tree = scene.tokens[index], scene.tree
    if any(scene.word(child) in words["generic_adverbs"] for child in tree.having(index, "adverb")):
        return True
    if is_recurring(scene, index, words):
        return True
    if token.pos != "NOUN" or tree.child(index, "determiner", "number", "possessive") is not None:
        return False
    if token.form != "plural" and tree.child(index, "preposition") is None:
        return False
    verb = next((a for a in tree.ancestors(index) if scene.tokens[a].pos in ("VERB", "AUX")), None)
    return verb is not None and scene.tokens[verb].form == "present" and scene.lemma(verb) == "be" and not is_past(scene, verb)


def is_recurring(scene: Scene, index: int, words: Any) -> bool:
    """Whether a verb in the present tells what a time is that comes again and again ("any time we lose a man")."""
    token = scene.tokens[index]
    if token.pos != "VERB" or token.form != "present":
        return False
    of_time = token.relation == "relative_clause" and scene.lemma(token.head) in words["occasions"]
    above = scene.tree.having(token.head, "determiner") if of_time else []
    own = scene.tree.having(index, "adverb", "marker")
    return any(scene.word(child) in words["each"] for child in (*above, *own))


def is_past(scene: Scene, verb: int) -> bool:
    """Whether a verb has an auxiliary in the past."""
    return any(scene.tokens[child].form == "past" for child in scene.tree.having(verb, "auxiliary", "passive_auxiliary"))


def is_history(when: When | None, published: str | None, days: int) -> bool:
    """Whether a told time ended long before the report."""
    if when is None or when.span is None or not when.latest or not published:
        return False
    return (day_number(published) - day_number(when.latest)) > days


def is_stretch(when: When | None, days: int) -> bool:
    """Whether a told time is a long stretch, so that a count in it is a running total."""
    if when is None or when.span is None or not when.latest or not when.earliest:
        return False
    return (day_number(when.latest) - day_number(when.earliest)) > days


def day_number(day: str) -> int:
    """The number of a day on the calendar, 0 where it is none."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


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
        if marks & set(words["conditions"]) and is_condition(scene, current):
            return "hypothetical"
        if marks & set(words["future"]):
            return "future"
        if marks & set(words["conditional"]):
            return "conditional"
        if marks & (set(words["possible"]) | set(words["obliged"])):
            return "hypothetical"
        if any(scene.word(c) in words["possible_adjectives"] for c in children if scene.tokens[c].relation in ADJECTIVAL):
            return "hypothetical"
        own = current == index or scene.tokens[current].pos == "VERB"
        if (own and is_ahead(scene, current, words)) or is_awaited(scene, current, words):
            return "hypothetical"
        if (lemma := hangs_on(scene, current)) in words["planned"]:
            return "future"
        if lemma in words["wished"]:
            return "hypothetical"
    return "actual"


def is_ahead(scene: Scene, index: int, words: Any) -> bool:
    """Whether a word whose preposition opens what is not there yet stands above an event ("prepared for an assault")."""
    token = scene.tokens[index]
    link = scene.tokens[token.head]
    if token.relation not in ("preposition_object", "preposition_clause") or link.head == link.index:
        return False
    return scene.word(link.index) in words["ahead"].get(scene.lemma(link.head), ())


def is_awaited(scene: Scene, index: int, words: Any) -> bool:
    """Whether what will be done waits for the event of a clause in the present ("when they come we will leave")."""
    token = scene.tokens[index]
    if token.relation != "adverbial_clause" or token.form != "present":
        return False
    before = {scene.word(child) for child in scene.tree.having(index, "marker", "adverb")}
    above = {scene.word(child) for child in scene.tree.having(token.head, "auxiliary")}
    return bool(before & set(words["awaited"])) and bool(above & set(words["future"]))


def is_condition(scene: Scene, index: int) -> bool:
    """Whether a clause that a condition opens is a side clause, or the parser took it for the main one."""
    return scene.tokens[index].relation in ("adverbial_clause", "root")


def hangs_on(scene: Scene, index: int) -> str | None:
    """The word that an infinitive, or an event noun after a preposition or as object, hangs on."""
    token = scene.tokens[index]
    head = scene.tokens[token.head]
    if head.index == index:
        return None
    gerund = token.form == "gerund" and token.relation in ("open_clause", "clause")
    if gerund or (token.relation in ("open_clause", "clause", "participle", "adverbial_clause") and token.form == "base"):
        predicate = scene.tree.child(head.index, "adjective_complement") if head.pos == "AUX" else None
        return scene.lemma(predicate if predicate is not None else head.index)
    if token.pos == "NOUN" and token.relation == "object":
        return head.lemma.lower()
    bridged = head.lemma.lower() in scene.lexicon.status["bridges"] and scene.tokens[head.head].pos == "NOUN"
    if token.relation == "preposition_object" and bridged:
        return scene.lemma(head.head)
    return None


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
