"""The event of a claim whose content only points back: "this", "the claims", "the incident", "it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.facets import facet_of
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import root_of
from counterclaim.records import Claim, EventMention

ANSWERS = frozenset({"denies", "confirms", "retracts", "admits", "claims_responsibility"})


def with_antecedents(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """The claims in text order, those that point back with the event that they point to."""
    settled: list[Claim] = []
    for claim in sorted(claims, key=position):
        event = antecedent(claim, [*settled, *inner(claim, claims, page)], page) if points_back(claim, page) else None
        settled.append(replace(claim, event=event, facet=facet_of(event, claim.stance, None, page)) if event else claim)
    return settled


def position(claim: Claim) -> tuple[int, int]:
    """Where a claim begins in the text."""
    span = claim.content or claim.cue or claim.sentence
    return span.start, span.end


def points_back(claim: Claim, page: Page) -> bool:
    """Whether a claim has no event of its own and a content that stands for one told before."""
    if claim.event is not None or claim.stance == "no_comment":
        return False
    if claim.content is None:
        return claim.stance in ANSWERS
    indices = page.tokens_of(claim.content)
    if not indices:
        return False
    head = page.tokens[root_of(indices, page)]
    lemmas = page.vocabulary.lemmas
    if head.pos in {"PRON", "DET"}:
        return True
    return head.pos == "NOUN" and head.lemma.lower() in lemmas["told"] | lemmas["happenings"]


def inner(claim: Claim, claims: Sequence[Claim], page: Page) -> list[Claim]:
    """The claims told within a claim's own words."""
    return [other for other in claims if other is not claim and is_within(other, claim, page)]


def is_within(other: Claim, claim: Claim, page: Page) -> bool:
    """Whether a claim is of an attribution nested in that of another."""
    attribution = page.attributions.get(other.attribution or "")
    return attribution is not None and attribution.parent is not None and attribution.parent == claim.attribution


def antecedent(claim: Claim, before: Sequence[Claim], page: Page) -> EventMention | None:
    """The event pointed to: of a claim told within, else of the nearest claim before (of another source, for an answer)."""
    candidates = [other for other in reversed(before) if other.event is not None]
    if claim.stance in ANSWERS:
        others = [other for other in candidates if other.source.side != claim.source.side or other.source.side is None]
        candidates = others or candidates
    if candidates:
        return candidates[0].event
    return event_before(claim, page)


def event_before(claim: Claim, page: Page) -> EventMention | None:
    """The last event told before the sentence of a claim."""
    start = claim.sentence.start
    earlier = [event for events in page.events.values() for event in events if event.trigger.start < start]
    return max(earlier, key=lambda event: event.trigger.start, default=None)
