"""Which tellings of different documents are of one happening: candidates by several keys, links, and a fair division."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import TypeVar

from counterclaim.contracts import Engine
from counterclaim.kit import Settings
from counterclaim.reconcile.compare import (
    DAYS_APART,
    GROUND,
    PLACES_APART,
    Candidate,
    conflict,
    day_number,
    doer_decides,
    likeness,
    outweighed,
)
from counterclaim.reconcile.lexicon import Lexicon, lexicon_in
from counterclaim.reconcile.meetings import Guest, Rules, guests_of, pairs
from counterclaim.reconcile.tellings import Telling, joined, unlisted
from counterclaim.records import Link, content_id

Mark = TypeVar("Mark", int, str)
HEAVIEST = 120
SAMPLE = 6
RAREST = 5
RARE = 3.0
MOST_DETAILS = 6
WEEK = 7
PRIOR_DOCUMENTS = 40
DESPITE = "likeness, despite days or places"


def candidates_of(tellings: Sequence[Telling]) -> list[Candidate]:
    """The tellings in order of id, their words weighed by how rare they are among the documents that tell of something."""
    words, details = rarities(tellings, words_of), rarities(tellings, details_of)
    return [candidate_of(telling, words, details) for telling in sorted(tellings, key=lambda telling: telling.id)]


def words_of(telling: Telling) -> Iterable[int]:
    """The words of a telling."""
    return telling.words


def details_of(telling: Telling) -> Iterable[str]:
    """The details of a telling."""
    return telling.details


def candidate_of(telling: Telling, words: Mapping[int, float], details: Mapping[str, float]) -> Candidate:
    """A telling with the weights of its heaviest words and the rarity of its details."""
    counts = Counter(telling.words)
    weights = {word: (1 + log(count)) * words[word] for word, count in counts.items()}
    kept = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST])
    return Candidate(
        telling=telling,
        words=unit(kept),
        names=unit({word: kept[word] for word in kept if word % 2}),
        details={key: details[key] for key in sorted(telling.details)},
    )


def unit(weights: Mapping[int, float]) -> dict[int, float]:
    """A vector of length one."""
    norm = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def rarities(tellings: Iterable[Telling], marks: Callable[[Telling], Iterable[Mark]]) -> dict[Mark, float]:
    """For each mark (word or detail) of these tellings, how rare it is among the documents that tell of something."""
    by_document: dict[tuple[str, ...], set[Mark]] = {}
    for telling in tellings:
        by_document.setdefault(telling.documents, set()).update(marks(telling))
    counts = Counter(mark for found in by_document.values() for mark in found)
    total = len(by_document) + PRIOR_DOCUMENTS
    return {mark: log(total / count) for mark, count in counts.items()}


def link_tellings(candidates: Sequence[Candidate], engine: Engine, settings: Settings) -> list[Link]:
    """The `same_event` links between tellings, "same" and "possible" ones, each pair once, in order of id."""
    found: dict[str, Link] = {}
    for link in engine.group(compare_members, guests_of(candidates, keys_of), lambda guest: guest.keys, settings):
        found[link.id] = link
    return [found[key] for key in sorted(found)]


def keys_of(candidate: Candidate) -> Iterator[tuple[Hashable, ...]]:
    """The keys under which a telling may meet another: place and party by week, victims and rare words at any time."""
    one = candidate.telling
    weeks = weeks_of(one)
    places = [*sorted(one.spots), *sorted(one.areas)] or [f"name {name}" for name in sorted(one.place_names)]
    for week in weeks:
        yield from (("place", place, week) for place in places)
        yield from (("party", party, week) for party in sorted(one.doers | one.hurt))
    yield from (("word", word) for word in rarest(candidate))
    yield from (("person", person) for person in sorted(one.people))
    yield from (("detail", detail) for detail in rarest_details(candidate))


def weeks_of(telling: Telling) -> list[int]:
    """The weeks that a telling's days touch, and the one before, where two weeks meet; at most four."""
    first, last = day_number(telling.first), day_number(telling.last)
    if last - first > 4 * WEEK:
        return [last // WEEK]
    return sorted({first // WEEK, (last + 1) // WEEK, last // WEEK})


def rarest(candidate: Candidate) -> list[int]:
    """The heaviest words and names of a telling that another may have too."""
    words, names = candidate.words, candidate.names
    heaviest = sorted(words, key=lambda word: (-words[word], word))[:RAREST]
    return [
        *heaviest,
        *(word for word in sorted(names, key=lambda word: (-names[word], word))[:RAREST] if word not in heaviest),
    ]


def rarest_details(candidate: Candidate) -> list[str]:
    """The rarest details of a telling; those that many reports give, such as a common age, bring nothing together."""
    details = candidate.details
    rare = [detail for detail in details if details[detail] >= RARE and not detail.startswith(GROUND)]
    return sorted(rare, key=lambda detail: (-details[detail], detail))[:MOST_DETAILS]


def compare_members(members: Sequence[Guest[Candidate]], settings: Settings) -> list[Link]:
    """The links among tellings that share a key."""
    lexicon = lexicon_in(settings.folders, settings.language)
    return [link for left, right in pairs(members, RULES) if (link := link_between(left, right, lexicon)) is not None]


def finer_keys(member: Candidate) -> Iterator[tuple[Hashable, ...]]:
    """Finer keys within a group that is too large: the spot and day, the day and toll, and each of the rarest words."""
    one = member.telling
    yield ("spot and day", min(one.spots, default=""), one.last)
    yield ("day and toll", one.last, one.killed)
    yield from (("word", word) for word in rarest(member))


def neighbour_order(candidate: Candidate) -> tuple[object, ...]:
    """An order that puts tellings of one happening side by side."""
    telling = candidate.telling
    return (telling.first, telling.last, sorted(telling.spots), telling.killed or (-1, -1), telling.id)


RULES = Rules(finer=finer_keys, order=neighbour_order, loose="word")


def link_between(left: Candidate, right: Candidate, lexicon: Lexicon) -> Link | None:
    """The link between two tellings of different documents, or None where they are not alike enough."""
    if left.telling.id > right.telling.id:
        left, right = right, left
    one, other = left.telling, right.telling
    if one.documents == other.documents:
        return None
    barrier = conflict(one, other, lexicon)
    if barrier is not None and not outweighed(barrier, left, right, lexicon):
        return None
    score, made_of = likeness(left, right, lexicon)
    if score < float(lexicon.joining["possible"]):
        return None
    sure = score >= float(lexicon.joining["same_of_control" if doer_decides(one, other, lexicon) else "same"])
    return Link(
        id=content_id("link", "same_event", one.id, other.id),
        kind="same_event",
        left=one.id,
        right=other.id,
        score=score,
        rule="likeness" if barrier is None else DESPITE,
        reason=made_of if barrier is None else f"{barrier}, outweighed by shared details; {made_of}",
        verdict="same" if sure else "possible",
    )


def divide(
    candidates: Sequence[Candidate], links: Sequence[Link], apart: frozenset[tuple[str, str]], lexicon: Lexicon
) -> list[list[Telling]]:
    """The tellings in groups of one happening each, none of which joins what excludes another.

    Links between what two reports tell most of come first, as they rest on most, then the best.
    """
    by_id = {candidate.telling.id: candidate for candidate in candidates}
    home = {name: name for name in by_id}
    groups: dict[str, set[str]] = {name: {name} for name in by_id}
    whole = {name: unlisted(candidate.telling) for name, candidate in by_id.items()}
    least: dict[str, tuple[str, ...]] = {name: (name,) for name in by_id}
    barred = barred_by(apart)
    leads = {name: telling.lead for name, telling in whole.items()}
    # pairs of groups, as large as they were, whose members were found to be too unlike: many links join the same two
    unlike: set[tuple[str, str, int]] = set()
    sure = [link for link in links if link.verdict == "same" and link.left in by_id and link.right in by_id]
    for link in sorted(sure, key=lambda link: (-sum(leads[name] for name in (link.left, link.right)), -link.score, link.id)):
        one, other = home[link.left], home[link.right]
        state = (min(one, other), max(one, other), len(groups[one]) + len(groups[other]))
        if one == other or other in barred.get(one, ()) or state in unlike:
            continue
        barrier = conflict(whole[one], whole[other], lexicon)
        if barrier is not None and not (link.rule == DESPITE and barrier in (DAYS_APART, PLACES_APART)):
            continue
        if not bound(least[one], least[other], by_id, lexicon):
            unlike.add(state)
            continue
        kept, gone = (one, other) if (-len(groups[one]), one) <= (-len(groups[other]), other) else (other, one)
        whole[kept] = joined(whole[kept], whole.pop(gone))
        least[kept] = tuple(sorted((*least[kept], *least.pop(gone)), key=lambda name: (not leads[name], name))[:SAMPLE])
        for member in groups[gone]:
            home[member] = kept
        groups[kept] |= groups.pop(gone)
        inherit(barred, kept, gone)
    return [[by_id[member].telling for member in sorted(members)] for _, members in sorted(groups.items())]


def bound(some: Sequence[str], others: Sequence[str], by_id: Mapping[str, Candidate], lexicon: Lexicon) -> bool:
    """Whether two groups are alike as wholes: the mean likeness over these few members of each holds them together.

    Where both hold what a report tells most of, those members decide, and more is asked: a sentence in passing must not
    chain two reports of two attacks.
    """
    if len(some) == 1 and len(others) == 1:
        return True
    leads, other_leads = leads_of(some, by_id), leads_of(others, by_id)
    chief = bool(leads and other_leads)
    members = [(one, other) for one in (leads if chief else some) for other in (other_leads if chief else others)]
    scores = [likeness(by_id[one], by_id[other], lexicon)[0] for one, other in members]
    return sum(scores) / len(scores) >= float(lexicon.joining["bond_of_leads" if chief else "bond"])


def leads_of(members: Sequence[str], by_id: Mapping[str, Candidate]) -> list[str]:
    """Those of a group that are what a report tells most of."""
    return [name for name in members if by_id[name].telling.lead]


def barred_by(apart: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """For each telling, those that it must not be joined with."""
    barred: dict[str, set[str]] = {}
    for left, right in apart:
        barred.setdefault(left, set()).add(right)
        barred.setdefault(right, set()).add(left)
    return barred


def inherit(barred: dict[str, set[str]], kept: str, gone: str) -> None:
    """Bars a group from all that one which joined it was barred from, so that no look at its members is needed, in place."""
    for other in barred.pop(gone, ()):
        barred[other].discard(gone)
        barred[other].add(kept)
        barred.setdefault(kept, set()).add(other)
