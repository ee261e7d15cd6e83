"""Readiness told: "had shown himself ready to negotiate" and "are willing to talk" are offers of what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.page import Page
from counterclaim.records import Attribution
from counterclaim.syntax import span_of_tokens


def as_offer(attribution: Attribution, page: Page) -> Attribution:
    """The attribution as an offer where its cue or the first word of its content is one of readiness, else as it is."""
    if attribution.negated or attribution.content is None:
        return attribution
    if any(is_ready(index, page) for index in page.tokens_of(attribution.cue)):
        return replace(attribution, cue_class="offer")
    indices = page.tokens_of(attribution.content)
    opening = [index for index in indices[:2] if is_ready(index, page)]
    if not opening:
        return attribution
    kept = offered(indices, opening[0], page)
    if not kept:
        return attribution
    content = span_of_tokens(page.annotated.document, page.tokens, kept)
    return replace(attribution, cue_class="offer", content=content)


def is_ready(index: int, page: Page) -> bool:
    """Whether a word is one of readiness."""
    return page.tokens[index].lemma.lower() in page.vocabulary.lemmas["ready"]


def offered(indices: Sequence[int], ready: int, page: Page) -> list[int]:
    """The infinitive after a word of readiness, up to when it was said or what it was for."""
    after = [index for index in indices if index > ready]
    if not after or page.tokens[after[0]].form != "infinitive_marker":
        return []
    cuts = [when.span.start for when in page.annotated.whens if when.span is not None]
    kept: list[int] = []
    for index in after:
        token, following = page.tokens[index], page.tokens[min(index + 1, len(page.tokens) - 1)]
        if token.start in cuts or (token.pos == "ADP" and following.start in cuts) or page.opens_purpose(index):
            break
        kept.append(index)
    return kept
