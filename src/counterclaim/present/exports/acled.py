"""`acled.csv`: ACLED's 31 columns in order, then ours; what ACLED would not code (no day, no place) is left out and counted."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import IO

from counterclaim.present.brief.model import publisher_of
from counterclaim.present.coding.acled import disorder, event_types, fighting_by_unit, fights_near
from counterclaim.present.coding.actors import Actor, actors, interaction
from counterclaim.present.coding.countries import admin1, admin2, country_name, iso_number, region
from counterclaim.present.coding.figures import acled_fatalities, killed, values
from counterclaim.present.coding.precision import acled_date, acled_place
from counterclaim.present.index import Index, build_index
from counterclaim.records import Claim, Event, Standing, View

name = "acled.csv"
summary = "ACLED's 31 columns, one event a row, with how it stands in columns of ours after them"
rule = (
    "fatalities: the lowest figure told; sub-event from type, actors' role on the day, and resistance; "
    "events that nobody supports, without a place below a country or without a day within a month are left out"
)
THEIRS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
FORMULA = re.compile(r"[=+\-@\t\r](?![\d.]+$)")
OURS = (
    "cc_claim_ids", "cc_support", "cc_dispute", "cc_label", "cc_claimant", "cc_channel", "cc_certainty", "cc_evidence",
    "cc_denied_by", "cc_confirmed_by", "cc_fatalities_low", "cc_fatalities_high", "cc_doc_ids", "cc_spans",
)  # fmt: skip


def write(view: View, stream: IO[str]) -> int:
    """Writes the events that ACLED would code, in order of day and id."""
    index = build_index(view)
    fighting = fighting_by_unit(view.events)
    found = (row(event, index, fights_near(event, fighting)) for event in view.events)
    rows = sorted((one for one in found if one), key=lambda one: (one["event_date"], one["event_id_cnty"]))
    writer = csv.DictWriter(stream, (*THEIRS, *OURS), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: harmless(value) for key, value in one.items()} for one in rows)
    return len(rows)


def harmless(value: object) -> object:
    """The value so that a spreadsheet does not take words from a report for a formula; numbers stay as they are.

    >>> harmless("=1+1"), harmless("-12.5")
    ("'=1+1", '-12.5')
    """
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def row(event: Event, index: Index, fights: Iterable[Event]) -> dict[str, object] | None:
    """One event in ACLED's columns and ours; None where ACLED would not code it."""
    first_facet = event.standings[0] if event.standings else None
    place, when, where = event.place, acled_date(event), acled_place(event.place)
    first, second = actors(event, index)
    types = event_types(event, first, second, fights)
    if first_facet is None or first_facet.support == "none" or place is None or when is None or where is None or types is None:
        return None
    day, time_precision = when
    claims = [index.claims[key] for key in event.claims if key in index.claims]
    return {
        "event_id_cnty": f"{place.country or 'XX'}-{event.id}",
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": time_precision,
        "disorder_type": disorder(types[0]),
        "event_type": types[0],
        "sub_event_type": types[1],
        **actor_columns(first, second),
        "civilian_targeting": "Civilian targeting" if second and second.inter == "Civilians" else "",
        "iso": iso_number(place.country),
        "region": region(place.country),
        "country": country_name(place.country),
        "admin1": admin1(place),
        "admin2": admin2(place),
        "admin3": "",
        "location": event.place_name or place.name,
        "latitude": f"{place.latitude:.4f}",
        "longitude": f"{place.longitude:.4f}",
        "geo_precision": where,
        "source": "; ".join(sorted({publisher_of(index.document(claim)) for claim in claims})),
        "source_scale": "",
        "notes": notes(event, first_facet, day.isoformat()),
        "fatalities": acled_fatalities(event),
        "tags": "",
        "timestamp": stamp(event),
        **our_columns(event, first_facet, claims, index),
    }


def actor_columns(first: Actor | None, second: Actor | None) -> dict[str, str]:
    """Actors with their kinds and the pair of kinds; a lone target goes into the second place."""
    return {
        "actor1": first.name if first else "",
        "assoc_actor_1": "",
        "inter1": first.inter if first else "",
        "actor2": second.name if second else "",
        "assoc_actor_2": "",
        "inter2": second.inter if second else "",
        "interaction": interaction(first, second),
    }


def notes(event: Event, first: Standing, day: str) -> str:
    """The summary in ACLED's manner, with how the event stands."""
    reasons = "; ".join(reason.text for reason in first.why)
    return f"On {day}, {event.title} [{first.label} in these documents: {reasons}]"


def stamp(event: Event) -> int | str:
    """The last report as a Unix time, "" where it is undated."""
    day = (event.last_reported or "")[:10]
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) if day else ""


def our_columns(event: Event, first: Standing, claims: list[Claim], index: Index) -> dict[str, object]:
    """How the event stands, on which words."""
    numbers = values(killed(event))
    return {
        "cc_claim_ids": ";".join(event.claims),
        "cc_support": first.support,
        "cc_dispute": first.dispute,
        "cc_label": first.label,
        "cc_claimant": "; ".join(tally.side or tally.name for tally in first.supported_by),
        "cc_channel": ";".join(sorted({claim.channel for claim in claims if claim.channel})),
        "cc_certainty": ";".join(sorted({claim.certainty for claim in claims})),
        "cc_evidence": ";".join(sorted({item.kind for claim in claims for item in claim.evidence})),
        "cc_denied_by": "; ".join(tally.side or tally.name for tally in first.disputed_by),
        "cc_confirmed_by": "; ".join(tally.side or tally.name for tally in first.admitted_by),
        "cc_fatalities_low": numbers[0] if numbers else "",
        "cc_fatalities_high": numbers[-1] if numbers else "",
        "cc_doc_ids": ";".join(event.documents),
        "cc_spans": ";".join(span_of(claim) for claim in claims),
    }


def span_of(claim: Claim) -> str:
    """Document and offsets of a claim's content."""
    content = claim.content or claim.sentence
    return f"{claim.document}:{content.start}-{content.end}"
