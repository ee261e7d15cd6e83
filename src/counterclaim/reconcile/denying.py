"""What a denial is of: that it happened, how many it hurt, or only in what manner it was done."""

from __future__ import annotations

from counterclaim.reconcile.conceding import words_of
from counterclaim.reconcile.happenings import Happening, in_role
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.opposing import Tellings, own_doing, struck
from counterclaim.reconcile.saying import Saying, names_of
from counterclaim.records import Claim


def is_of_toll(saying: Saying, tellings: Tellings, lexicon: Lexicon) -> bool:
    """Whether a denial is of the harm that an attack did, where others tell the attack ("denied that any civilians died")."""
    happening = saying.happening
    if saying.claim.facet == "toll":
        return True
    harm = happening is not None and lexicon.traits_of(happening.kind).family == "harm"
    if happening is None or not harm or happening.people or points_back(saying.claim):
        return False
    if names_of(saying) & happening.doers:
        return is_own_deed(saying, tellings, lexicon)
    return any(is_attack(told, lexicon) for _, told in tellings)


def is_of_doer(saying: Saying, doer: str, tellings: Tellings) -> bool:
    """Whether a denial is of the doing of somebody who is told to have done it: its speaker, or the doer that its words name.

    A third one who was not blamed says nothing of who did it ("denied any involvement").
    """
    own = names_of(saying)
    if doer in own or any(own & told.doers for _, told in tellings):
        return True
    named = saying.happening is not None and doer in saying.happening.doers
    return named and not points_back(saying.claim)


def points_back(claim: Claim) -> bool:
    """Whether the words of a claim tell its event only by pointing back ("denied the report"): that is of the whole."""
    content, event = claim.content, claim.event
    return content is not None and event is not None and not content.start <= event.trigger.start < content.end


def is_own_deed(saying: Saying, tellings: Tellings, lexicon: Lexicon) -> bool:
    """Whether the side of a speaker tells the attack as its own deed."""
    own = names_of(saying)
    told = ((one, told) for one, told in tellings if is_attack(told, lexicon) and own & names_of(one))
    return any(own & (happening.doers | own_doing(one)) for one, happening in told)


def is_of_manner(saying: Saying, tellings: Tellings, lexicon: Lexicon) -> bool:
    """Whether a denial is only of whom the deed was meant for ("denied targeting civilians"), where others tell the deed."""
    happening, event = saying.happening, saying.claim.event
    if happening is None or event is None or not is_attack(happening, lexicon):
        return False
    civil = is_on_civilians(saying.claim, lexicon)
    aimed = lexicon.aiming.fullmatch(event.trigger.text) is not None
    if not aimed and not (civil and names_of(saying) & happening.doers):
        return False
    return any(is_attack(told, lexicon) for _, told in tellings)


def is_answered(saying: Saying, tellings: Tellings, lexicon: Lexicon) -> bool:
    """Whether somebody tells of those whom a denial of manner is about: civilians, or the same ones."""
    civil = is_on_civilians(saying.claim, lexicon)
    mine = struck(saying, lexicon)
    others = (one for one, told in tellings if is_attack(told, lexicon) and not names_of(one) & names_of(saying))
    return any((civil and is_on_civilians(one.claim, lexicon)) or mine & struck(one, lexicon) for one in others)


def is_on_civilians(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether civilians are among those whom a claim says were hit."""
    words = [words_of(party) for party in in_role(claim.event, "patient")] if claim.event is not None else []
    return any(lexicon.civilians.search(text) and not lexicon.fighters.search(text) for text in words)


def is_attack(happening: Happening, lexicon: Lexicon) -> bool:
    """Whether a happening is a violent deed and not the harm that one did."""
    return happening.kind in lexicon.joining["violent"]
