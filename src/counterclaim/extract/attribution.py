"""The attributions of a document: drafts of every family of constructions, joined, nested and put into records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.extract.attributions.according import according_drafts
from counterclaim.extract.attributions.adjectives import adjective_drafts
from counterclaim.extract.attributions.adverbs import adverb_drafts
from counterclaim.extract.attributions.closing import with_closing
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.headline import headline_drafts
from counterclaim.extract.attributions.lexicon import lexicon_of
from counterclaim.extract.attributions.nesting import parents
from counterclaim.extract.attributions.nominal import nominal_drafts
from counterclaim.extract.attributions.owned import owned_drafts
from counterclaim.extract.attributions.page import Page, page_of
from counterclaim.extract.attributions.quotes import with_quotations
from counterclaim.extract.attributions.relay import with_relays
from counterclaim.extract.attributions.resumed import resumed_drafts, without_answers
from counterclaim.extract.attributions.silence import silence_drafts
from counterclaim.extract.attributions.titles import title_drafts
from counterclaim.extract.attributions.trailing import trailing_drafts
from counterclaim.extract.attributions.trust import Trust, trust_in, trust_table
from counterclaim.extract.attributions.verbs import verb_drafts
from counterclaim.extract.attributions.views import view_drafts
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Attribution, Span, content_id
from counterclaim.syntax import span_of, span_of_tokens, tree_of

FAMILIES = (
    title_drafts,
    resumed_drafts,
    headline_drafts,
    owned_drafts,
    trailing_drafts,
    silence_drafts,
    according_drafts,
    view_drafts,
    adjective_drafts,
    nominal_drafts,
    verb_drafts,
    adverb_drafts,
)


def find_attributions(annotated: Annotated, kit: Kit) -> tuple[Attribution, ...]:
    """The attributions of a document in text order, each with the one it is told within as `parent`."""
    if not annotated.tokens:
        return ()
    page = page_of(annotated, tree_of(annotated), lexicon_of(kit.language))
    return records_of(page, drafts_of(page), trust_table(kit.settings.folders))


def drafts_of(page: Page) -> list[Draft]:
    """The drafts of a document in text order."""
    drafts = [draft for family in FAMILIES for draft in family(page)]
    whole = with_closing(page, with_relays(page, with_quotations(page, without_answers(page, one_a_cue(drafts)))))
    return sorted(whole, key=lambda draft: (draft.first, draft.head))


def one_a_cue(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those whose cue another, earlier one has taken."""
    taken: set[int] = set()
    kept = []
    for draft in drafts:
        if draft.head not in taken:
            kept.append(draft)
            taken.update(draft.cue)
    return kept


def records_of(page: Page, drafts: Sequence[Draft], trust: Trust) -> tuple[Attribution, ...]:
    """The drafts as records."""
    ids = [id_of(page, draft) for draft in drafts]
    above = [None if number is None else ids[number] for number in parents(drafts)]
    sure = [trust_in(page, draft, trust) for draft in drafts]
    return tuple(record_of(page, *parts) for parts in zip(drafts, ids, above, sure, strict=True))


def id_of(page: Page, draft: Draft) -> str:
    """The id of an attribution: its document, cue and content."""
    return content_id("attribution", page.annotated.document.id, draft.cue, draft.content, draft.construction)


def record_of(page: Page, draft: Draft, own: str, parent: str | None, sure: float) -> Attribution:
    """One draft as a record."""
    sentence = page.sentence(draft.head if draft.head >= 0 else draft.first)
    return Attribution(
        id=own,
        document=page.annotated.document.id,
        sentence=span_of(page.annotated.document, sentence.start, sentence.end),
        cue=span_or_none(page, draft.cue),
        source=span_or_none(page, draft.source),
        content=span_or_none(page, draft.content),
        cue_class=draft.cue_class,
        construction=draft.construction,
        parent=parent,
        negated=draft.negated,
        modal=draft.modal,
        confidence=sure,
    )


def span_or_none(page: Page, indices: Sequence[int]) -> Span | None:
    """The span of these tokens, or None where there are none."""
    return span_of_tokens(page.annotated.document, page.tokens, indices) if indices else None
