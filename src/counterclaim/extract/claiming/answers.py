"""Which claims of a document a denial or confirmation answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.page import Page
from counterclaim.records import Answer, Claim, EventMention, Party

HOW = {"denies": "denies", "confirms": "confirms", "retracts": "denies"}
CLOSE = 600  # characters between the beginnings of two sentences
ANSWERED = frozenset({"asserts", "accuses", "claims_responsibility", "admits", "confirms"})


def with_answers(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """The claims, those that deny or confirm with the claims of others on the same event that they answer."""
    by_type: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event is not None and claim.stance in ANSWERED:
            by_type[claim.event.type].append(claim)
    return [answering(claim, by_type, page) for claim in claims]


def answering(claim: Claim, by_type: dict[str, list[Claim]], page: Page) -> Claim:
    """The claim with its answers."""
    how = HOW.get(claim.stance)
    if how is None or claim.event is None:
        return claim
    kinds = {claim.event.type, *(kind for pair in page.vocabulary.together if claim.event.type in pair for kind in pair)}
    found = [other for kind in sorted(kinds) for other in by_type.get(kind, ()) if answers(claim, other, how)]
    return replace(claim, answers=tuple(Answer(other.id, how) for other in found))


def answers(claim: Claim, other: Claim, how: str) -> bool:
    """Whether one claim answers another: told by another source, on an event that can be the same."""
    if other.id == claim.id or claim.event is None or other.event is None or same_voice(claim.source, other.source):
        return False
    if how == "confirms" and other.sentence.start > claim.sentence.start:
        return False
    if claim.facet == "responsibility" and first(other.event, "agent") is None:
        return False
    if claim.event.id == other.event.id:
        return True
    return alike(claim.event, other.event) and (is_close(claim, other) or share(claim.event, other.event))


def is_close(claim: Claim, other: Claim) -> bool:
    """Whether the sentences of two claims stand next to one another, or nearly so."""
    return abs(claim.sentence.start - other.sentence.start) <= CLOSE


def share(left: EventMention, right: EventMention) -> bool:
    """Whether two event mentions name one of the same parties or places."""
    return bool(named_in(left) & named_in(right))


def named_in(event: EventMention) -> frozenset[str]:
    """The names and sides of the parties and the place of an event, case folded."""
    parties = [*(party for _, found in event.roles for party in found), *([event.place] if event.place else [])]
    return frozenset(name.casefold() for party in parties for name in (party.name, party.side) if name)


def same_voice(left: Party, right: Party) -> bool:
    """Whether two sources are one: one name, one side that speaks for itself, or the same words."""
    if left.name is not None and right.name is not None and left.name == right.name:
        return True
    if left.side is not None and left.side == right.side:
        return left.side in {left.name, right.name} or (left.name is None and right.name is None)
    return left.span is not None and right.span is not None and left.span.text == right.span.text


def alike(left: EventMention, right: EventMention) -> bool:
    """Whether two event mentions can be of one event: no other place and no other doer is named."""
    return not (apart(left.place, right.place) or apart(first(left, "agent"), first(right, "agent")))


def first(event: EventMention, role: str) -> Party | None:
    """The first party in a role of an event, or None."""
    return next((parties[0] for name, parties in event.roles if name == role and parties), None)


def apart(left: Party | None, right: Party | None) -> bool:
    """Whether two parties both have a name, and another one."""
    if left is None or right is None or not (is_named(left) and is_named(right)) or left.name is None or right.name is None:
        return False
    if left.side is not None and left.side == right.side:
        return False
    return left.name.casefold() != right.name.casefold() and (left.known is None or left.known != right.known)


def is_named(party: Party) -> bool:
    """Whether a party has a name of its own and not only a description ("the market")."""
    return party.name is not None and party.name[:1].isupper()
