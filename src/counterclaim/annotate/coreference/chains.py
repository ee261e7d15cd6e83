"""Puts the mentions of a document into chains, in text order, and fills in what each chain says of its mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.annotate.coreference.book import BODIES, Book, Cluster
from counterclaim.annotate.coreference.described import chain_description
from counterclaim.annotate.coreference.named import chain_names
from counterclaim.annotate.coreference.pronouns import chain_pronoun
from counterclaim.annotate.coreference.scene import Scene
from counterclaim.annotate.coreference.sides import government_side, name_of, side_of
from counterclaim.records import Mention, MentionKind


def chained(scene: Scene) -> tuple[Mention, ...]:
    """The mentions in text order with chain, name, knowledge entry, side and role."""
    book = Book(scene=scene)
    chain_names(book)
    for mention in owners_first(scene.mentions):
        if mention.id in book.of:
            continue
        if mention.form == "description" or mention.form == "name":
            chain_description(mention, book)
        elif mention.form == "pronoun":
            chain_pronoun(mention, book)
    filled = {mention.id: mention for cluster in book.clusters for mention in filled_in(cluster, book)}
    return tuple(filled.get(mention.id, mention) for mention in scene.mentions)


def owners_first(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions in text order, those within a description before it: "its fighters" are known by whose they are."""
    open_ones: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        while open_ones and open_ones[-1].span.end <= mention.span.start:
            yield open_ones.pop()
        open_ones.append(mention)
    yield from reversed(open_ones)


def filled_in(cluster: Cluster, book: Book) -> list[Mention]:
    """The mentions of a cluster with what the whole of it says."""
    if not cluster.mentions:
        return []
    ordered = sorted(cluster.mentions, key=lambda mention: (mention.span.start, -mention.span.end))
    name, side = name_of(cluster, book), side_of(cluster, book)
    role = next((mention.role for mention in ordered if mention.role), None)
    return [
        replace(
            mention, chain=ordered[0].id, name=name, side=side or side_in(mention, book), known=cluster.known,
            role=mention.role or role, country=mention.country or cluster.country, kind=kind_in(mention, cluster),
        )
        for mention in ordered
    ]  # fmt: skip


def side_in(mention: Mention, book: Book) -> str | None:
    """The side of a state where it speaks or acts as its government."""
    return government_side(mention.country, book) if mention.kind == "government" and mention.country else None


def kind_in(mention: Mention, cluster: Cluster) -> MentionKind:
    """The kind of a mention: its own, or its cluster's where its words leave it open."""
    return (
        cluster.kind
        if mention.form == "pronoun"
        or (mention.kind == "nationality" and cluster.kind == "group")
        or (mention.kind == "person" and cluster.kind in BODIES)
        else mention.kind
    )
