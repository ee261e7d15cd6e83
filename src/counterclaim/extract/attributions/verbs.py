"""Verb cues: "the Taliban said", "said the spokesman", "he called for a truce"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import content_of_verb
from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.frames import frame_of
from counterclaim.extract.attributions.lexicon import VerbCue
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import source_of_verb


def verb_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each verb that is a cue in its frame."""
    for token in page.tokens:
        if token.pos in ("VERB", "AUX") and (entry := page.lexicon.verb(token.lemma)):
            frame = frame_of(page, token.index)
            if entry.fits(frame) and (draft := verb_draft(page, token.index, entry, frame)):
                yield draft


def verb_draft(page: Page, verb: int, entry: VerbCue, frame: str) -> Draft | None:
    """The draft of one verb cue, or None where it has no content."""
    cue = verb_group(page, verb, linking(page, verb, frame))
    source = source_of_verb(page, verb, cue)
    taken = set(source)
    content = tuple(index for index in content_of_verb(page, verb, entry, cue, source) if index not in taken)
    if not content and frame not in ("bare", "parataxis"):
        return None
    return Draft(
        head=verb,
        cue=cue,
        source=source,
        content=content,
        cue_class=entry.cue_class,
        construction=construction_of(frame, bool(source)),
        negated=is_negated(page, verb),
        modal=is_modal(page, verb),
    )


def linking(page: Page, verb: int, frame: str) -> list[int]:
    """The preposition that links a verb to its content, where the frame is one of verb and preposition."""
    last = frame.rsplit(" ", 1)[-1]
    return [child for child in page.tree.having(verb, "preposition") if page.tokens[child].lemma.lower() == last]


def construction_of(frame: str, has_source: bool) -> str:
    """The name of the pattern."""
    if frame.startswith("passive"):
        return "passive" if has_source else "passive_no_agent"
    return f"verb_{frame.replace(' ', '_')}"
