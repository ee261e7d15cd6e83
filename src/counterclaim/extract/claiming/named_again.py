"""General nouns that name again an event told before: "the attack" after an air strike is that air strike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.vocabulary import Vocabulary
from counterclaim.records import EventMention, content_id
from counterclaim.syntax import Tree

REACH = 8


def named_again(events: Sequence[EventMention], tree: Tree, vocabulary: Vocabulary) -> dict[str, EventMention]:
    """The events of general nouns that name a specific event again, by id, with the type of that event."""
    found: dict[str, EventMention] = {}
    before: list[EventMention] = []
    for event in sorted(events, key=lambda event: event.trigger.start):
        named = specific_before(event, before, tree, vocabulary) if names_again(event, tree, vocabulary) else None
        if named is not None:
            found[event.id] = of_type(event, named)
        before.append(found.get(event.id, event))
    return found


def names_again(event: EventMention, tree: Tree, vocabulary: Vocabulary) -> bool:
    """Whether an event is told by a noun of a general type."""
    index = event.trigger_token
    return 0 <= index < len(tree.tokens) and tree.tokens[index].pos == "NOUN" and bool(vocabulary.stake(event.type, "general"))


def specific_before(
    event: EventMention, before: Sequence[EventMention], tree: Tree, vocabulary: Vocabulary
) -> EventMention | None:
    """The last specific event told before: by the same noun, or by any where the noun points back."""
    index = event.trigger_token
    pointing = points_back(index, tree, vocabulary)
    for other in reversed(before):
        if not vocabulary.stake(other.type, "specific") or other.historical or other.generic:
            continue
        if tree.tokens[index].sentence - tree.tokens[max(0, other.trigger_token)].sentence > REACH:
            return None
        same = other.trigger_token >= 0 and tree.tokens[other.trigger_token].lemma == tree.tokens[index].lemma
        if same or pointing:
            return other
    return None


def points_back(index: int, tree: Tree, vocabulary: Vocabulary) -> bool:
    """Whether a noun has an article or a pronoun that points back, or belongs to someone."""
    children = [tree.tokens[child] for child in tree.children[index]]
    pointing = any(token.lemma.lower() in vocabulary.lemmas["pointing"] for token in children)
    return pointing or any(token.relation == "possessive" for token in children)


def of_type(event: EventMention, before: EventMention) -> EventMention:
    """The event with the type of the one before."""
    return replace(event, id=content_id("event", event.id, before.type), type=before.type)
