"""The name, knowledge entry, side and role of each cluster once all its mentions are known."""

from __future__ import annotations

from counterclaim.annotate.coreference.affiliation import bodies_before, bodies_within, offices_beside
from counterclaim.annotate.coreference.book import BODIES, Book, Cluster
from counterclaim.annotate.coreference.described import main_entry
from counterclaim.annotate.coreference.issuers import bridged_body, described_bodies, issuer_of
from counterclaim.annotate.coreference.scene import holding
from counterclaim.annotate.mentions.lexicon import Entry, key_of
from counterclaim.records import Mention

PARTIES = frozenset({"group", "government", "organisation"})
LED = frozenset({"fighters", "troops", "force"})
BELONGING = frozenset({"person", "document", "media"})


def name_of(cluster: Cluster, book: Book) -> str | None:
    """The name of a cluster: the knowledge entry's, that of a state's government or force, else its longest name."""
    entry = book.scene.lexicon.entries.get(cluster.known or "")
    if entry:
        return entry.name
    if cluster.kind == "government" and cluster.country:
        return government_name(cluster.country, book)
    if cluster.kind == "group" and cluster.country and all(m.form != "name" for m in cluster.mentions):
        return force_name(cluster, book)
    issuer = issuer_of(cluster, book)
    if issuer:
        return name_of(issuer, book)
    names = [mention.name or mention.span.text for mention in cluster.mentions if mention.form == "name"]
    return max(names, key=lambda name: (len(name.split()), len(name)), default=None)


def adjective(country: str, book: Book) -> str | None:
    """The word by which a state's government and forces are called, its first adjective where no other is usual."""
    state = book.scene.lexicon.states.get(country)
    return str(state.get("style") or state["adjectives"][0]) if state else None


def government_name(country: str, book: Book) -> str | None:
    """What the government of a state is called: by its knowledge entry on the document's day, else by its adjective."""
    entry = holding(book.scene.lexicon.governments.get(country, ()), book.scene.day)
    if entry:
        return entry.name
    word, template = adjective(country, book), book.scene.words.templates.get("government")
    return template.format(adjective=word) if word and template else None


def force_name(cluster: Cluster, book: Book) -> str | None:
    """What a force of a state is called ("Syrian army")."""
    word, template = adjective(cluster.country or "", book), book.scene.words.templates.get("force")
    noun = next(iter(sorted(cluster.nouns)), None)
    return template.format(adjective=word, noun=noun) if word and noun and template else None


def side_of(cluster: Cluster, book: Book) -> str | None:
    """The side of a cluster on the document's day, else that of the person whose fighters they are."""
    side = own_side(cluster, book)
    return side if side or cluster.known else side_of_leader(cluster, book)


def own_side(cluster: Cluster, book: Book) -> str | None:
    """The side of a cluster by itself: its entry's, its state's, the body's that it belongs to, or its own."""
    entry = book.scene.lexicon.entries.get(cluster.known or "")
    if entry:
        return side_of_entry(entry, book)
    if cluster.kind in ("government", "group") and cluster.country and name_of(cluster, book):
        return government_side(cluster.country, book)
    if cluster.kind == "government" and (country := state_in_name(cluster, book)):
        return government_side(country, book)
    if cluster.kind in PARTIES and is_organ(cluster, book):
        return government_side(owning_state(cluster, book) or book.scene.countries[0], book)
    if cluster.kind in PARTIES:
        return proper_name(cluster, book)
    if cluster.kind not in BELONGING:
        return None
    issuer = issuer_of(cluster, book)
    if issuer and (issued := own_side(issuer, book)):
        return issued
    for mention in cluster.mentions:
        side = affiliated_side(mention, book)
        if side:
            return side
    return side_by_words(cluster, book)


def side_of_leader(cluster: Cluster, book: Book) -> str | None:
    """The side of the person whose fighters they are ("his men")."""
    for mention in (one for one in cluster.mentions if one.rule in LED or (one.rule == "office" and one.plural)):
        for inner in bodies_within(mention, book.scene):
            leader = book.of.get(inner.id) if inner.form == "pronoun" else None
            if leader is not None and leader.kind == "person" and (side := own_side(leader, book)):
                return side
    return None


def proper_name(cluster: Cluster, book: Book) -> str | None:
    """The name of a body, None where it is no more than a common noun ("State", "Army") or may mean several bodies."""
    name = name_of(cluster, book)
    if any(mention.candidates for mention in cluster.mentions):
        return None
    return None if name is not None and key_of(name) in book.scene.words.nouns else name


def side_by_words(cluster: Cluster, book: Book) -> str | None:
    """The side that plain words before a noun tell ("opposition activist"), else that of the body that spoke just before."""
    for mention in cluster.mentions:
        entries = tuple(described_bodies(mention, book)) if mention.form != "pronoun" else ()
        named = [entry for entry in entries if f"known {entry.id}" in book.by_key]
        entry = named[0] if len(named) == 1 else main_entry(entries, book) if entries else None
        if entry:
            return side_of_entry(entry, book)
    body = bridged_body(cluster, book)
    return own_side(body, book) if body else None


def state_in_name(cluster: Cluster, book: Book) -> str | None:
    """The state whose adjective opens the name of an office ("Turkish Foreign Ministry")."""
    name = name_of(cluster, book) or ""
    for country, state in book.scene.lexicon.states.items():
        if any(name.startswith(f"{word} ") for word in (*state.get("adjectives", ()), state.get("style", "-"))):
            return country
    return None


def is_organ(cluster: Cluster, book: Book) -> bool:
    """Whether a body is by its name an organ of the state that the document is about ("Tell Police Command")."""
    name = (name_of(cluster, book) or "").lower()
    organs = book.scene.words.sets["state_organs"]
    return bool(book.scene.countries) and any(name == organ or name.endswith(f" {organ}") for organ in organs)


def owning_state(cluster: Cluster, book: Book) -> str | None:
    """The state named right before an organ of it ("Ukraine's General Staff"), or None."""
    before = (body for mention in cluster.mentions for body in bodies_before(mention, book.scene))
    return next((body.country for body in before if body.country), None)


def side_of_entry(entry: Entry, book: Book) -> str | None:
    """The side of a knowledge entry: its dated side, its parent's, that of its post; a group is its own side."""
    seen = {entry.id}
    while True:
        side = next((dated.value for dated in entry.sides if dated.holds(book.scene.day)), None)
        if side or entry.sort == "outlet":
            return side
        parent = entry.parent or post_of(entry, book.scene.day)
        upper = book.scene.lexicon.entries.get(parent or "")
        if upper is None or upper.id in seen:
            return entry.name if entry.sort == "group" else None
        entry = upper
        seen.add(entry.id)


def post_of(entry: Entry, day: str | None) -> str | None:
    """The group in which a person holds a post on a day, else the last one held."""
    groups = [post for post in entry.posts if post.group]
    current = [
        p for p in groups if (p.start is None or (day or "9999") >= p.start) and (p.end is None or (day or "9999") <= p.end)
    ]
    return (current or groups)[-1].group if groups else None


def government_side(country: str, book: Book) -> str | None:
    """The side of a state's government."""
    entry = holding(book.scene.lexicon.governments.get(country, ()), book.scene.day)
    return side_of_entry(entry, book) if entry else government_name(country, book)


def affiliated_side(mention: Mention, book: Book) -> str | None:
    """The side of the body that a person or document belongs to by the words around it."""
    if mention.form == "pronoun":
        return None
    bodies = (
        list(bodies_within(mention, book.scene)) if mention.form == "description" else list(bodies_before(mention, book.scene))
    )
    if mention.form == "name":
        bodies += [inner for office in offices_beside(mention, book.scene) for inner in bodies_within(office, book.scene)]
    for body in bodies:
        cluster = book.of.get(body.id)
        told_to = cluster is not None and cluster.kind == "media" and mention.form == "name"
        of_nation = cluster is not None and cluster.kind == "nationality"
        if of_nation and (mention.kind == "media" or (mention.form == "name" and not mention.role)):
            continue
        if cluster is not None and is_of_state(mention, body, book):
            return government_side(body.country or "", book)
        side = side_of_body(cluster, book) if cluster and not told_to and mention not in cluster.mentions else None
        if side:
            return side
    return None


def is_of_state(mention: Mention, state: Mention, book: Book) -> bool:
    """Whether a state stands before one of its offices, or by its initials before any ("US Defense Secretary X")."""
    before = state.span.start < book.scene.tokens[mention.head].start
    named = state.kind == "place" and state.country is not None and before
    by_initials = mention.role is not None and state.span.text.replace(".", "").isupper()
    return named and "state" in state.rule and (mention.role in book.scene.words.of_state or by_initials)


def side_of_body(cluster: Cluster, book: Book) -> str | None:
    """The side of a body that somebody belongs to; a state counts as its government."""
    if cluster.kind in BODIES or cluster.kind == "person":
        return own_side(cluster, book) if cluster.kind != "person" or cluster.known else None
    return government_side(cluster.country, book) if cluster.kind == "nationality" and cluster.country else None
