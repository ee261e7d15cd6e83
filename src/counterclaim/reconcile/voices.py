"""What each claim on an event says of each of its facets, and what its source is to the event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.reconcile.happenings import Happening, in_role, negates
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.speakers import Speaker
from counterclaim.reconcile.standing import Says, Voice
from counterclaim.records import Claim, EventMention, Facet, Party

FACETS: tuple[Facet, ...] = ("occurrence", "responsibility", "toll", "control")
HOLDING = frozenset({"capture", "hold_control", "lose_control"})
HARMING = frozenset({"harm", "violence", "damage", "custody"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A claim with its source, its telling's origin and the day on which it was said or published."""

    claim: Claim
    speaker: Speaker
    origin: str
    day: str | None
    happening: Happening | None
    void: bool = False


def voices_on(facet: Facet, sayings: Sequence[Saying], lexicon: Lexicon) -> list[Voice]:
    """The voices on a facet of an event that these claims are about."""
    involved = sides_involved(sayings)
    doer = told_doer(facet, sayings)
    if facet == "responsibility" and all(is_holding(saying, lexicon) for saying in sayings):
        return []
    found = [(saying, says_of(facet, saying, doer, lexicon)) for saying in sayings]
    if facet == "occurrence":
        charging, doers = charging_sides(sayings, lexicon), told_doers(sayings)
        found = [
            (one, None if leaves_open(one, says, doers) else unforced(one, says, charging, lexicon)) for one, says in found
        ]
    return [voice_of(saying, says, involved) for saying, says in found if says is not None]


def is_holding(saying: Saying, lexicon: Lexicon) -> bool:
    """Whether a claim is on an event whose doer is what it is about, so that who did it is no further question."""
    return saying.happening is None or saying.happening.kind in lexicon.joining["doer_decides"]


def told_doers(sayings: Iterable[Saying]) -> frozenset[frozenset[str]]:
    """The doers of each telling that counts for an event."""
    told = (one.happening for one in sayings if one.happening is not None and one.happening.counts_for)
    return frozenset(happening.doers for happening in told)


def leaves_open(saying: Saying, says: Says | None, told: frozenset[frozenset[str]]) -> bool:
    """Whether a denial is only of having done it: the denier is the doer, and others tell of it without this doer."""
    if says != "denies" or saying.happening is None:
        return False
    own = {f"side {saying.speaker.side}", saying.speaker.name.casefold()}
    if not own & saying.happening.doers:
        return False
    return any(not own & doers for doers in told)


def charging_sides(sayings: Iterable[Saying], lexicon: Lexicon) -> frozenset[str]:
    """The sides that tell the event as another's act of violence."""
    violent = frozenset(lexicon.joining["violent"])
    return frozenset(
        one.speaker.side
        for one in sayings
        if one.speaker.side is not None
        and one.happening is not None
        and one.happening.counts_for
        and one.happening.kind in violent
        and one.happening.doers
        and f"side {one.speaker.side}" not in one.happening.doers
    )


def unforced(saying: Saying, says: Says | None, charging: frozenset[str], lexicon: Lexicon) -> Says | None:
    """Own losses told by a side that charges another with the attack grant a toll, not the attack: that stays its claim."""
    if says != "concedes" or saying.happening is None or saying.speaker.side not in charging:
        return says
    return "supports" if saying.happening.kind in lexicon.joining["effects"] else says


def voice_of(saying: Saying, says: Says, involved: frozenset[str]) -> Voice:
    """The voice of a claim."""
    speaker = saying.speaker
    party = speaker.side is not None or speaker.name.casefold() in involved
    return Voice(
        claim=saying.claim.id,
        origin=saying.origin,
        speaker=speaker.id,
        name=speaker.name,
        says=says,
        side=speaker.side,
        party=party,
        access=speaker.access,
        narrator=speaker.narrator,
        day=saying.day,
    )


def sides_involved(sayings: Iterable[Saying]) -> frozenset[str]:
    """The names of those who have a part in the event."""
    return frozenset(name for one in sayings if one.happening for name in one.happening.doers | one.happening.hurt)


def says_of(facet: Facet, saying: Saying, doer: str | None, lexicon: Lexicon) -> Says | None:
    """What a claim says of a facet; None where it does not speak to it."""
    says = plain_says(saying, lexicon)
    if saying.claim.stance == "no_comment":
        return says if facet == "occurrence" else None
    if facet == "occurrence":
        return of_occurrence(saying, says, lexicon)
    if facet == "toll":
        return says if counts_told(saying.claim) and says in ("supports", "concedes", "withdraws") else None
    if facet == "responsibility":
        return of_responsibility(saying, says, doer, lexicon)
    return of_control(saying, says, doer)


def plain_says(saying: Saying, lexicon: Lexicon) -> Says:
    """What a claim says of its event by its stance, its polarity and its event's status."""
    claim, event = saying.claim, saying.claim.event
    if saying.void:
        return "withdraws"
    row: Sequence[Says] = lexicon.standing["voices"][claim.stance]
    negative = claim.polarity == "negative" or (event is not None and event.polarity == "negative" and claim.polarity is None)
    says = row[1] if negative else row[0]
    if says == "denies" and row[0] == "supports" and claim.polarity == "negative" and not negates(claim):
        return "nothing"
    if says == "denies" and event is not None and event.generic:
        return "denies_generally"
    if says == "supports" and (claim.modality != "actual" or event is None or event.historical or event.generic):
        return "nothing"
    if says == "supports" and event is not None and concedes(saying, event, lexicon):
        return "concedes"
    return says


def of_occurrence(saying: Saying, says: Says, lexicon: Lexicon) -> Says | None:
    """What a claim says of whether it happened: a denial of having done it leaves that open."""
    if says in ("denies", "denies_generally", "withdraws") and speaks_of(saying.claim, lexicon) in ("responsibility", "toll"):
        return None
    if says == "denies_generally":
        return None
    if saying.claim.stance == "claims_responsibility" and says == "supports":
        return "supports"
    return says


def of_responsibility(saying: Saying, says: Says, doer: str | None, lexicon: Lexicon) -> Says | None:
    """What a claim says of who did it, where one doer is held to have done it."""
    if doer is None or saying.happening is None:
        return None
    doers = saying.happening.doers | own_doing(saying)
    if says in ("denies", "denies_generally"):
        return says if speaks_as(saying, doer) or speaks_of(saying.claim, lexicon) == "responsibility" else None
    if says == "withdraws":
        return says
    if says not in ("supports", "concedes") or not doers:
        return None
    if doer not in doers:
        return "rival"
    return "concedes" if says == "concedes" and speaks_as(saying, doer) else "supports"


def speaks_of(claim: Claim, lexicon: Lexicon) -> Facet | None:
    """The facet that a claim answers to: who did it, where its words are of having done or been part of it."""
    if claim.facet in (None, "occurrence") and claim.content is not None and lexicon.responsibility.search(claim.content.text):
        return "responsibility"
    return claim.facet


def own_doing(saying: Saying) -> frozenset[str]:
    """The speaker itself, where the claim is that it was the speaker."""
    if saying.claim.stance != "claims_responsibility":
        return frozenset()
    return frozenset({f"side {saying.speaker.side}" if saying.speaker.side else saying.speaker.name.casefold()})


def speaks_as(saying: Saying, doer: str) -> bool:
    """Whether the speaker is of the side, or has the name, of a doer."""
    return doer in (f"side {saying.speaker.side}", saying.speaker.name.casefold())


def of_control(saying: Saying, says: Says, holder: str | None) -> Says | None:
    """What a claim says of who holds the place after a capture, or at a holding."""
    if saying.happening is None or saying.happening.kind not in HOLDING:
        return None
    holders = holders_of(saying.happening)
    if says in ("supports", "concedes") and holders and holder is not None and holder not in holders:
        return "rival"
    return says if says in ("supports", "concedes", "denies", "withdraws") else None


def holders_of(happening: Happening) -> frozenset[str]:
    """Who holds the place after a happening, as told."""
    return happening.hurt if happening.kind == "lose_control" else happening.doers


def told_doer(facet: Facet, sayings: Sequence[Saying]) -> str | None:
    """The doer (or holder) whom the most tellings name; of equals, whom the earliest name, then the first by name."""
    tellers: dict[str, set[tuple[str, str]]] = {}
    days: dict[str, str] = {}
    for saying in sayings:
        if saying.happening is None or not saying.happening.counts_for:
            continue
        told = holders_of(saying.happening) if facet == "control" else saying.happening.doers | own_doing(saying)
        for name in told:
            tellers.setdefault(name, set()).add((saying.origin, saying.speaker.id))
            days[name] = min(days.get(name, "9999"), saying.day or "9999")
    return min(tellers, key=lambda name: (-len(tellers[name]), days[name], name), default=None)


def counts_told(claim: Claim) -> bool:
    """Whether a claim tells how many."""
    return claim.event is not None and bool(claim.event.counts)


def concedes(saying: Saying, event: EventMention, lexicon: Lexicon) -> bool:
    """Whether a claim grants an act, fault or loss of its own side, by the event type's row on admission."""
    side, happening, stance = saying.speaker.side, saying.happening, saying.claim.stance
    if side is None or happening is None or stance in ("accuses", "claims_responsibility"):
        return False
    traits, hurt = lexicon.traits_of(event.type), in_role(event, "patient")
    own_hurt, own_done = f"side {side}" in happening.hurt, f"side {side}" in happening.doers
    civil = any(is_civil(party, lexicon) for party in hurt)
    if own_hurt and civil and not own_done:
        return False
    fighting = not civil and (own_hurt or any(is_fighting(party, lexicon) for party in hurt))
    role = traits.admission_fighters if fighting else traits.admission
    if role == "patient":
        return own_hurt or (stance == "admits" and not own_done)
    if role == "agent" and own_done:
        return stance == "admits" or traits.family not in HARMING
    return stance == "admits"


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
