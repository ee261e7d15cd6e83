"""What pronouns stand for: the nearest thing before that agrees in number, gender and kind, subjects and speakers first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.annotate.coreference.book import ANIMATE, Book, Cluster
from counterclaim.annotate.coreference.described import SUBJECTS, chain_description, known_cluster
from counterclaim.annotate.coreference.sides import side_of_entry
from counterclaim.annotate.coreference.spoken_for import body_of
from counterclaim.annotate.mentions.lexicon import key_of, pieces_of
from counterclaim.records import Mention, MentionKind

# those of whom one can be "he" or "she"
ONE = frozenset({"person", "witness"})
REACH = 3
# what a sentence between costs; whose something is stands mostly in one sentence with it
ACROSS, WITHIN = 1.5, 2.5
# who says something mostly speaks of himself
OWN_WORDS = 0.8
NO_ARMY = 2.0
SPOKEN_FOR = 1.5
SPEAKING: frozenset[MentionKind] = frozenset({"group", "government", "organisation", "media", "document"})
THINGS: frozenset[MentionKind] = frozenset(
    {"group", "government", "organisation", "media", "document", "weapon", "facility", "place"}
)


def chain_pronoun(mention: Mention, book: Book) -> Cluster | None:
    """The cluster that a pronoun stands for, or None where nothing before agrees."""
    token = book.scene.tokens[mention.head]
    asks = book.scene.words.pronouns.get(token.text.lower(), {})
    if asks.get("relative"):
        cluster = antecedent(mention, book)
    elif asks.get("speaker"):
        cluster = speaker(mention, asks, book)
    elif asks.get("reflexive"):
        cluster = own_subject(mention, book) or best(mention, asks, book)
    else:
        cluster = best(mention, asks, book)
    return book.add(mention, cluster) if cluster else None


def antecedent(mention: Mention, book: Book) -> Cluster | None:
    """The noun on which the clause of a relative pronoun hangs."""
    tokens = book.scene.tokens
    for index in (mention.head, *book.scene.tree.ancestors(mention.head)):
        if tokens[index].relation == "relative_clause":
            found = book.scene.by_head.get(tokens[index].head)
            return book.of.get(found.id) if found else None
    return None


def own_subject(mention: Mention, book: Book) -> Cluster | None:
    """The subject of the clause that a reflexive stands in, or the pronoun that it strengthens."""
    token = book.scene.tokens[mention.head]
    head = book.scene.by_head.get(token.head)
    if token.relation == "apposition" and head:
        return book.of.get(head.id)
    for index in book.scene.tree.ancestors(mention.head):
        subject = book.scene.tree.child(index, *SUBJECTS)
        found = book.scene.by_head.get(subject) if subject is not None else None
        if found and found.id in book.of and found.id != mention.id:
            return book.of[found.id]
    return None


def best(mention: Mention, asks: Mapping[str, Any], book: Book) -> Cluster | None:
    """The agreeing cluster with the highest standing before the pronoun."""
    scored: dict[int, tuple[float, Cluster]] = {}
    for rank, (earlier, cluster) in enumerate(book.recent(mention, REACH)):
        if agrees(earlier, cluster, asks, mention, book) and not clashes(earlier, mention, book):
            score = standing(earlier, mention, rank, book)
            if id(cluster) not in scored or score > scored[id(cluster)][0]:
                scored[id(cluster)] = (score, cluster)
    return max(scored.values(), key=lambda pair: pair[0])[1] if scored else None


def standing(earlier: Mention, mention: Mention, rank: int, book: Book) -> float:
    """How likely a mention is to be taken up: near, a subject, a speaker, one that the text keeps speaking of."""
    tokens = book.scene.tokens
    token = tokens[earlier.head]
    distance = book.scene.sentence(mention) - book.scene.sentence(earlier)
    reach = WITHIN if tokens[mention.head].relation == "possessive" else ACROSS
    score = -reach * distance - 0.05 * rank
    score += 2.0 if token.relation in SUBJECTS else -0.5 if token.relation in ("compound", "modifier", "possessive") else 0.0
    score += 0.7 if token.relation in SUBJECTS and book.scene.words.has("speech", tokens[token.head].lemma.lower()) else 0.0
    score += 0.4 if tokens[token.head].relation == "root" else 0.0
    score += 0.3 if earlier.form == "name" else 0.0
    score += SPOKEN_FOR if is_spoken_for(earlier, book) else 0.0
    score -= NO_ARMY if commands(mention, book) and book.of[earlier.id].kind == "place" and not earlier.country else 0.0
    score += OWN_WORDS if opens_words_of(earlier, mention, book) else 0.0
    return score


def is_spoken_for(earlier: Mention, book: Book) -> bool:
    """Whether a mention is of the body for which the subject of its clause speaks ("a spokesman for the front")."""
    tokens = book.scene.tokens
    token = tokens[earlier.head]
    if token.relation != "preposition_object" or tokens[token.head].head == token.head:
        return False
    holder = tokens[tokens[token.head].head]
    found = book.scene.by_head.get(holder.index)
    return holder.relation in SUBJECTS and found is not None and found.role is not None


def commands(mention: Mention, book: Book) -> bool:
    """Whether a pronoun says whose people somebody is ("its fighters"), which a town has none of."""
    token = book.scene.tokens[mention.head]
    whose = book.scene.by_head.get(token.head)
    return token.relation == "possessive" and whose is not None and whose.kind == "group"


def opens_words_of(earlier: Mention, mention: Mention, book: Book) -> bool:
    """Whether a pronoun is the subject of what a mention is told to say or do ("the army said it had left")."""
    tokens = book.scene.tokens
    clause = tokens[tokens[mention.head].head]
    own = tokens[mention.head].relation in SUBJECTS and clause.relation == "clause"
    return own and tokens[earlier.head].relation in SUBJECTS and tokens[earlier.head].head == clause.head


def agrees(earlier: Mention, cluster: Cluster, asks: Mapping[str, Any], mention: Mention, book: Book) -> bool:
    """Whether a cluster can be meant by a pronoun of this number, gender and kind."""
    singular, plural = asks.get("number") == "singular", asks.get("number") == "plural"
    if asks.get("animate") is True:
        if book.scene.words.has("collective", book.scene.tokens[earlier.head].lemma.lower()):
            return False
        return cluster.kind in ONE and not cluster.plural and cluster.gender in (None, asks.get("gender"))
    if asks.get("animate") is False:
        kinds = SPEAKING if speaks(mention, book) else THINGS
        return cluster.kind in kinds and not earlier.plural and singular
    if plural:
        many = earlier.plural or cluster.plural or cluster.kind in ("group", "witness", "nationality")
        return cluster.kind in ANIMATE and many
    return cluster.kind in ANIMATE


def speaks(mention: Mention, book: Book) -> bool:
    """Whether a pronoun is the subject of a verb of saying."""
    token = book.scene.tokens[mention.head]
    return token.relation in SUBJECTS and book.scene.words.has("speech", book.scene.tokens[token.head].lemma.lower())


def clashes(earlier: Mention, mention: Mention, book: Book) -> bool:
    """Whether both hang on one verb, so that they are two different things, or the one contains the other."""
    tokens = book.scene.tokens
    one, two = tokens[earlier.head], tokens[mention.head]
    if two.relation == "possessive":
        return False
    verb = two.head if two.relation != "preposition_object" else tokens[two.head].head
    return one.head == verb and one.relation in (*SUBJECTS, "object", "indirect_object")


def speaker(mention: Mention, asks: Mapping[str, Any], book: Book) -> Cluster | None:
    """Who says "I" inside a quotation, the subject of the nearest verb of saying outside it; for "we", the body spoken for."""
    quotation = next((q for q in book.scene.annotated.quotations if q.span.start <= mention.span.start < q.span.end), None)
    if quotation is None:
        return own_voice(book) if asks.get("number") == "plural" else None
    for found in sayers(quotation.span.start, quotation.span.end, book):
        cluster = book.of.get(found.id) or chained_early(found, book)
        if cluster is not None and cluster.kind in ANIMATE | {"document"}:
            return (body_of(cluster, book) or cluster) if asks.get("number") == "plural" else cluster
    return None


def own_voice(book: Book) -> Cluster | None:
    """The party for which an outlet of its own says "we" outside of any quotation, or None."""
    document, lexicon = book.scene.annotated.document, book.scene.lexicon
    words = [(key_of(piece), piece) for piece in pieces_of(document.publisher or document.agency or "")]
    _, entries = lexicon.match(words, 0) if words else (0, ())
    outlets = [entry for entry in entries if entry.sort == "outlet"]
    side = side_of_entry(outlets[0], book) if outlets else None
    group = next((entry for entry in lexicon.entries.values() if entry.sort == "group" and entry.name == side), None)
    return known_cluster(group.id, book) if group else None


def chained_early(mention: Mention, book: Book) -> Cluster | None:
    """The cluster of a speaker who is told after his words."""
    if mention.form == "description":
        return chain_description(mention, book)
    asks = book.scene.words.pronouns.get(book.scene.tokens[mention.head].text.lower(), {})
    return None if asks.get("speaker") else chain_pronoun(mention, book)


def sayers(start: int, end: int, book: Book) -> Iterator[Mention]:
    """The mentions that say something right before, around or right after a stretch of text, nearest first."""
    scene = book.scene
    inside = scene.tree.within(start, end)
    sentences = {scene.tokens[index].sentence for index in inside}
    near = [m for m in scene.said_by if scene.sentence(m) in sentences and not start <= m.span.start < end]
    yield from sorted(near, key=lambda m: min(abs(m.span.start - end), abs(m.span.end - start)))
    before = [m for m in scene.said_by if sentences and scene.sentence(m) == min(sentences) - 1]
    yield from reversed(before)
