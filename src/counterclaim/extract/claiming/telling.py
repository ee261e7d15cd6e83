"""The claims of one attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extract.claiming.certainty import certainty_of
from counterclaim.extract.claiming.channel import channel_of, cue_head
from counterclaim.extract.claiming.denied import is_beside, is_purpose, is_told
from counterclaim.extract.claiming.doers import is_blaming, with_claimant, with_doer
from counterclaim.extract.claiming.evidence import evidence_of
from counterclaim.extract.claiming.facets import facet_of
from counterclaim.extract.claiming.falsehood import is_gainsaid
from counterclaim.extract.claiming.fitting import fitted
from counterclaim.extract.claiming.modality import modality_of, polarity_of
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition, span_of
from counterclaim.extract.claiming.stance import stance_of
from counterclaim.extract.claiming.utterance import Telling
from counterclaim.extract.claiming.via import via_of
from counterclaim.extract.claiming.voices import Voice
from counterclaim.extract.timing import when_of_saying
from counterclaim.records import Attribution, Claim, EventMention, Modality, Span, Stance, When, content_id

BACKEND = "rules"
WORDLESS: dict[str, Stance] = {
    "silence": "no_comment", "deny": "denies", "reject": "denies", "confirm": "confirms", "concede": "admits",
    "retract": "retracts", "claim_responsibility": "claims_responsibility",
}  # fmt: skip
FACTUAL = frozenset(
    {"say", "claim", "show", "attitude", "confirm", "concede", "deny", "relay", "unstated", "estimate", "accuse"}
)
COMING: frozenset[Stance] = frozenset({"promises", "threatens", "demands", "offers"})


def claims_of(voiced: Sequence[tuple[Voice, EventMention | None]], page: Page) -> Iterator[Claim]:
    """One claim a voice, with the event that it tells of or points back to."""
    for voice, event in voiced:
        if voice.part is not None:
            yield claim_of(voice, voice.part, event, page)
        elif voice.told.attribution.cue_class in WORDLESS:
            yield wordless(voice, event, page)


def claim_of(voice: Voice, part: Proposition, event: EventMention | None, page: Page) -> Claim:
    """The claim of one proposition."""
    attribution, source = voice.told.attribution, voice.source
    part = replace(part, event=with_doer(event, part, attribution, page) if event else None)
    modality = modality_of(part.tokens, part.root, page, wanted=attribution.cue_class not in FACTUAL)
    polarity = polarity_of(part.root, part.tokens, page)
    telling = Telling(attribution=attribution, source=source, part=part, modality=modality, polarity=polarity, page=page)
    stance = stance_of(telling)
    aimed = stance == "denies" or attribution.cue_class == "concede"
    if aimed and part.event is not None and (not is_told(part.event, part, page) or is_purpose(part.event, part, page)):
        part = replace(part, event=None)
    elif polarity == "negative" and part.event is not None and is_beside(part.event, part, page):
        part = replace(part, event=replace(part.event, modality="hypothetical"))
    content = span_of(part, page)
    return Claim(
        id=claim_id(attribution, content),
        document=attribution.document,
        attribution=attribution.id,
        sentence=attribution.sentence,
        source=source,
        via=via_of(attribution, page),
        cue=None if voice.continued else attribution.cue,
        content=content,
        stance=stance,
        modality=modality_under(stance, modality),
        polarity="positive" if is_gainsaid(telling) else polarity,
        certainty=certainty_of(attribution, part, voice.told.beside, page),
        channel=channel_of(voice.told.beside, source, page),
        said=said(attribution, page),
        evidence=evidence_of(part, voice.told.beside, page),
        event=fitted(with_claimant(part.event, source, attribution, page), stance, source, content, page.annotated.document),
        facet=facet_of(part.event, stance, part, page, blaming=is_blaming(attribution, page)),
        confidence=attribution.confidence,
        backend=BACKEND,
    )


def modality_under(stance: Stance, modality: Modality) -> Modality:
    """The modality of a content under its stance: what is promised, demanded or offered is to come."""
    return "future" if stance in COMING and modality == "actual" else modality


def said(attribution: Attribution, page: Page) -> When | None:
    """When it was said, where the report tells it."""
    if attribution.cue is None or cue_head(attribution, page) is None:
        return None
    return when_of_saying(page.annotated, page.tree, attribution.cue, page.kit)


def wordless(voice: Voice, event: EventMention | None, page: Page) -> Claim:
    """The claim of an attribution without a content: silence, or an answer to something told before."""
    attribution, source = voice.told.attribution, voice.source
    stance = "no_comment" if attribution.negated else WORDLESS[attribution.cue_class]
    silent = stance == "no_comment"
    return Claim(
        id=claim_id(attribution, None),
        document=attribution.document,
        attribution=attribution.id,
        sentence=attribution.sentence,
        source=source,
        via=via_of(attribution, page),
        cue=attribution.cue,
        stance=stance,
        modality=None if silent else "actual",
        polarity=None if silent else "positive",
        channel=channel_of(voice.told.beside, source, page),
        said=said(attribution, page),
        event=None if silent else event,
        facet=None if silent else facet_of(event, stance, None, page),
        confidence=attribution.confidence,
        backend=BACKEND,
    )


def claim_id(attribution: Attribution, content: Span | None) -> str:
    """The id of a claim: it rests on its attribution and the place of its content."""
    place = (content.start, content.end) if content else (None, None)
    return content_id("claim", attribution.document, attribution.id, *place)
