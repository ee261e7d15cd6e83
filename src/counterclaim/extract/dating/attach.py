"""How an expression hangs on a word: the path between them through the sentence's tree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from counterclaim.extract.dating.words import Words
from counterclaim.records import Annotated, Sentence, When
from counterclaim.syntax import Tree

CLAUSES = frozenset(
    ["clause", "relative_clause", "adverbial_clause", "participle", "parataxis", "conjunct", "open_clause",
     "preposition_clause", "clausal_subject", "adjective_complement", "apposition"]
)  # fmt: skip
# out of a clause towards another word, out of a clause that belongs to the trigger itself, and down into the trigger's clause
UP = {
    "clause": 20, "relative_clause": 20, "adverbial_clause": 5, "participle": 6, "parataxis": 8, "conjunct": 3,
    "open_clause": 2, "preposition_clause": 3,
}  # fmt: skip
OWN = {
    "clause": 6,
    "relative_clause": 3,
    "adverbial_clause": 3,
    "participle": 2,
    "parataxis": 6,
    "conjunct": 3,
    "open_clause": 2,
}
DOWN = {
    "clause": 4, "relative_clause": 4, "adverbial_clause": 4, "participle": 3, "parataxis": 4, "conjunct": 2, "open_clause": 2,
    "preposition_clause": 2,
}  # fmt: skip
FURTHEST = 20
# a dateline is told at the opening of a report, as the rule of one of its first expressions
DATELINE, OPENING = "dateline", 8
# how far into the running text a day in brackets is still one
HEAD = 200
CONTENT = ("clause", "parataxis")
VERBS = ("VERB", "AUX")


def whens_of(annotated: Annotated, sentence: Sentence) -> list[When]:
    """The expressions of a sentence that have days."""
    return [when for when in whens_between(annotated, sentence.start, sentence.end) if is_dated(when)]


def whens_between(annotated: Annotated, start: int, end: int) -> tuple[When, ...]:
    """The expressions that begin in a range of characters."""
    whens = annotated.whens
    return whens[bisect_left(whens, start, key=start_of) : bisect_left(whens, end, key=start_of)]


def report_day(annotated: Annotated) -> str | None:
    """The day that a report counts from: that of its dateline, else that of its publication."""
    told = next((when.latest for when in annotated.whens[:OPENING] if when.rule == DATELINE), None)
    return told or (annotated.document.published or "")[:10] or None


def start_of(when: When) -> int:
    """Where an expression begins; one without words stands before all."""
    return when.span.start if when.span else -1


def is_dated(when: When) -> bool:
    """Whether an expression has a day at both ends and is no mere frequency."""
    return when.earliest is not None and when.latest is not None and when.timex_type != "SET" and when.precision != "vague"


def is_dateline(annotated: Annotated, when: When) -> bool:
    """Whether an expression only dates the report: told as its dateline, in brackets at its opening, or in its title."""
    if when.span is None or when.rule == DATELINE:
        return True
    text, start, end = annotated.document.text, when.span.start, when.span.end
    into = start - annotated.document.body_start
    if into < 0:
        return when.earliest == when.latest == report_day(annotated)
    return into < HEAD and text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def head_of(when: When, tree: Tree) -> int | None:
    """The token that an expression hangs by."""
    if when.span is None:
        return None
    inside = tree.within(when.span.start, when.span.end)
    return tree.head_of(inside.start, inside.stop) if inside else None


def chain(tree: Tree, index: int) -> list[int]:
    """A token and the heads above it, nearest first."""
    return [index, *tree.ancestors(index)]


def meeting(up: list[int], down: list[int]) -> tuple[int, int]:
    """How far up either chain the first common token lies; a length of the chain where there is none."""
    places = {index: place for place, index in enumerate(down)}
    for place, index in enumerate(up):
        if index in places:
            return place, places[index]
    return len(up), len(down)


def distance(tree: Tree, when: When, trigger: int, others: Sequence[When], words: Words) -> int | None:
    """How loosely an expression hangs on a trigger; None where it tells the time of a saying or hangs elsewhere."""
    head = head_of(when, tree)
    if head is None:
        return None
    up, down = chain(tree, head), chain(tree, trigger)
    rise, fall = meeting(up, down)
    if rise == len(up):
        return None
    if fall and in_content(tree, down[:fall]) and dates_saying(tree, up[:rise], up[rise], trigger, others, words):
        return None
    own = up[rise - 1] if fall == 0 else -1
    rising = sum(cost_of(tree, index, OWN if index == own else UP) for index in up[1:rise])
    cost = rising + sum(cost_of(tree, index, DOWN) for index in down[:fall])
    return cost if cost <= FURTHEST else None


def dates_saying(tree: Tree, below: list[int], verb: int, trigger: int, others: Sequence[When], words: Words) -> bool:
    """Whether an expression right under a verb of saying is the saying's own; one that follows the content is not, where
    another stands before it."""
    if not rise_is_direct(tree, below) or not is_reporting(tree, verb, words):
        return False
    heads = [head for other in others if (head := head_of(other, tree)) is not None]
    return below[0] < trigger or not any(head < trigger and verb in chain(tree, head) for head in heads)


def rise_is_direct(tree: Tree, below: list[int]) -> bool:
    """Whether an expression hangs on a word without a clause between them."""
    return not any(tree.tokens[index].relation in CLAUSES for index in below[1:])


def is_reporting(tree: Tree, index: int, words: Words) -> bool:
    """Whether a token is a verb of saying."""
    token = tree.tokens[index]
    return token.pos in VERBS and token.lemma.casefold() in words.reporting


def in_content(tree: Tree, below: list[int]) -> bool:
    """Whether a chain of tokens comes up out of what is said."""
    return bool(below) and tree.tokens[below[-1]].relation in (
        *CONTENT,
        "open_clause",
        "object",
        "passive_subject",
        "adverbial_clause",
    )


def cost_of(tree: Tree, index: int, costs: Mapping[str, int]) -> int:
    """What a step over a token costs: little over nouns, more out of or into a clause."""
    token = tree.tokens[index]
    return 1 + (costs.get(token.relation, 0) if token.pos in VERBS else 0)
