"""Who concedes by what is claimed: the side whose act, fault or loss the event is."""

from __future__ import annotations

from counterclaim.reconcile.happenings import in_role
from counterclaim.reconcile.lexicon import EventTraits, Lexicon
from counterclaim.reconcile.saying import Saying
from counterclaim.records import EventMention, Party

HARMING = frozenset({"harm", "violence", "damage", "custody"})


def concedes(saying: Saying, event: EventMention, lexicon: Lexicon) -> bool:
    """Whether a claim grants an act, fault or loss of its own side, by the event type's row on admission."""
    side, happening, stance = saying.speaker.side, saying.happening, saying.claim.stance
    if side is None or happening is None or stance in ("accuses", "claims_responsibility"):
        return False
    if saying.speaker.name.casefold() in happening.people or not is_fact(event, lexicon) or not is_told_here(saying, event):
        return False
    traits, hurt = lexicon.traits_of(event.type), in_role(event, "patient")
    own_hurt, own_done = f"side {side}" in happening.hurt, f"side {side}" in happening.doers
    if is_flight(event, lexicon) or (traits.admission == "none" and (own_done or traits.family != "control")):
        return False
    own_hurt = own_hurt and (stance == "admits" or any(is_fighting(party, lexicon) for party in hurt if party.kind != "person"))
    if own_hurt and own_done and is_same(event, lexicon):
        return False
    civil = any(is_civil(party, lexicon) for party in hurt)
    if own_hurt and civil and not own_done:
        return False
    fighting = not civil and (own_hurt or any(is_fighting(party, lexicon) for party in hurt))
    if (traits.admission_fighters if fighting else traits.admission) == "patient":
        return own_hurt or (stance == "admits" and not own_done)
    if own_done:
        return stance == "admits" or (event.type in lexicon.losing and not is_speaker(saying, event))
    lost = event.type in lexicon.losing and not happening.doers
    return stance == "admits" and (own_hurt or lost or could_be_own(event, traits, done_by_others=bool(happening.doers)))


def is_fact(event: EventMention, lexicon: Lexicon) -> bool:
    """Whether an event is told as something that was, and not as a purpose, a try or a way left open."""
    return event.factuality is None or event.factuality >= float(lexicon.standing["conceded_from"])


def is_told_here(saying: Saying, event: EventMention) -> bool:
    """Whether the words of a claim tell of its event themselves, and do not only take up what was told before."""
    content = saying.claim.content
    pieces = (content.pieces or ((content.start, content.end),)) if content is not None else ()
    return content is None or any(start <= event.trigger.start < end for start, end in pieces)


def is_flight(event: EventMention, lexicon: Lexicon) -> bool:
    """Whether persons who do not fight got away: an escape that their side tells is no loss of it."""
    doers = in_role(event, "agent")
    persons = bool(doers) and all(party.kind == "person" for party in doers)
    return event.type in lexicon.standing["flights"] and persons and not any(is_fighting(party, lexicon) for party in doers)


def is_same(event: EventMention, lexicon: Lexicon) -> bool:
    """Whether those hurt are the ones who did it, told by no word for people who fight: a pronoun taken for the wrong side."""
    doers, hurt = in_role(event, "agent"), in_role(event, "patient")
    same = bool(hurt) and {party.name for party in hurt} <= {party.name for party in doers if party.name}
    return same and not any(lexicon.fighters.search(words_of(party)) for party in hurt)


def is_speaker(saying: Saying, event: EventMention) -> bool:
    """Whether the one who does it is only the person who speaks, for no side by the words of the report ("we are losing")."""
    doers, name = in_role(event, "agent"), saying.speaker.name.casefold()
    return bool(doers) and all(party.side is None and (party.name or "").casefold() == name for party in doers)


def could_be_own(event: EventMention, traits: EventTraits, *, done_by_others: bool) -> bool:
    """Whether what is admitted without naming the own side can be its fault or loss: a harm by nobody named, or lost ground."""
    if traits.family == "control":
        return done_by_others or event.type != "hold_control"
    told = traits.family != "violence" or bool(in_role(event, "patient")) or bool(event.counts)
    return traits.family in HARMING and told and not done_by_others


def is_fighting(party: Party, lexicon: Lexicon) -> bool:
    """Whether a party are people who fight, or what they fight with."""
    return lexicon.fighters.search(words_of(party)) is not None or party.kind == "group"


def is_civil(party: Party, lexicon: Lexicon) -> bool:
    """Whether a party are people who do not fight."""
    return lexicon.civilians.search(words_of(party)) is not None and not is_fighting(party, lexicon)


def words_of(party: Party) -> str:
    """The role and the words of a party."""
    words = party.span.text if party.span else party.name
    return " ".join(part for part in (party.role, words) if part)
