"""The claims of a document: one a proposition of each attribution, and the narrator's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.answers import with_answers
from counterclaim.extract.claiming.antecedents import with_antecedents
from counterclaim.extract.claiming.certainty import is_remark, is_unverified, unverified_sentences
from counterclaim.extract.claiming.continuation import continuations
from counterclaim.extract.claiming.narrator import narrated
from counterclaim.extract.claiming.page import Page, open_page
from counterclaim.extract.claiming.selection import is_mere_deed, tellings
from counterclaim.extract.claiming.telling import claims_of
from counterclaim.extract.claiming.voices import voices
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Attribution, Claim, EventMention


def find_claims(
    annotated: Annotated, attributions: Sequence[Attribution], events: Sequence[EventMention], kit: Kit
) -> tuple[Claim, ...]:
    """The claims of a document, in text order, each once."""
    page = open_page(annotated, attributions, events, kit)
    spoken = tellings(attributions, page)
    going_on = list(continuations(spoken, attributions, page))
    told = list(claims_of(with_antecedents(voices(spoken, going_on, page), page), page))
    told_of = (found for found in attributions if not is_mere_deed(found, page))
    own = narrated((*told_of, *(telling.attribution for telling in going_on)), page)
    settled = with_answers(each_once(sorted([*told, *own], key=position)), page)
    return tuple({claim.id: claim for claim in with_remarks(settled, page)}.values())


def each_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those whose words, source and cue stand in the document a second time (a headline, a lead)."""
    found: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        words = tuple(span.text if span else "" for span in (claim.source.span, claim.cue, claim.content or claim.sentence))
        found.setdefault((*words, claim.event.type if claim.event else ""), claim)
    return list(found.values())


def position(claim: Claim) -> tuple[int, int]:
    """Where a claim begins in the text."""
    span = claim.content or claim.cue or claim.sentence
    return span.start, span.end


def with_remarks(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """The claims, those that the report says could not be verified marked so; the remark itself is no claim."""
    sentences = unverified_sentences(page)
    if not sentences:
        return list(claims)
    claims = [claim for claim in claims if not is_remark(claim, page)]
    marked = [is_unverified(claim, sentences, page) and claim.stance != "no_comment" for claim in claims]
    return [replace(c, certainty="unverified") if mark else c for c, mark in zip(claims, marked, strict=True)]
