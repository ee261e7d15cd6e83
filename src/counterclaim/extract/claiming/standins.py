"""Sources that stand in for one told before: "the statement" for its issuer, "a spokesman" for the body that spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.page import Page
from counterclaim.records import Party

BODIES = frozenset({"group", "government", "organisation", "media"})
PEOPLE = frozenset({"person", "unnamed"})


def settled_source(source: Party, before: Sequence[Party], page: Page) -> Party:
    """The source with the name or side of the one that it stands in for."""
    if source.kind == "document" and source.name is None and is_bare(source, page):
        return issued(source, before)
    if source.side is None and source.name is None and is_pronoun(source, page):
        return gone_on(source, before)
    if source.kind in PEOPLE and source.side is None and speaks_for_body(source, page):
        return spoken_for(source, before)
    return source


def is_bare(source: Party, page: Page) -> bool:
    """Whether a document is called by its noun alone ("the statement")."""
    nouns = [page.tokens[index] for index in page.tokens_of(source.span) if page.tokens[index].pos in {"NOUN", "PROPN"}]
    return all(noun.lemma.lower() in page.vocabulary.lemmas["document"] for noun in nouns)


def is_pronoun(source: Party, page: Page) -> bool:
    """Whether a source is one pronoun that goes on about somebody."""
    indices = page.tokens_of(source.span)
    return len(indices) == 1 and page.tokens[indices[0]].lemma.lower() in page.vocabulary.lemmas["resuming"]


def gone_on(source: Party, before: Sequence[Party]) -> Party:
    """A pronoun with the name, role and side of the last who spoke."""
    last = next((party for party in reversed(before) if party.kind in PEOPLE | BODIES | {"witness"}), None)
    if last is None:
        return source
    return replace(source, kind=last.kind, name=last.name, role=last.role, side=last.side, known=last.known)


def issued(source: Party, before: Sequence[Party]) -> Party:
    """A document with its issuer: the last body that spoke, or the side of the last person who did."""
    for party in reversed(before):
        if party.kind in BODIES and party.name:
            return replace(source, name=party.name, side=source.side or party.side, known=party.known)
        if party.side:
            return replace(source, name=party.side, side=source.side or party.side)
    return source


def speaks_for_body(source: Party, page: Page) -> bool:
    """Whether a person speaks in an office whose body is not named, nor told to be another's ("Western officials")."""
    words = [page.tokens[index] for index in page.tokens_of(source.span)]
    if source.name is None and any(word.text[:1].isupper() and word.relation == "modifier" for word in words):
        return False
    lemmas = {word.lemma.lower() for word in words if word.pos in {"NOUN", "PROPN"}}
    return bool(lemmas & page.vocabulary.lemmas["offices"]) or bool(
        source.role and source.role in page.vocabulary.lemmas["offices"]
    )


def spoken_for(source: Party, before: Sequence[Party]) -> Party:
    """A person in office with the side of the last body that spoke."""
    body = next((party for party in reversed(before) if party.kind in BODIES and party.side), None)
    return replace(source, side=body.side) if body else source
