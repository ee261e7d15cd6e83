"""Fits the event of a claim to the claim: parties end with the content, who claims a deed is who did it."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.records import Document, EventMention, Party, Span, Stance
from counterclaim.syntax import span_of


def fitted(event: EventMention | None, stance: Stance, source: Party, content: Span, document: Document) -> EventMention | None:
    """The event with parties that end where the content does, and the source as its doer where it claims the deed."""
    if event is None:
        return None
    roles = tuple((role, tuple(cut(party, content, document) for party in parties)) for role, parties in event.roles)
    if stance == "claims_responsibility" and not any(
        is_doer(party) for role, parties in roles if role == "agent" for party in parties
    ):
        roles = (("agent", (source,)), *(pair for pair in roles if pair[0] != "agent"))
    place = cut(event.place, content, document) if event.place is not None else None
    return event if roles == event.roles and place == event.place else replace(event, roles=roles, place=place)


def is_doer(party: Party) -> bool:
    """Whether a party can have done a deed: not a thing of which nobody's is told ("a bomb")."""
    return party.kind != "weapon" or party.side is not None


def cut(party: Party, content: Span, document: Document) -> Party:
    """The party without words beyond either end of the content; its name goes with words that are cut off before it."""
    span = party.span
    if span is None or span.end <= content.start or span.start >= content.end:
        return party
    start, end = max(span.start, content.start), min(span.end, content.end)
    if (start, end) == (span.start, span.end) or not document.text[start:end].strip():
        return party
    shorter = replace(party, span=span_of(document, start, end))
    if start == span.start or (party.name or "").casefold() in document.text[start:end].casefold():
        return shorter
    return replace(shorter, name=None, mention=None, known=None, side=None)
