"""An attribution in the making: token indices instead of spans, so that rules can add and take away words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Source, cue and content as token indices; `head` is the cue's head token (-1 where there is no cue).

    `within` is the head of the cue that this one is told within, where the content alone does not show it.
    """

    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue_class: str
    construction: str
    negated: bool = False
    modal: bool = False
    within: int = -1

    @property
    def first(self) -> int:
        """The first token of content or cue, by which drafts are put in text order."""
        return min(self.cue[:1] + self.content[:1] + self.source[:1])
