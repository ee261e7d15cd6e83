"""Links between claims across documents: denials to the claims they answer, confirmations, figures that supersede."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from counterclaim.reconcile.events import Happened
from counterclaim.reconcile.figures import supersedes
from counterclaim.reconcile.happenings import negates
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.rivals import Rivals
from counterclaim.reconcile.saying import Saying
from counterclaim.records import Claim, Link, LinkKind, content_id

FOR = frozenset({"asserts", "accuses", "claims_responsibility", "admits", "confirms"})
MOST_ANSWERED = 12


def answer_links(groups: Sequence[Happened], rivals: Rivals, lexicon: Lexicon) -> list[Link]:
    """The links between claims of each event, each pair once."""
    found = {link.id: link for group in groups for link in links_in(group, lexicon)}
    for left, right, why in rivals.pairs:
        link = between("denies", left, right, "rival account", why)
        found[link.id] = link
    return [found[key] for key in sorted(found)]


def links_in(group: Happened, lexicon: Lexicon) -> Iterator[Link]:
    """The links between the claims of one event."""
    for later, earlier in supersedes(group.sayings):
        yield between("supersedes", later.id, earlier.id, "later figure", "one source gives another number on a later day")
    first = first_of_sides(group.sayings)
    for saying in group.sayings:
        claim = saying.claim
        for answer in claim.answers:
            kind: LinkKind = "confirms" if answer.how == "confirms" else "denies"
            yield between(kind, claim.id, answer.claim, "answers in one report", "the report sets one against the other")
        if denies(claim, lexicon):
            yield from across(saying, first)


def across(saying: Saying, first: dict[str, Saying]) -> Iterator[Link]:
    """The links of a denial to the first claims of the other sides in other documents, of so many sides at most."""
    own, document = saying.speaker.side or saying.speaker.id, saying.claim.document
    others = (other for side, other in first.items() if side != own and other.claim.document != document)
    for other in islice(others, MOST_ANSWERED):
        yield between("denies", saying.claim.id, other.claim.id, "answers across reports", "both are on one event")


def first_of_sides(sayings: Sequence[Saying]) -> dict[str, Saying]:
    """The first claim for the event of each side or source."""
    found: dict[str, Saying] = {}
    for saying in sayings:
        if saying.claim.stance in FOR and saying.happening is not None and saying.happening.counts_for:
            found.setdefault(saying.speaker.side or saying.speaker.id, saying)
    return found


def denies(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claim says that its event was not."""
    return claim.stance == "denies" or (claim.stance in FOR and negates(claim, lexicon))


def between(kind: LinkKind, left: str, right: str, rule: str, reason: str) -> Link:
    """A link between two claims or events."""
    return Link(
        id=content_id("link", kind, left, right), kind=kind, left=left, right=right, score=1.0, rule=rule, reason=reason
    )
