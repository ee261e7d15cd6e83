"""Every record of Counterclaim, in the order in which the flow makes them.

Records are frozen and slotted. A record's `id` is a hash of its content, so the same input gives the same id on any machine.
Offsets count Unicode code points in `Document.text`. Days are ISO strings ("2021-09-06"), instants ISO strings with a zone
where one is known. A fact that is not known is `None`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, get_args

Stance = Literal[
    "asserts", "denies", "confirms", "admits", "accuses", "claims_responsibility", "promises", "threatens", "demands",
    "offers", "opinion", "no_comment", "retracts",
]  # fmt: skip
Modality = Literal["actual", "future", "conditional", "hypothetical"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unverified"]
Channel = Literal[
    "statement", "press_conference", "interview", "social_media", "broadcast", "photo_video", "phone", "letter",
    "media_report",
]  # fmt: skip
Facet = Literal["occurrence", "responsibility", "toll", "control"]
SourceKind = Literal[
    "person", "group", "government", "organisation", "media", "document", "witness", "unnamed", "unstated", "narrator"
]
ShippedEventType = Literal[
    "capture", "lose_control", "hold_control", "presence", "attack", "airstrike", "shelling", "bombing", "clash", "kill",
    "injure", "detain", "release", "displace", "siege", "advance", "withdraw", "surrender", "ceasefire", "agreement",
    "talks", "deploy", "aid", "destroy", "use_chemical", "investigate", "protest", "abduct", "other",
]  # fmt: skip
EventType = str
"""A type of event: one of `EVENT_TYPES`, or one that a knowledge file adds."""
Precision = Literal["instant", "day", "part_of_day", "week", "month", "season", "year", "interval", "vague"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionKind = Literal[
    "person", "group", "government", "organisation", "media", "nationality", "place", "facility", "weapon", "document",
    "witness", "other",
]  # fmt: skip
MentionForm = Literal["name", "description", "pronoun"]
LinkKind = Literal["same_entity", "same_event", "denies", "confirms", "supersedes", "cites", "evidence_for"]
Support = Literal["admitted", "corroborated", "reported", "claimed", "none"]
Dispute = Literal["none", "denied", "rival", "withdrawn"]
Measure = Literal["killed", "injured", "detained", "displaced"]
PlaceKind = Literal["PCL", "ADM1", "ADM2", "PPL", "facility", "feature", "region"]

EVENT_TYPES: tuple[EventType, ...] = get_args(ShippedEventType)
STANCES: tuple[Stance, ...] = get_args(Stance)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
SUPPORTS: tuple[Support, ...] = get_args(Support)
DISPUTES: tuple[Dispute, ...] = get_args(Dispute)


def content_id(*parts: object) -> str:
    """The 16-hex-digit id of a record with these parts, the same on every machine.

    >>> content_id("claim", 3, None) == content_id("claim", 3, None)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


# --- read ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of one document: offsets, the text between them, and the pieces where it is discontinuous."""

    document: str
    start: int
    end: int
    text: str
    pieces: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as it came; `body_start` is where the running text begins after header, title and dateline."""

    id: str
    uri: str
    text: str
    text_hash: str
    source_hash: str
    publisher: str | None = None
    agency: str | None = None
    title: str | None = None
    title_span: Span | None = None
    url: str | None = None
    dateline_place: Span | None = None
    dateline_day: Span | None = None
    published: str | None = None
    language: str | None = None
    body_start: int = 0
    media_type: str = "text/plain"
    translated_from: str | None = None
    original: str | None = None
    version: str | None = None
    status: Literal["usable", "corrected", "withdrawn"] = "usable"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document, or part of one, that could not be read or processed: which, at what stage, why."""

    uri: str
    stage: str
    reason: str
    source_hash: str | None = None


# --- annotate --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """One word: offsets, lemma, part of speech (UPOS), form (tense or number), our relation label, index of its head."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    form: str
    relation: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: offsets, and its tokens as a half-open range."""

    index: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """What a tagger took for a name: offsets and our mention kind (often wrong in type, mostly right in extent)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A text with what the tagger found: tokens, sentences, names."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NamedSpan, ...]
    tagger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for a person, group, place or thing.

    `chain` is the id of the first mention of the same thing in the document, `name` the fullest name of the chain,
    `known` the knowledge entry ("afghanistan/taliban") where one fits, `role` the stripped title ("spokesman"). `candidates`
    are the entries that a name may mean where the document does not say which of them.
    """

    id: str
    span: Span
    kind: MentionKind
    form: MentionForm
    head: int
    chain: str
    name: str | None = None
    known: str | None = None
    side: str | None = None
    role: str | None = None
    country: str | None = None
    plural: bool = False
    rule: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks, marks included; `scare` where it is only a distancing word or two."""

    span: Span
    inner_start: int
    inner_end: int
    closed: bool
    scare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time expression, or an interval deduced without words (`span` is None), with the rule that resolved it."""

    id: str
    span: Span | None
    timex_type: TimexType
    value: str | None
    earliest: str | None
    latest: str | None
    precision: Precision
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document with its tokens, sentences, mentions, time expressions and quotations.

    `skipped` counts the characters that a cheap look found to tell of no event, and that were not parsed. `calm` are the
    sentences, as start and end, that are far from any word of war: an event of a type of its own is not looked for there.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NamedSpan, ...]
    tagger: str
    quotations: tuple[Quotation, ...] = ()
    whens: tuple[When, ...] = ()
    mentions: tuple[Mention, ...] = ()
    skipped: int = 0
    calm: tuple[tuple[int, int], ...] = ()


# --- extract ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of saying: source, cue and the full content that hangs on that cue; `parent` is the one it is told within."""

    id: str
    document: str
    sentence: Span
    cue: Span | None
    source: Span | None
    content: Span | None
    cue_class: str
    construction: str
    parent: str | None = None
    negated: bool = False
    modal: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who speaks, fills a role or is a place: the words and what they stand for; `described` where a place has no name."""

    span: Span | None
    kind: SourceKind | MentionKind | None = None
    name: str | None = None
    role: str | None = None
    side: str | None = None
    mention: str | None = None
    known: str | None = None
    described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, as told; `who` is the class of people ("civilians"), `total` marks a running total over days or places."""

    measure: Measure
    low: int | None
    best: int | None
    high: int | None
    span: Span | None = None
    who: str | None = None
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """What one stretch of text says happened; `factuality` runs from -3 (certainly not) to 3 (certainly)."""

    id: str
    document: str
    span: Span
    trigger: Span
    type: EventType
    roles: tuple[tuple[str, tuple[Party, ...]], ...] = ()
    place: Party | None = None
    place_inferred: bool = False
    roles_inferred: tuple[str, ...] = ()
    when: When | None = None
    counts: tuple[Count, ...] = ()
    means: str | None = None
    modality: Modality = "actual"
    polarity: Polarity = "positive"
    historical: bool = False
    generic: bool = False
    factuality: float | None = None
    trigger_token: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something shown, not only said: its kind ("photo", "video", "satellite_image", "document") and its words."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """The claim that a claim answers, and how ("denies", "confirms")."""

    claim: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition of an attribution: who says what, how, when, through what, on what evidence."""

    id: str
    document: str
    attribution: str | None
    sentence: Span
    source: Party
    via: tuple[Party, ...] = ()
    cue: Span | None = None
    content: Span | None = None
    stance: Stance
    modality: Modality | None = "actual"
    polarity: Polarity | None = "positive"
    certainty: Certainty = "certain"
    channel: Channel | None = None
    said: When | None = None
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[Answer, ...] = ()
    event: EventMention | None = None
    facet: Facet | None = None
    confidence: float = 1.0
    backend: str = ""


# --- resolve ---------------------------------------------------------------------------------------------------------

INNER = "in:"
"""How the id of a place begins that no gazetteer has, but that is told to lie in or near one that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry; areas carry a radius in kilometres, `parents` runs from the next higher unit to the country."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None = None
    admin1: str | None = None
    admin2: str | None = None
    geonames: int | None = None
    population: int | None = None
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Which place a mention means and how probable that is; `place` is None, with a reason, where it stays unresolved."""

    mention: str
    place: Place | None
    probability: float | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that the map stages made of one document, stored whole or not at all; `dropped` is what the gate kept out."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    whens: tuple[When, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    located: tuple[Located, ...] = ()
    failures: tuple[Failure, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two records with its score, rule and reason; merging is links, never edits."""

    id: str
    kind: LinkKind
    left: str
    right: str
    score: float
    rule: str
    reason: str
    verdict: Literal["same", "possible", "different"] = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, group or place after merging; `spellings` runs from the most to the least frequent."""

    id: str
    kind: str
    name: str
    spellings: tuple[tuple[str, int], ...] = ()
    chains: tuple[str, ...] = ()
    known: str | None = None
    side: str | None = None
    roles: tuple[str, ...] = ()
    place: Place | None = None
    links: tuple[str, ...] = ()


# --- reconcile -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Documents that are one telling: reprints of one story, or reports that only cite another."""

    id: str
    documents: tuple[str, ...]
    first_published: str | None
    label: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence of why an event stands as it does, with the claims that it rests on."""

    text: str
    claims: tuple[str, ...]
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTally:
    """One side's part in a facet: who, with which claims, from how many independent origins, first and last said."""

    side: str | None
    name: str
    claims: tuple[str, ...]
    origins: int
    first_said: str | None
    last_said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one facet of an event stands in these documents, and why."""

    facet: Facet
    support: Support
    dispute: Dispute
    label: str
    supported_by: tuple[SideTally, ...] = ()
    admitted_by: tuple[SideTally, ...] = ()
    disputed_by: tuple[SideTally, ...] = ()
    silent: tuple[SideTally, ...] = ()
    why: tuple[Reason, ...] = ()
    last_evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count on an event as one side tells it, low to high."""

    measure: Measure
    low: int | None
    best: int | None
    high: int | None
    who: str | None
    side: str | None
    name: str
    claims: tuple[str, ...]
    day: str | None
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims about one happening, across documents, with the standing of each facet (occurrence first).

    `mainly` are the documents that tell most of this event, each document being of one event at most.
    """

    id: str
    type: EventType
    title: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    standings: tuple[Standing, ...]
    independent_origins: int
    roles: tuple[tuple[str, tuple[Party, ...]], ...] = ()
    place: Place | None = None
    place_name: str | None = None
    when: When | None = None
    figures: tuple[Figure, ...] = ()
    first_reported: str | None = None
    last_reported: str | None = None
    replaces: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    mainly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who is said to hold a place on a day, by whom, how it stands; nothing is filled in between days."""

    place: Place | None
    place_name: str
    day: str | None
    holder: str | None
    basis: Literal["hold", "capture", "lose", "presence", "entry", "centre"]
    event: str
    label: str
    claims: tuple[str, ...]
    last_evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a ledger says as of a day: its readings' records joined, entities, origins and events."""

    as_of: str | None
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...]
    events: tuple[Event, ...]
    control: tuple[Control, ...]
    undated: int = 0
    run: str | None = None


# --- ledger ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One reading of documents: versions and hashes of code, knowledge and tagger, when it began and ended."""

    id: str
    version: str
    knowledge: str
    tagger: str
    gazetteer: str | None
    started: str
    finished: str | None = None
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's verdict with author, time and reason; anchored to document, span and kind of record."""

    id: str
    verdict: Literal["merge", "split", "accept", "reject", "correct", "unsure", "undo"]
    record_kind: str
    records: tuple[str, ...]
    author: str
    made: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    reason: str | None = None
    changes: tuple[tuple[str, str], ...] = field(default=())
