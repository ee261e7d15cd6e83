"""Who is said to have done it, where the cue or a word of responsibility names the doer and not the verb of the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.claiming.channel import cue_head
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition, subject_of
from counterclaim.extract.claiming.sources import party_of
from counterclaim.records import Attribution, EventMention, Party
from counterclaim.syntax import span_of_tokens

HOLDING = frozenset({"capture", "hold_control"})


def with_doer(event: EventMention, part: Proposition, attribution: Attribution, page: Page) -> EventMention:
    """The event with the accused, or the one said to be behind it, as its agent."""
    doer = blamed_on(event, attribution, page) if is_blaming(attribution, page) else None
    if doer is None and attribution.cue_class == "accuse":
        doer = accused(part, attribution, page)
    if doer is None and page.vocabulary.responsibility.search(page.text(part.tokens)):
        doer = responsible(part, page)
    if doer is None or doer == event.trigger_token:
        return event
    words = page.tree.subtree(doer)
    own = any(party.span and page.tree.at(party.span.start) in words for party in agents(event))
    return event if own else replace(event, roles=with_agent(event, party_at(doer, part.tokens, page), words, page))


def with_claimant(event: EventMention | None, source: Party, attribution: Attribution, page: Page) -> EventMention | None:
    """The event with the source as its agent where it claims a place by a noun and names no other ("claim capture of X")."""
    head = cue_head(attribution, page)
    if event is None or head is None or attribution.cue_class != "claim" or agents(event) or event.type not in HOLDING:
        return event
    if page.tree.child(head, "object") != event.trigger_token:
        return event
    return replace(event, roles=(("agent", (source,)), *event.roles))


def is_blaming(attribution: Attribution, page: Page) -> bool:
    """Whether a cue accuses, or lays a deed at somebody's door ("attributed the bombing to the rebels")."""
    head = cue_head(attribution, page)
    laid = head is not None and page.tokens[head].lemma.lower() in page.vocabulary.lemmas["blaming"]
    return laid or attribution.cue_class == "accuse"


def blamed_on(event: EventMention, attribution: Attribution, page: Page) -> int | None:
    """Who a deed is blamed on, where the deed is the object of the cue ("blamed the attack on the rebels"), or None."""
    head = cue_head(attribution, page)
    deed = page.tree.child(head, "object", "passive_subject") if head is not None else None
    if head is None or deed is None or deed != event.trigger_token:
        return None
    joints = [child for index in (head, deed) for child in page.tree.having(index, "preposition")]
    words = page.vocabulary.lemmas["blamed_on"]
    found = (page.tree.child(child, "preposition_object") for child in joints if page.tokens[child].lemma.lower() in words)
    return next((child for child in found if child is not None), None)


def accused(part: Proposition, attribution: Attribution, page: Page) -> int | None:
    """The object of a cue of accusation ("accused the army of ...")."""
    head = cue_head(attribution, page)
    found = page.tree.child(head, "object", "indirect_object", "passive_subject") if head is not None else None
    if found is not None and found in part.tokens:
        return thrower(found, page) or found
    if head is not None and page.tokens[head].pos == "NOUN" and page.tokens[part.root].form == "gerund":
        return None
    return next((index for index in part.tokens if page.tokens[index].pos in {"NOUN", "PROPN", "PRON"}), None)


def thrower(weapon: int, page: Page) -> int | None:
    """Who a clause on a weapon says used it ("a rocket misfired by the militia"), or None; no first word of a text is one."""
    if not any(mention.kind == "weapon" for mention in page.mentions.get(weapon, ())):
        return None
    clauses = page.tree.having(weapon, "participle")
    links = [link for clause in clauses for link in page.tree.having(clause, "agent")]
    return next((inner for link in links for inner in page.tree.having(link, "preposition_object")), None)


def responsible(part: Proposition, page: Page) -> int | None:
    """Who a clause says is behind it: its subject, or what those responsible are said to be."""
    if page.tokens[part.root].lemma not in page.vocabulary.lemmas["copula"]:
        return None
    subject = subject_of(part, page)
    named = subject is not None and page.vocabulary.responsibility.search(page.text(page.tree.subtree(subject)))
    told = page.tree.child(part.root, "attribute") if named else None
    return subject if told is None else told


def agents(event: EventMention) -> Sequence[Party]:
    """The agents of an event."""
    return next((parties for role, parties in event.roles if role == "agent"), ())


def with_agent(event: EventMention, doer: Party, words: Sequence[int], page: Page) -> tuple[tuple[str, tuple[Party, ...]], ...]:
    """The roles of an event with this agent in place of any other, and in no other role."""
    others = (
        (role, tuple(party for party in parties if not party.span or page.tree.at(party.span.start) not in words))
        for role, parties in event.roles
        if role != "agent"
    )
    return (("agent", (doer,)), *((role, parties) for role, parties in others if parties))


def party_at(index: int, within: Sequence[int], page: Page) -> Party:
    """The party of a noun with its modifiers."""
    clauses = page.tree.having(index, "relative_clause", "participle", "preposition")
    clauses = [child for child in clauses if page.tokens[child].lemma.lower() not in page.vocabulary.lemmas["holding"]]
    words = [word for word in page.tree.subtree(index, without=clauses) if word in set(within)]
    return party_of(span_of_tokens(page.annotated.document, page.tokens, words or [index]), page)
