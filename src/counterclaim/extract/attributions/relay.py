"""Relay: whom a source cites for what it says ("the agency reported, citing officials, that the town had fallen")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase

TELLING = frozenset({"say", "claim", "confirm", "relay", "estimate", "accuse", "warn", "predict"})


def with_relays(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of "citing X" turned into X's own telling of what the host says, within the host."""
    hosts = {draft.head: draft for draft in drafts if draft.cue_class in TELLING}
    return [relayed(page, draft, hosts) for draft in drafts]


def relayed(page: Page, draft: Draft, hosts: dict[int, Draft]) -> Draft:
    """The draft itself, or what it says as told by the source that it cites."""
    if draft.head < 0 or not is_citing(page, draft.head):
        return draft
    host = next((hosts[head] for head in page.tree.ancestors(draft.head) if head in hosts and head != draft.head), None)
    cited = cited_head(page, draft.head)
    if host is None or cited is None or not host.content:
        return draft
    source = tuple(index for index in noun_phrase(page, cited, draft.head) if index not in told_within(page, cited))
    content = tuple(index for index in host.content if index not in source and index not in draft.cue)
    if not content:
        return draft
    return replace(draft, source=source, content=content, cue_class="relay", construction="relay", within=host.head)


def borrowed_clause(page: Page, verb: int) -> int | None:
    """The clause that a verb tells, though a parser hung it on the "citing" or on the medium beside it, or None."""
    for child in page.tree.having(verb, "adverbial_clause"):
        if is_citing(page, child) and cited_head(page, child) is not None:
            return page.tree.child(child, "clause") or content_clause(page, child)
    for child in page.tree.having(verb, "preposition"):
        medium = page.tree.child(child, "preposition_object")
        if child > verb and medium is not None and page.is_word(medium, "media_nouns"):
            clauses = page.tree.having(medium, "relative_clause", "clause", "participle")
            return next((clause for clause in clauses if page.is_word(page.subtree(clause)[0], "that")), None)
    return None


def content_clause(page: Page, verb: int) -> int | None:
    """The that-clause which hangs on the noun that is cited, or None."""
    cited = cited_head(page, verb)
    if cited is None:
        return None
    clauses = page.tree.having(cited, "clause", "participle")
    return next((child for child in clauses if page.tree.child(child, "marker") is not None), None)


def told_within(page: Page, cited: int) -> set[int]:
    """The tokens of a that-clause that hangs on the noun that is cited."""
    clauses = page.tree.having(cited, "clause", "participle")
    return {index for child in clauses if page.tree.child(child, "marker") is not None for index in page.subtree(child)}


def is_citing(page: Page, verb: int) -> bool:
    """Whether a verb is the gerund of citing."""
    return page.tokens[verb].form == "gerund" and page.tokens[verb].lemma.lower() in page.lexicon.words["citing"]


def cited_head(page: Page, verb: int) -> int | None:
    """The head of who or what is cited, where it can speak: a person, a group, a document."""
    head = page.tree.child(verb, "object")
    if head is None:
        head = next((child for child in page.tree.having(verb, "subject") if child > verb), None)
    if head is None:
        return None
    token = page.tokens[head]
    speaks = token.pos in ("PROPN", "PRON") or token.lemma.lower() in page.lexicon.words["cited_nouns"]
    return head if speaks else None
