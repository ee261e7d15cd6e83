"""Who vouches for the perpetrator in MUC-4 reports: the five confidence classes of an organisation, from our claims.

Given the organisations of the key: how often the class is right, and for how many one is told. End to end: organisations and
classes found in the reports alone, held against the key by report and, as MUC-4 did, within paired templates.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.score.muc4 import FILE, TYPES, Incident, document_of, incidents_told, is_military, is_old, templates_of
from benchmarks.score.muc_keys import QUOTED, Template, content, keys_of, paired
from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.flow import read_with
from counterclaim.kit import Kit
from counterclaim.knowledge.load import load
from counterclaim.records import Claim, Mention, Party, Reading

FACT, ACCUSED, BY_AUTHORITIES, CLAIMED, POSSIBLE = (
    "REPORTED AS FACT", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "CLAIMED OR ADMITTED", "POSSIBLE",
)  # fmt: skip
CLASSES = (FACT, ACCUSED, BY_AUTHORITIES, CLAIMED, POSSIBLE)
# what tells of no deed done: what is to come, what is judged, what is denied
OTHERWISE = ("promises", "threatens", "demands", "offers", "opinion", "denies", "no_comment", "retracts")
AUTHORITY = re.compile(
    r"\b(police|army|armed|military|government|official|authorit|minister|president|general|colonel|commander|prosecutor|judge|"
    r"attorney|court|security|troops|ministry|governor|mayor|secretary|lieutenant|captain|battalion|brigade)",
    re.IGNORECASE,
)
# how the side of a state is called
STATE = re.compile(r"\b(government|army|military|forces|states)$", re.IGNORECASE)
SUSPECTED = re.compile(r"\b(suspected|alleged|accused|presumed)", re.IGNORECASE)
# how a claim vouches, the strongest first; tuned on two thirds of dev and on tst1
RANKS = (
    ("own deed", CLAIMED), ("authorities blame", BY_AUTHORITIES), ("others blame", ACCUSED), ("narrator suspects", ACCUSED),
    ("authorities hedge", POSSIBLE), ("narrator hedges", POSSIBLE), ("narrator tells", FACT),
    ("authorities grant", BY_AUTHORITIES), ("others grant", ACCUSED), ("others tell", FACT), ("authorities tell", FACT),
    ("media tell", FACT), ("itself tells", FACT), ("narrator implies", FACT), ("others hedge", POSSIBLE),
    ("authorities suspect", BY_AUTHORITIES), ("others suspect", ACCUSED),
)  # fmt: skip
ORGANIZED = ("group", "government", "organisation")
# attacks of which it must be told whom or what they hit: an offensive alone is none
OPEN = ("attack", "airstrike", "shelling", "destroy")
# bodies of which nothing is told but that they are some
UNTOLD = re.compile(r"\b(our|their|those|these|group of|groups of|units?|columns?|intelligence)\b", re.IGNORECASE)
# descriptions that are called so in the key ("ARMY", "GOVERNMENT"), where it is known whose they are
BODIES = ("force", "body", "government")
EVERY = 3
KEYED = "organisations of the key"


@dataclass(frozen=True)
class Vouched:
    """One organisation: its names and the classes that the key allows, or the one found."""

    document: str
    names: tuple[str, ...]
    classes: frozenset[str]


@dataclass
class Counts:
    """Right, found and wanted organisations with their class."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    lines: list[str] = field(default_factory=list)


def score(data: Path, gold: Path) -> Report:
    """Accuracy with coverage on the organisations of the key, and recall and precision end to end."""
    path = data / FILE
    if not path.exists():
        return Report(name="vouching", absent=str(path))
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    dev = [row for row in rows if row["split"] == "dev" and any(organizations(row))][::EVERY]
    kit, figures, errors = kept_kit(), [], []
    for name, part in ((KEYED, dev), ("tst2", [row for row in rows if row["split"] == "tst2"])):
        readings = list(read_with([document_of(row) for row in part], kit))
        found, lines = given_figures(name, part, readings)
        whole, aligned = by_report(part, readings), by_template(part, readings, kit)
        figures += [*found, *ends(f"{name}, by report", whole), *ends(f"{name}, in templates", aligned)]
        errors += [*lines, *whole.lines]
    return Report(name="vouching", figures=tuple(figures), errors=tuple(errors))


def given_figures(name: str, rows: Sequence[dict[str, Any]], readings: Sequence[Reading]) -> tuple[list[Figure], list[str]]:
    """Accuracy and coverage where the organisations of the key are given, with a line an error."""
    wanted = [(vouched, reading) for row, reading in zip(rows, readings, strict=True) for vouched in organizations(row)]
    pairs = [
        (vouched, class_of(reading.claims, called(vouched.names, reading), voice_of(reading))) for vouched, reading in wanted
    ]
    told = [(vouched, found) for vouched, found in pairs if found is not None]
    right = sum(found in vouched.classes for vouched, found in told)
    most = Counter(label for vouched, _ in pairs for label in vouched.classes).most_common(1)
    figures = [
        Figure(slice=name, metric="accuracy", value=right / len(told) if told else 0.0, of=len(told)),
        Figure(slice=name, metric="coverage", value=len(told) / len(pairs) if pairs else 0.0, of=len(pairs)),
        Figure(slice=name, metric="majority class", value=most[0][1] / len(pairs) if most else 0.0),
    ]
    lines = [
        f"{vouched.document} {vouched.names[0]!r} gold {sorted(vouched.classes)} found {found}"
        for vouched, found in pairs
        if found not in vouched.classes
    ]
    return figures, lines


def ends(name: str, counts: Counts) -> list[Figure]:
    """Recall and precision of what was found end to end."""
    beside = "best system of 1992: recall .32, precision .45" if "templates" in name else ""
    recall, precision = (counts.right / max(1, whole) for whole in (counts.wanted, counts.found))
    return [
        Figure(slice=name, metric="recall", value=recall, of=counts.wanted, published=beside),
        Figure(slice=name, metric="precision", value=precision, of=counts.found, published=beside),
    ]


def by_report(rows: Sequence[dict[str, Any]], readings: Sequence[Reading]) -> Counts:
    """Organisations with their class found in each report, held against those of its key; each once a report."""
    counts = Counts()
    for row, reading in zip(rows, readings, strict=True):
        wanted, found = merged(organizations(row)), organizations_found(reading)
        counts.wanted += len(wanted)
        counts.found += len(found)
        for names, label in found:
            match = next((one for one in wanted if same(one.names, names)), None)
            counts.right += match is not None and label in match.classes
            if match is None or label not in match.classes:
                gold = sorted(match.classes) if match else "no such organisation"
                counts.lines.append(f"{row['id']} end to end {names[0]!r} {label}, gold {gold}")
            wanted = [one for one in wanted if one is not match]
        counts.lines += [f"{row['id']} end to end missed {one.names[0]!r} {sorted(one.classes)}" for one in wanted]
    return counts


def merged(wanted: Iterable[Vouched]) -> list[Vouched]:
    """Organisations of a report, those of several templates as one with all their classes."""
    found: list[Vouched] = []
    for one in wanted:
        twin = next((other for other in found if same(other.names, one.names)), None)
        found = [other for other in found if other is not twin]
        names = (*twin.names, *one.names) if twin else one.names
        found.append(Vouched(one.document, names, one.classes | (twin.classes if twin else frozenset())))
    return found


def same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of names hold names of one organisation."""
    return any(fits(left, right) or fits(right, left) for left in one for right in other)


def fits(name: str, text: str) -> bool:
    """Whether all words that count of a name, or two of them, are in a text."""
    words = set(content(name))
    return bool(words) and (words <= set(content(text)) or len(words & set(content(text))) >= 2)


def organizations_found(reading: Reading) -> list[tuple[tuple[str, ...], str]]:
    """The organisations that claims name as the ones who acted, with the class of the strongest claim on each."""
    groups: list[tuple[str, ...]] = []
    for names in (names for claim in reading.claims for names in doers(claim, reading)):
        twins = [group for group in groups if same(group, names)]
        joint = tuple(dict.fromkeys((*(name for twin in twins for name in twin), *names)))
        groups = [*(group for group in groups if group not in twins), joint]
    pairs = [(names, class_of(reading.claims, names, voice_of(reading))) for names in groups]
    return [(names, label) for names, label in pairs if label is not None]


def doers(claim: Claim, reading: Reading) -> Iterator[tuple[str, ...]]:
    """The names of each organisation that a claim tells as having done its deed."""
    if claim.event is None or claim.event.type not in TYPES or claim.event.generic or claim.event.historical:
        return
    if claim.modality != "actual" or not is_listed(claim, reading):
        return
    named = [names for party in dict(claim.event.roles).get("agent", ()) if (names := names_of(party, reading))]
    own = claim.stance == "claims_responsibility" and not named
    yield from named or ([names for names in (names_of(claim.source, reading),) if names] if own else [])


def is_listed(claim: Claim, reading: Reading) -> bool:
    """Whether an event is of those that the key lists: recent, with somebody or something hit that is no soldier or fighter."""
    event = claim.event
    if event is None or is_old(Incident(TYPES[event.type], [event]), reading.document):
        return False
    patients = dict(event.roles).get("patient", ())
    hit = any(not is_military(party) for party in patients)
    return hit or (not patients and (event.type not in OPEN or claim.facet == "responsibility"))


def names_of(party: Party, reading: Reading) -> tuple[str, ...]:
    """What an organisation is called that a party is, belongs to, or is described by ("members of the X front")."""
    span = party.span
    inside = [
        mention
        for mention in reading.mentions
        if span is not None
        and mention.kind in ORGANIZED
        and (mention.form == "name" or (mention.rule in BODIES and (mention.name is not None or is_described(mention))))
        and span.start <= mention.span.start
        and mention.span.end <= span.end
    ]
    own = party.name if party.kind in ORGANIZED else None
    called = [name for mention in inside for name in (mention.span.text, *names_in_chain(mention.chain, reading))]
    chain = next((mention.chain for mention in reading.mentions if mention.id == party.mention), None) if own else None
    names = (own, *(names_in_chain(chain, reading) if chain else ()), *called)
    found = tuple(dict.fromkeys(name for name in names if name and content(name)))
    return found or tuple(name for name in (party.side, party.side and span and span.text) if name and content(name))


def is_described(mention: Mention) -> bool:
    """Whether a body without a name is told from others by its words ("drug mafias", "an army patrol")."""
    return len(content(mention.span.text)) > 1 and not UNTOLD.search(mention.span.text)


def names_in_chain(chain: str, reading: Reading) -> list[str]:
    """What a report calls one thing by name."""
    same = [mention for mention in reading.mentions if mention.chain == chain and mention.kind in ORGANIZED]
    named = [mention.span.text for mention in same if mention.form == "name"]
    return list(dict.fromkeys([*(mention.name for mention in same if mention.name), *named]))


def called(names: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """These names and whatever else the report calls the organisations by name that bear one of them."""
    wanted = [set(content(name)) for name in names]
    chains = {
        mention.chain
        for mention in reading.mentions
        if mention.form == "name" and mention.kind in ORGANIZED and set(content(mention.span.text)) in wanted
    }
    return tuple(dict.fromkeys([*names, *(name for chain in sorted(chains) for name in names_in_chain(chain, reading))]))


def by_template(rows: Sequence[dict[str, Any]], readings: Sequence[Reading], kit: Kit) -> Counts:
    """Organisations with their class in templates paired with those of the key, as MUC-4 scored the slot."""
    counts = Counts()
    pages = annotate([reading.document for reading in readings], kit)
    for row, reading, annotated in zip(rows, readings, pages, strict=True):
        wanted, told = [vouched_in(row["id"], raw) for raw in row["templates"]], incidents_told(annotated, kit)
        given = templates_of(annotated, kit)
        found = [classes_in(template, incident_claims(reading, {event.id for event in incident.events}), reading)
                 for template, incident in zip(given, told, strict=True)]  # fmt: skip
        counts.wanted += sum(map(len, wanted))
        counts.found += sum(map(len, found))
        for i, j in paired(keys_of(row), given):
            counts.right += rights(wanted[i], found[j])
    return counts


def rights(wanted: Sequence[Vouched], found: Sequence[tuple[tuple[str, ...], str]]) -> int:
    """How many organisations of a template are found with their class."""
    left = list(wanted)
    right = 0
    for names, label in found:
        match = next((one for one in left if same(one.names, names) and label in one.classes), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def incident_claims(reading: Reading, events: set[str]) -> list[Claim]:
    """The claims on these events."""
    return [claim for claim in reading.claims if claim.event is not None and claim.event.id in events]


def classes_in(template: Template, claims: Sequence[Claim], reading: Reading) -> list[tuple[tuple[str, ...], str]]:
    """The organisations of a template with the class that the claims on it give, else those of the report."""
    found = []
    for fill in template.fills.get("organization", ()):
        label = class_of(claims, fill.words, voice_of(reading)) or class_of(reading.claims, fill.words, voice_of(reading))
        if label is not None:
            found.append((fill.words, label))
    return found


def organizations(row: dict[str, Any]) -> Iterator[Vouched]:
    """The organisations of a report's templates with their confidence."""
    for template in row["templates"]:
        yield from vouched_in(row["id"], template)


def vouched_in(document: str, template: dict[str, Any]) -> list[Vouched]:
    """The organisations of a template with their confidence."""
    found = []
    for value in template["PERP: ORGANIZATION CONFIDENCE"]:
        label, _, names = value.partition(":")
        classes = frozenset(part.strip(" ?()") for part in label.split("/")) & set(CLASSES)
        if classes and QUOTED.findall(names):
            found.append(Vouched(document, tuple(QUOTED.findall(names)), classes))
    return found


def class_of(claims: Iterable[Claim], names: Sequence[str], voice: str | None = None) -> str | None:
    """The class of the strongest claim that names an organisation as the doer, or None; `voice` is whose outlet tells it."""
    found = {kind for claim in claims if (kind := vouching(claim, names, voice)) is not None}
    return next((label for kind, label in RANKS if kind in found), None)


def voice_of(reading: Reading) -> str | None:
    """The side whose own outlet published a report, or None."""
    publisher = (reading.document.publisher or "").casefold()
    outlets = load(()).outlets.values()
    named = (one for one in outlets if publisher in {name.casefold() for name in (one.name, *one.aliases)})
    sides = next((one.sides for one in named), ())
    return next((side.value for side in sides if side.holds(reading.document.published)), None)


def vouching(claim: Claim, names: Sequence[str], voice: str | None = None) -> str | None:
    """How a claim vouches for an organisation as the one who did a deed, or None where it does not."""
    event = claim.event
    if event is None or event.type not in TYPES or claim.stance in OTHERWISE or claim.polarity == "negative":
        return None
    itself = claim.source.kind != "narrator" and is_named(claim.source, names)
    doers = [party for party in dict(event.roles).get("agent", ()) if is_named(party, names)]
    if itself and (claim.stance == "claims_responsibility" or (claim.stance == "admits" and doers)):
        return "own deed"
    if not doers:
        return None
    if claim.modality != "actual":
        return None
    if claim.source.kind == "narrator" and voice is not None and any(party.side == voice for party in doers):
        return "own deed"
    return "itself tells" if itself else told_by(claim, inferred="agent" in event.roles_inferred)


def told_by(claim: Claim, *, inferred: bool) -> str:
    """How a claim of somebody else vouches: who tells, and whether as a blame, an admission, a suspicion or a fact."""
    doubt = "" if claim.certainty == "certain" else "suspect" if SUSPECTED.search(words_of(claim)) else "hedge"
    if claim.source.kind == "narrator":
        return f"narrator {doubt}s" if doubt else "narrator implies" if inferred else "narrator tells"
    who = "authorities" if is_authority(claim.source) else "media" if claim.source.kind == "media" else "others"
    if doubt:
        return f"{'others' if who == 'media' else who} {doubt}"
    if claim.stance in ("accuses", "claims_responsibility") and claim.facet == "responsibility":
        return f"{'others' if who == 'media' else who} blame"
    return f"{'others' if who == 'media' else who} grant" if claim.stance == "admits" else f"{who} tell"


def words_of(claim: Claim) -> str:
    """The words of a claim."""
    return (claim.content or claim.sentence).text


def is_named(party: Party, names: Sequence[str]) -> bool:
    """Whether a party's words or name share what counts with one of these names."""
    texts = [text for text in (party.span.text if party.span else None, party.name, party.side) if text]
    return any(set(content(name)) <= set(content(text)) or shares(name, text) for name in names for text in texts)


def shares(name: str, text: str) -> bool:
    """Whether a name of several words shares two of them with a text."""
    return len(set(content(name)) & set(content(text))) >= 2


def is_authority(party: Party) -> bool:
    """Whether a source is a government, its forces or an officer of them."""
    if party.side is not None and not STATE.search(party.side):
        return False
    texts = (party.role, party.name, party.span.text if party.span else None)
    return party.kind == "government" or bool(AUTHORITY.search(" ".join(text for text in texts if text)))
