"""What is shown and not only said: photos, videos, documents, findings, or the source that is cited."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import Evidence
from counterclaim.syntax import span_of_tokens


def evidence_of(part: Proposition, beside: Sequence[int], page: Page) -> tuple[Evidence, ...]:
    """The evidence beside a cue, and the findings that a proposition rests on, in text order."""
    shown = [found for index in beside if (found := named_at(index, page))]
    rested = [found for index in subjects_that_show(part, page) if (found := named_at(index, page))]
    unique = {evidence.span.start: evidence for evidence in (*shown, *rested)}
    return tuple(unique[start] for start in sorted(unique))


def named_at(index: int, page: Page) -> Evidence | None:
    """The evidence that a noun names, with its modifiers, or None."""
    token = page.tokens[index]
    if token.pos not in {"NOUN", "PROPN", "X"}:
        return None
    if (token.relation == "compound" and is_body(token.head, page)) or not page.vocabulary.any_evidence.search(token.text):
        return None
    for entry in page.vocabulary.evidence:
        if entry.pattern.search(two_words(index, page)):
            words = [index, *page.tree.having(index, "determiner", "modifier", "compound", "number", "predeterminer")]
            inside = [word for word in words if word <= index]
            return Evidence(kind=entry.value, span=span_of_tokens(page.annotated.document, page.tokens, inside))
    return None


def is_body(index: int, page: Page) -> bool:
    """Whether a noun stands for a body, so that a word before it only tells which ("the information ministry")."""
    return any(mention.kind in {"government", "organisation", "group"} for mention in page.mentions.get(index, ()))


def two_words(index: int, page: Page) -> str:
    """A noun with the word before it where that is part of its name ("satellite images")."""
    before = index - 1
    if before >= 0 and page.tokens[before].head == index and page.tokens[before].relation in {"compound", "modifier"}:
        return f"{page.tokens[before].text} {page.tokens[index].text}"
    return page.tokens[index].text


def subjects_that_show(part: Proposition, page: Page) -> list[int]:
    """The subjects within a proposition whose verb shows something ("all indications show that ...")."""
    inside = set(part.tokens)
    return [
        index
        for index in part.tokens
        if page.tokens[index].relation == "subject"
        and page.tokens[index].head in inside
        and page.vocabulary.showing.fullmatch(page.tokens[page.tokens[index].head].lemma)
    ]
