"""Whether one claim speaks against what others tell of an event, or only of another matter in the same report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.reconcile.happenings import Happening
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.saying import SIDE, Saying, names_of

NARROW_KM = 100.0
Tellings = Sequence[tuple[Saying, Happening]]
FOR = frozenset({"asserts", "accuses", "claims_responsibility", "admits", "confirms"})


def is_bare(saying: Saying) -> bool:
    """Whether a claim speaks against its event only by telling it with a not, and with no word of denial."""
    return saying.claim.stance in FOR


def tellings_for(sayings: Iterable[Saying]) -> list[tuple[Saying, Happening]]:
    """The claims that tell the event as something that was, with what they tell."""
    told = [(one, one.happening) for one in sayings if not one.void and one.claim.stance in FOR]
    return [(one, happening) for one, happening in told if happening is not None and happening.counts_for]


def gainsays(saying: Saying, told: Tellings, lexicon: Lexicon) -> bool:
    """Whether a bare "it was not" is a word against what somebody else tells.

    Where nobody tells it, that of a side on its own deed is. Who tells of one thing that was and of another that was not
    contradicts nobody, nor does a narrator.
    """
    happening = saying.happening
    if happening is None or saying.speaker.narrator:
        return False
    if not told:
        return disowns(saying, happening, lexicon)
    alike = [one for one, other in told if same_matter(happening, other, lexicon) and shares(saying, one, lexicon)]
    beside = [one for one, _ in told if one.claim.sentence == saying.claim.sentence]
    return bool(alike) and not any(same_voice(saying, one) for one in (*alike, *beside))


def disowns(saying: Saying, happening: Happening, lexicon: Lexicon) -> bool:
    """Whether a side says that it did not do what one is blamed for, or did not lose what it is told to hold."""
    mine = names_of(saying)
    lost = happening.kind == "lose_control" and bool(mine & (happening.doers | happening.hurt))
    acts = (*lexicon.joining["disowned"], *lexicon.joining["own_acts"])
    return lost or (happening.kind in acts and bool(mine & happening.doers))


def replies(saying: Saying, told: Tellings, lexicon: Lexicon) -> bool:
    """Whether a denial is of what another voice tells of the event: it answers that claim, or is of the same ones.

    Where nobody tells of the event, the denial stands for itself.
    """
    happening = saying.happening
    if happening is None or not told:
        return True
    answered = {answer.claim for answer in saying.claim.answers}
    others = ((one, other) for one, other in told if one.speaker.id != saying.speaker.id)
    fitting = (one for one, other in others if same_matter(happening, other, lexicon))
    return any(one.claim.id in answered or shares(saying, one, lexicon) for one in fitting)


def shares(saying: Saying, one: Saying, lexicon: Lexicon) -> bool:
    """Whether two claims name some of the same ones or things, or are of one kind at one narrow place."""
    happening, other = saying.happening, one.happening
    if happening is None or other is None:
        return False
    if happening.doers & other.doers or struck(saying, lexicon) & struck(one, lexicon):
        return True
    placed = happening.place_name is not None and happening.place_name == other.place_name and happening.reach_km <= NARROW_KM
    kinds = {happening.kind, other.kind}
    return placed and (len(kinds) == 1 or kinds <= lexicon.deciding)


def same_voice(one: Saying, other: Saying) -> bool:
    """Whether two claims are of one source or one side."""
    side = one.speaker.side
    return one.speaker.id == other.speaker.id or (side is not None and side == other.speaker.side)


def same_matter(negative: Happening, other: Happening, lexicon: Lexicon) -> bool:
    """Whether what was not is what another tells: the same harm or a fitting deed, by and to the same ones."""
    kinds = {negative.kind} if negative.kind in lexicon.joining["effects"] else lexicon.fitting_of(negative.kind)
    if other.kind not in kinds:
        return False
    return meet(negative.doers, other.doers) and meet(negative.hurt, other.hurt) and meet(negative.people, other.people)


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets share something, or one of them is empty."""
    return not one or not other or bool(one & other)


def is_rival(saying: Saying, doer: str, tellings: Tellings, lexicon: Lexicon) -> bool:
    """Whether a claim names another doer of the deed that others lay at a doer's door, and not the doer of another deed."""
    happening = saying.happening
    if happening is None or not doer.startswith(SIDE):
        return False
    named = happening.doers | own_doing(saying)
    if happening.kind not in lexicon.joining["blamed"] or any(not one.startswith(SIDE) for one in named):
        return False
    if any(related(doer, one, lexicon) for one in named):
        return False
    holding = [(one, told) for one, told in tellings if doer in told.doers | own_doing(one)]
    if not answers(saying, doer) or any(tells_apart(saying, named, one, told) for one, told in holding):
        return False
    return any(told.kind in lexicon.joining["blamed"] and same_deed(saying, one, lexicon) for one, told in holding)


def tells_apart(saying: Saying, named: frozenset[str], one: Saying, told: Happening) -> bool:
    """Whether another telling shows two deeds: it is of the same source, of both doers, or of one against the other."""
    both = bool(named & told.doers)
    opposite = saying.happening is not None and bool(named & told.hurt or told.doers & saying.happening.hurt)
    return both or opposite or same_voice(one, saying)


def answers(saying: Saying, doer: str) -> bool:
    """Whether a claim is meant to say who did it: it lays the deed at a door, takes it on, or is the word of the one blamed."""
    speaker = saying.speaker
    laid = saying.claim.stance in ("accuses", "claims_responsibility")
    return (laid and speaker.side is not None) or (not speaker.narrator and (laid or f"{SIDE}{speaker.side}" == doer))


def same_deed(saying: Saying, one: Saying, lexicon: Lexicon) -> bool:
    """Whether two tellings are of one deed: they share victims, or not both name any, of the same deed at one place.

    Who takes on a deed must name the victims that others do.
    """
    happening, told = saying.happening, one.happening
    if happening is None or told is None:
        return False
    mine, theirs = struck(saying, lexicon), struck(one, lexicon)
    if mine & theirs:
        return True
    if saying.claim.stance == "claims_responsibility" and victims(happening):
        return False
    if mine and theirs:
        return False
    return same_kind_and_place(happening, told)


def same_kind_and_place(one: Happening, other: Happening) -> bool:
    """Whether two tellings are of one kind of deed at one narrowest place, on days that can be the same."""
    meeting = one.first <= other.last and other.first <= one.last
    return one.kind == other.kind and one.spot is not None and one.spot == other.spot and meeting


def struck(saying: Saying, lexicon: Lexicon) -> frozenset[str]:
    """Those whom a telling says were hit, and what, without the place and without words for whole classes of people."""
    happening, event = saying.happening, saying.claim.event
    if happening is None:
        return frozenset()
    place = event.place if event is not None else None
    where = f"{happening.place_name or ''} {place.span.text if place is not None and place.span else ''}".casefold().split()
    classed = (lexicon.civilians, lexicon.fighters)
    found = victims(happening) - frozenset(where)
    return frozenset(one for one in found if one.startswith(SIDE) or not any(word.fullmatch(one) for word in classed))


def victims(happening: Happening) -> frozenset[str]:
    """Those whom a telling says were hit, and what."""
    return happening.hurt | happening.objects | happening.people


def related(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether of two doers one is part of the other by the conflict files."""
    return one == other or one in uppers(other, lexicon) or other in uppers(one, lexicon)


def uppers(doer: str, lexicon: Lexicon) -> frozenset[str]:
    """The groups above a doer's, as doers."""
    found: set[str] = set()
    name = doer
    while (above := lexicon.above.get(name.removeprefix(SIDE))) is not None and SIDE + above not in found:
        name = SIDE + above
        found.add(name)
    return frozenset(found)


def own_doing(saying: Saying) -> frozenset[str]:
    """The speaker itself, where the claim is that it was the speaker."""
    if saying.claim.stance != "claims_responsibility":
        return frozenset()
    return frozenset({f"side {saying.speaker.side}" if saying.speaker.side else saying.speaker.name.casefold()})
