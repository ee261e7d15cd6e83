"""Whose a statement, report or toll is, and for which body an officer without one speaks."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.annotate.coreference.affiliation import bodies_within
from counterclaim.annotate.coreference.book import BODIES, Book, Cluster
from counterclaim.annotate.mentions.lexicon import PIECES, Entry, key_of
from counterclaim.annotate.mentions.roles import before_name
from counterclaim.records import Mention

SUBJECTS = ("subject", "passive_subject", "agent")
SPEAKERS = BODIES | {"person"}


def issuer_of(cluster: Cluster, book: Book) -> Cluster | None:
    """Who made a statement: the body named in it, the subject of the verb it hangs on, else who spoke last before it."""
    if cluster.kind != "document":
        return None
    for mention in cluster.mentions:
        found = named_in(mention, book) or said_with(mention, book) or spoke_last(mention, book)
        if found and found is not cluster:
            return found
    return None


def named_in(mention: Mention, book: Book) -> Cluster | None:
    """The body or person that a document is called by ("the front's statement", "a report by the agency")."""
    clusters = (book.of.get(inner.id) for inner in bodies_within(mention, book.scene))
    return next((found for found in clusters if found is not None and found.kind in SPEAKERS), None)


def said_with(mention: Mention, book: Book) -> Cluster | None:
    """The subject of the verb of saying or issuing that a document hangs on ("said in a statement", "sent out leaflets")."""
    scene = book.scene
    verb = next((index for index in scene.tree.ancestors(mention.head) if scene.tokens[index].pos in ("VERB", "AUX")), None)
    subject = scene.tree.child(verb, "subject") if verb is not None else None
    found = scene.by_head.get(subject) if subject is not None else None
    if verb is None or found is None or found.id == mention.id:
        return None
    lemma = scene.tokens[verb].lemma.lower()
    issued = scene.words.has("issuing", lemma) and scene.tokens[mention.head].relation == "object"
    cluster = book.of.get(found.id) if issued or scene.words.has("speech", lemma) else None
    return cluster if cluster and cluster.kind in SPEAKERS else None


def spoke_last(mention: Mention, book: Book) -> Cluster | None:
    """Who spoke last in the two sentences before "the statement"."""
    scene = book.scene
    first = key_of(scene.tokens[scene.first_token[mention.id]].text)
    if not scene.words.has("definite", first):
        return None
    near = (m for m in reversed(scene.said_by) if m.span.end <= mention.span.start)
    clusters = (book.of.get(m.id) for m in near if scene.sentence(mention) - scene.sentence(m) <= 2)
    return next((found for found in clusters if found is not None and found.kind in SPEAKERS), None)


def bridged_body(cluster: Cluster, book: Book) -> Cluster | None:
    """The body for which "the spokesman" speaks where none is named with him: the last one that is a subject before him."""
    scene = book.scene
    if cluster.kind != "person" or not any(scene.words.has("bridged", role) for role in cluster.roles):
        return None
    if any(is_of_office(mention, book) for mention in cluster.mentions):
        return None
    first = min(cluster.mentions, key=lambda mention: mention.span.start)
    found = [(m, c) for m, c in book.recent(first, 1) if c.kind in BODIES and c.kind != "media"]
    subjects = [c for m, c in found if scene.tokens[m.head].relation in SUBJECTS]
    return next(iter((*subjects, *(c for _, c in found))), None)


def is_of_office(mention: Mention, book: Book) -> bool:
    """Whether a description names the office that is spoken for ("a spokesman for the governor")."""
    inner = (m for m in book.scene.near(mention) if m.id != mention.id and m.role and m.form == "description")
    return mention.form == "description" and any(
        mention.span.start < m.span.start and m.span.end <= mention.span.end for m in inner
    )


def described_bodies(mention: Mention, book: Book) -> Iterator[Entry]:
    """The known bodies that plain words before a noun or name mean ("opposition activist", "rebel commander X")."""
    scene = book.scene
    if mention.form == "description":
        indices = list(scene.before(mention))
    else:
        indices = sorted(before_name(scene.first_token[mention.id], scene.tokens, scene.words)) if mention.role else []
    words = [(key_of(piece), piece) for index in indices for piece in PIECES.findall(scene.tokens[index].text)]
    for start in range(len(words)):
        yield from scene.lexicon.described(words, start)[1]
