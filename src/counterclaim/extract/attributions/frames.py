"""The frame in which a verb stands: what it governs, as one word or two ("clause", "object of", "passive as")."""

from __future__ import annotations

from counterclaim.extract.attributions.beside import quotation_after
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.relay import borrowed_clause

PASSIVE = frozenset({"passive_auxiliary", "passive_subject", "agent", "clausal_passive_subject"})


def frame_of(page: Page, verb: int) -> str:
    """The verb's frame: the first that holds of clause, open, object, parataxis, a preposition, bare."""
    relations = {page.tokens[child].relation for child in page.tree.children[verb]}
    frame = active_frame(page, verb, relations)
    return f"passive {frame}" if relations & PASSIVE else frame


def active_frame(page: Page, verb: int, relations: set[str]) -> str:
    """The frame without regard to voice."""
    if "clause" in relations or quotation_after(page, verb) is not None or borrowed_clause(page, verb) is not None:
        return "clause"
    if "open_clause" in relations:
        return "open"
    if "object" in relations:
        return f"object {preposition}" if (preposition := governed(page, verb)) else "object"
    if "parataxis" in relations or page.tokens[verb].relation == "parataxis":
        return "parataxis"
    if "preposition" in relations:
        return governed(page, verb) or "other"
    return "bare"


def governed(page: Page, verb: int) -> str | None:
    """The first, by alphabet, of the verb's prepositions that can mark content."""
    found = (page.tokens[child].lemma.lower() for child in page.tree.having(verb, "preposition"))
    return min((lemma for lemma in found if lemma in page.lexicon.words["content_prepositions"]), default=None)
