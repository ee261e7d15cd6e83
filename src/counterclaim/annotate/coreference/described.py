"""What a description stands for: the body it belongs to, a name in apposition, or something mentioned before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.annotate.coreference.affiliation import backs, bodies_within, gap_is_comma, offices_beside
from counterclaim.annotate.coreference.book import BODIES, Book, Cluster, noun_key
from counterclaim.annotate.coreference.named import same_body
from counterclaim.annotate.coreference.scene import holding
from counterclaim.annotate.mentions.lexicon import PIECES, Entry, key_of
from counterclaim.records import Mention
from counterclaim.syntax import title_range

ARMED = frozenset({"fighters", "troops", "force", "body", "government"})
OF_STATE = frozenset({"troops", "force", "government"})
NAMED_BODY = frozenset({"body", "organisation", "media"})
CAPITAL = "known capital"
REACH = 4
# how much of a word is the same in both its spellings ("defence", "defense")
STEM = 4
SUBJECTS = frozenset({"subject", "passive_subject"})


def chain_description(mention: Mention, book: Book) -> Cluster:
    """The cluster of a description, a new one where it stands for nothing mentioned."""
    found = (
        (same_body(mention, book) if mention.form == "name" else None)
        or named_below(mention, book)
        or beside_name(mention, book)
        or of_body(mention, book)
        or by_knowledge(mention, book)
        or (before_it(mention, book) if is_definite(mention, book) else None)
    )
    return book.add(mention, found) if found else book.open(mention)


def named_below(mention: Mention, book: Book) -> Cluster | None:
    """The cluster of the name that a description in a title is written like, where the text under the title has one."""
    document = book.scene.annotated.document
    if mention.span.start >= document.body_start or not mention.span.text[:1].isupper():
        return None
    alike = (other for other in book.scene.mentions if other.form == "name" and other.span.text == mention.span.text)
    return next((book.of[other.id] for other in alike if other.id in book.of), None)


def is_definite(mention: Mention, book: Book) -> bool:
    """Whether a description may stand for something mentioned before: "the", "its"; never "a second"."""
    keys = [key_of(book.scene.tokens[index].text) for index in book.scene.before(mention)]
    if any(book.scene.words.has("indefinite", key) for key in keys) or any(key.isdigit() for key in keys):
        return False
    return bool(keys) and book.scene.words.has("definite", keys[0])


def beside_name(mention: Mention, book: Book) -> Cluster | None:
    """The cluster of the name that a description stands in apposition to."""
    scene = book.scene
    if mention.kind == "person":
        named = next(
            (
                m
                for m in scene.near(mention)
                if m.form == "name" and m.kind == "person" and mention in tuple(offices_beside(m, scene))
            ),
            None,
        )
        return book.of.get(named.id) if named else None
    if mention.kind not in BODIES:
        return None
    for other in scene.near(mention):
        if other.form == "name" and other.kind in BODIES and other.id in book.of and next_to(mention, other, book):
            return book.of[other.id]
    return None


def next_to(mention: Mention, name: Mention, book: Book) -> bool:
    """Whether a body's name and its description stand side by side ("the militant group X", "X, a militant group")."""
    scene = book.scene
    first, last = scene.first_token[mention.id], scene.last_token[mention.id]
    name_first, name_last = scene.first_token[name.id], scene.last_token[name.id]
    plural = mention.plural or mention.rule in ("fighters", "troops")
    if plural or parted_by_title(mention, name, book):
        return False
    if name_first > mention.head + 1 and opens_clause(mention, name, book):
        return False
    after = name_first > mention.head and name_first <= last + 2 and gap_is_comma(mention.head + 1, name_first, scene)
    before = name_last < first <= name_last + 2 and first - name_last == 2 and gap_is_comma(name_last + 1, first, scene)
    return after or (before and scene.tokens[mention.head].relation == "apposition")


def opens_clause(mention: Mention, name: Mention, book: Book) -> bool:
    """Whether a name is the subject of the clause that a phrase with the description leads in ("To the army, X ...")."""
    tokens = book.scene.tokens
    return tokens[mention.head].relation == "preposition_object" and tokens[name.head].relation in SUBJECTS


def parted_by_title(one: Mention, other: Mention, book: Book) -> bool:
    """Whether one of two mentions stands in the title at the head of the text and the other below it."""
    title = title_range(book.scene.annotated.document)
    return title is not None and (one.span.end <= title[1]) != (other.span.end <= title[1])


def of_body(mention: Mention, book: Book) -> Cluster | None:
    """The cluster of the body whose fighters, forces or officials a description means ("Taliban fighters")."""
    if mention.rule not in ARMED and mention.rule not in NAMED_BODY:
        return None
    for inner in bodies_within(mention, book.scene):
        cluster = book.of.get(inner.id)
        if cluster is None:
            continue
        if inner.kind == "nationality" or (inner.kind == "place" and inner.country):
            if mention.rule in OF_STATE and inner.country and adjoining(inner, mention, book) and not opposes(mention, book):
                return state_cluster(mention, inner.country, book)
            continue
        if mention.rule in ARMED and cluster.kind in ("group", "government"):
            return cluster
        if mention.rule in NAMED_BODY and cluster.kind in BODIES and book.scene.last_token[inner.id] + 1 == mention.head:
            return cluster
        if mention.rule == "government" and cluster.kind == "person":
            return ruled_by(cluster, book)
    return None


def opposes(mention: Mention, book: Book) -> bool:
    """Whether a word before a noun says that the body stands against its state ("the country's rebel council")."""
    return any(
        book.scene.words.has("against_state", book.scene.tokens[index].text.lower()) for index in book.scene.before(mention)
    )


def adjoining(inner: Mention, mention: Mention, book: Book) -> bool:
    """Whether a state's name or adjective is what the noun is of: before it, after "of", or a government's seat after "in"."""
    scene = book.scene
    if inner.span.start < scene.tokens[mention.head].start:
        return True
    before = scene.tokens[scene.first_token[inner.id] - 1].text.lower()
    return before == scene.words.of or (mention.rule == "government" and inner.rule == CAPITAL)


def state_cluster(mention: Mention, country: str, book: Book) -> Cluster:
    """The cluster of a state's government or, for its forces, of these forces."""
    if mention.rule == "government":
        return government_of(country, book)
    return kept(f"force {noun_key(mention, book.scene)} {country}", Cluster(kind=mention.kind, country=country), book)


def government_of(country: str, book: Book) -> Cluster:
    """The cluster of a state's government on the day of the document."""
    government = holding(book.scene.lexicon.governments.get(country, ()), book.scene.day)
    key = f"known {government.id}" if government else f"government {country}"
    return kept(key, Cluster(kind="government", country=country, known=government.id if government else None), book)


def kept(key: str, cluster: Cluster, book: Book) -> Cluster:
    """The cluster that stands under a key, this one where none does yet."""
    if key not in book.by_key:
        book.clusters.append(cluster)
        book.by_key[key] = cluster
    return book.by_key[key]


def ruled_by(person: Cluster, book: Book) -> Cluster | None:
    """The cluster of the government that a person heads, by the knowledge files."""
    entry = book.scene.lexicon.entries.get(person.known or "")
    group = next((post.group for post in entry.posts if post.group), None) if entry else None
    return known_cluster(group, book) if group else None


def known_cluster(group: str, book: Book) -> Cluster | None:
    """The cluster of a knowledge entry, opened where the document has not named it."""
    entry = book.scene.lexicon.entries.get(group)
    if entry is None:
        return book.by_key.get(f"known {group}")
    return kept(f"known {group}", Cluster(kind=entry.kind, known=entry.id, country=entry.country), book)


def by_knowledge(mention: Mention, book: Book) -> Cluster | None:
    """The cluster of the known group that a description fits; one named here, or the main conflict's state force."""
    scene = book.scene
    for words in endings(mention, book):
        size, entries = scene.lexicon.described(words, 0)
        entries = tuple(entry for entry in entries if entry.kind != "government" or not opposes(mention, book))
        if size != len(words) or not entries:
            continue
        fitting = [entry for entry in entries if not (mention.plural and entry.kind == "organisation")]
        named = [entry for entry in fitting if f"known {entry.id}" in book.by_key]
        if len(named) == 1 and (
            is_definite(mention, book) or mention.form == "name" or mention.kind != "group" or len(words) > 1 or mention.plural
            or of_its_state(mention, named[0], book)
        ):  # fmt: skip
            return book.by_key[f"known {named[0].id}"]
        if not named and mention.rule in OF_STATE:
            entry = main_entry(entries, book)
            return known_cluster(entry.id, book) if entry else None
    return None


def of_its_state(mention: Mention, entry: Entry, book: Book) -> bool:
    """Whether a description without an article, as in a headline, names the state of a known group ("Afghan resistance")."""
    return any(inner.country == entry.country for inner in bodies_within(mention, book.scene) if inner.country)


def main_entry(entries: Iterable[Entry], book: Book) -> Entry | None:
    """The entry of the conflict that the document speaks of most, where it is the only one."""
    ranked = sorted(entries, key=lambda entry: -book.scene.conflicts.get(entry.conflict, 0.0))
    if not ranked or not book.scene.conflicts.get(ranked[0].conflict):
        return None
    heaviest = max(book.scene.conflicts.values())
    same = [entry for entry in ranked if entry.conflict == ranked[0].conflict]
    return same[0] if len(same) == 1 and book.scene.conflicts[same[0].conflict] >= heaviest else None


def endings(mention: Mention, book: Book) -> Iterator[list[tuple[str, str]]]:
    """The words of a description up to its noun, then the same with words cut off at the front."""
    tokens = book.scene.tokens[book.scene.first_token[mention.id] : mention.head + 1]
    words = [(key_of(piece), piece) for token in tokens for piece in PIECES.findall(token.text)]
    return (words[start:] for start in range(len(words)))


def before_it(mention: Mention, book: Book) -> Cluster | None:
    """Something mentioned before that a definite description can stand for."""
    noun = noun_key(mention, book.scene)
    role = book.scene.words.same_role.get(noun, noun)
    generic = book.scene.words.has("generic_bodies", noun) and mention.kind not in ("place", "facility")
    bodies: dict[str, tuple[Mention, Cluster]] = {}
    for earlier, cluster in book.recent(mention, REACH if mention.rule in ("body", "office", "organisation") else 8):
        if earlier.form == "pronoun" or not same_state(mention, cluster, book):
            continue
        if noun in cluster.nouns and same_modifiers(mention, earlier, book):
            return cluster
        if mention.rule == "office" and cluster.kind == "person" and role in cluster.roles and not cluster.plural:
            return cluster
        if (
            mention.kind in BODIES
            and cluster.kind in BODIES
            and noun in cluster.words
            and not of_other_kind(mention, cluster, book)
        ):
            return cluster
        if (
            generic
            and not (book.scene.words.has("irregular", noun) and is_state_force(cluster, book))
            and cluster.kind in taken_up(mention, cluster)
            and (earlier.form == "name" or cluster.name or cluster.known)
        ):
            bodies.setdefault(cluster.mentions[0].id, (earlier, cluster))
    return foremost(list(bodies.values()), book) if generic and bodies else None


def foremost(bodies: Sequence[tuple[Mention, Cluster]], book: Book) -> Cluster:
    """The last body named, or the subject of its sentence where that one only modifies a noun ("X, a Y affiliate, said")."""
    tokens = book.scene.tokens
    last, nearest = bodies[0]
    if tokens[last.head].relation not in ("compound", "modifier", "noun_modifier"):
        return nearest
    same = (pair for pair in bodies if book.scene.sentence(pair[0]) == book.scene.sentence(last))
    return next((cluster for earlier, cluster in same if tokens[earlier.head].relation in SUBJECTS), nearest)


def is_state_force(cluster: Cluster, book: Book) -> bool:
    """Whether a cluster is a force of a state: a known one under a government, or one told by the state's name."""
    entries = book.scene.lexicon.entries
    entry = entries.get(cluster.known or "")
    above = entries.get(entry.parent or "") if entry is not None else None
    return above.kind == "government" if above is not None else entry is None and cluster.country is not None


def taken_up(mention: Mention, cluster: Cluster) -> tuple[str, ...]:
    """The kinds of body that a description may stand for: no organisation is a force, nor is a single one several."""
    single = mention.rule not in ARMED - {"body"} and (cluster.plural or not mention.plural)
    return ("group", "organisation") if single else ("group",)


def of_other_kind(mention: Mention, cluster: Cluster, book: Book) -> bool:
    """Whether a noun within a description says that it is another body ("the defence ministry", not the interior's)."""
    tokens = book.scene.tokens
    kinds = [
        index for index in book.scene.before(mention) if tokens[index].relation == "compound" and tokens[index].pos == "NOUN"
    ]
    keys = [key_of(tokens[index].text) for index in kinds]
    return any(all(word[:STEM] != key[:STEM] for word in cluster.words) for key in keys)


def same_state(mention: Mention, cluster: Cluster, book: Book) -> bool:
    """Whether the states named in a description do not speak against a cluster."""
    named = {inner.country for inner in bodies_within(mention, book.scene) if inner.country}
    return not named or cluster.country in named


def same_modifiers(mention: Mention, earlier: Mention, book: Book) -> bool:
    """Whether the bodies inside two descriptions with one noun are the same, or the later one has none."""
    mine = {id(book.of[m.id]) for m in bodies_within(mention, book.scene) if m.id in book.of}
    theirs = (
        {id(book.of[m.id]) for m in bodies_within(earlier, book.scene) if m.id in book.of}
        if earlier.form == "description"
        else set()
    )
    return not mine or mine <= theirs or backs_only(mention, book)


def backs_only(mention: Mention, book: Book) -> bool:
    """Whether the only names inside a description say who backs it."""
    inner = [book.scene.names_at[index] for index in book.scene.before(mention) if index in book.scene.names_at]
    return bool(inner) and all(backs(name, book.scene) for name in inner)
