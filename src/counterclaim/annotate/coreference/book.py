"""The clusters of a document while it is read: what each is, what it has been called, where it was last mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.annotate.coreference.scene import Scene
from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.records import Mention, MentionKind

ANIMATE: frozenset[MentionKind] = frozenset(
    {"person", "group", "government", "organisation", "media", "witness", "nationality"}
)
BODIES: frozenset[MentionKind] = frozenset({"group", "government", "organisation", "media"})


@dataclass(slots=True, eq=False)
class Cluster:
    """One thing of a document as far as it has been read."""

    kind: MentionKind
    known: str | None = None
    country: str | None = None
    name: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    plural: bool = False


@dataclass(slots=True, kw_only=True)
class Book:
    """All clusters of a document, by key and by mention."""

    scene: Scene
    clusters: list[Cluster] = field(default_factory=list)
    by_key: dict[str, Cluster] = field(default_factory=dict)
    of: dict[str, Cluster] = field(default_factory=dict)

    def open(self, mention: Mention, *keys: str) -> Cluster:
        """A new cluster with this mention, found again by the keys."""
        cluster = Cluster(kind=mention.kind, known=mention.known, country=mention.country)
        self.clusters.append(cluster)
        for key in keys:
            self.by_key.setdefault(key, cluster)
        return self.add(mention, cluster)

    def add(self, mention: Mention, cluster: Cluster) -> Cluster:
        """The cluster with one more mention."""
        cluster.mentions.append(mention)
        self.of[mention.id] = cluster
        note_features(mention, cluster, self.scene)
        return cluster

    def recent(self, mention: Mention, reach: int) -> Iterator[tuple[Mention, Cluster]]:
        """The mentions before this one with their clusters, nearest sentence first, up to `reach` sentences back."""
        limit = self.scene.sentence(mention) - reach
        for earlier in reversed(self.scene.mentions[: self.scene.place[mention.id]]):
            if self.scene.sentence(earlier) < limit:
                return
            if earlier.span.end <= mention.span.start and earlier.id in self.of:
                yield earlier, self.of[earlier.id]


def note_features(mention: Mention, cluster: Cluster, scene: Scene) -> None:
    """Adds what a mention says of its cluster: nouns, words of names, roles, gender, number."""
    if mention.form == "pronoun":
        return
    cluster.plural = cluster.plural or mention.plural
    if mention.form == "description":
        cluster.nouns.add(noun_key(mention, scene))
    for name in full_names(mention, scene):
        cluster.words.update(key_of(word) for word in name.replace("-", " ").split())
    for word in (mention.role or "").split():
        role = scene.words.same_role.get(word, word)
        cluster.roles.add(role)
        cluster.gender = cluster.gender or scene.words.genders.get(word)


def full_names(mention: Mention, scene: Scene) -> list[str]:
    """The names of several words that a name means: its own, and that which an acronym is known to stand for."""
    if mention.form != "name":
        return []
    entry = scene.lexicon.entries.get(mention.known or "")
    return [name for name in (mention.span.text, entry.name if entry else "") if " " in name]


def noun_key(mention: Mention, scene: Scene) -> str:
    """The lemma of a description's noun in lower case."""
    return scene.tokens[mention.head].lemma.lower()
