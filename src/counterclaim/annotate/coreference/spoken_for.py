"""The body for which somebody says "we": that of his post, of his title, or the one that spoke just before."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.annotate.coreference.affiliation import bodies_before, bodies_within, offices_beside
from counterclaim.annotate.coreference.book import BODIES, Book, Cluster
from counterclaim.annotate.coreference.described import government_of, known_cluster
from counterclaim.annotate.coreference.issuers import bridged_body, issuer_of
from counterclaim.records import Mention


def body_of(cluster: Cluster, book: Book) -> Cluster | None:
    """The body for which a person or a document speaks, or None where it speaks for itself."""
    if cluster.kind == "document":
        return issuer_of(cluster, book)
    if cluster.kind != "person":
        return None
    return posted(cluster, book) or titled(cluster, book) or bridged_body(cluster, book)


def posted(cluster: Cluster, book: Book) -> Cluster | None:
    """The body in which a known person holds a post on the day of the document, or held one last."""
    entry = book.scene.lexicon.entries.get(cluster.known or "")
    posts = [post for post in entry.posts if post.group] if entry else []
    now = [post for post in posts if post.holds(book.scene.day)] or posts
    return known_cluster(now[-1].group or "", book) if now else None


def titled(cluster: Cluster, book: Book) -> Cluster | None:
    """The body in the title or office of a person; a nation stands for its government."""
    for mention in cluster.mentions:
        if mention.form == "pronoun" or not mention.role:
            continue
        for body in bodies_beside(mention, book):
            found = book.of.get(body.id)
            if found is not None and found.kind in BODIES and found.kind != "media":
                return found
            if body.kind == "nationality" and body.country:
                return government_of(body.country, book)
    return None


def bodies_beside(mention: Mention, book: Book) -> Iterator[Mention]:
    """The bodies named in a description, before a name, or in an office beside it."""
    if mention.form == "description":
        yield from bodies_within(mention, book.scene)
        return
    yield from bodies_before(mention, book.scene)
    for office in offices_beside(mention, book.scene):
        yield from bodies_within(office, book.scene)
