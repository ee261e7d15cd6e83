"""Reads PolNeAR: texts with attributions as character ranges; of several annotators the first in name order counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Pieces = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One attribution: its roles as character ranges, empty where there is none, and what else is known of it."""

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()
    cue_class: str = ""
    construction: str = ""
    confidence: float = 1.0

    def role(self, name: str) -> Pieces:
        """The ranges of a role."""
        pieces: Pieces = getattr(self, name)
        return pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One annotated article."""

    name: str
    text: str
    acts: tuple[Act, ...]


def articles(folder: Path, split: str) -> Iterator[Article]:
    """The annotated articles of a split, in name order."""
    for path in sorted((folder / split / "text").glob("*.txt")):
        annotators = sorted((folder / split / "attributions").glob(f"{path.stem}_*.ann"))
        if annotators:
            text = path.read_bytes().decode("utf-8")
            yield Article(name=path.stem, text=text, acts=tuple(acts_of(annotators[0].read_bytes().decode("utf-8"), text)))


def acts_of(stand_off: str, text: str) -> Iterator[Act]:
    """The attributions of one brat file."""
    lines = [line.rstrip("\r").split("\t") for line in stand_off.split("\n")]
    ranges = {parts[0]: pieces_of(parts[1]) for parts in lines if parts[0].startswith("T") and len(parts) > 2}
    for parts in lines:
        if parts[0].startswith("E") and len(parts) > 1:
            yield act_of(parts[1], ranges, text)


def pieces_of(field: str) -> Pieces:
    """The ranges of a brat field such as "Content 3 9;12 20"."""
    _, _, offsets = field.partition(" ")
    return tuple((int(start), int(end)) for start, end in (piece.split() for piece in offsets.split(";")))


def act_of(event: str, ranges: dict[str, Pieces], text: str) -> Act:
    """One brat event; a role that stands twice ("Content2") is joined."""
    roles: dict[str, Pieces] = {"source": (), "cue": (), "content": ()}
    for part in event.split():
        kind, _, reference = part.partition(":")
        name = kind.rstrip("0123456789").lower()
        if name in roles and reference in ranges:
            roles[name] = normal((*roles[name], *ranges[reference]), text)
    return Act(source=roles["source"], cue=roles["cue"], content=roles["content"])


def normal(pieces: Pieces, text: str) -> Pieces:
    """The ranges in order, without white space at their ends, those joined that only white space parts."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        inner = text[start:end].strip()
        if not inner:
            continue
        start = text.index(inner, start)
        end = start + len(inner)
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
