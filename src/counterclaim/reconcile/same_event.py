"""Which tellings of different documents are of one happening: candidates by several keys, links, and a fair division.

A key that too many tellings share is split by finer ones, and what is still too large is compared only with its
neighbours in a fixed order, so that the number of comparisons grows with the number of tellings and no faster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from counterclaim.contracts import Engine
from counterclaim.kit import Settings
from counterclaim.reconcile.compare import conflict, day_number, likeness
from counterclaim.reconcile.lexicon import Lexicon, lexicon_in
from counterclaim.reconcile.tellings import Telling, joined
from counterclaim.records import Link, content_id

HOT = 40
NEIGHBOURS = 6
RAREST = 4
WEEK = 7
PRIOR_DOCUMENTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A telling on its way to be compared, with the rarity of its words."""

    telling: Telling
    rarity: Mapping[int, float]


def link_tellings(tellings: Sequence[Telling], engine: Engine, settings: Settings) -> list[Link]:
    """The `same_event` links between tellings, "same" and "possible" ones, each pair once, in order of id."""
    rarity = rarities(tellings)
    ordered = sorted(tellings, key=lambda telling: telling.id)
    candidates = [Candidate(telling=one, rarity={word: rarity[word] for word in one.words}) for one in ordered]
    found: dict[str, Link] = {}
    for link in engine.group(compare_members, candidates, keys_of, settings):
        found[link.id] = link
    return [found[key] for key in sorted(found)]


def rarities(tellings: Iterable[Telling]) -> dict[int, float]:
    """For each word, how rare it is among the documents that tell of something."""
    by_document: dict[tuple[str, ...], set[int]] = {}
    for telling in tellings:
        by_document.setdefault(telling.documents, set()).update(telling.words)
    counts = Counter(word for words in by_document.values() for word in words)
    total = len(by_document) + PRIOR_DOCUMENTS
    return {word: log(total / count) for word, count in counts.items()}


def keys_of(candidate: Candidate) -> Iterator[Hashable]:
    """The keys under which a telling may meet another: place, party, victim or rare words, each by week."""
    one = candidate.telling
    weeks = weeks_of(one)
    places = [*sorted(one.spots), *sorted(one.areas)] or [f"name {name}" for name in sorted(one.place_names)]
    for week in weeks:
        yield from (("place", place, week) for place in places)
        yield from (("party", party, week) for party in sorted(one.doers | one.hurt))
        yield from (("word", word, week) for word in rarest(candidate))
    yield from (("person", person) for person in sorted(one.people))


def weeks_of(telling: Telling) -> list[int]:
    """The weeks that a telling's days touch, and the one before, where two weeks meet; at most four."""
    first, last = day_number(telling.first), day_number(telling.last)
    if last - first > 4 * WEEK:
        return [last // WEEK]
    return sorted({first // WEEK, (last + 1) // WEEK, last // WEEK})


def rarest(candidate: Candidate) -> list[int]:
    """The rarest words of a telling."""
    words = candidate.rarity
    return sorted(words, key=lambda word: (-words[word], word))[:RAREST]


def compare_members(members: Sequence[Candidate], settings: Settings) -> list[Link]:
    """The links among tellings that share a key."""
    lexicon = lexicon_in(settings.folders, settings.language)
    return [link for left, right in pairs(members) if (link := link_between(left, right, lexicon)) is not None]


def pairs(members: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs to compare: all of a small group; of a large one, those that share a finer key; at worst neighbours."""
    if len(members) <= HOT:
        yield from ((members[i], members[j]) for i in range(len(members)) for j in range(i + 1, len(members)))
        return
    finer: dict[Hashable, list[Candidate]] = {}
    for member in members:
        for key in finer_keys(member):
            finer.setdefault(key, []).append(member)
    for group in finer.values():
        if len(group) <= HOT:
            yield from ((group[i], group[j]) for i in range(len(group)) for j in range(i + 1, len(group)))
        else:
            yield from neighbours(group)


def finer_keys(member: Candidate) -> Iterator[Hashable]:
    """Finer keys within a group that is too large: the spot and day, the day and toll, and each of the rarest words."""
    one = member.telling
    yield ("spot and day", min(one.spots, default=""), one.last)
    yield ("day and toll", one.last, one.killed)
    yield from (("word", word) for word in rarest(member))


def neighbours(group: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Each member with the few after it, ordered by day, place and toll."""
    ordered = sorted(group, key=lambda member: neighbour_order(member.telling))
    for index, member in enumerate(ordered):
        yield from ((member, other) for other in ordered[index + 1 : index + 1 + NEIGHBOURS])


def neighbour_order(telling: Telling) -> tuple[object, ...]:
    """An order that puts tellings of one happening side by side."""
    return (telling.first, telling.last, sorted(telling.spots), telling.killed or (-1, -1), telling.id)


def link_between(left: Candidate, right: Candidate, lexicon: Lexicon) -> Link | None:
    """The link between two tellings of different documents, or None where they are not alike enough."""
    one, other = sorted((left.telling, right.telling), key=lambda telling: telling.id)
    if one.documents == other.documents or conflict(one, other, lexicon) is not None:
        return None
    score, made_of = likeness(one, other, {**left.rarity, **right.rarity}, lexicon)
    if score < float(lexicon.joining["possible"]):
        return None
    verdict = "same" if score >= float(lexicon.joining["same"]) else "possible"
    return Link(
        id=content_id("link", "same_event", one.id, other.id),
        kind="same_event",
        left=one.id,
        right=other.id,
        score=score,
        rule="likeness",
        reason=made_of,
        verdict="same" if verdict == "same" else "possible",
    )


def divide(
    tellings: Sequence[Telling], links: Sequence[Link], apart: frozenset[tuple[str, str]], lexicon: Lexicon
) -> list[list[Telling]]:
    """The tellings in groups of one happening each: the best links first, and none that joins what excludes another."""
    by_id = {telling.id: telling for telling in tellings}
    home = {telling.id: telling.id for telling in tellings}
    groups: dict[str, list[str]] = {telling.id: [telling.id] for telling in tellings}
    whole = dict(by_id)
    barred = barred_by(apart)
    sure = [link for link in links if link.verdict == "same"]
    for link in sorted(sure, key=lambda link: (-link.score, link.id)):
        one, other = home.get(link.left), home.get(link.right)
        if one is None or other is None or one == other:
            continue
        if is_barred(groups[one], groups[other], barred) or conflict(whole[one], whole[other], lexicon) is not None:
            continue
        kept, gone = (one, other) if len(groups[one]) >= len(groups[other]) else (other, one)
        whole[kept] = joined(whole[kept], whole.pop(gone))
        for member in groups.pop(gone):
            home[member] = kept
            groups[kept].append(member)
    return [[by_id[member] for member in sorted(members)] for _, members in sorted(groups.items())]


def barred_by(apart: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """For each telling, those that it must not be joined with."""
    barred: dict[str, set[str]] = {}
    for left, right in apart:
        barred.setdefault(left, set()).add(right)
        barred.setdefault(right, set()).add(left)
    return barred


def is_barred(left: Sequence[str], right: Sequence[str], barred: Mapping[str, set[str]]) -> bool:
    """Whether a member of one group must not be joined with a member of the other."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    members = set(large)
    return any(barred.get(member, frozenset()) & members for member in small)
