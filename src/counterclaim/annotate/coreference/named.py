"""Which names of a document are one: the same words, a surname after a full name, an acronym, another romanisation."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.annotate.coreference.book import Book, Cluster
from counterclaim.annotate.coreference.scene import Scene
from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.bearers import compound_given, splitting_word
from counterclaim.folding import acronym_score, fold, is_acronym, name_score, name_tokens
from counterclaim.records import Mention

SPELT_ALIKE = 0.9


def chain_names(book: Book) -> None:
    """Puts every name of the document into its cluster, full names first."""
    names = [m for m in book.scene.mentions if m.form == "name" and not is_label(m, book.scene)]
    for mention in sorted(names, key=lambda m: (len(m.span.text.split()) == 1, m.span.start)):
        keys = keys_of(mention, book.scene)
        cluster = next((book.by_key[key] for key in keys if key in book.by_key), None)
        cluster = cluster or same_body(mention, book) or same_person(mention, book)
        cluster = cluster or same_acronym(mention, book) or same_sound(mention, book)
        if cluster is None:
            book.open(mention, *keys)
        else:
            book.add(mention, cluster)
            for key in keys:
                book.by_key.setdefault(key, cluster)


def is_label(mention: Mention, scene: Scene) -> bool:
    """Whether a name is a plural label ("the Islamists") that stands for a group only where the document makes it so."""
    if mention.kind not in ("nationality", "organisation", "group", "other") or mention.known or mention.country:
        return False
    if mention.span.text in scene.words.name_words:
        return False
    token = scene.tokens[mention.head]
    if token.relation in ("modifier", "compound") and token.head > token.index:
        return False
    return bool(scene.lexicon.described([(key_of(mention.span.text), mention.span.text)], 0)[0])


def keys_of(mention: Mention, scene: Scene) -> list[str]:
    """What a name is found by: its knowledge entry, the state and in what capacity, or its words."""
    if mention.known:
        return [f"known {mention.known}"]
    if mention.country and mention.rule.startswith("known"):
        return [state_key(mention)]
    return [f"name {plain_name(mention.span.text)}"]


def state_key(mention: Mention) -> str:
    """The key of a state, its people, its capital, or its government."""
    if mention.kind == "government":
        return f"government {mention.country}"
    if "capital" in mention.rule:
        return f"capital {mention.country} {key_of(mention.span.text)}"
    return f"{'state' if 'state' in mention.rule else 'people'} {mention.country}"


def plain_name(text: str) -> str:
    """A name without marks, hyphens and capitals."""
    return " ".join(key_of(word) for word in text.replace("-", " ").split())


def same_person(mention: Mention, book: Book) -> Cluster | None:
    """The person whose name this one shortens: last word, or words within the full name with the same last word."""
    if mention.kind != "person":
        return None
    words = plain_name(mention.span.text).split()
    people = (cluster for cluster in book.clusters if cluster.kind == "person" and shortens(words, cluster))
    fits = [cluster for cluster in people if not two_people(mention, cluster, book.scene)]
    foremost = [c for c in fits if in_post(c, book.scene)] or [c for c in fits if acts(c, book.scene)]
    return nearest(mention, foremost or fits)


def acts(cluster: Cluster, scene: Scene) -> bool:
    """Whether somebody is a subject somewhere, and not only named beside another."""
    return any(scene.tokens[mention.head].relation in ("subject", "passive_subject") for mention in cluster.mentions)


def in_post(cluster: Cluster, scene: Scene) -> bool:
    """Whether a known person held a post on the day of the document."""
    entry = scene.lexicon.entries.get(cluster.known or "")
    return entry is not None and any(post.holds(scene.day) for post in entry.posts)


def two_people(mention: Mention, cluster: Cluster, scene: Scene) -> bool:
    """Whether a name is another person's than a cluster: two knowledge entries, or full names that tell two bearers apart."""
    if mention.known and cluster.known:
        return mention.known != cluster.known
    one = name_tokens(mention.span.text, scene.folding)
    others = {name_tokens(other.span.text, scene.folding) for other in cluster.mentions if other.form == "name"}
    return len(one) > 1 and any(len(other) > 1 and two_bearers(one, other, scene) for other in others)


def two_bearers(one: tuple[str, ...], other: tuple[str, ...], scene: Scene) -> bool:
    """Whether two full names are of two people by their words."""
    apart = splitting_word(one, other, scene.telling) or compound_given(one, other, scene.telling, scene.folding)
    return apart is not None


def same_body(mention: Mention, book: Book) -> Cluster | None:
    """The body that this one word of its name stands for ("the Observatory", "the Ministry")."""
    word = mention.span.text
    if mention.known or mention.country or word not in book.scene.words.name_words:
        return None
    bodies = (cluster for cluster in book.clusters if cluster.kind in ("group", "organisation", "government", "media"))
    return nearest(mention, (body for body in bodies if word in later_words(body)))


def later_words(cluster: Cluster) -> set[str]:
    """The words of a cluster's names but for the first of each."""
    return {word for mention in cluster.mentions if mention.form == "name" for word in mention.span.text.split()[1:]}


def shortens(words: list[str], cluster: Cluster) -> bool:
    """Whether these words are a shorter or longer form of a name of the cluster."""
    for other in cluster.mentions:
        full = plain_name(other.name or other.span.text).split()
        for long in (full, plain_name(other.span.text).split()):
            if len(words) == 1 and len(long) > 1 and (words[0] == long[-1] or words[0] == f"{long[-1]}s"):
                return True
            short, whole = sorted((words, long), key=len)
            if len(short) > 1 and short == whole[-len(short) :] and len(short) < len(whole):
                return True
            if len(short) > 1 and short[-1] == whole[-1] and short[0] == whole[0] and set(short) <= set(whole):
                return True
    return False


def nearest(mention: Mention, clusters: Iterable[Cluster]) -> Cluster | None:
    """The cluster mentioned last before this mention, else the first of them."""
    listed = list(clusters)
    if not listed:
        return None
    before = {id(c): max((m.span.start for m in c.mentions if m.span.start < mention.span.start), default=-1) for c in listed}
    return max(listed, key=lambda c: before[id(c)])


def same_acronym(mention: Mention, book: Book) -> Cluster | None:
    """The body whose name stands right before an acronym in brackets, or whose initials it is."""
    first = book.scene.first_token[mention.id]
    text = mention.span.text
    if not is_acronym(text):
        return None
    if first >= 2 and book.scene.tokens[first - 1].text == "(":
        before = book.scene.names_at.get(first - 2)
        if before is not None and before.id in book.of and before.span.text[:1] == text[:1]:
            return book.of[before.id]
    bodies = (cluster for cluster in book.clusters if cluster.kind in ("group", "organisation", "government", "media"))
    return nearest(
        mention, (c for c in bodies if any(acronym_score(text, m.span.text) for m in c.mentions if m.form == "name"))
    )


def same_sound(mention: Mention, book: Book) -> Cluster | None:
    """The person or place whose name is this one in another romanisation; never two that the gazetteer tells apart."""
    if mention.kind not in ("person", "place") or mention.known or mention.country:
        return None
    keys = set(fold(mention.span.text, book.scene.folding))
    for cluster in book.clusters:
        other = cluster.mentions[0]
        if cluster.kind != mention.kind or cluster.country or not keys & set(fold(other.span.text, book.scene.folding)):
            continue
        if name_score(mention.span.text, other.span.text, book.scene.folding) < SPELT_ALIKE:
            continue
        if not two_entries(mention, other, book.scene) and not two_people(mention, cluster, book.scene):
            return cluster
    return None


def two_entries(left: Mention, right: Mention, scene: Scene) -> bool:
    """Whether both names are exact names of places, and of none that they share."""
    if left.kind != "place":
        return False
    ones, twos = ({place.id for place in scene.gazetteer.exact(mention.span.text)} for mention in (left, right))
    return bool(ones and twos) and ones.isdisjoint(twos)
