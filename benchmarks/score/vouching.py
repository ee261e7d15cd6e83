"""Who vouches for the perpetrator in MUC-4 reports: the five confidence classes of an organisation, from our claims."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.score.muc4 import FILE, document_of
from benchmarks.score.muc_keys import QUOTED, content
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.flow import read_with
from counterclaim.records import Claim, Party, Reading

FACT, ACCUSED, BY_AUTHORITIES, CLAIMED, POSSIBLE = (
    "REPORTED AS FACT", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "CLAIMED OR ADMITTED", "POSSIBLE",
)  # fmt: skip
CLASSES = (FACT, ACCUSED, BY_AUTHORITIES, CLAIMED, POSSIBLE)
# the strongest word for a perpetrator first: who says it was us, then authorities, then others, then the report itself
RANKS = (CLAIMED, BY_AUTHORITIES, ACCUSED, FACT, POSSIBLE)
EVERY = 3


@dataclass(frozen=True)
class Vouched:
    """One organisation of one template: its names and the classes that the key allows."""

    document: str
    names: tuple[str, ...]
    classes: frozenset[str]


def score(data: Path, gold: Path) -> Report:
    """Accuracy with coverage on the organisations of every third development report that has one, beside the majority class."""
    path = data / FILE
    if not path.exists():
        return Report(name="vouching", absent=str(path))
    rows = [row for row in map(json.loads, path.read_text().splitlines()) if row["split"] == "dev" and any(organizations(row))]
    rows = rows[::EVERY]
    kit, right, told, errors = kept_kit(), 0, 0, []
    wanted = [vouched for row in rows for vouched in organizations(row)]
    for row, reading in zip(rows, read_with([document_of(row) for row in rows], kit), strict=True):
        for vouched in organizations(row):
            found = class_of(reading, vouched.names)
            told += found is not None
            right += found in vouched.classes
            if found not in vouched.classes:
                errors.append(f"{vouched.document} {vouched.names[0]!r} gold {sorted(vouched.classes)} found {found}")
    most = Counter(name for vouched in wanted for name in vouched.classes).most_common(1)
    figures = (
        Figure(slice="organisations of the key", metric="accuracy", value=right / told if told else 0.0, of=told),
        Figure(
            slice="organisations of the key",
            metric="coverage",
            value=told / len(wanted) if wanted else 0.0,
            of=len(wanted),
        ),
        Figure(slice="organisations of the key", metric="majority class", value=most[0][1] / len(wanted) if most else 0.0),
    )
    return Report(name="vouching", figures=figures, errors=tuple(errors))


def organizations(row: dict[str, Any]) -> Iterator[Vouched]:
    """The organisations of a report's templates with their confidence."""
    for template in row["templates"]:
        for value in template["PERP: ORGANIZATION CONFIDENCE"]:
            label, _, names = value.partition(":")
            classes = frozenset(part.strip(" ?()") for part in label.split("/")) & set(CLASSES)
            if classes and QUOTED.findall(names):
                yield Vouched(row["id"], tuple(QUOTED.findall(names)), classes)


def class_of(reading: Reading, names: Sequence[str]) -> str | None:
    """The class of the strongest claim that names an organisation as the one who acted, or None."""
    found = {kind for claim in reading.claims if (kind := vouching(claim, names)) is not None}
    return next((kind for kind in RANKS if kind in found), None)


def vouching(claim: Claim, names: Sequence[str]) -> str | None:
    """How a claim vouches for an organisation as the perpetrator, or None where it does not."""
    event = claim.event
    if event is None or claim.stance in ("denies", "no_comment", "retracts") or claim.polarity == "negative":
        return None
    if claim.stance in ("claims_responsibility", "admits") and is_named(claim.source, names):
        return CLAIMED
    if not any(is_named(party, names) for party in dict(event.roles).get("agent", ())):
        return None
    if claim.source.kind != "narrator" and is_named(claim.source, names):
        return CLAIMED
    if claim.certainty in ("possible", "probable") or claim.modality in ("hypothetical", "conditional"):
        return POSSIBLE
    if claim.stance != "accuses":
        return FACT
    return BY_AUTHORITIES if is_authority(claim.source) else ACCUSED


def is_named(party: Party, names: Sequence[str]) -> bool:
    """Whether a party's words or name share what counts with one of these names."""
    texts = [text for text in (party.span.text if party.span else None, party.name, party.side) if text]
    return any(set(content(name)) <= set(content(text)) or shares(name, text) for name in names for text in texts)


def shares(name: str, text: str) -> bool:
    """Whether a name of several words shares two of them with a text."""
    return len(set(content(name)) & set(content(text))) >= 2


def is_authority(party: Party) -> bool:
    """Whether a source is a government, its forces or an officer of them."""
    return party.kind == "government" or party.role in ("minister", "general", "colonel", "president", "commander", "police")
