"""A report's text cut at every boundary of a claim, time, place or name, so that overlapping marks can all be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.present.index import Index
from counterclaim.present.whens import whens_of
from counterclaim.records import Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A record to be marked in a text: kind ("claim", "cue", "time", "place", "name"), id of the record, what it is."""

    kind: str
    key: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text with the marks that cover it; `opens` are the claims that begin here."""

    text: str
    kinds: str
    claims: tuple[str, ...]
    opens: tuple[str, ...]
    title: str
    name: str | None
    place: str | None


def marks_of(reading: Reading, index: Index) -> list[Mark]:
    """Everything to be marked in a report."""
    marks = []
    for claim in reading.claims:
        for start, end in ranges(claim.content or claim.sentence):
            marks.append(Mark(kind="claim", key=claim.id, title=claim.stance, start=start, end=end))
        for start, end in ranges(claim.cue):
            marks.append(Mark(kind="cue", key=claim.id, title=f"cue: {claim.stance}", start=start, end=end))
    for when in whens_of(reading):
        for start, end in ranges(when.span):
            marks.append(Mark(kind="time", key=when.id, title=f"time: {when.value or when.rule}", start=start, end=end))
    for mention in reading.mentions:
        located, entity = index.located.get(mention.id), index.entity_of.get(mention.chain)
        kind = "place" if located and located.place and mention.kind in ("place", "facility") else "name"
        if entity:
            marks.append(
                Mark(
                    kind=kind,
                    key=entity.id,
                    title=f"{mention.kind}: {entity.name}",
                    start=mention.span.start,
                    end=mention.span.end,
                )
            )
    return [mark for mark in marks if mark.end > mark.start]


def ranges(span: Span | None) -> Sequence[tuple[int, int]]:
    """The character ranges of a span."""
    if span is None:
        return ()
    return span.pieces or ((span.start, span.end),)


def pieces_of(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text in pieces, no mark beginning or ending inside one."""
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)} & set(range(len(text) + 1)))
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    active: list[Mark] = []
    opened: set[str] = set()
    for start, end in pairwise(edges):
        active = [mark for mark in (*active, *opening.get(start, ())) if mark.end > start]
        claims = tuple(dict.fromkeys(mark.key for mark in active if mark.kind == "claim"))
        fresh = tuple(key for key in claims if key not in opened)
        opened.update(fresh)
        yield piece_of(text[start:end], active, claims, fresh)


def piece_of(text: str, active: Sequence[Mark], claims: tuple[str, ...], opens: tuple[str, ...]) -> Piece:
    """One piece with what covers it."""
    return Piece(
        text=text,
        kinds=" ".join(dict.fromkeys(mark.kind for mark in active)),
        claims=claims,
        opens=opens,
        title="; ".join(dict.fromkeys(mark.title for mark in active)),
        name=next((mark.key for mark in active if mark.kind == "name"), None),
        place=next((mark.key for mark in active if mark.kind == "place"), None),
    )
