"""Common nouns that stand for a source or a party, with the words that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.annotate.mentions.page import Page
from counterclaim.annotate.mentions.words import Noun
from counterclaim.records import Mention, Token
from counterclaim.syntax import title_range

NAMING = frozenset({"compound", "modifier", "noun_modifier"})
DEPENDENT = frozenset(
    {"determiner", "predeterminer", "modifier", "compound", "noun_modifier", "number", "quantifier", "possessive"}
)


def find_descriptions(page: Page, names: Sequence[Mention]) -> list[Mention]:
    """The descriptions of a document, each over its noun, the words before it and the body it belongs to."""
    named = {index: name for name in names for index in page.tree.within(name.span.start, name.span.end)}
    heads = [
        token for token in page.tokens if token.index not in named and noun_of(token, page) and stands_alone(token, page, named)
    ]
    return [description(token, page, named) for token in heads]


def noun_of(token: Token, page: Page) -> Noun | None:
    """The class of a common noun, or None."""
    if token.pos not in ("NOUN", "PROPN", "ADJ") or (
        token.pos == "ADJ" and token.relation in ("modifier", "root", "adjective_complement")
    ):
        return None
    nouns = page.words.nouns
    return nouns.get(token.lemma.lower()) or nouns.get(key_of(token.text)) or nouns.get(singular(key_of(token.text)))


def singular(key: str) -> str:
    """A word without the plural ending that the tagger took for part of a name."""
    return key[:-1] if key.endswith("s") else key


def stands_alone(token: Token, page: Page, named: dict[int, Mention]) -> bool:
    """Whether a noun is the head of its phrase, not a word before another noun or before a name."""
    if token.relation not in NAMING or token.head <= token.index:
        return True
    head = page.tokens[token.head]
    between = page.tokens[token.index + 1 : head.index]
    return head.pos not in ("NOUN", "PROPN") or any(t.pos in ("PUNCT", "VERB") and t.text != "-" for t in between)


def description(token: Token, page: Page, named: dict[int, Mention]) -> Mention:
    """The mention of a common noun."""
    noun = noun_of(token, page)
    kind = "place" if is_region(token, page, named) else noun.kind if noun else "other"
    indices = extent(token, page, named)
    plural = token.form == "plural"
    return page.mention(
        indices[0], indices[-1] + 1, kind, "description", head=token.index, rule=noun.group if noun else "", plural=plural
    )


def is_region(token: Token, page: Page, named: dict[int, Mention]) -> bool:
    """Whether a noun that can mean a government stands after the name of a place that is no country ("Borno state")."""
    before = named.get(token.index - 1)
    return (
        page.words.has("place_nouns", token.lemma.lower())
        and before is not None
        and before.kind == "place"
        and before.country is None
        and page.tokens[token.index - 1].head == token.index
    )


def extent(token: Token, page: Page, named: dict[int, Mention]) -> list[int]:
    """The tokens of a description from its first dependent before it to the end of the phrase that it belongs to."""
    if closes_headline(token, page):
        return [token.index]
    left = [
        child for child in page.tree.children[token.index] if child < token.index and page.tokens[child].relation in DEPENDENT
    ]
    first = min((min(page.tree.subtree(child)) for child in left), default=token.index)
    while first < token.index and page.tokens[first].pos == "PUNCT" and page.tokens[first].text not in "“\"‘'":
        first += 1
    first = max([first, *(index + 1 for index in range(first, token.index) if is_person(index, named))])
    last = max([token.index, *belonging_ends(token, page)])
    return list(range(max(first, token.index - 25), last + 1))


def closes_headline(token: Token, page: Page) -> bool:
    """Whether a noun with a capital closes a headline of small words: who says it, and no part of what is told."""
    title = title_range(page.annotated.document)
    if title is None or token.end != title[1] or not token.text[:1].isupper():
        return False
    before = [page.tokens[index] for index in page.tree.within(*title) if index < token.index]
    return any(word.text.islower() and word.pos in ("NOUN", "VERB") for word in before)


def is_person(index: int, named: dict[int, Mention]) -> bool:
    """Whether a token is part of a person's name that its title stands after ("X spokesman for the agency")."""
    return index in named and named[index].kind == "person" and named[index].known is None


def belonging_ends(token: Token, page: Page) -> Iterable[int]:
    """The last tokens of the phrases right after a noun that say whose or from where it is."""
    expected = token.index + 1
    for child in page.tree.children[token.index]:
        word = page.tokens[child]
        if (
            child != expected
            or word.relation not in ("preposition", "agent")
            or not page.words.has("belonging", word.text.lower())
        ):
            continue
        inner = page.tree.child(child, "preposition_object")
        if inner is None or page.tokens[inner].pos not in ("NOUN", "PROPN", "ADJ", "PRON") or inner in page.times:
            continue
        if closes_headline(page.tokens[inner], page):
            continue
        barred = page.tree.having(
            inner, "relative_clause", "participle", "apposition", "clause", "adverbial_clause", "punctuation", "other"
        )
        far = [
            c for c in page.tree.having(inner, "preposition") if not page.words.has("belonging", page.tokens[c].text.lower())
        ]
        tokens = page.tree.subtree(inner, without=(*barred, *far))
        end = contiguous_end(inner, tokens)
        expected = end + 1
        yield end


def contiguous_end(start: int, indices: Sequence[int]) -> int:
    """The last index that follows the start without a gap."""
    end = start
    for index in indices:
        if index == end + 1:
            end = index
    return end
