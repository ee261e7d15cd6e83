"""The titles and offices of people, taken from the words before their names and from descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.annotate.mentions.page import Page
from counterclaim.annotate.mentions.words import Words
from counterclaim.records import Mention, Token

REACH = 16
BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})


def with_roles(mentions: Iterable[Mention], page: Page) -> Iterator[Mention]:
    """The mentions with the roles that titles and offices give them."""
    for mention in mentions:
        role = role_of(mention, page)
        yield replace(mention, role=role) if role else mention


def role_of(mention: Mention, page: Page) -> str | None:
    """The role of a person named or described, or None."""
    if mention.kind != "person":
        return None
    first = page.tree.within(mention.span.start, mention.span.end).start
    if mention.form == "name":
        return office_in(before_name(first, page.tokens, page.words), page)
    if mention.form == "description" and mention.rule == "office":
        return office_in(range(mention.head, first - 1, -1), page) or page.tokens[mention.head].lemma.lower()
    return None


def before_name(first: int, tokens: Sequence[Token], words: Words) -> range:
    """The tokens right before a name that may hold a title, nearest first."""
    index = first - 1
    while index >= 0 and first - index < REACH and may_precede(index, tokens, words):
        index -= 1
    return range(first - 1, index, -1)


def may_precede(index: int, tokens: Sequence[Token], words: Words) -> bool:
    """Whether a token may stand between a title and its name, or within a title."""
    token = tokens[index]
    if token.sentence != tokens[min(index + 1, len(tokens) - 1)].sentence:
        return False
    linking = token.text in ("-", "(", ")", ".") or (token.pos == "PART" and token.relation == "case")
    return linking or token.pos in BEFORE or joins_title(index, tokens, words)


def joins_title(index: int, tokens: Sequence[Token], words: Words) -> bool:
    """Whether a word is the middle one of a title ("of" in "Secretary of State")."""
    return tuple(key_of(token.text) for token in tokens[max(0, index - 1) : index + 2]) in words.ranks


def office_in(indices: Iterable[int], page: Page) -> str | None:
    """The title or office nearest to a name, with the words that make it one ("foreign minister")."""
    keys = [(index, key_of(page.tokens[index].text)) for index in indices]
    for at, (_, key) in enumerate(keys):
        longer = tuple(word for _, word in reversed(keys[at : at + 3]))
        for size in (3, 2):
            if len(longer) >= size and longer[-size:] in page.words.ranks:
                return page.words.ranks[longer[-size:]]
        noun = page.words.nouns.get(key)
        if noun is not None and noun.group == "office":
            return key
        if (key,) in page.words.ranks:
            return page.words.ranks[key,]
    return None
