"""What a denial or an admission is of: the event that its words tell, and none that they only mention."""

from __future__ import annotations

from collections.abc import Collection

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import EventMention

SUBJECTS = frozenset({"subject", "passive_subject"})
BESIDE = frozenset({"relative_clause", "adverbial_clause", "possessive", "apposition"})
VERBAL = frozenset({"VERB", "AUX", "ADJ"})


def is_told(event: EventMention, part: Proposition, page: Page) -> bool:
    """Whether an event within a proposition is what the proposition tells, by the words between it and the main word.

    "That the army shelled the town" and "any role in the shelling" are; in "that the shelling was a message", "shells that
    killed nine" and "reports from an investigation" the event is granted or left aside.
    """
    index, others, inside = event.trigger_token, told_by_others(part, page), set(part.tokens)
    while index in inside and index != part.root and page.tokens[index].head != index:
        if not leads_on(index, page) or page.tokens[index].head in others:
            return False
        index = page.tokens[index].head
    return True


def is_beside(event: EventMention, part: Proposition, page: Page) -> bool:
    """Whether an event that was not is only spoken of besides in a negative proposition ("used no force to take the hill")."""
    if event.factuality is None or event.factuality > 0:
        return False
    return not is_told(event, part, page) or is_purpose(event, part, page) or is_put_first(event, part, page)


def is_put_first(event: EventMention, part: Proposition, page: Page) -> bool:
    """Whether an event stands in words with a preposition before the main verb ("with these air strikes it does not work")."""
    path = [event.trigger_token, *page.tree.ancestors(event.trigger_token)]
    below = path[: path.index(part.root)] if part.root in path else []
    return any(page.tokens[index].relation == "preposition" and index < part.root for index in below[-1:])


def is_purpose(event: EventMention, part: Proposition, page: Page) -> bool:
    """Whether an event stands in an infinitive by which something is done to or with a thing ("asked them to attack")."""
    path = [event.trigger_token, *page.tree.ancestors(event.trigger_token)]
    below = path[: path.index(part.root)] if part.root in path else []
    infinitive = (
        index for index in below if any(page.tokens[one].form == "infinitive_marker" for one in page.tree.children[index])
    )
    return any(page.tree.child(page.tokens[index].head, "object") is not None for index in infinitive)


def told_by_others(part: Proposition, page: Page) -> set[int]:
    """The verbs within a proposition by which another says something."""
    start, end = page.tokens[part.tokens[0]].start, page.tokens[part.tokens[-1]].end
    cues = ((index, page.tokens[index]) for told in page.told_between(start, end) for index in page.tokens_of(told.cue))
    return {index for index, token in cues if token.pos == "VERB" and token.relation not in {"preposition", *SUBJECTS}}


def leads_on(index: int, page: Page) -> bool:
    """Whether what a word stands under tells of it."""
    token = page.tokens[index]
    head, lemmas = page.tokens[token.head], page.vocabulary.lemmas
    if token.relation in SUBJECTS:
        return head.lemma.lower() in lemmas["occurring"] or token.lemma.lower() in lemmas["told"]
    if token.relation == "preposition_object" and head.pos == "ADP":
        governor = page.tokens[head.head]
        telling = governor.pos in VERBAL or governor.lemma.lower() in denied_nouns(page)
        return telling and head.lemma.lower() in lemmas["denied_by"]
    told = token.relation == "relative_clause" and head.lemma.lower() in lemmas["told"]
    return told or token.relation not in BESIDE


def denied_nouns(page: Page) -> frozenset[str]:
    """The nouns that stand for something told, a part in it, or that it was."""
    lemmas = page.vocabulary.lemmas
    return lemmas["told"] | lemmas["involvement"] | lemmas["happenings"] | lemmas["existing"]


def tells_of_its_own(root: int, cue: Collection[int], page: Page) -> bool:
    """Whether a noun that could point back says itself what it is about ("involvement in the trade", "a claim that ...").

    A clause on it that is the cue itself ("a claim the army denied") says nothing of that.
    """
    if page.tokens[root].pos != "NOUN":
        return False
    prepositions = page.tree.having(root, "preposition")
    lemmas = page.vocabulary.lemmas
    leading = [child for child in prepositions if page.tokens[child].lemma.lower() in lemmas["denied_by"]]
    named = [page.tokens[index].lemma.lower() for child in leading for index in page.tree.having(child, "preposition_object")]
    about = any(word not in lemmas["happenings"] for word in named)
    clauses = page.tree.having(root, "clause", "relative_clause", "participle")
    return about or any(clause not in cue for clause in clauses)
