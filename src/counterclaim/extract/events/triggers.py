"""Which words of a document tell of an event, and of which type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from counterclaim.extract.events.frames import Frame, frame_of, noun_frame, preposition_slots
from counterclaim.extract.events.lexicon import Trigger
from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.subjects import is_headline

BODIES = ("group", "organisation", "government", "media")
WHO = frozenset({"people", "forces", "fighters"})
ANY = "other"
RUNNING = 0.7
UNNAMED = ("modifier", "subject")

Test = Callable[[Scene, Frame, str, tuple[str, ...]], bool]
NOUN_PLACES = ("subject", "passive_subject", "object", "preposition_object", "root", "attribute", "apposition", "conjunct")
PART_OF = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger at a token, with the frame around it."""

    index: int
    first: int
    trigger: Trigger
    frame: Frame


def find_triggers(scene: Scene) -> list[Found]:
    """Every token that triggers an event, with the best trigger of those that fit, in text order."""
    named = within_names(scene) | within_titles(scene)
    found = [hit for token in scene.tokens if token.index not in named and (hit := trigger_at(scene, token.index)) is not None]
    return [hit for hit in found if not is_inner(scene, hit, found)]


def within_names(scene: Scene) -> frozenset[int]:
    """The tokens of the names of bodies but for the last of each, which tell of no event ("X Liberation Front")."""
    bodies = [mention for mention in scene.annotated.mentions if mention.form == "name" and mention.kind in BODIES]
    ranges = [scene.tree.within(mention.span.start, mention.span.end) for mention in bodies]
    return frozenset(index for words in ranges for index in words[:-1])


def within_titles(scene: Scene) -> frozenset[int]:
    """The words of names and titles in running text, told by their capitals beside other capitals ("Rules of Engagement")."""
    return frozenset(
        index
        for sentence in scene.annotated.sentences
        if is_running(scene, range(sentence.first + 1, sentence.last))
        for index in range(sentence.first + 1, sentence.last)
        if is_capital(scene, index) and has_capital_beside(scene, index, sentence.first)
    )


def is_running(scene: Scene, indices: range) -> bool:
    """Whether most of these words are in small letters, as in running text and not in a headline."""
    words = [text for text in (scene.tokens[index].text for index in indices) if text.isalpha()]
    return sum(text.islower() for text in words) >= RUNNING * len(words)


def is_capital(scene: Scene, index: int) -> bool:
    """Whether a word has a capital and small letters."""
    return scene.tokens[index].text.istitle() and scene.tokens[index].text.isalpha()


def has_capital_beside(scene: Scene, index: int, first: int) -> bool:
    """Whether the word after a word has a capital, or the one before it past the small words of a name."""
    if index + 1 < len(scene.tokens) and is_capital(scene, index + 1):
        return True
    before = index - 1
    while before > first and scene.word(before) in scene.lexicon.links["in_names"]:
        before -= 1
    return first < before < index - 1 and is_capital(scene, before)


def trigger_at(scene: Scene, index: int) -> Found | None:
    """The best trigger that fits at a token, or None."""
    candidates = candidates_at(scene, index)
    if not candidates:
        return None
    frame = headline_frame(scene, index) if is_mistaken(scene, index) else None
    frame = frame or (noun_frame(scene, index) if candidates[0].part == "noun" else frame_of(scene, index))
    senseless = senseless_at(scene, index, frame)
    for trigger in candidates:
        if not senseless & {ANY, trigger.type} and holds(scene, trigger, frame):
            return Found(index, index - len(trigger.before), trigger, frame)
    return None


def candidates_at(scene: Scene, index: int) -> list[Trigger]:
    """The triggers whose words stand at a token, by part of speech, the more demanding first."""
    token = scene.tokens[index]
    words, lexicon = (token.lemma.lower(), token.text.lower()), scene.lexicon.triggers
    pools = [lexicon[word] for word in words if word in lexicon]
    part = part_of(scene, index) if pools else None
    if part is None:
        return []
    part = "verb" if is_mistaken(scene, index) else part
    fitting = ([one for one in pool if one.part == part and preceded(scene, one, index)] for pool in pools)
    return next((found for found in fitting if found), [])


def senseless_at(scene: Scene, index: int, frame: Frame) -> set[str]:
    """The types of event that a word does not tell of for the words around it ("attack on the bill"); `ANY` for all."""
    words = {scene.lemma(index), scene.word(index)}
    idioms = (idiom for word in words for idiom in scene.lexicon.idioms.get(word, ()))
    return {idiom.type for idiom in idioms if preceded(scene, idiom, index) and holds(scene, idiom, frame, test=is_all)}


def is_all(scene: Scene, frame: Frame, path: str, wanted: tuple[str, ...]) -> bool:
    """Whether all that stands at a place of an idiom is of its classes: of several modifiers one is enough, no name is."""
    heads = frame.get(path, scene)
    fitting = [
        any(scene.lexicon.belongs(word, name) for name in wanted for word in (scene.lemma(index), scene.word(index)))
        and (path in UNNAMED or scene.tokens[index].pos != "PROPN")
        for index in heads
    ]
    return any(fitting) if path == "modifier" else bool(fitting) and all(fitting)


def part_of(scene: Scene, index: int) -> str | None:
    """Verb, noun or adjective; a word that a determiner or compound precedes is a noun whatever the tagger says."""
    token = scene.tokens[index]
    noun_like = token.pos == "VERB" and token.relation in NOUN_PLACES
    if noun_like and scene.tree.child(index, "determiner", "compound", "possessive") is not None:
        return "noun"
    by = scene.tokens[token.head]
    suffered = by.relation == "agent" or scene.lemma(by.index) in scene.lexicon.links["beneath"]
    if token.relation == "preposition_clause" and suffered and scene.tree.child(index, "object") is None:
        return "noun"
    return PART_OF.get(token.pos)


def is_mistaken(scene: Scene, index: int) -> bool:
    """Whether the verb of a headline was taken for a plural noun ("RSF withdraws from X"): who acts stands before it."""
    token = scene.tokens[index]
    if token.pos != "NOUN" or token.relation != "root" or token.form != "plural" or not is_headline(scene, index):
        return False
    words = (token.lemma.lower(), token.text.lower())
    parts = {trigger.part for word in words for trigger in scene.lexicon.triggers.get(word, ())}
    doers = scene.tree.having(index, "compound", "noun_modifier")
    return "verb" in parts and "noun" not in parts and any(scene.fits(child, "forces") for child in doers)


def headline_frame(scene: Scene, index: int) -> Frame:
    """The frame of a headline's verb that was taken for a noun: who acts before it, the rest after its prepositions."""
    doers = scene.tree.having(index, "compound", "noun_modifier")
    slots = {"subject": tuple(doers), **preposition_slots(scene, index)}
    return Frame(
        head=index, slots=slots, words=frozenset(scene.word(child) for child in scene.tree.having(index, "preposition"))
    )


def preceded(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether the other words of a compound trigger stand right before the token."""
    first = index - len(trigger.before)
    if first < 0:
        return False
    return all(word in (scene.word(first + n), scene.lemma(first + n)) for n, word in enumerate(trigger.before))


def holds(scene: Scene, trigger: Trigger, frame: Frame, *, test: Test | None = None) -> bool:
    """Whether everything that a trigger asks for is there; `test` says whether a place of the frame holds what is wanted."""
    if trigger.part == "verb" and any(
        is_idle(scene, index) for index in (*objects_of(frame), *frame.slots.get("retained", ()))
    ):
        return False
    if trigger.particle and not any(word in frame.words for word in trigger.particle):
        return False
    if trigger.needs and not any(word in frame.slots or word in frame.words for word in trigger.needs):
        return False
    if trigger.bare and scene.tree.child(frame.head, "determiner", "possessive", "number") is not None:
        return False
    if trigger.form and scene.tokens[frame.head].form != trigger.form:
        return False
    if trigger.complement and not any(scene.word(i) in trigger.complement for i in frame.slots.get("complement", ())):
        return False
    if trigger.adverb and not any(word in frame.words for word in trigger.adverb):
        return False
    if any(is_barred(scene, frame, path, barred) for path, barred in trigger.unless):
        return False
    if any(frame.get(path, scene) and not meets(scene, frame, path, wanted) for path, wanted in trigger.only):
        return False
    return all((test or meets)(scene, frame, path, wanted) for path, wanted in trigger.conditions)


def is_barred(scene: Scene, frame: Frame, path: str, barred: tuple[str, ...]) -> bool:
    """Whether what must not stand beside a trigger does: a word ("with"), a relation of its own ("as"), a class at a place."""
    if path == "with":
        return any(word in frame.slots or word in frame.words for word in barred)
    if path == "as":
        return scene.tokens[frame.head].relation in barred
    return any(scene.fits(index, name) for index in frame.get(path, scene) for name in barred)


def is_idle(scene: Scene, index: int) -> bool:
    """Whether an object makes its verb say something else ("take place", "take office", but "take the office")."""
    if scene.lemma(index) not in scene.lexicon.light["idle_objects"]:
        return False
    return not scene.fits(index, "building") or scene.tree.child(index, "determiner", "compound", "possessive") is None


def objects_of(frame: Frame) -> tuple[int, ...]:
    """The objects of a frame."""
    return frame.slots.get("object", ())


def meets(scene: Scene, frame: Frame, path: str, wanted: tuple[str, ...]) -> bool:
    """Whether some word at a place of the frame is of a wanted class; people are told by the noun itself."""
    heads = [inner for index in frame.get(path, scene) for inner in (index, *counted_nouns(scene, index))]
    beside = [index for index in condition_slot(scene, frame, path) if index not in heads]
    return any(scene.fits(index, name) for index in heads for name in wanted) or any(
        scene.fits(index, name) for index in beside for name in wanted if name not in WHO
    )


def condition_slot(scene: Scene, frame: Frame, path: str) -> Iterator[int]:
    """The words that a condition looks at; the modifiers of a noun count for its class ("gas attack")."""
    for index in frame.get(path, scene):
        yield index
        yield from scene.tree.having(index, "compound", "modifier")
        yield from counted_nouns(scene, index)


def counted_nouns(scene: Scene, index: int) -> Iterator[int]:
    """The nouns that a counting noun counts ("civilians" in "dozens of civilians")."""
    if scene.word(index) in scene.lexicon.counts.get("vague", ()) or scene.lemma(index) in scene.lexicon.counts["counters"]:
        for child in scene.tree.having(index, "preposition"):
            if scene.word(child) in scene.lexicon.links["within"]:
                yield from scene.tree.having(child, "preposition_object")


def is_inner(scene: Scene, hit: Found, found: list[Found]) -> bool:
    """Whether a trigger is only the first part of a longer one ("bomb" in "bomb attack") or its light verb's object."""
    return any(other.first <= hit.index < other.index for other in found if other is not hit and other.index - hit.index <= 3)
