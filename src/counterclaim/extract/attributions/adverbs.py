"""Adverbs that report: "reportedly", "allegedly"; the source is unstated."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page


def adverb_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each reporting adverb."""
    for token in page.tokens:
        cue_class = page.lexicon.adverbs.get(token.text.lower())
        if cue_class is not None:
            yield adverb_draft(page, token.index, cue_class)


def adverb_draft(page: Page, index: int, cue_class: str) -> Draft:
    """The draft of one reporting adverb: its content is the clause or phrase that it stands in."""
    host = page.tokens[index].head
    content = [part for part in page.subtree(host) if part != index]
    return Draft(
        head=index, cue=(index,), source=(), content=tuple(trimmed(page, content)),
        cue_class=cue_class, construction="adverb",
    )  # fmt: skip
