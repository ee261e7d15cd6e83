"""The tense of the clause that an expression hangs in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counterclaim.annotate.times.thread import Tense
from counterclaim.syntax import Tree

VERBS = ("VERB", "AUX")
HELPERS = ("auxiliary", "passive_auxiliary")


def tense_at(tree: Tree, offset: int, words: Mapping[str, Any]) -> Tense:
    """The tense of the nearest verb above the word at an offset."""
    index = tree.at(offset)
    verb = governor(tree, index) if index is not None else None
    return "unknown" if verb is None else tense_of(tree, verb, words)


def governor(tree: Tree, index: int) -> int | None:
    """The nearest verb above a token."""
    if tree.tokens[index].pos in VERBS:
        return index
    return next((above for above in tree.ancestors(index) if tree.tokens[above].pos in VERBS), None)


def tense_of(tree: Tree, verb: int, words: Mapping[str, Any]) -> Tense:
    """The tense of a verb with its auxiliaries; an infinitive looks ahead where what it hangs on does."""
    return own_tense(tree, verb, words) or from_above(tree, verb, words)


def own_tense(tree: Tree, verb: int, words: Mapping[str, Any]) -> Tense | None:
    """The tense that a verb and its auxiliaries show; None for a bare infinitive, participle or gerund."""
    token = tree.tokens[verb]
    helpers = [tree.tokens[child] for child in tree.having(verb, *HELPERS)]
    if any(helper.lemma.casefold() in words["future"] or helper.text.casefold() in words["future"] for helper in helpers):
        return "future"
    if token.lemma.casefold() in words["scheduling"]:
        return "future"
    if any(helper.form == "past" for helper in helpers) or token.form == "past":
        return "past"
    if any(helper.form == "present" for helper in helpers):
        return present_or_perfect(tree, verb, helpers, words)
    return "present" if token.form in ("present", "") else None


def present_or_perfect(tree: Tree, verb: int, helpers: list[Any], words: Mapping[str, Any]) -> Tense:
    """ "has gone" is past, "is going to" looks ahead, "is going" is present."""
    if tree.tokens[verb].form == "participle" and any(helper.lemma.casefold() in words["perfect"] for helper in helpers):
        return "past"
    if tree.tokens[verb].lemma.casefold() in words["prospective"]:
        return "future"
    return "present"


def from_above(tree: Tree, verb: int, words: Mapping[str, Any]) -> Tense:
    """The tense of an infinitive, participle or gerund, from the verb that it hangs on."""
    token = tree.tokens[verb]
    if token.form == "participle":
        return "past"
    above = next((up for up in tree.ancestors(verb) if tree.tokens[up].pos in VERBS), None)
    if above is None:
        return "unknown"
    tense = own_tense(tree, above, words) or "unknown"
    infinitive = token.form == "base"
    if infinitive and (tense == "present" or tree.tokens[above].lemma.casefold() in words["prospective"]):
        return "future"
    return tense
