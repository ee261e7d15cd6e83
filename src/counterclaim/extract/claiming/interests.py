"""Whose act, whose loss, whose wrong: an event held against the one who tells it."""

from __future__ import annotations

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import EventMention, Party

BESIDE = 4
GROUND = frozenset({"lose_control", "capture"})
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
    told = [(role, found) for role, found in event.roles if role in roles and role not in event.roles_inferred]
    parties = [party for _, found in told for party in found]
    if watches(source, page):
        return False
    parties = [party for party in parties if not is_speaker(party, source, page)]
    if any(is_of_side(party, source, page) and can_be_lost(party, page) for party in parties):
        return not page.vocabulary.stake(event.type, "specific") or tells_of_harm(event, page)
    return governs(source, page) and (fell(event, source) or any(serves(party, page) for party in parties))


def is_speaker(party: Party, source: Party, page: Page) -> bool:
    """Whether a party is the one person who speaks: nobody tells of an own death as a loss."""
    own = chains_of(source, page) if source.kind in {"person", "unnamed", "witness"} else set()
    inside = page.mentions_in(page.tokens_of(party.span))
    return any(mention.id == party.mention and mention.chain in own for mention in inside)


def tells_of_harm(event: EventMention, page: Page) -> bool:
    """Whether the sentence of an attack tells of harm done as well: an attack alone is no loss."""
    sentence = page.sentence_of(max(0, event.trigger_token))
    told = page.events_in(range(sentence.first, sentence.last))
    return bool(event.counts) or any(page.vocabulary.stake(other.type, "harm") for other in told)


def watches(source: Party, page: Page) -> bool:
    """Whether a source speaks for an organisation that fights for no side."""
    group = page.vocabulary.groups.get(source.side or "")
    return group is not None and group.kind in {"organisation", "media"}


def governs(source: Party, page: Page) -> bool:
    """Whether a source speaks for the government of the country that the document is about."""
    group = page.vocabulary.groups.get(source.side or "")
    own = group is not None and group.kind == "government" and group.country in page.countries[:1]
    return own and source.kind not in OUTSIDERS


def fell(event: EventMention, source: Party) -> bool:
    """Whether ground fell to, or was taken by, another side."""
    parties = [party for role, found in event.roles if event.type == "lose_control" or role == "agent" for party in found]
    return event.type in GROUND and any(party.side not in {None, source.side} for party in parties)


def serves(party: Party, page: Page) -> bool:
    """Whether the words of a party speak of a state's servants, and name no other side."""
    return party.side is None and bool(lemmas_of(party, page) & page.vocabulary.lemmas["servants"])


def can_be_lost(party: Party, page: Page) -> bool:
    """Whether a party is one who fights or leads, or a thing to fight with: no civilians, no mere place."""
    fighting = bool(lemmas_of(party, page) & page.vocabulary.lemmas["combatants"])
    return fighting or (party.kind in {"person", "group", "government"} and not is_civilian(party, page))


def is_of_side(party: Party, source: Party, page: Page) -> bool:
    """Whether a party, or one named within its words, is of the speaker's side."""
    if source.side is None or source.kind in {"unstated", "narrator"}:
        return False
    if source.kind == "media" and not fights(source.side, page):
        return False
    sides = {party.side, *(mention.side for mention in page.mentions_in(page.tokens_of(party.span)))}
    own = {page.tokens[index].lemma.lower() for index in page.tokens_of(party.span)} & page.vocabulary.lemmas["own"]
    return bool(own) or any(side is not None and is_under(side, source.side, page) for side in sides)


def is_under(side: str, upper: str, page: Page) -> bool:
    """Whether a side is another, or a group of it by the conflict files."""
    seen: set[str] = set()
    while side not in seen:
        if side == upper:
            return True
        seen.add(side)
        side = page.vocabulary.parents.get(side, side)
    return False


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
    if page.vocabulary.stake(event.type, "wrong") or page.vocabulary.wrongs.search(words_of(event, part, page)):
        return True
    if page.vocabulary.responsibility.search(around_root(part, page)) and any(is_party(agent, page) for agent in agents):
        return True
    if page.vocabulary.stake(event.type, "wrong_to_fighters") and helps_fighters(event, page):
        return True
    return is_adversary(source, agents, page) and hurts_civilians(event, page)


def is_party(agent: Party, page: Page) -> bool:
    """Whether a doer is named or stands for a side, and is not just somebody ("a bomber")."""
    return agent.side is not None or agent.name is not None or not lemmas_of(agent, page) & page.vocabulary.lemmas["lone"]


def helps_fighters(event: EventMention, page: Page) -> bool:
    """Whether those who are given something are fighters."""
    patients = (party for role, found in event.roles if role == "patient" for party in found)
    return any(lemmas_of(party, page) & page.vocabulary.lemmas["combatants"] for party in patients)


def lemmas_of(party: Party, page: Page) -> set[str]:
    """The base forms in the words of a party."""
    return {page.tokens[index].lemma.lower() for index in page.tokens_of(party.span)}


def around_root(part: Proposition, page: Page) -> str:
    """The main verb of a proposition with the words right beside it."""
    return page.text([index for index in part.tokens if abs(index - part.root) <= BESIDE])


def words_of(event: EventMention, part: Proposition, page: Page) -> str:
    """The trigger of an event with the words beside it, clauses left out."""
    if event.trigger_token not in part.tokens:
        return page.text(part.tokens)
    clauses = page.tree.having(event.trigger_token, "relative_clause", "adverbial_clause", "clause", "conjunct", "open_clause")
    return " ".join(page.tokens[index].text for index in page.tree.subtree(event.trigger_token, without=clauses))


def others(event: EventMention | None, source: Party, page: Page) -> list[Party]:
    """The doers of an event that are neither the speaker nor of the speaker's side."""
    agents = [party for role, found in (event.roles if event else ()) if role == "agent" for party in found]
    strangers = [agent for agent in agents if not (source.side is not None and agent.side == source.side)]
    return [agent for agent in strangers if agent.name is None or agent.name != source.name]


def is_adversary(source: Party, agents: list[Party], page: Page) -> bool:
    """Whether the speaker is of a fighting side, or one of the people between, and a doer is of another side."""
    if source.kind in OUTSIDERS:
        return False
    if is_partisan(source, page):
        return any(agent.side or lemmas_of(agent, page) & page.vocabulary.lemmas["armed"] for agent in agents)
    return fights(source.side, page) and any(agent.side for agent in agents)


def fights(side: str | None, page: Page) -> bool:
    """Whether a side is a group or government that a conflict file knows."""
    group = page.vocabulary.groups.get(side or "")
    return group is not None and group.kind in {"group", "government", "force"}


def is_partisan(source: Party, page: Page) -> bool:
    """Whether the speakers are activists, opponents or people of the place."""
    lemmas = {page.tokens[index].lemma.lower() for index in page.tokens_of(source.span)}
    return bool(lemmas & page.vocabulary.lemmas["partisans"])


def hurts_civilians(event: EventMention, page: Page) -> bool:
    """Whether the one hurt by a hostile event is someone who does not fight."""
    if not page.vocabulary.stake(event.type, "hostile"):
        return False
    return any(is_civilian(party, page) for role, found in event.roles if role == "patient" for party in found)
