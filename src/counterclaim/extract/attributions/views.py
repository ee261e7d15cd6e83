"""Prepositional nouns: "in the view of diplomats", "in the minister's words"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.according import host_of
from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase


def view_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each phrase that gives a view as someone's."""
    for token in page.tokens:
        if page.is_word(token.index, "view_nouns"):
            draft = view_draft(page, token.index)
        elif page.is_word(token.index, "survey_nouns"):
            draft = survey_draft(page, token.index)
        else:
            draft = None
        if draft is not None:
            yield draft


def survey_draft(page: Page, noun: int) -> Draft | None:
    """The draft of "in a poll, half of the voters want peace", or None where another verb there tells it."""
    link = page.tokens[noun].head
    if page.tokens[noun].relation != "preposition_object" or not page.is_word(link, "view_prepositions"):
        return None
    host = page.tokens[link].head
    if page.tokens[host].pos not in ("VERB", "AUX") or page.lexicon.verb(page.tokens[host].lemma) is not None:
        return None
    source = noun_phrase(page, noun, link)
    taken = set(page.subtree(link))
    content = [part for part in page.subtree(host_of(page, link, climb=False)) if part not in taken]
    return Draft(
        head=link, cue=(link,), source=source, content=tuple(trimmed(page, content)), cue_class="show",
        construction="survey",
    )  # fmt: skip


def view_draft(page: Page, noun: int) -> Draft | None:
    """The draft of "in the view of X" or "in X's words", or None."""
    first = page.tokens[noun].head
    if page.tokens[noun].relation != "preposition_object" or not page.is_word(first, "view_prepositions"):
        return None
    owner = page.tree.child(noun, "possessive")
    link = next((child for child in page.tree.having(noun, "preposition") if page.is_word(child, "of")), None)
    head = page.tree.child(link, "preposition_object") if link is not None else None
    cue: tuple[int, ...]
    if owner is not None:
        source, cue = tuple(page.subtree(owner)), (noun,)
    elif link is not None and head is not None:
        source, cue = noun_phrase(page, head, noun), tuple(range(first, link + 1))
    else:
        return None
    taken = set(page.subtree(first))
    content = [part for part in page.subtree(host_of(page, first, climb=False)) if part not in taken]
    return Draft(
        head=noun, cue=cue, source=source, content=tuple(trimmed(page, content)), cue_class="attitude", construction="view",
    )  # fmt: skip
