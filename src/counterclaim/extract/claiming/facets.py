"""Which facet of an event a claim speaks to."""

from __future__ import annotations

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import EventMention, Facet, Stance

CONTROL = frozenset({"hold_control"})
HARM = frozenset({"kill", "injure"})
ANSWERING = frozenset({"denies", "accuses", "claims_responsibility"})


def facet_of(
    event: EventMention | None, stance: Stance, part: Proposition | None, page: Page, *, blaming: bool = False
) -> Facet | None:
    """The facet of a claim: who did it, who holds it, how many, or that it was; None without an event.

    `blaming`: the cue itself is one of accusation.
    """
    if event is None:
        return None
    if event.type in CONTROL:
        return "control"
    text = page.text(part.tokens) if part else ""
    if blaming or stance == "claims_responsibility" or (stance in ANSWERING and page.vocabulary.responsibility.search(text)):
        return "responsibility"
    if part is not None and page.tokens[part.root].lemma.lower() in page.vocabulary.lemmas["toll"]:
        return "toll"
    if stance == "denies" and part is not None and tells_harm_of(part, event, page):
        return "toll"
    return "occurrence"


def tells_harm_of(part: Proposition, event: EventMention, page: Page) -> bool:
    """Whether the main word of a proposition is of a harm done in its event ("any villagers had died in the strike")."""
    harm = any(found.type in HARM for found in page.events.get(part.root, ()))
    return harm and event.type not in HARM and event.trigger_token != part.root
