"""Relays that close what is told: "nine were killed, the agency quoted a doctor as saying"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page

FINITE = frozenset({"past", "present", "modal"})


def with_closing(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each relay that closes a sentence told by the one who is quoted as well."""
    return [part for draft in drafts for part in closing(page, draft)]


def closing(page: Page, draft: Draft) -> list[Draft]:
    """The draft, or, where it closes what is told and names whom it quotes, that as two tellings."""
    verb = draft.content[-1] if draft.content else -1
    told = said_before(page, draft)
    if not told or draft.head < 0 or page.tokens[draft.head].lemma.lower() not in page.lexicon.words["citing"]:
        return [draft]
    cited = tuple(index for index in draft.content if index < page.tokens[verb].head or index < verb - 1)
    if page.tokens[verb].form != "gerund" or page.lexicon.verb(page.tokens[verb].lemma) is None or not cited:
        return [draft]
    inner = replace(
        draft, head=verb, cue=(verb,), source=cited, content=told, cue_class="say", construction="relay", within=draft.head
    )
    return [replace(draft, content=(*told, *draft.content)), inner]


def said_before(page: Page, draft: Draft) -> tuple[int, ...]:
    """The clause before a source and cue that nothing but a mark follows in their sentence, or nothing."""
    if not draft.content or not draft.source or draft.source[0] > draft.content[0]:
        return ()
    sentence = page.sentence(draft.head)
    if any(page.tokens[index].pos not in ("PUNCT", "SPACE") for index in range(draft.content[-1] + 1, sentence.last)):
        return ()
    told = trimmed(page, range(sentence.first, draft.source[0]))
    return tuple(told) if any(page.tokens[index].form in FINITE for index in told) else ()
