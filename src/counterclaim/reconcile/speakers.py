"""Who a claim's source is to reconciling: one voice or another, of which side, a party or not, with access or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.knowledge.entries import Outlet
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.records import Claim, Document, Party

OWN_VOICE = frozenset({"narrator", "media"})
VAGUE = frozenset({"unnamed", "unstated", "witness"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source: `id` is the same for all claims that go back to it; `side` makes it a party to what its side has a part in."""

    id: str
    name: str
    side: str | None = None
    access: bool = False
    narrator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How mentions are named across documents: chain to the name and side of its entity.

    `described` has the words of what a chain first describes, for voices that no one names ("the ambulance service", "it").
    """

    names: Mapping[str, str]
    sides: Mapping[str, str]
    chains: Mapping[str, str]
    described: Mapping[str, str]


def speaker_of(claim: Claim, document: Document, origin: str, names: Names, lexicon: Lexicon) -> Speaker:
    """The source of a claim as reconciling sees it."""
    source = claim.source
    day = document.published
    if source.kind in OWN_VOICE:
        return outlet_speaker(source, document, origin, lexicon)
    side = side_of(source, names, day, lexicon)
    name = name_of(source, names) or "unnamed sources"
    access = has_access(claim, lexicon)
    if access and side is not None and is_observer(source, lexicon):
        side = None
    return Speaker(id=voice_id(source, name, side, origin), name=name, side=side, access=access and side is None)


def outlet_speaker(source: Party, document: Document, origin: str, lexicon: Lexicon) -> Speaker:
    """The voice of a publisher: of this document's own, or of the outlet that it names."""
    told = source.name if source.kind == "media" else None
    outlet = outlet_named(told or document.publisher, lexicon) or (None if told else outlet_named(document.agency, lexicon))
    side = next((part.value for part in outlet.sides if part.holds(document.published)), None) if outlet else None
    if told:
        return Speaker(id=f"outlet {told.casefold()}", name=told, side=side or source.side, narrator=True)
    return Speaker(id=f"origin {origin}", name="narrator", side=side, narrator=True)


def outlet_named(name: str | None, lexicon: Lexicon) -> Outlet | None:
    """The outlet of this name, or None."""
    return lexicon.outlets.get(name.casefold()) if name else None


def side_of(party: Party, names: Names, day: str | None, lexicon: Lexicon) -> str | None:
    """The side that a party is of: as its document says, else as its group has it on that day, else as its entity has it."""
    if party.side is not None:
        return party.side
    side = side_of_group(party.known, day, lexicon)
    return side or names.sides.get(names.chains.get(party.mention or "", ""))


def side_of_group(known: str | None, day: str | None, lexicon: Lexicon) -> str | None:
    """The side of a known group on a day, its own or that of the group above it; None for one that stands outside."""
    seen: set[str] = set()
    while known is not None and known in lexicon.groups and known not in seen:
        group = lexicon.groups[known]
        side = next((part.value for part in group.sides if part.holds(day)), None)
        if side is not None or group.access:
            return side
        seen.add(known)
        known = group.parent
    return None


def name_of(party: Party, names: Names) -> str | None:
    """The name of a party across documents, or its words where it has none."""
    chain = names.chains.get(party.mention or "", "")
    words = party.span.text if party.span else None
    return names.names.get(chain) or party.name or names.described.get(chain) or words


def has_access(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether the source was there, counts for itself, or finds by inquiry."""
    source = claim.source
    if source.kind in lexicon.access_kinds or any(piece.kind in lexicon.access_evidence for piece in claim.evidence):
        return True
    return is_observer(source, lexicon)


def is_observer(source: Party, lexicon: Lexicon) -> bool:
    """Whether the source is by name or by its words one that has access."""
    group = lexicon.groups.get(source.known or "")
    if group is not None and group.access:
        return True
    words = " ".join(part for part in (source.name, source.role, source.span.text if source.span else None) if part)
    return lexicon.access.search(words) is not None


def voice_id(source: Party, name: str, side: str | None, origin: str) -> str:
    """What is the same for all claims of one source: its name, or for sources without a name its words and telling."""
    if source.kind in VAGUE or source.name is None:
        return f"{origin} {side or ''} {name.casefold()}"
    return name.casefold()
