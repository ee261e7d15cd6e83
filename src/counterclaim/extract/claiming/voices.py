"""Tellings divided into propositions with their sources, in text order: what points back is resolved from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition, propositions
from counterclaim.extract.claiming.settling import Told
from counterclaim.extract.claiming.sources import party_of
from counterclaim.extract.claiming.standins import is_pronoun, settled_source
from counterclaim.records import Party

NEAR = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """One proposition of a telling, or a telling without any, with its resolved source."""

    told: Told
    source: Party
    part: Proposition | None
    continued: bool = False

    @property
    def start(self) -> int:
        """Where its words begin in the text."""
        attribution = self.told.attribution
        span = attribution.content or attribution.cue or attribution.sentence
        return self.part.tokens[0] if self.part else span.start


def voices(spoken: Sequence[Told], going_on: Sequence[Told], page: Page) -> list[Voice]:
    """The voices of all tellings in text order, sources that only point back resolved."""
    tellings = [(told, False) for told in spoken] + [(told, True) for told in going_on]
    settled: list[Voice] = []
    for told, continued in sorted(tellings, key=lambda pair: place(pair[0])):
        near = sources_near(settled, told, page)
        found = party_of(told.attribution.source, page)
        source = settled_source(unnamed_by_own_words(found, told, page), near, page)
        if settled and goes_on_reading(source, settled[-1], told, page):
            told = replace(told, beside=(*settled[-1].told.beside, *told.beside))
        if continued:
            source = replace(earlier(told, settled) or source, span=None)
        settled += [replace(voice, continued=continued) for voice in divided(told, source, page)]
    return settled


def unnamed_by_own_words(source: Party, told: Told, page: Page) -> Party:
    """The source, a pronoun unresolved where it was taken for somebody whom its own words before it name first."""
    content, mention = told.attribution.content, next((m for m in page.annotated.mentions if m.id == source.mention), None)
    if content is None or mention is None or not is_pronoun(source, page) or content.start > mention.span.start:
        return source
    same = [m for m in page.annotated.mentions if m.chain == mention.chain and m.id != mention.id and m.form != "pronoun"]
    before = [m for m in same if m.span.start < mention.span.start]
    if not before or not content.start <= before[-1].span.start < content.end:
        return source
    return replace(source, kind="unnamed", name=None, role=None, side=None, known=None, mention=None)


def goes_on_reading(source: Party, before: Voice, told: Told, page: Page) -> bool:
    """Whether a pronoun goes on with the document that spoke just before ("the statement said ...; it added ...")."""
    same = source.side is None or source.side == before.source.side
    return same and before.source.kind == "document" and is_pronoun(source, page) and is_near(before.told, told, page)


def sources_near(settled: Sequence[Voice], told: Told, page: Page) -> list[Party]:
    """The sources that spoke in the few sentences before a telling, in text order."""
    found: list[Party] = []
    for voice in reversed(settled):
        if not is_near(voice.told, told, page):
            break
        found.append(voice.source)
    return found[::-1]


def is_near(before: Told, told: Told, page: Page) -> bool:
    """Whether a telling stands no more than a few sentences before another."""
    first, second = (page.tree.at(one.attribution.sentence.start) for one in (before, told))
    if first is None or second is None:
        return False
    return 0 <= page.tokens[second].sentence - page.tokens[first].sentence <= NEAR


def place(told: Told) -> tuple[int, int]:
    """Where a telling stands in the text: where its source or cue begins."""
    attribution = told.attribution
    span = attribution.source or attribution.cue or attribution.sentence
    return max(span.start, attribution.sentence.start), span.start


def earlier(told: Told, settled: Sequence[Voice]) -> Party | None:
    """The source that the carried-on telling had where it was made."""
    found = (voice.source for voice in reversed(settled) if voice.told.attribution.id == told.attribution.id)
    return next(found, None)


def divided(told: Told, source: Party, page: Page) -> Iterator[Voice]:
    """One voice a proposition of a telling; one without words where it has none."""
    content = told.attribution.content
    parts = propositions(content, page) if content else []
    yield from (Voice(told, source, part) for part in parts)
    if not parts:
        yield Voice(told, source, None)
