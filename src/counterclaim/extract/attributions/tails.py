"""Ends of an indirect content that are rather the writer's own words: further acts of saying that the parser hung into it."""

from __future__ import annotations

from counterclaim.extract.attributions.page import Page


def without_tail(page: Page, clause: int, tokens: list[int]) -> list[int]:
    """The tokens of a clause up to the first part that the writer adds."""
    added = [index for index in tokens if index > clause and is_added(page, index)]
    cuts = added + [start for child in tail_candidates(page, clause) if (start := tail_start(page, clause, child)) is not None]
    cut = min((start for start in cuts if start > clause), default=None)
    return tokens if cut is None else [index for index in tokens if index < cut]


def is_added(page: Page, index: int) -> bool:
    """Whether a token is the "adding" of a further telling by the same speaker."""
    if page.tokens[index].form != "gerund" or not page.is_word_of_lemma(index, "adding_verbs") or page.quoted[index] >= 0:
        return False
    return page.comma_free or page.is_word(index - 1, "comma")


def tail_candidates(page: Page, clause: int) -> list[int]:
    """The children of the clause and of its last conjunct that may be tails."""
    found = list(page.tree.children[clause])
    for child in page.tree.having(clause, "conjunct", "clause", "open_clause"):
        found += page.tree.children[child]
    return found


def tail_start(page: Page, clause: int, child: int) -> int | None:
    """Where a tail begins, or None where the child is none."""
    token = page.tokens[child]
    start = page.subtree(child)[0]
    if token.relation == "conjunct":
        return further_saying(page, clause, child)
    if start == 0 or not page.is_word(start - 1, "comma", "dashes"):
        return None
    if token.relation == "adverbial_clause":
        return start if page.lexicon.verb(token.lemma) and (token.form == "gerund" or told_by_another(page, child)) else None
    return None


def told_by_another(page: Page, clause: int) -> bool:
    """Whether a clause beside what is said is on what another said ("..., a day after the rebels claimed to hold it")."""
    subject = page.tree.child(clause, "subject")
    if subject is None or page.tokens[subject].pos == "PRON" or page.tokens[clause].form not in ("past", "present"):
        return False
    told = page.tree.child(clause, "clause", "open_clause", "object")
    return told is not None and page.tree.child(clause, "marker") is not None


def further_saying(page: Page, clause: int, child: int) -> int | None:
    """Where a second verb of saying begins that the parser took for a part of what was said first."""
    token = page.tokens[child]
    entry = page.lexicon.verb(token.lemma)
    if (
        entry is None
        or entry.cue_class not in ("say", "claim", "demand", "promise", "warn")
        or token.form not in ("past", "present")
    ):
        return None
    if page.tree.child(child, "subject", "passive_subject", "auxiliary") is not None or page.quoted[child] >= 0:
        return None
    link = [index for index in page.tree.having(page.tokens[child].head, "coordinator") if index < child]
    return max(link, default=None)
