"""With what an attack was made, and the type of attack that this makes it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.triggers import Found
from counterclaim.records import EventType


def means_of(scene: Scene, hit: Found) -> tuple[str | None, EventType | None]:
    """The words for the means of an attack and the type that they give it; None for what is not told."""
    for index in places_of_means(scene, hit):
        words = {scene.lemma(index), scene.word(index)}
        for name, wanted, extra in scene.lexicon.means:
            if words & extra or any(scene.lexicon.belongs(word, wanted) for word in words):
                return phrase(scene, index), name
    return None, None


def places_of_means(scene: Scene, hit: Found) -> Iterator[int]:
    """The tokens that may name the means: what goes before a noun trigger, subject, agent, and "with"."""
    frame = hit.frame
    yield from range(hit.first, hit.index)
    yield from frame.slots.get("modifier", ())
    for slot in ("subject", "light", *scene.lexicon.links["means"]):
        for index in frame.slots.get(slot, ()):
            yield index
            yield from scene.tree.having(index, "compound", "modifier")


def phrase(scene: Scene, index: int) -> str:
    """The word with the compound before it in lower case ("car bomb")."""
    head = scene.tokens[index]
    before = [i for i in scene.tree.having(index, "compound") if i < index]
    return " ".join([*(scene.word(i) for i in before), head.text.lower()])
