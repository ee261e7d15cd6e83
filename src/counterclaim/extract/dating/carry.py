"""Carries the day last told to events that a story goes on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from counterclaim.extract.dating.attach import VERBS, chain, head_of, is_dated, is_reporting, start_of
from counterclaim.extract.dating.words import Words
from counterclaim.records import Annotated, When
from counterclaim.syntax import Tree

DAYS = ("day", "part_of_day", "instant")
SENTENCES, OLD = 10, 60
LEAD = 4


def carried(annotated: Annotated, tree: Tree, trigger: int, words: Words) -> When | None:
    """The day last told before the trigger's sentence, where the trigger goes on with that story."""
    if not goes_on(tree, trigger, words):
        return None
    sentence = tree.tokens[trigger].sentence
    for when in told_before(annotated, tree, sentence, words):
        return replace(when, rule=f"{when.rule}, carried")
    return from_lead(annotated, tree, sentence, words) if sentence < LEAD else None


def told_before(annotated: Annotated, tree: Tree, sentence: int, words: Words) -> Iterator[When]:
    """The days told in the sentences before one, nearest first, that are no background and no time of saying."""
    start = annotated.sentences[sentence].start
    floor = annotated.sentences[max(0, sentence - SENTENCES)].start
    for when in reversed(annotated.whens):
        if floor <= start_of(when) < start and tells_day(annotated, tree, when, words):
            yield when


def from_lead(annotated: Annotated, tree: Tree, sentence: int, words: Words) -> When | None:
    """The first day told after a headline or lead that tells none itself."""
    start = annotated.sentences[sentence].end
    end = annotated.sentences[min(len(annotated.sentences) - 1, sentence + LEAD)].end
    for when in annotated.whens:
        if start <= start_of(when) < end and tells_day(annotated, tree, when, words):
            return replace(when, rule=f"{when.rule}, told below")
    return None


def tells_day(annotated: Annotated, tree: Tree, when: When, words: Words) -> bool:
    """Whether an expression gives the day of what is told now."""
    if not is_dated(when) or when.precision not in DAYS or is_background(annotated, when):
        return False
    head = head_of(when, tree)
    if head is None:
        return False
    verb = next((index for index in chain(tree, head) if tree.tokens[index].pos in VERBS), None)
    return verb is None or not is_reporting(tree, verb, words)


def is_background(annotated: Annotated, when: When) -> bool:
    """Whether a day lies long before the report, or after it."""
    published = (annotated.document.published or "")[:10]
    if not published or not when.latest:
        return False
    try:
        days = (date.fromisoformat(published) - date.fromisoformat(when.latest)).days
    except ValueError:
        return False
    return days > OLD or days < 0


def goes_on(tree: Tree, trigger: int, words: Words) -> bool:
    """Whether a trigger tells what happened then: in the simple past, or named with a word that points back."""
    token = tree.tokens[trigger]
    if token.pos not in VERBS:
        return points_back(tree, trigger, words) or sentence_is_past(tree, trigger, words)
    return is_simple_past(tree, trigger, words)


def points_back(tree: Tree, trigger: int, words: Words) -> bool:
    """Whether a noun has a word that points back to something told."""
    return any(tree.tokens[child].text.casefold() in words.definite for child in tree.children[trigger])


def sentence_is_past(tree: Tree, trigger: int, words: Words) -> bool:
    """Whether the verb over a noun is in the simple past."""
    verb = next((index for index in tree.ancestors(trigger) if tree.tokens[index].pos in VERBS), None)
    return verb is None or is_simple_past(tree, verb, words)


def is_simple_past(tree: Tree, verb: int, words: Words) -> bool:
    """Whether a verb (with its helpers, or those of the verb it is joined to) is in the simple past."""
    token = tree.tokens[verb]
    helpers = [tree.tokens[child] for child in tree.having(verb, "auxiliary", "passive_auxiliary")]
    if any(helper.lemma.casefold() in words.perfect or helper.text.casefold() in words.future for helper in helpers):
        return False
    if token.form == "past" or any(helper.form == "past" for helper in helpers):
        return True
    return token.form in ("participle", "gerund", "present") and not helpers
