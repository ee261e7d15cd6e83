"""Acts owned in passing: "two died in an attack claimed by the rebels" holds what the rebels claim as their act."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase


def owned_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each participle of owning with a "by" that describes a noun."""
    for token in page.tokens:
        if page.is_word(token.index, "owned_by") and token.relation in {"participle", "relative_clause"}:
            agent = page.tree.child(token.index, "agent", "preposition")
            head = page.tree.child(agent, "preposition_object") if agent is not None and agent == token.index + 1 else None
            if agent is not None and head is not None and page.is_word(agent, "by"):
                yield owned_draft(page, token.index, agent, head)


def owned_draft(page: Page, verb: int, by: int, owner: int) -> Draft:
    """The draft: the noun's clause where the noun closes it, else the noun with what else describes it."""
    noun = page.tokens[verb].head
    source, above = noun_phrase(page, owner, by), page.tokens[noun].head
    clause = page.tokens[above].head if page.tokens[above].pos == "ADP" else -1
    if clause >= 0 and page.tokens[clause].pos == "VERB":
        content = page.subtree(clause, without=[above])
    else:
        content = page.subtree(noun, without=[verb])
    return Draft(
        head=verb, cue=(verb, by), source=source, content=tuple(trimmed(page, content)), cue_class="claim_responsibility",
        construction="owned",
    )  # fmt: skip
