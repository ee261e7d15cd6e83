"""Personal pronouns that stand for somebody or something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.annotate.mentions.page import Page
from counterclaim.records import Mention, MentionKind, Token

CLAUSES = frozenset({"clause", "open_clause", "clausal_subject", "adverbial_clause"})


def find_pronouns(page: Page) -> list[Mention]:
    """The pronouns of a document; an empty "it" is left out."""
    return [
        page.mention(
            token.index, token.index + 1, kind_of(asks), "pronoun", head=token.index, rule="pronoun",
            plural=asks.get("number") == "plural",
        )
        for token, asks in pronouns_in(page)
    ]  # fmt: skip


def kind_of(asks: Mapping[str, object]) -> MentionKind:
    """The kind that a pronoun asks for: a person where it is animate, otherwise open."""
    return "person" if asks.get("animate") is True else "other"


def pronouns_in(page: Page) -> Iterator[tuple[Token, Mapping[str, object]]]:
    """Each pronoun that stands for something, with what it asks of its antecedent."""
    for token in page.tokens:
        if token.pos not in ("PRON", "DET", "SCONJ"):
            continue
        asks = page.words.pronouns.get(token.text.lower())
        if asks is None or token.relation == "expletive" or token.text == "US":
            continue
        if asks.get("relative"):
            if opens_relative_clause(token, page):
                yield token, asks
        elif token.pos == "PRON" and not is_empty(token, asks, page):
            yield token, asks


def opens_relative_clause(token: Token, page: Page) -> bool:
    """Whether a relative pronoun opens a clause on a noun."""
    if token.pos == "SCONJ" or token.relation in ("marker", "determiner"):
        return False
    return any(page.tokens[index].relation == "relative_clause" for index in (token.head, page.tokens[token.head].head))


def is_empty(token: Token, asks: Mapping[str, object], page: Page) -> bool:
    """Whether an "it" stands for nothing ("it is clear that")."""
    if asks.get("animate") is not False or token.relation not in ("subject", "passive_subject"):
        return False
    verb = token.head
    lemma = page.tokens[verb].lemma.lower()
    complement = page.tree.child(verb, "adjective_complement", "attribute", "open_clause")
    words = {lemma, page.tokens[complement].lemma.lower() if complement is not None else ""}
    clause = any(page.tokens[child].relation in CLAUSES and child > verb for child in page.tree.children[verb])
    if complement is not None:
        clause = clause or any(page.tokens[child].relation in CLAUSES for child in page.tree.children[complement])
    return (
        clause
        and bool(words & page.words.empty_it)
        and (complement is not None or token.relation == "passive_subject" or lemma in page.words.raising)
    )
