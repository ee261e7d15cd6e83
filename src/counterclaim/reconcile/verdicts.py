"""Applies people's decisions: rejected claims do not count, merged events are one, claims split off are another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.reconcile.events import Happened, happened
from counterclaim.reconcile.tellings import Telling
from counterclaim.records import Decision, Reading


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that none later takes back, in order of time."""
    ordered = sorted(decisions, key=lambda decision: (decision.made, decision.id))
    undone = {record for decision in ordered if decision.verdict == "undo" for record in decision.records}
    return [decision for decision in ordered if decision.id not in undone and decision.verdict != "undo"]


def without_rejected(readings: Sequence[Reading], decisions: Iterable[Decision]) -> tuple[Reading, ...]:
    """The readings less the claims that a person rejected."""
    rejected = {
        record
        for one in in_force(decisions)
        if one.verdict == "reject" and one.record_kind == "claim"
        for record in one.records
    }
    if not rejected:
        return tuple(readings)
    return tuple(replace(one, claims=tuple(claim for claim in one.claims if claim.id not in rejected)) for one in readings)


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
    """Takes the tellings of the named claims out of a group into one of their own."""
    gone = [telling for telling in group.tellings if records & names_of(telling, group)]
    kept = [telling for telling in group.tellings if telling not in gone]
    if not gone or not kept:
        return
    groups.pop(group.id)
    for part in (gone, kept):
        whole = happened(part, group.told, group.links)
        groups[whole.id] = whole


def names_of(telling: Telling, group: Happened) -> set[str]:
    """The ids by which a telling can be named: its own and those of its claims."""
    return {telling.id, *telling.claims, *(saying.claim.id for saying in group.told.get(telling.id, ()))}
