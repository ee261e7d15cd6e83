"""Who is left dead or hurt ("leaving 10 people dead and 15 wounded"), told by the order of the words, whatever the tree."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.events.scene import Scene

REACH = 24
COUNTED = frozenset({"NUM", "NOUN", "PROPN", "PRON"})
PASSED = frozenset({"ADV", "ADJ", "DET", "CCONJ", "PUNCT"})
STOPS = frozenset({".", ";", ":", "?", "!"})


def left_so(scene: Scene, verb: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The words for the state in which a verb leaves people, each with the heads of those people; none for other verbs."""
    states = states_of(scene, verb)
    return tuple(pairs(scene, verb, states)) if states else ()


def states_of(scene: Scene, verb: int) -> frozenset[str]:
    """The states in which people may be left by this verb, empty where it leaves nobody so."""
    if scene.lemma(verb) not in scene.lexicon.light["leaving"]:
        return frozenset()
    triggers = scene.lexicon.triggers.get(scene.lemma(verb), ())
    return frozenset(word for trigger in triggers for word in trigger.complement)


def pairs(scene: Scene, verb: int, states: frozenset[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each state after the verb with the people before it that no preposition or aside holds."""
    last = min(verb + REACH, scene.annotated.sentences[scene.tokens[verb].sentence].last)
    heads: list[int] = []
    held = fresh = False
    for at in range(verb + 1, last):
        token, word = scene.tokens[at], scene.word(at)
        if word in states:
            if people := tuple(head for head in heads if scene.fits(head, "people")):
                yield at, people
            heads = []
        elif token.pos in COUNTED and not is_age(scene, at):
            held = held and token.pos != "NUM"
            if not held:
                heads = [*(heads if fresh else heads[:-1]), at]
        elif token.pos == "ADP" or word in scene.lexicon.counts["including"]:
            held = word not in scene.lexicon.links["within"]
        elif token.pos not in PASSED or token.text in STOPS:
            return
        fresh = token.pos == "CCONJ" or token.text == "," or (fresh and token.pos not in COUNTED)
        held = held and token.text != ","


def is_age(scene: Scene, at: int) -> bool:
    """Whether a number is a part of a longer word or a time ("a 6-year-old", "two days")."""
    token = scene.tokens[at]
    joined = scene.tokens[min(at + 1, len(scene.tokens) - 1)].text == "-"
    return scene.is_time(at) or (token.pos == "NUM" and (joined or "-" in token.text))


def left_as(scene: Scene, index: int) -> tuple[int, ...]:
    """Those whom a verb before it leaves in the state that a word tells, or nobody."""
    first = max(scene.annotated.sentences[scene.tokens[index].sentence].first, index - REACH)
    for verb in range(index - 1, first - 1, -1):
        if scene.lemma(verb) in scene.lexicon.light["leaving"] and scene.tokens[verb].pos == "VERB":
            return next((people for state, people in left_so(scene, verb) if state == index), ())
    return ()
