"""What unknown names are: votes of their neighbours in the whole document, and the gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.annotate.mentions.page import Page
from counterclaim.contracts import Gazetteer
from counterclaim.records import Mention, MentionKind, Token

OPEN: frozenset[MentionKind] = frozenset({"organisation", "other", "document", "weapon", "nationality", "place", "person"})
ONE = frozenset({"person", "witness"})
TAGGER = 2
SURE = 2.0


def settle_kinds(names: Sequence[Mention], page: Page, gazetteer: Gazetteer) -> list[Mention]:
    """The names with the kinds that their neighbours and the gazetteer give them; one name has one kind a document."""
    people = surnames(names)
    votes: dict[str, Counter[MentionKind]] = {}
    tagged: dict[str, Counter[MentionKind]] = {}
    for name in names:
        if is_open(name):
            key = key_of(name.span.text)
            votes.setdefault(key, Counter()).update(votes_for(name, page, people))
            tagged.setdefault(key, Counter())[name.kind] += 1
    for key, counted in tagged.items():
        votes[key][counted.most_common(1)[0][0]] += TAGGER
    countries = scene_of(names, page, gazetteer)
    kinds = {key: winner(key, counted, gazetteer, countries) for key, counted in votes.items()}
    settled = [
        replace(name, kind=kinds[key]) if (key := key_of(name.span.text)) in kinds and is_open(name) else name for name in names
    ]
    return [as_speaker(name, page) for name in settled]


def is_open(name: Mention) -> bool:
    """Whether no knowledge entry says what a name is."""
    return name.known is None and name.country is None and not name.candidates


def scene_of(names: Iterable[Mention], page: Page, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The countries that the document names, most often named first, then those of its dateline and of its conflicts."""
    counted = Counter(name.country for name in names if name.country and name.kind in ("place", "nationality"))
    dateline = page.annotated.document.dateline_place
    datelined = [place.country for place in gazetteer.exact(dateline.text)[:1] if place.country] if dateline else []
    fought = [country for country, found in page.lexicon.conflicts.items() if page.conflicts and page.conflicts[0][0] in found]
    return tuple(dict.fromkeys((*(country for country, _ in counted.most_common(5)), *datelined, *fought)))


def surnames(names: Iterable[Mention]) -> frozenset[str]:
    """The last words of the full names of people in the document."""
    full = (name.span.text.split() for name in names if name.kind == "person")
    return frozenset(key_of(words[-1]) for words in full if len(words) > 1)


def votes_for(name: Mention, page: Page, people: frozenset[str]) -> Counter[MentionKind]:
    """What one occurrence says of the kind of a name: the tagger's word, the words around it, a full name elsewhere."""
    votes: Counter[MentionKind] = Counter()
    words = page.words
    if any(words.has("kunya", key_of(word)) for word in name.span.text.split()[:-1]):
        votes["person"] += 6
    if is_telling(name, page):
        votes[name.kind] += 3
    own = name.span.text.split()
    if len(own) > 1 and words.has("place_nouns", key_of(own[-1])):
        votes["place"] += 5
    if " " not in name.span.text and key_of(name.span.text) in people:
        votes["person"] += 5
    first, last = page.tree.within(name.span.start, name.span.end).start, page.tree.within(name.span.start, name.span.end).stop
    before, after = neighbour(page, first - 1), neighbour(page, last)
    if words.has("definite", before):
        before = neighbour(page, first - 2)
    if words.has("place_prepositions", before) and not noun_follows(page, last):
        votes["place"] += 2
    elif words.has("weak_place_prepositions", before) and not noun_follows(page, last):
        votes["place"] += 1
    if page.tokens[name.head].relation == "object" and words.has(
        "place_verbs", page.tokens[page.tokens[name.head].head].lemma.lower()
    ):
        votes["place"] += 1
    if words.has("site_nouns", after) and page.tokens[name.head].relation == "compound":
        votes["place"] += 3
    if words.has("place_nouns", after) or (
        before in (words.of, *words.sets["place_nouns"]) and words.has("place_nouns", neighbour(page, first - 2))
    ):
        votes["place"] += 4
    if before == words.of and words.has("offices_of_places", neighbour(page, first - 2)):
        votes["place"] += 4
    if (
        before in words.courtesy
        or (before,) in words.ranks
        or (before in words.nouns and words.nouns[before].group == "office")
    ):
        votes["person"] += 4
    if beside_office(name, page):
        votes["person"] += 4
    if beside_place(name, page):
        votes["place"] += 4
    if before == words.of and words.has("nouns_of_places", neighbour(page, first - 2)):
        votes["place"] += 3
    if page.tokens[name.head].relation == "subject" and page.words.has(
        "speech", page.tokens[page.tokens[name.head].head].lemma.lower()
    ):
        votes["person" if name.kind == "person" else "organisation"] += 1
    return votes


def beside_office(name: Mention, page: Page) -> bool:
    """Whether a name and a noun for one person stand in apposition ("a member of the council Adam Noor", "X, a resident")."""
    own = page.tokens[name.head]
    beside = [*page.tree.having(name.head, "apposition"), *([own.head] if own.relation == "apposition" else ())]
    return any(is_somebody(page.tokens[index], page) for index in beside)


def beside_place(name: Mention, page: Page) -> bool:
    """Whether a name is told to be a place by the noun in apposition after it ("X, a key town in the east")."""
    nouns = (page.tokens[index] for index in page.tree.having(name.head, "apposition"))
    return any(token.pos == "NOUN" and page.words.has("place_nouns", token.lemma.lower()) for token in nouns)


def is_somebody(token: Token, page: Page) -> bool:
    """Whether a token is a common noun for one person."""
    noun = page.words.nouns.get(token.lemma.lower())
    return noun is not None and noun.kind in ONE and token.pos == "NOUN" and token.form != "plural"


def is_telling(name: Mention, page: Page) -> bool:
    """Whether the kind of a name rests on a telling word in it."""
    return any(word in page.words.name_words for word in name.span.text.split()[-1:])


def neighbour(page: Page, index: int) -> str:
    """The key of the word at a place, empty outside the text."""
    return key_of(page.tokens[index].text) if 0 <= index < len(page.tokens) else ""


def noun_follows(page: Page, index: int) -> bool:
    """Whether a noun follows directly, so that the name only modifies it."""
    return (
        index < len(page.tokens)
        and page.tokens[index].pos in ("NOUN", "PROPN")
        and not page.words.has("place_nouns", neighbour(page, index))
    )


def winner(key: str, votes: Mapping[MentionKind, float], gazetteer: Gazetteer, countries: Sequence[str]) -> MentionKind:
    """The kind with most votes; a name that the gazetteer holds gains, most in the countries of the document."""
    counted = Counter(votes)
    if counted["person"] < SURE + 2 and countries and gazetteer.exact(key, countries):
        counted["place"] += 3
    elif counted["place"] and counted["person"] < SURE and gazetteer.exact(key):
        counted["place"] += 2
    best = max(counted.values(), default=0)
    return next(kind for kind, count in counted.items() if count == best)


def as_speaker(name: Mention, page: Page) -> Mention:
    """A state, or its capital, that speaks or acts as its government ("Kabul denied")."""
    if name.kind != "place" or name.country is None or not name.rule.startswith("known"):
        return name
    token = page.tokens[first_named(name.head, page)]
    verb = page.tokens[token.head].lemma.lower()
    speaks = token.relation == "subject" and (page.words.has("speech", verb) or page.words.has("acting", verb))
    return replace(name, kind="government", rule=f"{name.rule}, speaks") if speaks else name


def first_named(index: int, page: Page) -> int:
    """The first of several names joined by "and", on which the sentence hangs; the name itself where it is alone."""
    while page.tokens[index].relation == "conjunct" and page.tokens[index].head != index:
        index = page.tokens[index].head
    return index
