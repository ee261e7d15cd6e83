"""Where an attribution was lost: how many reports of an event go back to one source, and which tell it as fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import Claim, Event, Origin, View

FOR = frozenset({"asserts", "accuses", "claims_responsibility", "admits", "confirms"})
VOICES = frozenset({"narrator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LostAttribution:
    """The reports of one event by what they do with its most told source.

    `attributed` name the source; `dropped` are the same telling (a reprint, or one that only cites it) without the
    source; `as_fact` are other reports that give no source at all.
    """

    event: str
    source: str
    reports: int
    attributed: tuple[str, ...]
    dropped: tuple[str, ...]
    as_fact: tuple[str, ...]


def lost_attributions(view: View) -> tuple[LostAttribution, ...]:
    """The events of a view that some reports attribute and others tell as fact, in the order of the view."""
    claims = {claim.id: claim for reading in view.readings for claim in reading.claims}
    home = home_of(view.origins)
    found = (lost_in(event, [claims[name] for name in event.claims if name in claims], home) for event in view.events)
    return tuple(one for one in found if one is not None)


def home_of(origins: Iterable[Origin]) -> dict[str, str]:
    """The origin of each document."""
    return {document: origin.id for origin in origins for document in origin.documents}


def lost_in(event: Event, claims: Sequence[Claim], home: Mapping[str, str]) -> LostAttribution | None:
    """What became of the most told source of an event, or None where no report leaves it out."""
    told = [claim for claim in claims if claim.stance in FOR and claim.polarity != "negative"]
    reports = {claim.document for claim in told}
    by_source = documents_by_source(told)
    sourced = {document for documents in by_source.values() for document in documents}
    bare = reports - sourced
    source = min(by_source, key=lambda name: (-len(by_source[name]), name), default=None)
    if source is None or not bare:
        return None
    attributed = by_source[source]
    told_by = {home.get(document, document) for document in attributed}
    dropped = {document for document in bare if home.get(document, document) in told_by}
    return LostAttribution(
        event=event.id,
        source=source,
        reports=len(reports),
        attributed=tuple(sorted(attributed)),
        dropped=tuple(sorted(dropped)),
        as_fact=tuple(sorted(bare - dropped)),
    )


def documents_by_source(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """The documents in which each named side or source tells of the event."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        source = claim.source
        name = source.side or source.name or (source.span.text if source.span else None)
        if source.kind not in VOICES and name:
            found.setdefault(name, set()).add(claim.document)
    return found


def sentence_of(lost: LostAttribution) -> str:
    """One line for a reader."""
    back = len(lost.attributed) + len(lost.dropped)
    line = f"in these documents: {back} of {lost.reports} reports go back to what {lost.source} said"
    parts = [f"{len(lost.dropped)} dropped the attribution"] if lost.dropped else []
    parts += [f"{len(lost.as_fact)} tell it as fact" if len(lost.as_fact) > 1 else "1 tells it as fact"] if lost.as_fact else []
    return "; ".join([line, *parts])
