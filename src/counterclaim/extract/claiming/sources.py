"""Who speaks: the words of a source resolved to a party with its kind, name, role and side."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.governments import government_of
from counterclaim.records import Mention, Party, SourceKind, Span

DESCRIBED: tuple[SourceKind, ...] = ("witness", "unnamed", "media", "government", "organisation")
TOGETHER = frozenset({"group", "government", "organisation"})
STANDING_KINDS: dict[str, SourceKind] = {
    "person": "person", "group": "group", "government": "government", "organisation": "organisation", "media": "media",
    "document": "document", "witness": "witness", "nationality": "group", "place": "government", "facility": "government",
}  # fmt: skip


def party_of(source: Span | None, page: Page) -> Party:
    """The party that the words of a source stand for; of kind "unstated" where there are none."""
    indices = page.tokens_of(source)
    if source is None or not indices:
        return Party(span=source, kind="unstated")
    head = head_of(indices, page)
    mention = mention_of(head, indices, page)
    author = author_of(head, indices, page) if is_document(head, mention, page) else None
    named = author or mention
    against = page.tokens[head].lemma.lower() in page.vocabulary.lemmas["opponents"]
    return Party(
        span=source,
        kind=kind_of(head, mention, author, page),
        name=joint_name(head, named, indices, page) if named else None,
        role=mention.role if mention else None,
        side=None if against else side_of(named, indices, page),
        mention=mention.id if mention else None,
        known=named.known if named else None,
    )


def joint_name(head: int, first: Mention, indices: Sequence[int], page: Page) -> str | None:
    """The name of a source, those of all bodies where several speak together ("Russia and Syria"); its side is the first's."""
    others = [
        one
        for index in page.tree.having(head, "conjunct")
        if index in set(indices)
        for one in page.mentions.get(index, ())[:1]
        if one.kind in TOGETHER and first.kind in TOGETHER and one.name and one.name != first.name
    ]
    joint = next((page.tokens[index].text for index in page.tree.having(head, "coordinator")), None)
    return (
        f" {joint} ".join([first.name, *(str(one.name) for one in others)]) if first.name and joint and others else first.name
    )


def head_of(indices: Sequence[int], page: Page) -> int:
    """The noun that heads the words of a source: an appositive's name gives way to what it stands beside."""
    inside = set(indices)
    tops = [i for i in indices if page.tokens[i].head not in inside or page.tokens[i].head == i]
    nouns = [i for i in tops if page.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    nominal = [i for i in tops if page.tokens[i].pos in {"NUM", "DET", "ADJ"}]
    return (nouns or nominal or tops or list(indices))[0]


def mention_of(head: int, indices: Sequence[int], page: Page) -> Mention | None:
    """The mention that the head of a source belongs to: of those headed by it the longest, else the first named beside it."""
    own = max(page.mentions.get(head, ()), key=lambda mention: mention.span.end - mention.span.start, default=None)
    if own is not None and (own.name is not None or own.kind not in {"person", "other"}):
        return own
    person = person_within(indices, page)
    if own is not None or person is not None:
        return person or own
    beside = [mention for mention in page.mentions_in(indices) if page.tokens[mention.head].head == head]
    people = [mention for mention in beside if mention.kind == "person"]
    near = [m for m in beside if page.tokens[m.head].relation in {"apposition", "compound", "noun_modifier"}]
    return (people or near or [None])[0]  # type: ignore[list-item]


def person_within(indices: Sequence[int], page: Page) -> Mention | None:
    """The person named within the words of a source that are headed by an office ("the leader of X, Y")."""
    clause = {i for top in indices for i in page.tree.having(top, "relative_clause") for i in page.tree.subtree(i)}
    mentions = page.mentions_in(index for index in indices if index not in clause)
    named = [m for m in mentions if m.kind == "person" and m.form == "name" and not is_owner(m, page)]
    return named[-1] if named else None


def is_owner(mention: Mention, page: Page) -> bool:
    """Whether a name is whose something is, or what a preposition governs ("opponents of X", "X's office")."""
    return page.tokens[mention.head].relation in {"possessive", "preposition_object"}


def is_document(head: int, mention: Mention | None, page: Page) -> bool:
    """Whether the source is a writing or a recording, not its author."""
    if mention is not None and mention.kind in {"person", "group", "government", "media"} and mention.form == "name":
        return False
    return page.tokens[head].lemma.lower() in page.vocabulary.lemmas["document"]


def author_of(head: int, indices: Sequence[int], page: Page) -> Mention | None:
    """Whose document it is: the first party named within the words ("the army's statement", "a report by the council")."""
    parties = [mention for mention in page.mentions_in(indices) if mention.head != head and speaks(mention)]
    return parties[0] if parties else None


def speaks(mention: Mention) -> bool:
    """Whether a mention is of something that can say a thing."""
    return mention.kind in {"person", "group", "government", "organisation", "media", "nationality", "witness"}


def kind_of(head: int, mention: Mention | None, author: Mention | None, page: Page) -> SourceKind:
    """What kind of source speaks."""
    lemma, lemmas = page.tokens[head].lemma.lower(), page.vocabulary.lemmas
    if author is not None or (mention is None and lemma in lemmas["document"]):
        return "document"
    named = mention is not None and mention.name is not None
    if not named:
        for kind in DESCRIBED:
            if lemma in lemmas[kind]:
                return kind
    if mention is None:
        return "unnamed" if page.tokens[head].pos != "PROPN" else "person"
    if mention.kind == "person" and not named:
        return "unnamed"
    first = next((other for other in page.annotated.mentions if other.id == mention.chain), mention)
    return STANDING_KINDS.get(mention.kind) or STANDING_KINDS.get(first.kind, "unnamed")


def side_of(named: Mention | None, indices: Sequence[int], page: Page) -> str | None:
    """The side of a source: its own, else that of the first party named within its words."""
    if named is not None and has_own_side(named):
        return named.side
    if named is not None and named.kind in {"place", "government"} and named.country:
        return government_of(named.country, page.annotated, page.kit)
    within = next((m.side for m in page.mentions_in(indices) if has_own_side(m) and not is_alias(m, page)), None)
    unnamed = indices and (named is None or named.name is None)
    described = page.described.get(page.tokens[head_of(indices, page)].text.lower()) if unnamed else None
    return within or side_by_modifier(indices, page) or described or side_of_office(indices, page)


def is_alias(mention: Mention, page: Page) -> bool:
    """Whether a name is another name of somebody named before it ("X, alias Y")."""
    words = page.tree.within(mention.span.start, mention.span.end)
    before = words.start - 1
    return before >= 0 and page.tokens[before].text.lower() in page.vocabulary.lemmas["aliases"]


def has_own_side(mention: Mention) -> bool:
    """Whether a mention has a side that is more than the common noun it is called by ("the navy")."""
    return mention.side is not None and not (mention.side == mention.name and mention.side.islower())


def side_of_office(indices: Sequence[int], page: Page) -> str | None:
    """The government that an office of the state is of: that of a place named with it, else of the document's conflict."""
    if not any(page.tokens[index].lemma.lower() in page.vocabulary.lemmas["state_offices"] for index in indices):
        return None
    named = [country for mention in page.mentions_in(indices) if (country := country_of(mention, page))]
    words = [page.tokens[index] for index in indices]
    if not named and any(word.relation == "modifier" and word.text[:1].isupper() for word in words):
        return None
    country = next(iter((*named, *local_countries(indices, page), *page.countries)), None)
    return government_of(country, page.annotated, page.kit) if country else None


def local_countries(indices: Sequence[int], page: Page) -> list[str]:
    """The countries of the places told of in the sentence of an office of a town or a region, in text order."""
    if not any(page.tokens[index].lemma.lower() in page.vocabulary.lemmas["local_offices"] for index in indices):
        return []
    sentence = page.sentence_of(indices[0])
    told = page.mentions_in(range(sentence.first, sentence.last))
    places = (mention for mention in told if mention.kind == "place" and mention.form == "name")
    return [country for mention in places if (country := country_of(mention, page))]


def country_of(mention: Mention, page: Page) -> str | None:
    """The country of a mention: its own, or that in which the place lies that it names or goes back to ("the region")."""
    if mention.country or mention.kind not in ("place", "facility"):
        return mention.country
    first = next((other for other in page.annotated.mentions if other.id == mention.chain), mention)
    spans = (mention.span, first.span)
    inside = (other for other in page.annotated.mentions if other.kind == "place" and other.form == "name")
    names = [one.name for one in inside if one.name and any(s.start <= one.span.start < s.end for s in spans)]
    places = (place for name in names for place in page.kit.gazetteer.exact(name)[:1])
    return next((place.country for place in places if place.country), None)


def side_by_modifier(indices: Sequence[int], page: Page) -> str | None:
    """The side of the group of the document's conflict that a modifier describes ("an opposition activist")."""
    for index in indices:
        token = page.tokens[index]
        if token.relation in {"compound", "modifier", "noun_modifier"} and token.lemma.lower() in page.described:
            return page.described[token.lemma.lower()]
    return None
