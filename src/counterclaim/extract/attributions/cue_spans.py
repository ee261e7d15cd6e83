"""Which words belong to a cue: the verb with its auxiliaries, negation, adverbs, particle and linking preposition."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extract.attributions.page import Page

BEFORE = frozenset({"auxiliary", "passive_auxiliary", "negation", "adverb"})
AFTER = frozenset({"particle", "negation"})


def verb_group(page: Page, verb: int, extra: Iterable[int] = ()) -> tuple[int, ...]:
    """The unbroken run of words around a verb that make up its cue; `extra` are words it may take in as well."""
    children = page.tree.children[verb]
    before = (child for child in children if child < verb and page.tokens[child].relation in BEFORE)
    allowed = {child for child in before if not page.is_word(child, "question_adverbs")}
    allowed |= {child for child in children if child > verb and page.tokens[child].relation in AFTER}
    allowed |= set(extra)
    return run_around(verb, allowed)


def run_around(head: int, allowed: set[int]) -> tuple[int, ...]:
    """The head with the allowed tokens that join on to it without a gap."""
    first = last = head
    while first - 1 in allowed:
        first -= 1
    while last + 1 in allowed:
        last += 1
    return tuple(range(first, last + 1))


def is_negated(page: Page, verb: int) -> bool:
    """Whether the cue itself is negated ("has not said")."""
    return page.tree.child(verb, "negation") is not None or is_outstanding(page, verb) or is_done_without(page, verb)


def is_done_without(page: Page, verb: int) -> bool:
    """Whether something else was said without this ("regretted the deaths, without confirming that ...")."""
    token = page.tokens[verb]
    return token.form == "gerund" and token.relation == "preposition_clause" and page.is_word(token.head, "without")


def is_outstanding(page: Page, verb: int) -> bool:
    """Whether a thing is still to be said ("has yet to claim the raid")."""
    return page.is_word(verb - 1, "infinitive_marker") and page.is_word(verb - 2, "yet")


def is_modal(page: Page, verb: int) -> bool:
    """Whether the cue stands under a modal ("would say")."""
    return any(page.tokens[child].form == "modal" for child in page.tree.having(verb, "auxiliary"))
