"""Where an event took place: the place phrase of the trigger, of its clause, or the last one named."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.events.counts import counted_below
from counterclaim.extract.events.frames import bearing_objects, expand
from counterclaim.extract.events.roles import noun_bounds, role_tokens
from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.triggers import Found
from counterclaim.records import Mention, Party
from counterclaim.syntax import span_of

HOPS = 4
HEADING = (":",)
FINITE = frozenset({"past", "present", "modal"})


def place_of(scene: Scene, hit: Found, agents: tuple[int, ...], patients: tuple[int, ...]) -> Party | None:
    """The place that the words of an event name, else one they describe, or None; who acts is no place."""
    own = next((i for i in role_tokens(scene, hit, "place") if i not in agents and is_place(scene, i)), None)
    if own is not None:
        return place_party(scene, own)
    indices = [index for index in place_tokens(scene, hit, patients) if index not in agents and is_place(scene, index)]
    parties = [place_party(scene, measured_from(scene, index)) for index in dict.fromkeys(indices)]
    return next((party for party in parties if party.name is not None and not party.described), next(iter(parties), None))


def measured_from(scene: Scene, index: int) -> int:
    """The place that a distance is told of ("in X, about 30 km south of Y"), else the place itself."""
    start = noun_bounds(scene, index)[0]
    at = bearing_start(scene, start)
    links = scene.lexicon.links
    if at == start or scene.lemma(at - 1) not in links["lengths"]:
        return index
    at -= 1
    while at > 0 and (scene.tokens[at - 1].pos in ("NUM", "ADV", "DET", "ADJ") or scene.word(at - 1) in links["rough"]):
        at -= 1
    before = at - 2 if at > 1 and scene.tokens[at - 1].text in (",", "(") else at - 1
    return before if is_named_place(scene, before) else index


def place_tokens(scene: Scene, hit: Found, patients: tuple[int, ...]) -> Iterator[int]:
    """Candidate tokens, best first: prepositions of the trigger, what is hit, the clause above."""
    for name, indices in hit.frame.slots.items():
        if name in scene.lexicon.places_strong:
            for index in indices:
                yield index
                yield from inner_places(scene, index) if is_place(scene, index) else ()
    if hit.trigger.part == "noun":
        for name in (*scene.lexicon.links["within"], "possessive", "modifier"):
            yield from (i for i in hit.frame.slots.get(name, ()) if scene.kind(i) == "place" or names_place(scene, i))
    for index in patients:
        if scene.kind(index) != "place":
            yield from inner_places(scene, index)
        yield index
        yield from inner_places(scene, index)
    yield from clause_places(scene, hit.index)
    yield from heading_place(scene, hit.index)


def heading_place(scene: Scene, index: int) -> Iterator[int]:
    """The place that a headline names before a colon ("Rafah: nine killed in strike")."""
    first = scene.annotated.sentences[scene.tokens[index].sentence].first
    mention = next((one for one in scene.mentions.values() if one.span.start == scene.tokens[first].start), None)
    if mention is None or mention.kind != "place" or mention.form != "name":
        return
    after = next((token for token in scene.tokens[first:] if token.start >= mention.span.end), None)
    if after is not None and after.text in HEADING and after.index < index:
        yield mention.head


def names_place(scene: Scene, index: int) -> bool:
    """Whether a noun for a settlement has its name beside it ("the town of X")."""
    name = place_name(scene, index) if scene.lemma(index) in scene.lexicon.classes["settlement"] else None
    return name is not None and name.form == "name"


def inner_places(scene: Scene, index: int) -> Iterator[int]:
    """Places in the phrase of a patient: its prepositions and its place modifiers."""
    for child in scene.tree.having(index, "adverb", "modifier"):
        yield from bearing_objects(scene, child)
    for child in scene.tree.having(index, "preposition"):
        if scene.word(child) in scene.lexicon.places_strong or scene.word(child) in scene.lexicon.links["within"]:
            yield from scene.tree.having(child, "preposition_object")
    yield from (i for i in scene.tree.having(index, "compound", "possessive") if scene.kind(i) == "place")


def clause_places(scene: Scene, index: int) -> Iterator[int]:
    """Places after prepositions of the verbs above a trigger, up to the verb of saying or the sentence's end."""
    current = index
    for _ in range(HOPS):
        token = scene.tokens[current]
        if token.head == current or token.relation in ("clause", "parataxis"):
            return
        current = token.head
        for child in scene.tree.having(current, "preposition"):
            if scene.word(child) in scene.lexicon.places_strong:
                yield from scene.tree.having(child, "preposition_object")


def nearest_place(scene: Scene, index: int) -> Party | None:
    """The place after a preposition in the sentence of a trigger that stands nearest to it, what is said where left out."""
    sentence = scene.annotated.sentences[scene.tokens[index].sentence]
    above = set(tellers(scene, index))
    found = [at for at in range(sentence.first, sentence.last) if stands_in(scene, at, above) and is_place(scene, at)]
    named = [at for at in found if (name := place_name(scene, at)) is not None and name.form == "name"] or found
    nearest = min(named, key=lambda at: abs(at - index) + (HOPS if at < index else 0), default=None)
    return None if nearest is None else place_party(scene, nearest)


def tellers(scene: Scene, index: int) -> Iterator[int]:
    """The words above the clause of a trigger: who tells of it, and where that was told."""
    outside = False
    current = index
    for ancestor in scene.tree.ancestors(index):
        outside = outside or scene.tokens[current].relation in ("clause", "parataxis")
        if outside:
            yield ancestor
        current = ancestor


def stands_in(scene: Scene, at: int, above: set[int]) -> bool:
    """Whether a token follows a preposition of place that hangs on an event or its people, not on who tells."""
    token = scene.tokens[at]
    if token.relation != "preposition_object" or not opens_place(scene, token.head):
        return False
    path = (token.head, *scene.tree.ancestors(token.head))
    return scene.tokens[token.head].head not in above and not any(
        scene.word(up) in scene.lexicon.links["according"] for up in path
    )


def opens_place(scene: Scene, preposition: int) -> bool:
    """Whether a preposition opens a place: one of place, or the "of" of a direction ("west of")."""
    if scene.word(preposition) in scene.lexicon.places_strong:
        return True
    bearing = scene.word(scene.tokens[preposition].head) in scene.lexicon.links["bearings"]
    return bearing and scene.word(preposition) in scene.lexicon.links["within"]


def is_place(scene: Scene, index: int) -> bool:
    """Whether the words with this head are a place, or a building that stands for one."""
    if scene.is_time(index) or counted_below(scene, index):
        return False
    kind = scene.kind(index)
    if kind is not None:
        return kind in ("place", "facility")
    return (
        scene.fits(index, "place")
        or scene.fits(index, "building")
        or (
            place_name(scene, index) is not None
            and (
                scene.tokens[index].pos in ("NOUN", "PROPN")
                and not scene.fits(index, "people")
                and not scene.fits(index, "forces")
                and not scene.fits(index, "event")
            )
        )
    )


def place_party(scene: Scene, index: int) -> Party:
    """The place with its words, its name, and the mention that a gazetteer is asked for."""
    named = named_beside(scene, index)
    index = index if named is None else named
    first, last = place_bounds(scene, index)
    span = span_of(scene.annotated.document, scene.tokens[first].start, scene.tokens[last].end)
    mention = named_after(scene, noun_bounds(scene, index)[1]) or place_name(scene, index)
    if mention is None:
        return Party(span=span, kind="place", name=None)
    return Party(
        span=span, kind=mention.kind, name=mention.name or mention.span.text, mention=mention.id, known=mention.known,
        described=mention.form == "description" and mention.name is None,
    )  # fmt: skip


def place_bounds(scene: Scene, index: int) -> tuple[int, int]:
    """The first and last token of a place phrase, with where it lies and how the event lies to it."""
    first, last = noun_bounds(scene, index)
    if named_after(scene, last) is not None:
        last += 1
    while (end := situated_end(scene, last)) > last:
        last = end
    return bearing_start(scene, first), last


def situated_end(scene: Scene, last: int) -> int:
    """The last token of a phrase right after a place that says where that lies, else the place's own last token."""
    at = last + 1
    if at >= len(scene.tokens) or scene.word(at) not in scene.lexicon.links["situating"]:
        return last
    inner = scene.tree.having(at, "preposition_object")
    inner = list(expand(scene, inner)) if scene.word(at) in scene.lexicon.links["pairing"] else inner
    lying = [one for one in inner if is_place(scene, one) or scene.lexicon.belongs(scene.lemma(one), "place")]
    return max((noun_bounds(scene, one)[1] for one in lying), default=last)


def bearing_start(scene: Scene, first: int) -> int:
    """The first token of the words before a place that say on which side of it, or how near ("west of", "near")."""
    bearings, at = scene.lexicon.links["bearings"], first
    while at > 0 and scene.tokens[at - 1].sentence == scene.tokens[first].sentence:
        word = scene.word(at - 1)
        joined = at < first and word in scene.lexicon.links["joining"] and scene.word(at - 2) in bearings
        if not (word in bearings or joined or (word in scene.lexicon.links["within"] and scene.word(at - 2) in bearings)):
            break
        at -= 1
    return at


def named_after(scene: Scene, last: int) -> Mention | None:
    """The name of a place right after a described one, the comma lost ("the capital Damascus")."""
    if last + 1 >= len(scene.tokens) or scene.lemma(last) not in scene.lexicon.classes["settlement"]:
        return None
    mention = scene.mentions.get(last + 1)
    alone = mention is not None and mention.span.start == scene.tokens[last + 1].start
    return mention if alone and is_named_place(scene, last + 1) else None


def named_beside(scene: Scene, index: int) -> int | None:
    """The name in apposition to a place that is only described ("the last province, the Panjshir"), or None."""
    own = scene.mentions.get(index)
    if own is not None and own.form == "name":
        return None
    beside = [*scene.tree.having(index, "apposition"), *closing_names(scene, index)]
    return next((child for child in beside if is_named_place(scene, child)), None)


def is_named_place(scene: Scene, index: int) -> bool:
    """Whether a token heads the name of a place."""
    mention = scene.mentions.get(index)
    return mention is not None and mention.kind == "place" and mention.form == "name"


def closing_names(scene: Scene, index: int) -> Iterator[int]:
    """The name between commas that ends the clause of a description, wherever the parser hung it."""
    last = scene.annotated.sentences[scene.tokens[index].sentence].last
    for at in range(index + 1, last):
        token = scene.tokens[at]
        if token.form in FINITE:
            return
        if token.text == "," and not is_named_place(scene, at - 1):
            name = at + 1 if at + 1 >= last or scene.tokens[at + 1].pos != "DET" else at + 2
            if name < last and (name + 1 >= last or scene.tokens[name + 1].pos == "PUNCT"):
                yield name


def place_name(scene: Scene, index: int) -> Mention | None:
    """The mention of the place that a phrase names: its head, its compounds and appositions, then the rest in order."""
    first, last = noun_bounds(scene, index)
    inside = [m for i in range(first, last + 1) if (m := scene.mentions.get(i)) is not None and m.kind in ("place", "facility")]
    own = scene.mentions.get(index)
    if own is not None and own.kind in ("place", "facility") and own.form == "name":
        return own
    named = [mention for mention in inside if mention.form == "name"]
    near = [
        m for m in named if scene.tokens[m.head].head == index and scene.tokens[m.head].relation in ("compound", "apposition")
    ]
    return next(iter(near or named), own if own in inside else None)
