"""Which words are the content of a verb cue."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extract.attributions.page import Page

AFTER = frozenset({
    "clause", "open_clause", "object", "attribute", "object_predicate", "preposition", "adjective_complement", "parataxis",
    "noun_adverbial", "preposition_clause", "other", "adverbial_clause",
})  # fmt: skip


def content_of_verb(page: Page, verb: int, cue: Iterable[int]) -> list[int]:
    """The tokens of what a verb's subject says: a clause before it, the sentence around it, or what follows it."""
    clause = page.tree.child(verb, "clause")
    if clause is not None and clause < verb:
        return trimmed(page, page.subtree(clause))
    if page.tokens[verb].relation == "parataxis" and page.tokens[verb].head < verb:
        return trimmed(page, page.subtree(page.tokens[verb].head, [verb]))
    return trimmed(page, after(page, verb, set(cue)))


def after(page: Page, verb: int, cue: set[int]) -> list[int]:
    """All that follows the verb and hangs on it as complement."""
    heads = [child for child in page.tree.children[verb] if child > verb and page.tokens[child].relation in AFTER]
    found = {index for head in heads for index in page.subtree(head) if index > verb}
    return sorted(found - cue)


def trimmed(page: Page, tokens: list[int]) -> list[int]:
    """The tokens without the punctuation at either end that belongs to the sentence around them."""
    tokens = list(tokens)
    while tokens and is_outer(page, tokens[-1], page.lexicon.words["closing_punctuation"]):
        tokens.pop()
    while tokens and is_outer(page, tokens[0], page.lexicon.words["opening_punctuation"]):
        tokens.pop(0)
    return tokens


def is_outer(page: Page, index: int, marks: frozenset[str]) -> bool:
    """Whether a token is white space or one of these marks, and not inside a quotation."""
    token = page.tokens[index]
    return token.pos == "SPACE" or not token.text.strip() or (token.text in marks and page.quoted[index] < 0)
