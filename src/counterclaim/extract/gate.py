"""The gate between an extractor that is not ours and the ledger: what cannot be found in the text word for word stays out.

Offsets are looked up anew, values outside the closed vocabularies, sources, places and times that are not in the text are
dropped, and every drop is counted. Who a source is, which place is meant and when it was come from our own annotators.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, get_args

from counterclaim.extract.extraction import Extraction
from counterclaim.extract.timing import when_of_event, when_of_saying
from counterclaim.kit import Kit
from counterclaim.records import (
    CHANNELS,
    STANCES,
    Annotated,
    Attribution,
    Certainty,
    Claim,
    EventMention,
    Evidence,
    Mention,
    Modality,
    Party,
    Polarity,
    Sentence,
    SourceKind,
    Span,
    content_id,
)
from counterclaim.syntax import Tree, span_of, tree_of

CLOSED: dict[str, tuple[Any, ...]] = {
    "stance": STANCES,
    "modality": (*get_args(Modality), None),
    "polarity": (*get_args(Polarity), None),
    "certainty": get_args(Certainty),
    "channel": (*CHANNELS, None),
}
SPEAKERS: frozenset[str] = frozenset(get_args(SourceKind))
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What the gate checks against: the annotated document, its tree, its mentions by token, and the count of drops."""

    annotated: Annotated
    tree: Tree
    kit: Kit
    dropped: Counter[str]


def admit(extraction: Extraction, annotated: Annotated, kit: Kit) -> Extraction:
    """What of an extraction is verified against the text, with the number of drops by reason."""
    desk = Desk(annotated, tree_of(annotated), kit, Counter())
    pairs = [pair for claim in extraction.claims if (pair := verified(claim, desk))]
    attributions = {attribution.id: attribution for attribution, _ in pairs}
    claims = {claim.id: claim for _, claim in pairs}
    desk.dropped["claim told twice"] += len(pairs) - len(claims)
    return Extraction(
        attributions=tuple(attributions.values()),
        claims=tuple(answers_kept(claim, claims) for claim in claims.values()),
        dropped=tuple(sorted((reason, number) for reason, number in desk.dropped.items() if number)),
    )


def verified(claim: Claim, desk: Desk) -> tuple[Attribution, Claim] | None:
    """The claim with its attribution, rebuilt from the text; None, counted, where its words are not there."""
    wrong = next((field for field, values in CLOSED.items() if getattr(claim, field) not in values), None)
    content, cue = found(claim.content, desk), found(claim.cue, desk, near=claim.content)
    source = found(claim.source.span, desk, near=cue or content)
    reason = (
        f"{wrong} outside the vocabulary" if wrong
        else "content not in the text" if claim.content and content is None
        else "cue not in the text" if claim.cue and cue is None
        else "source not in the text" if claim.source.span and source is None
        else "a claim needs words" if content is None and cue is None
        else "only silence has no content" if content is None and claim.stance != "no_comment"
        else "a claim needs a source or a cue in the text" if source is None and cue is None
        else None
    )  # fmt: skip
    if reason:
        desk.dropped[reason] += 1
        return None
    return rebuilt(claim, source, cue, content, desk)


def rebuilt(claim: Claim, source: Span | None, cue: Span | None, content: Span | None, desk: Desk) -> tuple[Attribution, Claim]:
    """The claim as our own record, resolved by our own annotators."""
    document = desk.annotated.document
    anchor = cue or content
    assert anchor is not None
    sentence = sentence_at(anchor.start, desk)
    attribution = Attribution(
        id=content_id("attribution", document.id, *ends(cue), *ends(source), *ends(content)), document=document.id,
        sentence=sentence, cue=cue, source=source, content=content, cue_class="say", construction="outside",
        confidence=min(1.0, max(0.0, claim.confidence)),
    )  # fmt: skip
    made = Claim(
        id=content_id("claim", attribution.id, claim.stance), document=document.id, attribution=attribution.id,
        sentence=sentence, source=party(source, desk), via=via(claim.via, desk), cue=cue, content=content,
        stance=claim.stance, modality=claim.modality, polarity=claim.polarity, certainty=claim.certainty,
        channel=claim.channel, said=when_of_saying(desk.annotated, desk.tree, cue, desk.kit) if cue else None,
        evidence=evidence(claim.evidence, desk), answers=claim.answers, event=event(claim.event, content, desk),
        facet=claim.facet, confidence=attribution.confidence, backend=desk.kit.backend.name,
    )  # fmt: skip
    return attribution, made


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """Start and end of a span, for an id."""
    return (span.start, span.end) if span else (None, None)


def found(span: Span | None, desk: Desk, *, near: Span | None = None) -> Span | None:
    """The words of a span where they stand in the text, nearest to where they are said to be; None where they do not."""
    words = span.text.split() if span else []
    if span is None or not words or len(span.text) > LONGEST:
        return None
    document = desk.annotated.document
    wanted = near.start if near is not None and span.start < 0 else max(0, span.start)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    places = [match.span() for match in pattern.finditer(document.text)]
    if not places:
        return None
    start, end = min(places, key=lambda place: (abs(place[0] - wanted), place[0]))
    return span_of(document, start, end)


def sentence_at(offset: int, desk: Desk) -> Span:
    """The sentence that holds an offset, or the whole title or header line where no sentence does."""
    document = desk.annotated.document
    held: Sentence | None = next((s for s in desk.annotated.sentences if s.start <= offset < s.end), None)
    if held:
        return span_of(document, held.start, held.end)
    start = document.text.rfind("\n", 0, offset) + 1
    end = document.text.find("\n", offset)
    return span_of(document, start, end if end >= 0 else len(document.text))


def mention_at(span: Span, desk: Desk) -> Mention | None:
    """The longest mention inside the words of a span, else one that holds them."""
    inside = [m for m in desk.annotated.mentions if span.start <= m.span.start and m.span.end <= span.end]
    around = [m for m in desk.annotated.mentions if m.span.start <= span.start and span.end <= m.span.end]
    return max(inside or around, key=lambda mention: (mention.span.end - mention.span.start, -mention.span.start), default=None)


def party(span: Span | None, desk: Desk) -> Party:
    """Who the words stand for, as our own annotators have it."""
    mention = mention_at(span, desk) if span else None
    if mention is None:
        return Party(span=span, kind="unstated")
    kind = mention.kind if mention.kind in SPEAKERS else "unnamed"
    return Party(
        span=span, kind=kind, name=mention.name, role=mention.role, side=mention.side,
        mention=mention.id, known=mention.known,
    )  # fmt: skip


def via(parties: Iterable[Party], desk: Desk) -> tuple[Party, ...]:
    """The outer sources whose words are in the text; the others are dropped and counted."""
    places = [found(one.span, desk) for one in parties]
    desk.dropped["outer source not in the text"] += sum(place is None for place in places)
    return tuple(party(place, desk) for place in places if place)


def evidence(items: Iterable[Evidence], desk: Desk) -> tuple[Evidence, ...]:
    """The evidence whose words are in the text; the rest is dropped and counted."""
    places = [(item, found(item.span, desk)) for item in items]
    desk.dropped["evidence not in the text"] += sum(place is None for _, place in places)
    return tuple(Evidence(kind=item.kind, span=place) for item, place in places if place)


def event(told: EventMention | None, content: Span | None, desk: Desk) -> EventMention | None:
    """The event with roles, place and trigger found in the content, its time resolved by us; figures stay out."""
    if told is None:
        return None
    trigger = found(told.trigger, desk, near=content)
    token = desk.tree.at(trigger.start) if trigger else None
    if (
        told.type not in desk.kit.knowledge.events
        or trigger is None
        or token is None
        or content is None
        or not within(trigger, content)
    ):
        desk.dropped["event not in the content"] += 1
        return None
    document = desk.annotated.document
    return EventMention(
        id=content_id("event", document.id, trigger.start, trigger.end, told.type), document=document.id, span=content,
        trigger=trigger, type=told.type, roles=roles(told, content, desk), place=place(told.place, content, desk),
        when=when_of_event(desk.annotated, desk.tree, token, desk.kit),
        modality=told.modality if told.modality in CLOSED["modality"] else "actual",
        polarity=told.polarity if told.polarity in CLOSED["polarity"] else "positive",
        historical=bool(told.historical), generic=bool(told.generic), trigger_token=token,
    )  # fmt: skip


def within(inner: Span, outer: Span) -> bool:
    """Whether words lie inside others."""
    return outer.start <= inner.start and inner.end <= outer.end


def roles(told: EventMention, content: Span, desk: Desk) -> tuple[tuple[str, tuple[Party, ...]], ...]:
    """The roles that the event's type has and whose words are in the content."""
    kind = desk.kit.knowledge.events.get(told.type)
    known = set(kind.data.get("roles", ())) if kind else set()
    kept = []
    for role, parties in told.roles:
        places = [spot for one in parties if (spot := found(one.span, desk, near=content)) and within(spot, content)]
        desk.dropped["role not in the content"] += len(parties) - (len(places) if role in known else 0)
        if role in known and places:
            kept.append((role, tuple(party(spot, desk) for spot in places)))
    return tuple(kept)


def place(told: Party | None, content: Span, desk: Desk) -> Party | None:
    """The place, where its words are a place that our own annotators found."""
    spot = found(told.span, desk, near=content) if told else None
    mention = mention_at(spot, desk) if spot else None
    if mention is None or mention.kind not in ("place", "facility"):
        desk.dropped["place not in the text"] += told is not None
        return None
    return Party(span=mention.span, kind=mention.kind, name=mention.name, mention=mention.id, known=mention.known)


def answers_kept(claim: Claim, claims: dict[str, Claim]) -> Claim:
    """The claim with only those answers that point at a claim that was let in."""
    kept = tuple(answer for answer in claim.answers if answer.claim in claims and answer.how in ("denies", "confirms"))
    return claim if kept == claim.answers else replace(claim, answers=kept)
