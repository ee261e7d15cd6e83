"""Who is the source of a verb cue, and which words name it."""

from __future__ import annotations

from counterclaim.extract.attributions.page import Page

SUBJECT = ("subject",)


def source_of_verb(page: Page, verb: int) -> tuple[int, ...]:
    """The tokens of a verb's source: its subject, agent, or the subject it shares; empty where there is none."""
    head = source_head(page, verb)
    return () if head is None else noun_phrase(page, head, verb)


def source_head(page: Page, verb: int) -> int | None:
    """The head token of a verb's source, or None."""
    tree, tokens = page.tree, page.tokens
    if (agent := tree.child(verb, "agent")) is not None:
        return tree.child(agent, "preposition_object")
    if tree.child(verb, "passive_subject", "passive_auxiliary") is not None:
        return None
    for current in (verb, *controllers(page, verb)):
        if current != verb and tokens[current].pos in ("NOUN", "PROPN", "PRON"):
            return current
        subject = tree.child(current, "subject") if current == verb else tree.child(current, "subject", "passive_subject")
        if subject is not None:
            return None if is_empty_subject(page, subject) else subject
    return None


def controllers(page: Page, verb: int) -> list[int]:
    """Tokens above a verb from which it takes its subject, nearest first."""
    found = []
    current = verb
    while page.tokens[current].relation in ("conjunct", "open_clause", "adverbial_clause", "participle", "preposition_clause"):
        head = page.tokens[current].head
        if head == current or head in found:
            break
        found.append(head)
        current = head
    return found


def is_empty_subject(page: Page, subject: int) -> bool:
    """Whether a subject is only a place holder ("it is said")."""
    return page.tokens[subject].relation == "expletive"


def noun_phrase(page: Page, head: int, verb: int) -> tuple[int, ...]:
    """The tokens of a noun phrase, less the verb's own words, with paired commas."""
    without = [child for child in page.tree.children[head] if covers(page, child, verb)]
    tokens = trim_source(page, page.subtree(head, without))
    return tuple(tokens)


def covers(page: Page, child: int, verb: int) -> bool:
    """Whether the verb hangs on this child of the noun."""
    return child == verb or child in page.tree.ancestors(verb)


def trim_source(page: Page, tokens: list[int]) -> list[int]:
    """The tokens without punctuation at either end."""
    while tokens and page.tokens[tokens[-1]].pos in ("PUNCT", "SPACE", "CCONJ"):
        tokens.pop()
    while tokens and page.tokens[tokens[0]].pos in ("PUNCT", "SPACE"):
        tokens.pop(0)
    return tokens
