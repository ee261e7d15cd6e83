"""What each claim on an event says of each of its facets, and what its source is to the event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.reconcile.conceding import concedes
from counterclaim.reconcile.denying import is_answered, is_of_doer, is_of_manner, is_of_toll, is_own_deed
from counterclaim.reconcile.happenings import Happening, is_undone, negates
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.opposing import Tellings, gainsays, is_bare, is_rival, own_doing, replies, tellings_for
from counterclaim.reconcile.saying import Saying, names_of
from counterclaim.reconcile.standing import Says, Voice
from counterclaim.records import Claim, Facet

FACETS: tuple[Facet, ...] = ("occurrence", "responsibility", "toll", "control")
DENYING = ("denies", "denies_generally")
PLACES = frozenset({"capture", "hold_control", "lose_control"})
HOLDING = PLACES | {"withdraw"}


def voices_on(facet: Facet, sayings: Sequence[Saying], lexicon: Lexicon) -> list[Voice]:
    """The voices on a facet of an event that these claims are about."""
    involved = sides_involved(sayings)
    doer = told_doer(facet, sayings)
    if facet == "responsibility" and all(is_holding(saying, lexicon) for saying in sayings):
        return []
    told = tellings_for(sayings)
    found = [(saying, weighed(facet, saying, doer, sayings, told, lexicon)) for saying in sayings]
    if facet == "occurrence":
        charging, doers = charging_sides(sayings, lexicon), told_doers(sayings)
        open_to = {one.claim.id for one, says in found if leaves_open(one, says, doers, lexicon)}
        found = [(one, None if one.claim.id in open_to else unforced(one, says, charging, lexicon)) for one, says in found]
    return [voice_of(saying, says, involved) for saying, says in found if says is not None]


def weighed(
    facet: Facet, saying: Saying, doer: str | None, sayings: Sequence[Saying], told: Tellings, lexicon: Lexicon
) -> Says | None:
    """What a claim says of a facet beside the others: of another deed or of nothing that is told it is no word against."""
    says = says_of(facet, saying, doer, lexicon)
    if says in DENYING and not (gainsays if is_bare(saying) else replies)(saying, told, lexicon):
        return None
    if facet == "toll" and says is None:
        return denied_toll(saying, told, lexicon)
    if says in DENYING and facet in ("occurrence", "responsibility") and of_part(facet, saying, told, lexicon):
        return None
    if facet == "responsibility" and says in (*DENYING, "rival") and not is_answered_for(saying, lexicon):
        return None
    if facet == "responsibility" and says in DENYING and not is_of_doer(saying, str(doer), told):
        return None
    if says == "rival" and facet == "responsibility" and not is_rival(saying, str(doer), told, lexicon):
        return None
    if facet == "control" and says in (*DENYING, "rival") and not disputes_control(saying, says, sayings):
        return None
    return says


def disputes_control(saying: Saying, says: Says, sayings: Sequence[Saying]) -> bool:
    """Whether a claim can be a word against who holds a place: one is held, taken or lost, and no narrator tells of another."""
    place = any(one.happening is not None and one.happening.kind in PLACES for one in sayings)
    return place and (says != "rival" or not saying.speaker.narrator or saying.speaker.side is not None)


def is_answered_for(saying: Saying, lexicon: Lexicon) -> bool:
    """Whether a claim is of a deed that somebody is to answer for, so that who did it can be disputed."""
    return saying.happening is not None and saying.happening.kind in lexicon.joining["disowned"]


def denied_toll(saying: Saying, told: Tellings, lexicon: Lexicon) -> Says | None:
    """That a claim denies the toll, where it does and others tell one."""
    if plain_says(saying, lexicon) != "denies" or not any(counts_told(one.claim) for one, _ in told):
        return None
    if speaks_of(saying.claim, lexicon) == "responsibility":
        return None
    if not (gainsays if is_bare(saying) else replies)(saying, told, lexicon):
        return None
    return "denies" if is_of_toll(saying, told, lexicon) else None


def of_part(facet: Facet, saying: Saying, told: Tellings, lexicon: Lexicon) -> bool:
    """Whether a denial is of the harm or of the manner alone, and so no word against what others tell of a facet."""
    if is_of_manner(saying, told, lexicon):
        return facet == "occurrence" or not is_answered(saying, told, lexicon)
    return is_of_toll(saying, told, lexicon) and (facet == "occurrence" or is_own_deed(saying, told, lexicon))


def is_holding(saying: Saying, lexicon: Lexicon) -> bool:
    """Whether a claim is on an event whose doer is what it is about, so that who did it is no further question."""
    return saying.happening is None or saying.happening.kind in lexicon.deciding


def told_doers(sayings: Iterable[Saying]) -> frozenset[frozenset[str]]:
    """The doers of each telling that counts for an event."""
    told = (one.happening for one in sayings if one.happening is not None and one.happening.counts_for)
    return frozenset(happening.doers for happening in told)


def leaves_open(saying: Saying, says: Says | None, told: frozenset[frozenset[str]], lexicon: Lexicon) -> bool:
    """Whether a denial is only of having done it: the denier is the doer, and others tell of it without this doer."""
    if says != "denies" or saying.happening is None or saying.happening.kind not in lexicon.joining["blamed"]:
        return False
    own = names_of(saying)
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
    party = speaker.side is not None or saying.own_deed or speaker.name.casefold() in involved
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
    if says == "denies" and row[0] == "supports" and claim.polarity == "negative" and not negates(claim, lexicon):
        return "nothing"
    if says == "denies" and event is not None and event.generic:
        return "denies_generally"
    if says == "supports" and (claim.modality != "actual" or event is None or event.historical or event.generic):
        return "nothing"
    if says == "supports" and row[0] == "supports" and event is not None and is_undone(event):
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


def speaks_as(saying: Saying, doer: str) -> bool:
    """Whether the speaker is of the side, or has the name, of a doer."""
    return doer in names_of(saying)


def of_control(saying: Saying, says: Says, holder: str | None) -> Says | None:
    """What a claim says of who holds the place after a capture, or at a holding."""
    if saying.happening is None or saying.happening.kind not in HOLDING:
        return None
    holders = holders_of(saying.happening)
    if says in ("supports", "concedes") and holders and holder is not None and holder not in holders:
        return "rival"
    if says == "concedes" and names_of(saying) & holders:
        return "supports"
    return says if says in ("supports", "concedes", "denies", "withdraws") else None


def holders_of(happening: Happening) -> frozenset[str]:
    """Who holds the place after a happening, as told."""
    return happening.hurt if happening.of_loser else happening.doers


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
