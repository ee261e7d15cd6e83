"""What a verb cue governs to its right, and which of it is content and which tells when, where and to whom it was said."""

from __future__ import annotations

from counterclaim.extract.attributions.lexicon import VerbCue
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.relay import borrowed_clause
from counterclaim.extract.attributions.tails import without_tail

MAIN = ("clause", "open_clause", "object")
ALWAYS = frozenset({
    "clause", "open_clause", "object", "object_predicate", "attribute", "adjective_complement", "parataxis", "other",
    "preposition_clause", "indirect_object", "adjective",
})  # fmt: skip


def governed_content(page: Page, verb: int, entry: VerbCue, taken: set[int]) -> list[int]:
    """The tokens that a verb governs to its right as content, less those already taken by cue and source."""
    children = [child for child in page.tree.children[verb] if child > verb and child not in taken]
    clause = next((child for child in children if page.tokens[child].relation == "clause"), borrowed_clause(page, verb))
    if clause is not None:
        told = [index for index in page.subtree(clause) if index > verb and index not in taken]
        return without_tail(page, clause, run_on(page, verb, told))
    main = next((child for child in children if page.tokens[child].relation in MAIN), None)
    kept = [child for child in children if is_content(page, verb, child, main, entry)]
    found = set(relative_object(page, verb))
    found |= {index for child in kept for index in page.subtree(child, incidental(page, child)) if index > verb}
    linked = {
        index for child in page.tree.having(verb, "preposition", "particle") if child in taken for index in page.subtree(child)
    }
    linked = linked if any(index in taken for index in linked) and not found else set()
    return sorted((found | linked) - taken)


def relative_object(page: Page, verb: int) -> list[int]:
    """The relative or question word before a verb that is its object ("a charge which he denied"), or nothing."""
    fronted = [child for child in page.tree.having(verb, "object") if child < verb]
    return [child for child in fronted if page.is_word(child, "relative_objects")]


def run_on(page: Page, verb: int, tokens: list[int]) -> list[int]:
    """The tokens carried on to the next punctuation where the parser broke a clause off without any."""
    if not tokens:
        return tokens
    dropped = {index for child in page.tree.children[verb] if child > tokens[-1] for index in page.subtree(child)}
    end = tokens[-1] + 1
    last = page.sentence(verb).last
    if page.comma_free and verb < tokens[0]:
        dropped = set()
    while end < last and end not in dropped and page.tokens[end].pos not in ("PUNCT", "CCONJ", "SPACE"):
        end += 1
    return [*tokens, *range(tokens[-1] + 1, end)]


def is_content(page: Page, verb: int, child: int, main: int | None, entry: VerbCue) -> bool:
    """Whether a child of the verb is part of what is said."""
    token = page.tokens[child]
    if main is not None and child < main and token.relation != "object":
        return child in called_upon(page, verb)
    if token.relation == "object" and entry.addressee and page.tree.child(verb, "open_clause", "clause") is not None:
        return False
    if token.relation == "preposition":
        return is_content_preposition(page, child, entry, after_object=main is not None)
    if token.relation == "adverbial_clause":
        return is_content_clause(page, child)
    return token.relation in ALWAYS


def called_upon(page: Page, verb: int) -> list[int]:
    """The "for" or "on" before an infinitive whose object is to do it ("called on both sides to hold their fire")."""
    open_clause = page.tree.child(verb, "open_clause")
    if open_clause is None or not page.is_word_of_lemma(verb, "calling_verbs"):
        return []
    links = page.tree.having(verb, "preposition")
    return [
        child
        for child in links
        if child < open_clause and page.is_word(child, "calling_prepositions") and not timed(page, child)
    ]


def timed(page: Page, child: int) -> bool:
    """Whether a prepositional phrase is a time expression."""
    head = page.tree.child(child, "preposition_object")
    return head is not None and page.is_time(head)


def is_content_preposition(page: Page, child: int, entry: VerbCue, *, after_object: bool) -> bool:
    """Whether a prepositional phrase belongs to what is said; what a photo shows it shows in its place."""
    head = page.tree.child(child, "preposition_object")
    if head is not None and page.is_time(head):
        return False
    if after_object and entry.cue_class == "show" and page.is_word(child, "content_shown"):
        return True
    return page.tokens[child].lemma.lower() in page.lexicon.words["content_after_object" if after_object else "content_alone"]


def is_content_clause(page: Page, child: int) -> bool:
    """Whether an adverbial clause is rather what is said: a purpose or a question, not when or how it was said."""
    marker = page.tree.child(child, "marker")
    if marker is not None:
        return page.is_word(marker, "content_markers")
    return page.tokens[child].form == "base"


def incidental(page: Page, child: int) -> list[int]:
    """Relative clauses after a comma, which the writer rather than the source may have added."""
    return [
        part for part in page.tree.having(child, "relative_clause")
        if page.is_word(page.subtree(part)[0] - 1, "comma")
    ]  # fmt: skip
