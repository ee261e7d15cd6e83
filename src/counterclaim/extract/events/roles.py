"""Who fills a role: a party from the words at a place of the frame."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.events.frames import expand
from counterclaim.extract.events.scene import Scene
from counterclaim.extract.events.triggers import Found, counted_nouns
from counterclaim.extract.governments import government_of
from counterclaim.records import EventType, Mention, Party, Span
from counterclaim.syntax import span_of

CUT = ("relative_clause", "participle", "apposition", "adverbial_clause", "clause", "parataxis", "conjunct", "coordinator")
ACTING = ("group", "government", "organisation", "nationality")


def role_tokens(scene: Scene, hit: Found, role: str) -> tuple[int, ...]:
    """The tokens that fill a role of a trigger, from the first place of the frame that holds any."""
    paths = dict(hit.trigger.slots).get(role, ())
    if hit.trigger.part == "noun" and role in ("agent", "patient"):
        paths = noun_paths(role, paths)
    for path in paths:
        if path == "none":
            return ()
        if path in ("modifier", "possessive"):
            found = tuple(i for i in hit.frame.get(path, scene) if may_fill(scene, i, role, path, hit))
        else:
            found = tuple(i for i in hit.frame.get(path, scene) if not scene.is_time(i))
        if path in scene.lexicon.links["pairing"] and len(found) > 1:
            found = found[:1] if role == "agent" else found[1:]
        found = tuple(index for index in found if role != "agent" or not is_sent(scene, index))
        if found:
            return () if role == "agent" and all(is_nobody(scene, index) for index in found) else found
    return ()


def is_sent(scene: Scene, index: int) -> bool:
    """Whether a noun is a shell or a bomb of which nothing says whose it is ("shells struck the market")."""
    if not any(scene.lexicon.belongs(scene.lemma(index), name) for name in scene.lexicon.links["sent"]):
        return False
    whose = scene.tree.having(index, "preposition", "participle", "relative_clause")
    return scene.kind(index) in (None, "weapon", "other") and not doers_near(scene, index) and not whose


def is_nobody(scene: Scene, index: int) -> bool:
    """Whether words say that there is none who acts ("no group", "nobody")."""
    negations = scene.lexicon.status["negations"]
    denied = scene.lexicon.status["negative_determiners"]
    return scene.word(index) in negations or any(
        scene.word(child) in denied for child in scene.tree.having(index, "determiner")
    )


def noun_paths(role: str, paths: Sequence[str]) -> tuple[str, ...]:
    """The places of a noun's role, what a light verb lends first."""
    if tuple(paths) == ("none",):
        return tuple(paths)
    return ("light" if role == "agent" else "light_patient", *paths)


def may_fill(scene: Scene, index: int, role: str, path: str, hit: Found) -> bool:
    """Whether a modifier or possessive may be who acts or suffers: people and forces may, a bare place only by possessive."""
    if index >= hit.first and index < hit.index:
        return False
    if path == "possessive":
        return not scene.fits(index, "place") or (scene.kind(index) == "place" and role == "agent" and is_country(scene, index))
    kind = scene.kind(index)
    if kind == "place":
        return is_country(scene, index) and role == "agent"
    return kind in ("group", "government", "organisation", "nationality", "person") or any(
        scene.fits(index, name) for name in ("forces", "fighters")
    )


def is_country(scene: Scene, index: int) -> bool:
    """Whether a place is a country, by what its mention is known as or the gazetteer says."""
    mention = scene.mentions.get(index)
    names = {mention.span.text, mention.name or ""} if mention else {scene.tokens[index].text}
    return any(place.kind == "PCL" for name in sorted(names) for place in scene.kit.gazetteer.exact(name))


def doers_near(scene: Scene, index: int) -> list[int]:
    """Whose weapon it is, by the words before it ("regime jets", "the army's rockets")."""
    if scene.kind(index) not in (None, "weapon", "other"):
        return []
    if not is_tool(scene, index):
        return []
    near = scene.tree.having(index, "possessive", "compound", "modifier", "noun_modifier")
    doers = [child for child in expand(scene, near) if is_doer(scene, child)]
    covers = [scene.mentions[child].span for child in doers if child in scene.mentions]
    return [child for child in doers if child in scene.mentions or not is_covered(scene, child, covers)]


def is_tool(scene: Scene, index: int) -> bool:
    """Whether a noun is what an attack is made with, or an attack."""
    return any(scene.lexicon.belongs(scene.lemma(index), name) for name in scene.lexicon.links["tools"])


def is_doer(scene: Scene, index: int) -> bool:
    """Whether a word before a weapon or an attack tells whose it is."""
    kind = scene.kind(index)
    if any(scene.word(index) in words for _, _, words in scene.lexicon.means):
        return False
    return kind in ACTING or (kind == "place" and is_country(scene, index)) or scene.fits(index, "forces")


def is_covered(scene: Scene, index: int, spans: Sequence[Span]) -> bool:
    """Whether a token lies within one of these spans."""
    token = scene.tokens[index]
    return any(span.start <= token.start < span.end for span in spans)


def party_of(scene: Scene, index: int, trigger: EventType | None = None) -> Party:
    """The party that the words with this head stand for; a weapon stands for whose it is."""
    span = noun_span(scene, index)
    doers = doers_near(scene, index) or [doer for inner in counted_nouns(scene, index) for doer in doers_near(scene, inner)]
    mention = scene.mentions.get(doers[0] if len(doers) == 1 else index)
    if mention is None:
        name = scene.names.get(index)
        return Party(span=span, kind="other" if name is None else scene.kind(index), name=None)  # type: ignore[arg-type]
    return Party(
        span=span,
        kind=mention.kind,
        name=mention.name,
        role=mention.role,
        side=mention.side or state_side(scene, mention, trigger),
        mention=mention.id,
        known=mention.known,
    )


def state_side(scene: Scene, mention: Mention, trigger: EventType | None) -> str | None:
    """The government whose deed it is where a nationality stands for who did what states do ("Israeli air strike")."""
    if mention.kind != "nationality" or mention.country is None or trigger not in scene.lexicon.links["state_deeds"]:
        return None
    if mention.country in scene.lexicon.links["stateless"]:
        return None
    return government_of(mention.country, scene.annotated, scene.kit)


def noun_span(scene: Scene, index: int) -> Span:
    """The words of a noun phrase without clauses and appositions that hang on it."""
    first, last = noun_bounds(scene, index)
    document = scene.annotated.document
    return span_of(document, scene.tokens[first].start, scene.tokens[last].end)


def noun_bounds(scene: Scene, index: int) -> tuple[int, int]:
    """The first and last token of a noun phrase without clauses, appositions and conjuncts."""
    tree = scene.tree
    barred = [child for child in tree.children[index] if is_cut(scene, child)]
    barred += nested_places(scene, index) + nested_participles(scene, index)
    members = set(tree.subtree(index, without=barred))
    first = last = index
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    while last > index and (scene.tokens[last].pos == "PUNCT" or scene.tokens[last].relation == "preposition"):
        last -= 1
    while first < index and not opens_phrase(scene, first):
        first += 1
    return first, last


def opens_phrase(scene: Scene, first: int) -> bool:
    """Whether a noun phrase may begin with a token: with no comma, and not with how often ("struck twice a house")."""
    token = scene.tokens[first]
    if token.pos == "PUNCT":
        return token.text in "“\"'"
    return scene.tokens[first + 1].pos != "DET" or scene.word(first) not in scene.lexicon.counts["times"]


def nested_places(scene: Scene, index: int) -> list[int]:
    """The prepositions of place in the phrase of people or an event: where they were, and no part of what they are."""
    if scene.fits(index, "place") or scene.fits(index, "building"):
        return []
    if not scene.fits(index, "people") and not is_tool(scene, index):
        return []
    return [
        word
        for word in scene.tree.subtree(index)
        if scene.tokens[word].relation == "preposition" and scene.word(word) in scene.lexicon.links["whereabouts"]
    ]


def nested_participles(scene: Scene, index: int) -> list[int]:
    """The participles on a noun within the phrase, which tell what became of the whole ("brother of the mayor killed")."""
    inner = [word for word in scene.tree.subtree(index) if scene.tokens[word].relation in ("participle", "preposition_clause")]
    return [word for word in inner if scene.tokens[word].head != index and scene.tokens[word].pos == "VERB"]


def is_cut(scene: Scene, child: int) -> bool:
    """Whether a child of a noun is left out of its span."""
    token = scene.tokens[child]
    if token.relation in CUT:
        return True
    if token.relation != "preposition":
        return False
    gerund = any(scene.tokens[inner].form == "gerund" for inner in scene.tree.children[child])
    return gerund or scene.word(child) not in scene.lexicon.links["kept"]
