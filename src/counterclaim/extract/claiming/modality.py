"""Modality and polarity of a proposition, from its verbs and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.records import Modality, Polarity

SUBJECTS = ("subject", "passive_subject")


def modality_of(tokens: Sequence[int], root: int, page: Page, *, wanted: bool = True) -> Modality:
    """Whether the proposition tells of what is, will be, may be, or would be under a condition.

    `wanted`: the cue is one of wanting, so that an infinitive is to come ("urged them to leave").
    """
    inside = set(tokens)
    helpers = {page.tokens[index].lemma.lower() for index in helpers_of(root, page) if index in inside}
    text = page.text(tokens)
    future = bool(helpers & page.vocabulary.lemmas["future"]) or (wanted and opens_with_infinitive(tokens, page))
    if future and page.vocabulary.condition_openings.search(text):
        return "conditional"
    if opens_with_condition(tokens, page):
        return "conditional"
    if helpers & page.vocabulary.lemmas["possible"] or is_feared(root, page):
        return "hypothetical"
    if future or future_words(root, tokens, page):
        return "future"
    return "actual"


def helpers_of(root: int, page: Page) -> Iterator[int]:
    """The auxiliaries of a verb and of the clause that it introduces ("are assured that they will ...")."""
    yield from page.tree.having(root, "auxiliary", "passive_auxiliary")
    if is_performative(root, page):
        for clause in page.tree.having(root, "clause"):
            yield from page.tree.having(clause, "auxiliary", "passive_auxiliary")


def is_performative(root: int, page: Page) -> bool:
    """Whether a verb does by being said what a stance names."""
    return any(page.tokens[root].lemma in entry.lemmas for entry in page.vocabulary.performatives)


def opens_with_condition(tokens: Sequence[int], page: Page) -> bool:
    """Whether the proposition begins with a condition and goes on with what would follow ("if they left, he would ...")."""
    first = page.text(tokens[:3])
    if not page.vocabulary.condition_openings.search(first):
        return False
    return any(page.tokens[index].lemma.lower() in page.vocabulary.lemmas["future"] for index in tokens)


def is_feared(root: int, page: Page) -> bool:
    """Whether the main verb says that a thing is feared or suspected to be so, by nobody named."""
    passive = page.tree.child(root, "passive_auxiliary") is not None
    return passive and page.tokens[root].lemma in page.vocabulary.lemmas["attitudes"]


def opens_with_infinitive(tokens: Sequence[int], page: Page) -> bool:
    """Whether the proposition is an infinitive ("to leave the town")."""
    return bool(tokens) and page.tokens[tokens[0]].form == "infinitive_marker"


def future_words(root: int, tokens: Sequence[int], page: Page) -> bool:
    """Whether the words right at the main verb speak of what is to come ("going to")."""
    near = [index for index in tokens if abs(index - root) <= 3]
    return bool(page.vocabulary.future_words.search(page.text(near)))


def polarity_of(root: int, tokens: Sequence[int], page: Page) -> Polarity:
    """Whether the proposition says that it is so, or that it is not so."""
    verbs = [root, *(page.tree.having(root, "clause") if is_performative(root, page) else ())]
    inside = set(tokens)
    negated = any(index in inside for verb in verbs for index in page.tree.having(verb, "negation")) or is_absent(root, page)
    negated = negated or any(index in inside for index in page.tree.having(root, *SUBJECTS) if is_not_one(index, page))
    return "negative" if negated != fails(root, page) else "positive"


def is_not_one(subject: int, page: Page) -> bool:
    """Whether a subject says that there was not one ("not a single civilian")."""
    return page.tree.child(subject, "negation") is not None


def is_absent(root: int, page: Page) -> bool:
    """Whether the main verb says that there is none of a thing ("there were no rebels"), an event told with it left aside."""
    there = page.tree.child(root, "expletive") is not None
    nouns = page.tree.having(root, "attribute", "subject") if there else []
    return any(is_none(noun, page) and not page.events_in(page.tree.subtree(noun)) for noun in nouns)


def is_none(noun: int, page: Page) -> bool:
    """Whether a noun has a word that says that there is none of it."""
    return any(page.tokens[word].lemma.lower() in page.vocabulary.lemmas["none"] for word in page.tree.children[noun])


def fails(root: int, page: Page) -> bool:
    """Whether the main verb or its adjective says that what follows did not come about ("failed to", "is unlikely that")."""
    called = (child for child in page.tree.having(root, "clause") if page.tokens[child].pos == "ADJ")
    heads = [root, *page.tree.having(root, "adjective_complement"), *called]
    failing = [head for head in heads if page.tokens[head].lemma.lower() in page.vocabulary.lemmas["failing"]]
    bearers = {root, *failing} if failing else ()
    return any(page.tree.child(head, "open_clause", "clause", "preposition") is not None for head in bearers)
