"""The event that a proposition is about."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.events import choice
from counterclaim.records import EventMention


def main_event(tokens: Sequence[int], page: Page) -> EventMention | None:
    """The event that these tokens tell of, or None where they tell of none.

    What another source is quoted for within them comes second; a general noun has the type of the event that it names.
    """
    events = page.events_in(own_tokens(tokens, page)) or page.events_in(tokens)
    if not events:
        return None
    best = choice.main_event(events, 0, len(page.annotated.document.text) + 1, page.tree)
    if best is None:
        return None
    if names_cause(best, page):
        return harm_of(best, events, page) or best
    return means_of(best, events, page) or page.again.get(best.id, best)


def means_of(attack: EventMention, events: Sequence[EventMention], page: Page) -> EventMention | None:
    """The shelling or strike that is the subject of a verb of attack ("shelling hit the market"), or None."""
    if not page.vocabulary.stake(attack.type, "general") or attack.trigger_token < 0:
        return None
    subjects = page.tree.having(attack.trigger_token, "subject")
    found = (event for event in events if event.trigger_token in subjects)
    return next((event for event in found if page.vocabulary.stake(event.type, "specific")), None)


def names_cause(event: EventMention, page: Page) -> bool:
    """Whether an event is told by a noun that is general in itself ("the attack", no "air raid")."""
    index = event.trigger_token
    return (
        " " not in event.trigger.text
        and 0 <= index < len(page.tokens)
        and page.tokens[index].lemma.lower() in page.vocabulary.lemmas["general"]
    )


def harm_of(cause: EventMention, events: Sequence[EventMention], page: Page) -> EventMention | None:
    """The harm under whose verb a cause is only named again ("the attack killed six"), or None."""
    above = set(page.tree.ancestors(cause.trigger_token))
    return next((event for event in events if event.type in choice.HARM and event.trigger_token in above), None)


def own_tokens(tokens: Sequence[int], page: Page) -> list[int]:
    """The tokens that are in no smaller content than the first of them."""
    own = next((page.innermost.get(index) for index in tokens), None)
    return [index for index in tokens if page.innermost.get(index) == own]
