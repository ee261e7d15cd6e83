"""Whose act, whose loss, whose wrong: an event held against the one who tells it."""

from __future__ import annotations

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import EventMention, Party

OUTSIDERS = frozenset({"media", "unstated", "narrator"})


def own_act(subject: int, source: Party, page: Page) -> bool:
    """Whether the token stands for the speaker or the speaker's side."""
    token = page.tokens[subject]
    if token.lemma.lower() in page.vocabulary.lemmas["own"]:
        return True
    chains = chains_of(source, page)
    for mention in page.mentions.get(subject, ()):
        if mention.chain in chains or (source.side is not None and mention.side == source.side):
            return True
    return False


def chains_of(source: Party, page: Page) -> set[str]:
    """The chains of the mentions that head the words of a source."""
    return {mention.chain for mention in page.mentions_in(page.tokens_of(source.span))}


def own_loss(event: EventMention, source: Party, page: Page) -> bool:
    """Whether the event is a loss of the speaker's own side: of its fighters, commanders, equipment or ground."""
    roles = page.vocabulary.stake(event.type, "loses") or ()
    parties = [party for role, found in event.roles if role in roles for party in found]
    return any(is_of_side(party, source, page) and not is_civilian(party, page) for party in parties)


def is_of_side(party: Party, source: Party, page: Page) -> bool:
    """Whether a party, or one named within its words, is of the speaker's side."""
    if source.side is None or source.kind in OUTSIDERS:
        return False
    sides = {party.side, *(mention.side for mention in page.mentions_in(page.tokens_of(party.span)))}
    own = {page.tokens[index].lemma.lower() for index in page.tokens_of(party.span)} & page.vocabulary.lemmas["own"]
    return source.side in sides or bool(own)


def is_civilian(party: Party, page: Page) -> bool:
    """Whether the words of a party speak of people who do not fight, and of none who do."""
    lemmas = {page.tokens[index].lemma.lower() for index in page.tokens_of(party.span)}
    known = page.vocabulary.lemmas
    return bool(lemmas & known["civilians"]) and not lemmas & known["combatants"]


def wrong_of_other(event: EventMention | None, part: Proposition, source: Party, page: Page) -> bool:
    """Whether the proposition names another party as the doer of a wrong."""
    agents = others(event, source, page)
    if event is None or not agents:
        return False
    text = page.text(part.tokens)
    if page.vocabulary.wrongs.search(text) or page.vocabulary.stake(event.type, "wrong"):
        return True
    if page.vocabulary.responsibility.search(text):
        return True
    return is_adversary(source, agents) and hurts_civilians(event, page)


def others(event: EventMention | None, source: Party, page: Page) -> list[Party]:
    """The doers of an event that are not of the speaker's side."""
    agents = [party for role, found in (event.roles if event else ()) if role == "agent" for party in found]
    return [agent for agent in agents if not (source.side is not None and agent.side == source.side)]


def is_adversary(source: Party, agents: list[Party]) -> bool:
    """Whether the speaker has a side and one of the doers is of another."""
    return source.side is not None and source.kind not in OUTSIDERS and any(agent.side for agent in agents)


def hurts_civilians(event: EventMention, page: Page) -> bool:
    """Whether the one hurt by a hostile event is someone who does not fight."""
    if not page.vocabulary.stake(event.type, "hostile"):
        return False
    return any(is_civilian(party, page) for role, found in event.roles if role == "patient" for party in found)
