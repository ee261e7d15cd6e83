"""Where the attribution was lost: reports that tell as fact what others attribute, and reports back to one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.records import Claim, Event, View

OWN_VOICE = frozenset({"narrator"})
CITING = frozenset({"narrator", "media", "unstated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """One event's tellings: how many reports go back to its most told source, and which tell it with no source at all."""

    event: str
    source: str
    reports: tuple[str, ...]
    attributed: tuple[str, ...]
    dropped: tuple[str, ...]
    text: str


def lost_attributions(view: View) -> tuple[Lost, ...]:
    """The events that some reports attribute to one source and others tell as fact, in order of event."""
    claims = {claim.id: claim for reading in view.readings for claim in reading.claims}
    found = (lost_in(event, [claims[name] for name in event.claims if name in claims]) for event in view.events)
    return tuple(lost for lost in found if lost is not None)


def lost_in(event: Event, claims: Iterable[Claim]) -> Lost | None:
    """What was lost on one event; None where no report tells as fact what another attributes."""
    told = [claim for claim in claims if claim.stance in ("asserts", "confirms", "accuses", "admits")]
    by_source: dict[str, set[str]] = {}
    for claim in told:
        name = claim.source.side or claim.source.name
        if claim.source.kind not in CITING and name:
            by_source.setdefault(name, set()).add(claim.document)
    own = {claim.document for claim in told if claim.source.kind in OWN_VOICE}
    attributed = {document for documents in by_source.values() for document in documents}
    dropped = own - attributed
    if not by_source or not dropped:
        return None
    source = min(by_source, key=lambda name: (-len(by_source[name]), name))
    back = by_source[source] | dropped
    text = (
        f"{len(by_source[source])} of {len(attributed | own)} reports in these documents go back to {source}; "
        f"{len(dropped)} tell it with no source"
    )
    return Lost(
        event=event.id,
        source=source,
        reports=tuple(sorted(back)),
        attributed=tuple(sorted(by_source[source])),
        dropped=tuple(sorted(dropped)),
        text=text,
    )
