"""Fits people's decisions to the latest readings: a record that newer rules renamed is found again by where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.codec import decode, encode
from counterclaim.errors import InputError, LedgerError
from counterclaim.records import Claim, Decision, Reading, Span

LEAST_OVERLAP = 0.5


def as_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Each decision as one line of JSON."""
    return (encode(decision).decode() for decision in decisions)


def from_lines(lines: Iterable[str], *, name: str) -> list[Decision]:
    """The decisions in lines of JSON, blank lines aside; raises `InputError` that names the line that holds none."""
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(decode(line, Decision))
            except LedgerError as error:
                raise InputError(f"{name}:{number}: {error}; nothing was taken over") from error
    return found


@dataclass(frozen=True, slots=True)
class Fitted:
    """The decisions with their records renamed where need be, and those whose records are no longer there."""

    placed: tuple[Decision, ...]
    orphaned: tuple[Decision, ...]


def fit(decisions: Sequence[Decision], readings: Sequence[Reading], older: Callable[[], Iterable[Reading]]) -> Fitted:
    """The decisions fitted to the readings; `older` gives the superseded readings, asked for only where a claim is missing."""
    current = {claim.id: claim for reading in readings for claim in reading.claims}
    about_claims = [one for one in decisions if one.record_kind == "claim"]
    missing = {record for one in about_claims for record in one.records if record not in current}
    renamed = renamings(missing, current, older()) if missing else {}
    placed, orphaned = list[Decision](), list[Decision]()
    for one in decisions:
        fitted = fitted_decision(one, current, renamed) if one.record_kind == "claim" else one
        (orphaned if fitted is None else placed).append(fitted or one)
    return Fitted(tuple(placed), tuple(orphaned))


def fitted_decision(decision: Decision, current: Mapping[str, Claim], renamed: Mapping[str, str]) -> Decision | None:
    """The decision with its records as they are called now, or None where one is gone."""
    records = [record if record in current else renamed.get(record) for record in decision.records]
    if decision.records and records[0] is None:
        records[0] = at_anchor(decision, current)
    if None in records:
        return None
    return replace(decision, records=tuple(record for record in records if record))


def at_anchor(decision: Decision, current: Mapping[str, Claim]) -> str | None:
    """The claim at the place that a decision was made about, or None."""
    if decision.document is None or decision.start is None or decision.end is None:
        return None
    anchor = (decision.start, decision.end)
    near = [claim for claim in current.values() if claim.document == decision.document]
    return best(anchor, near, lambda claim: 0)


def renamings(missing: Iterable[str], current: Mapping[str, Claim], older: Iterable[Reading]) -> dict[str, str]:
    """For each missing claim that an older reading holds: the claim that stands in its place now, where there is one."""
    wanted = set(missing)
    lost = {claim.id: claim for reading in older for claim in reading.claims if claim.id in wanted}
    by_document: dict[str, list[Claim]] = {}
    for claim in current.values():
        by_document.setdefault(claim.document, []).append(claim)
    found = ((name, heir(claim, by_document.get(claim.document, ()))) for name, claim in lost.items())
    return {name: now for name, now in found if now is not None}


def heir(claim: Claim, candidates: Sequence[Claim]) -> str | None:
    """The claim that stands where this one stood, the likest one where there are several."""
    span = anchor_of(claim)
    return best((span.start, span.end), candidates, lambda other: likeness(claim, other))


def best(anchor: tuple[int, int], candidates: Sequence[Claim], like: Callable[[Claim], int]) -> str | None:
    """The candidate that overlaps the anchor most, and at least by half."""
    scored = [(overlap(anchor, anchor_of(claim)), like(claim), claim.id) for claim in candidates]
    near = [entry for entry in scored if entry[0] >= LEAST_OVERLAP]
    return max(near)[2] if near else None


def anchor_of(claim: Claim) -> Span:
    """Where a claim stands: its content, else its sentence."""
    return claim.content or claim.sentence


def overlap(anchor: tuple[int, int], span: Span) -> float:
    """The share of two ranges that both cover."""
    common = min(anchor[1], span.end) - max(anchor[0], span.start)
    whole = max(anchor[1], span.end) - min(anchor[0], span.start)
    return max(0, common) / whole if whole else 0.0


def likeness(one: Claim, other: Claim) -> int:
    """How many of stance, event type and event trigger two claims share."""
    shared = int(one.stance == other.stance)
    if one.event and other.event:
        shared += int(one.event.type == other.event.type)
        shared += int(one.event.trigger.start == other.event.trigger.start)
    return shared
