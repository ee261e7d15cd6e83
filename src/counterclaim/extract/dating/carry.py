"""Carries the day last told to events that a story goes on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from counterclaim.extract.dating.attach import (
    VERBS,
    chain,
    head_of,
    is_dated,
    is_dateline,
    is_reporting,
    report_day,
    start_of,
    whens_between,
)
from counterclaim.extract.dating.words import Words
from counterclaim.records import Annotated, When
from counterclaim.syntax import Tree

DAYS = ("day", "part_of_day", "instant")
# over how many sentences a story goes on, and relayed words go back to it
RELAYED = 4
SENTENCES, OLD = 10, 60
LEAD, SHARED = 4, 2
ASIDES = ("relative_clause", "participle")
CONTENT = ("NOUN", "PROPN", "VERB", "NUM")


def carried(annotated: Annotated, tree: Tree, trigger: int, words: Words) -> When | None:
    """The day last told before the trigger's sentence, where the trigger goes on with that story."""
    sentence = tree.tokens[trigger].sentence
    told = told_with_word(annotated, tree, trigger, words)
    if told is not None:
        return replace(told, rule=f"{told.rule}, told of the same")
    reach = SENTENCES if goes_on(tree, trigger, words) else RELAYED if is_relayed_past(tree, trigger, words) else 0
    for when in told_before(annotated, tree, sentence, reach, words):
        if starts_story(annotated, tree, when, words):
            return None
        return replace(when, rule=f"{when.rule}, carried")
    return from_lead(annotated, tree, sentence, words) if sentence < LEAD else None


def told_before(annotated: Annotated, tree: Tree, sentence: int, reach: int, words: Words) -> Iterator[When]:
    """The days told in the sentences before one, nearest first, those of asides last; none of background or of a saying."""
    start = annotated.sentences[sentence].start
    floor = annotated.sentences[max(0, sentence - reach)].start
    told = [
        when
        for when in reversed(whens_between(annotated, floor, start))
        if is_recent_day(annotated, when)
        and (not dates_report(tree, when, words) or starts_story(annotated, tree, when, words))
        and not is_earlier(tree, when)
    ]
    yield from (when for when in told if not is_aside(tree, when))
    yield from (when for when in told if is_aside(tree, when))


def is_earlier(tree: Tree, when: When) -> bool:
    """Whether an expression dates what had happened before the story ("had seized the town on Friday")."""
    head = head_of(when, tree)
    verb = next((index for index in chain(tree, head) if tree.tokens[index].pos in VERBS), None) if head is not None else None
    if verb is None or tree.tokens[verb].form != "participle" or tree.tokens[verb].relation != "root":
        return False
    return any(tree.tokens[child].form == "past" for child in tree.having(verb, "auxiliary"))


def is_aside(tree: Tree, when: When) -> bool:
    """Whether an expression stands in what is told of somebody or something besides: in a relative clause or the like."""
    head = head_of(when, tree)
    if head is None:
        return False
    return any(tree.tokens[index].relation in ASIDES and hangs_on_noun(tree, index) for index in chain(tree, head))


def hangs_on_noun(tree: Tree, index: int) -> bool:
    """Whether a token hangs on a noun or a name."""
    return tree.tokens[tree.tokens[index].head].pos in ("NOUN", "PROPN")


def starts_story(annotated: Annotated, tree: Tree, when: When, words: Words) -> bool:
    """Whether an expression dates an earlier saying, with which a story of its own begins."""
    return dates_report(tree, when, words) and (when.latest or "") < (report_day(annotated) or "")


def from_lead(annotated: Annotated, tree: Tree, sentence: int, words: Words) -> When | None:
    """The first day told after a headline or lead that tells none itself."""
    start = annotated.sentences[sentence].end
    end = annotated.sentences[min(len(annotated.sentences) - 1, sentence + LEAD)].end
    here = content_lemmas(tree, sentence)
    for when in whens_between(annotated, start, end):
        if tells_day(annotated, tree, when, words) and retells(tree, when, here):
            return replace(when, rule=f"{when.rule}, told below")
    return None


def told_with_word(annotated: Annotated, tree: Tree, trigger: int, words: Words) -> When | None:
    """The day told elsewhere in the clause of the same word, where the trigger is a noun that points back."""
    token = tree.tokens[trigger]
    if token.pos in VERBS or not points_back(tree, trigger, words):
        return None
    same = [
        when
        for when in annotated.whens
        if tells_day(annotated, tree, when, words) and token.lemma.casefold() in clause_lemmas(tree, when)
    ]
    before = [when for when in same if start_of(when) < token.start]
    return before[-1] if before else same[0] if same else None


def clause_lemmas(tree: Tree, when: When) -> set[str]:
    """The lemmas of the verb that an expression hangs under and of what hangs close under that."""
    head = head_of(when, tree)
    if head is None:
        return set()
    top = next((index for index in tree.ancestors(head) if tree.tokens[index].pos in VERBS), None)
    site = tree.tokens[head].head if top is None else top
    near = {site, *(index for child in tree.children[site] for index in (child, *tree.children[child]))}
    return {tree.tokens[index].lemma.casefold() for index in near if tree.tokens[index].pos in CONTENT}


def content_lemmas(tree: Tree, sentence: int) -> set[str]:
    """The lemmas of the names, nouns, verbs and figures of a sentence."""
    found = tree.sentences[sentence]
    return {token.lemma.casefold() for token in tree.tokens[found.first : found.last] if token.pos in CONTENT}


def retells(tree: Tree, when: When, lemmas: set[str]) -> bool:
    """Whether the sentence of an expression shares enough words with another to tell the same."""
    head = head_of(when, tree)
    return head is not None and len(lemmas & content_lemmas(tree, tree.tokens[head].sentence)) >= SHARED


def tells_day(annotated: Annotated, tree: Tree, when: When, words: Words) -> bool:
    """Whether an expression gives the day of what is told now."""
    return is_recent_day(annotated, when) and not dates_report(tree, when, words)


def is_recent_day(annotated: Annotated, when: When) -> bool:
    """Whether an expression is a day, or part of one, not long before the report."""
    told = is_dated(when) and when.precision in DAYS and not is_background(annotated, when)
    return told and not is_dateline(annotated, when)


def dates_report(tree: Tree, when: When, words: Words) -> bool:
    """Whether an expression hangs on a verb of saying."""
    head = head_of(when, tree)
    if head is None:
        return True
    verb = next((index for index in chain(tree, head) if tree.tokens[index].pos in VERBS), None)
    return verb is not None and is_reporting(tree, verb, words)


def is_background(annotated: Annotated, when: When) -> bool:
    """Whether a day lies long before the report, or after it."""
    published = report_day(annotated)
    if not published or not when.latest:
        return False
    try:
        days = (date.fromisoformat(published) - date.fromisoformat(when.latest)).days
    except ValueError:
        return False
    return days > OLD or days < 0


def goes_on(tree: Tree, trigger: int, words: Words) -> bool:
    """Whether a trigger tells what happened then: in the simple past, or named with a word that points back."""
    if tree.tokens[trigger].pos in VERBS:
        return is_simple_past(tree, trigger, words)
    verb = next((index for index in tree.ancestors(trigger) if tree.tokens[index].pos in VERBS), None)
    if verb is not None and is_open(tree, verb, words):
        return False
    if points_back(tree, trigger, words):
        return True
    return tree.child(trigger, "possessive") is None and verb is not None and is_simple_past(tree, verb, words)


def is_relayed_past(tree: Tree, trigger: int, words: Words) -> bool:
    """Whether a trigger stands in the pluperfect of relayed words ("he said they had fled"), which is their simple past."""
    verb = next((index for index in chain(tree, trigger) if tree.tokens[index].pos in VERBS), None)
    if verb is None or not any(is_reporting(tree, index, words) for index in tree.ancestors(verb)):
        return False
    helpers = [tree.tokens[child] for child in tree.having(verb, "auxiliary")]
    return any(helper.form == "past" and helper.lemma.casefold() in words.perfect for helper in helpers)


def is_open(tree: Tree, verb: int, words: Words) -> bool:
    """Whether a verb stands under a helper that leaves open whether and when it happens ("would continue")."""
    return any(tree.tokens[child].text.casefold() in words.future for child in tree.having(verb, "auxiliary"))


def points_back(tree: Tree, trigger: int, words: Words) -> bool:
    """Whether a noun has a word that points back to something told."""
    return any(tree.tokens[child].text.casefold() in words.definite for child in tree.children[trigger])


def is_simple_past(tree: Tree, verb: int, words: Words) -> bool:
    """Whether a verb (with its helpers, or those of the verb it is joined to) is in the simple past."""
    token = tree.tokens[verb]
    helpers = [tree.tokens[child] for child in tree.having(verb, "auxiliary", "passive_auxiliary")]
    if any(helper.lemma.casefold() in words.perfect or helper.text.casefold() in words.future for helper in helpers):
        return False
    if token.form == "gerund" and not helpers:
        return False
    if token.form == "past" or any(helper.form == "past" for helper in helpers):
        return True
    return token.form == "participle" and not helpers
