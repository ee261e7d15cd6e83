"""Which event of a stretch of text is what it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.records import EventMention
from counterclaim.syntax import Tree

SPECIFIC = ("airstrike", "shelling", "bombing", "use_chemical")
STATES = ("hold_control", "presence", "aid")
BESIDE = frozenset({"participle", "modifier", "relative_clause"})
MOVES = ("advance", "deploy", "withdraw")
DEEDS = ("kill", "injure", "abduct", "detain", "destroy")
HARM = ("kill", "injure", "displace", "destroy")


def main_event(events: Sequence[EventMention], start: int, end: int, tree: Tree) -> EventMention | None:
    """The event that the text from start to end tells of: the highest in its clause that is not generic, or None.

    Harm told with its cause ("the air strike killed six") is the cause's event; it carries the counts too.
    """
    inside = [event for event in events if start <= event.trigger.start < end]
    if not inside:
        return None
    best = min(inside, key=lambda event: rank(tree, event))
    best = deed_after(best, inside, tree) or best
    if best.type in HARM:
        causes = [e for e in inside if e.type in SPECIFIC and not e.generic and is_cause(tree, best, e)]
        return causes[0] if causes else best
    return best


def deed_after(move: EventMention, inside: Sequence[EventMention], tree: Tree) -> EventMention | None:
    """What those who came did, where a movement only leads up to it ("entered the village and killed six"), or None."""
    if move.type not in MOVES or move.trigger_token < 0:
        return None
    verbs = tree.having(move.trigger_token, "conjunct")
    return next((event for event in inside if event.type in DEEDS and event.trigger_token in verbs), None)


def rank(tree: Tree, event: EventMention) -> tuple[bool, bool, int, int]:
    """How far an event is from what a text tells of: generic ones last, then states that only describe a noun."""
    index = event.trigger_token
    beside = event.type in STATES and index >= 0 and tree.tokens[index].relation in BESIDE
    return event.generic, beside, depth(tree, index), event.trigger.start


def depth(tree: Tree, index: int) -> int:
    """How many tokens stand above a token."""
    return sum(1 for _ in tree.ancestors(index))


def is_cause(tree: Tree, harm: EventMention, cause: EventMention) -> bool:
    """Whether one event hangs under the verb of the other, and tells not only which thing that one hit."""
    top = tree.tokens[harm.trigger_token]
    closing = top.form == "gerund" and top.relation == "adverbial_clause"
    above = top.head if closing and tree.child(top.head, "agent") is not None else harm.trigger_token
    return not tells_which(tree, cause.trigger_token) and above in tree.ancestors(cause.trigger_token)


def tells_which(tree: Tree, index: int) -> bool:
    """Whether a participle or relative clause only tells which object is meant ("shot down drones launched by X")."""
    token = tree.tokens[index]
    noun = tree.tokens[token.head]
    return token.relation in ("participle", "relative_clause") and noun.relation == "object"
