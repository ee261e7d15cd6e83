"""Applies people's decisions: rejected claims do not count, merged events are one, claims split off are another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from counterclaim.reconcile.events import Happened, happened
from counterclaim.reconcile.saying import Saying
from counterclaim.reconcile.tellings import Telling, joined, telling_of
from counterclaim.records import STANCES, Claim, Decision, Reading, content_id


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that none later takes back, in order of time."""
    ordered = sorted(decisions, key=lambda decision: (decision.made, decision.id))
    undone = {record for decision in ordered if decision.verdict == "undo" for record in decision.records}
    return [decision for decision in ordered if decision.id not in undone and decision.verdict != "undo"]


def decided(readings: Sequence[Reading], decisions: Iterable[Decision]) -> tuple[Reading, ...]:
    """The readings less the claims that a person rejected, and with what a person corrected."""
    standing = [one for one in in_force(decisions) if one.record_kind == "claim"]
    rejected = {record for one in standing if one.verdict == "reject" for record in one.records}
    changes: dict[str, dict[str, str]] = {}
    for record, wanted in ((record, one.changes) for one in standing if one.verdict == "correct" for record in one.records):
        changes.setdefault(record, {}).update(wanted)
    if not rejected and not changes:
        return tuple(readings)
    return tuple(
        replace(
            one, claims=tuple(corrected(claim, changes.get(claim.id, {})) for claim in one.claims if claim.id not in rejected)
        )
        for one in readings
    )


def corrected(claim: Claim, changes: Mapping[str, str]) -> Claim:
    """The claim, under its id, with the stance and the type of event that a person gave it."""
    stance = changes.get("stance")
    if stance in STANCES:
        claim = replace(claim, stance=stance)
    if "type" in changes and claim.event is not None:
        claim = replace(claim, event=replace(claim.event, type=changes["type"]))
    return claim


def apply_verdicts(groups: Sequence[Happened], decisions: Iterable[Decision]) -> list[Happened]:
    """The groups with every merge and split of events that a person decided, in order of decision."""
    found = {group.id: group for group in groups}
    for decision in in_force(decisions):
        named = [group for record in decision.records if (group := holding(record, found)) is not None]
        if decision.verdict == "merge" and decision.record_kind in ("event", "claim"):
            merge(found, list({group.id: group for group in named}.values()))
        elif decision.verdict == "split" and decision.record_kind in ("event", "claim") and named:
            split(found, named[0], frozenset(decision.records))
        elif decision.verdict == "reject" and decision.record_kind == "event":
            for group in named:
                found.pop(group.id, None)
    return sorted(found.values(), key=lambda group: group.id)


def holding(record: str, groups: dict[str, Happened]) -> Happened | None:
    """The group that a record names: by its own id, one that it replaces, or a claim that it holds."""
    if record in groups:
        return groups[record]
    for group in groups.values():
        if record in group.replaces or any(saying.claim.id == record for saying in group.sayings):
            return group
    return None


def merge(groups: dict[str, Happened], members: Sequence[Happened]) -> None:
    """Makes one group of several; it keeps the id of what was reported first."""
    if len(members) < 2:
        return
    tellings = sorted((telling for group in members for telling in group.tellings), key=lambda telling: telling.id)
    told = {name: sayings for group in members for name, sayings in group.told.items()}
    whole = happened(tellings, told, (link for group in members for link in group.links))
    replaced = {name for group in members for name in (group.id, *group.replaces)} - {whole.id}
    for group in members:
        groups.pop(group.id, None)
    groups[whole.id] = replace(whole, replaces=tuple(sorted(replaced)))


def split(groups: dict[str, Happened], group: Happened, records: frozenset[str]) -> None:
    """Takes the named claims out of a group into one of their own; a telling that holds others too is parted."""
    kept, gone = Part(), Part()
    for telling in group.tellings:
        sayings = group.told.get(telling.id, ())
        moved = [saying for saying in sayings if saying.claim.id in records]
        stays = [saying for saying in sayings if saying not in moved]
        if stays or not moved:
            kept.take(parted(telling, stays) if moved else telling, stays)
        if moved:
            gone.take(parted(telling, moved) if stays else telling, moved)
    if not gone.tellings or not kept.tellings:
        return
    groups.pop(group.id)
    for part in (kept, gone):
        whole = happened(part.tellings, part.told, group.links)
        name = whole.id
        while name in groups:
            name = content_id("event", name)
        groups[name] = replace(whole, id=name)


@dataclass(frozen=True, slots=True)
class Part:
    """The tellings on one side of a split, with the claims on each."""

    tellings: list[Telling] = field(default_factory=list)
    told: dict[str, list[Saying]] = field(default_factory=dict)

    def take(self, telling: Telling, sayings: Sequence[Saying]) -> None:
        """Adds a telling."""
        self.tellings.append(telling)
        self.told[telling.id] = list(sayings)


def parted(telling: Telling, moved: Sequence[Saying]) -> Telling:
    """The telling of claims that were taken out of another: what they say themselves, else what the other says."""
    own = [telling_of(saying.happening, telling.published) for saying in moved if saying.happening is not None]
    if own:
        return reduce(joined, own)
    first = moved[0].claim
    published, _, kind, _ = telling.first_told
    return replace(
        telling,
        id=content_id("split", telling.id, *(saying.claim.id for saying in moved)),
        documents=tuple(sorted({saying.claim.document for saying in moved})),
        claims=tuple(saying.claim.id for saying in moved),
        first_told=(published, first.document, kind, first.sentence.start),
    )
