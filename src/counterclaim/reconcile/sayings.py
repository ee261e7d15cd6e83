"""Every claim on an event with its source and origin: those that tell of it, and those that only answer or keep silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.kit import Settings
from counterclaim.reconcile.happenings import Happening, happenings_of, in_role
from counterclaim.reconcile.lexicon import Lexicon, lexicon_in
from counterclaim.reconcile.saying import Saying
from counterclaim.reconcile.speakers import Names, speaker_of
from counterclaim.reconcile.tellings import Telling
from counterclaim.reconcile.within import tellings_in
from counterclaim.reconcile.wording import telling_words, wording_of
from counterclaim.records import Claim, Reading

DENYING = frozenset({"denies", "retracts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document on its way through: its reading, the names of its chains, and the origin that it belongs to."""

    reading: Reading
    names: Names
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one document tells: its tellings, and for each of its claims, on which telling it speaks."""

    document: str
    tellings: tuple[Telling, ...]
    sayings: tuple[tuple[str, Saying], ...]
    loose: tuple[Saying, ...]


def told_batch(pages: Sequence[Page], settings: Settings) -> list[Told]:
    """What each of these documents tells."""
    lexicon = lexicon_in(settings.folders, settings.language)
    return [told_by(page, lexicon) for page in pages]


def told_by(page: Page, lexicon: Lexicon) -> Told:
    """What one document tells."""
    happenings = happenings_of(page.reading, page.names, lexicon)
    whole = wording_of(page.reading, lexicon)
    found = tellings_in(page.reading, happenings, lexicon, several=whole.several)
    tellings = telling_words(page.reading, found, whole, lexicon)
    by_claim = {happening.claim: happening for happening in happenings}
    home = {claim: telling.id for telling in tellings for claim in telling.claims}
    starts = sorted((by_claim[claim].start, telling_id) for claim, telling_id in home.items())
    told: list[tuple[str, Saying]] = []
    loose: list[Saying] = []
    for claim in page.reading.claims:
        saying = saying_of(claim, page, by_claim.get(claim.id), lexicon)
        places = [home[claim.id]] if claim.id in home else list(answering(claim, saying, home, starts, tellings, lexicon))
        told.extend((place, saying) for place in places)
        if not places:
            loose.append(saying)
    return Told(document=page.reading.document.id, tellings=tuple(tellings), sayings=tuple(told), loose=tuple(loose))


def saying_of(claim: Claim, page: Page, happening: Happening | None, lexicon: Lexicon) -> Saying:
    """A claim with its source, origin and day."""
    document = page.reading.document
    said = claim.said.latest if claim.said is not None else None
    return Saying(
        claim=claim,
        speaker=speaker_of(claim, document, page.origin, page.names, lexicon),
        origin=page.origin,
        day=(said or document.published or "")[:10] or None,
        happening=happening,
        void=document.status == "withdrawn",
        own_deed=tells_own_deed(claim, page, lexicon),
    )


def tells_own_deed(claim: Claim, page: Page, lexicon: Lexicon) -> bool:
    """Whether who speaks tells of what they did themselves in a fight, though nobody says of which side they are."""
    event, chains = claim.event, page.names.chains
    own = chains.get(claim.source.mention or "")
    if event is None or own is None or not (event.type in lexicon.joining["blamed"] or event.type in lexicon.deciding):
        return False
    return any(chains.get(party.mention or "") == own for party in in_role(event, "agent"))


def answering(
    claim: Claim,
    saying: Saying,
    home: Mapping[str, str],
    starts: Sequence[tuple[int, str]],
    tellings: Sequence[Telling],
    lexicon: Lexicon,
) -> Iterator[str]:
    """The tellings on which a claim speaks that tells of no happening itself: an answer, a general denial, a silence."""
    answered = sorted({home[answer.claim] for answer in claim.answers if answer.claim in home})
    if answered:
        yield from answered
    elif claim.stance == "no_comment":
        yield from nearest_before(claim.sentence.end, starts)
    elif claim.stance in DENYING and claim.event is not None and claim.event.generic:
        yield from accused_of(claim, saying, tellings, lexicon)


def nearest_before(position: int, starts: Sequence[tuple[int, str]]) -> list[str]:
    """The telling whose last words stand nearest before a position, in a list of one or none."""
    before = [telling for start, telling in starts if start < position]
    return before[-1:]


def accused_of(claim: Claim, saying: Saying, tellings: Iterable[Telling], lexicon: Lexicon) -> Iterator[str]:
    """The tellings in which the side that denies in general is said to have done such a thing."""
    kind = claim.event.type if claim.event else ""
    allowed = {kind, *lexicon.fitting.get(kind, frozenset())}
    for telling in tellings:
        if saying.speaker.side and f"side {saying.speaker.side}" in telling.doers and telling.kinds & allowed:
            yield telling.id
