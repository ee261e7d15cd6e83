"""`acled.csv`: ACLED's 31 columns in order, then ours; what ACLED would not code (no day, no place, nobody) is left out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import IO

from counterclaim.present.brief.model import publisher_of
from counterclaim.present.coding.acled import (
    FIGHTING,
    POLITICAL,
    RANK,
    STRATEGIC,
    Nearby,
    by_unit,
    completed,
    disorder,
    event_types,
    nearby,
)
from counterclaim.present.coding.actors import CIVILIANS, CONTROL, Actor, actors, interaction
from counterclaim.present.coding.countries import admin1, admin2, country_name, iso_number, region
from counterclaim.present.coding.figures import LOWEST, RULES, acled_fatalities, killed, values
from counterclaim.present.coding.precision import acled_date, acled_place
from counterclaim.present.coding.sources import source_scale
from counterclaim.present.index import Index, build_index
from counterclaim.records import Claim, Event, Figure, Place, Standing, View

name = "acled.csv"
summary = "ACLED's 31 columns, one event a row, with how it stands in columns of ours after them"
rule = (
    "fatalities: the lowest figure told, vague words by ACLED's table; sub-event from type, actors' role that day, resistance; "
    "same actors, place and day are one row; one side of a fight or attack that is not named is an unidentified armed group; "
    "areas stand at their centroid with geo_precision 2 or 3; left out: what nobody supports, what has no place below a "
    "country, no day within a month or nobody who acts, accidents, and states of affairs such as holding a place"
)
rules = {name: f"fatalities: {what}" for name, what in RULES.items()}
THEIRS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
FORMULA = re.compile(r"[=+\-@\t\r](?![\d.]+$)")
HERE = "in these documents: "
OURS = (
    "cc_claim_ids", "cc_support", "cc_dispute", "cc_label", "cc_claimant", "cc_channel", "cc_certainty", "cc_evidence",
    "cc_denied_by", "cc_confirmed_by", "cc_fatalities_low", "cc_fatalities_high", "cc_doc_ids", "cc_spans",
)  # fmt: skip
SETS = (
    "source", "cc_claim_ids", "cc_claimant", "cc_channel", "cc_certainty", "cc_evidence", "cc_denied_by", "cc_confirmed_by",
    "cc_doc_ids", "cc_spans", "assoc_actor_1", "assoc_actor_2",
)  # fmt: skip


def write(view: View, stream: IO[str]) -> int:
    """Writes the events that ACLED would code, in order of day and id."""
    return write_by(view, stream, LOWEST)


def write_by(view: View, stream: IO[str], chosen: str) -> int:
    """The same with the fatalities by another of the `rules`."""
    rows = sorted(coded(view, chosen), key=lambda one: (str(one["event_date"]), str(one["event_id_cnty"])))
    writer = csv.DictWriter(stream, (*THEIRS, *OURS), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: harmless(value) for key, value in one.items()} for one in rows)
    return len(rows)


def coded(view: View, chosen: str) -> list[dict[str, object]]:
    """The rows of a view: same actors, same place and same day are one event."""
    index = build_index(view)
    fighting, captures = by_unit(view.events, FIGHTING), by_unit(view.events, CONTROL)
    found = [made for event in view.events if (made := row(event, index, nearby(event, fighting, captures), chosen))]
    same: dict[tuple[object, ...], list[tuple[Event, dict[str, object]]]] = {}
    for event, one in found:
        same.setdefault(identity(event, one), []).append((event, one))
    return [aggregated(group) for group in same.values()]


def identity(event: Event, one: dict[str, object]) -> tuple[object, ...]:
    """What makes two rows one event: actors, place and day, all told; any other row stands for itself."""
    political = one["disorder_type"] == POLITICAL and one["time_precision"] == 1 and one["actor1"] and one["actor2"]
    pair = frozenset({one["actor1"], one["actor2"]})
    return (one["event_date"], one["latitude"], one["longitude"], pair) if political else (event.id,)


def aggregated(group: list[tuple[Event, dict[str, object]]]) -> dict[str, object]:
    """Several rows as one: the type that stands highest, the largest toll or as many as are named, all notes and claims."""
    if len(group) == 1:
        return group[0][1]
    rows = [one for _, one in sorted(group, key=lambda pair: (RANK[str(pair[1]["sub_event_type"])], pair[0].id))]
    named = {name for event, _ in group for name in named_dead(event)}
    tolls = [int(str(one["fatalities"])) for one in rows]
    merged = {column: united(one[column] for one in rows) for column in SETS}
    return rows[0] | merged | {
        "event_id_cnty": min((event.first_reported or "9999", str(one["event_id_cnty"])) for event, one in group)[1],
        "fatalities": max(*tolls, len(named)),
        "notes": " ".join(str(one["notes"]) for one in rows),
        "timestamp": max((one["timestamp"] for one in rows), key=str),
        "cc_fatalities_low": least(rows, "cc_fatalities_low", len(named)),
        "cc_fatalities_high": least(rows, "cc_fatalities_high", len(named)),
    }  # fmt: skip


def named_dead(event: Event) -> set[str]:
    """Those who are said by name to have been killed."""
    if event.type != "kill" or not killed(event):
        return set()
    return {party.name for party in dict(event.roles).get("patient", ()) if party.kind == "person" and party.name}


def united(values: Iterable[object]) -> str:
    """Lists as one, in order, each entry once."""
    return ";".join(dict.fromkeys(part.strip() for value in values for part in str(value).split(";") if part.strip()))


def least(rows: list[dict[str, object]], column: str, named: int) -> object:
    """The largest figure of a column, at least the number named; "" where no row has one."""
    numbers = [int(str(one[column])) for one in rows if one[column] != ""]
    return max(*numbers, named) if numbers else ""


def harmless(value: object) -> object:
    """The value so that a spreadsheet does not take words from a report for a formula; numbers stay as they are.

    >>> harmless("=1+1"), harmless("-12.5")
    ("'=1+1", '-12.5')
    """
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def row(event: Event, index: Index, near_by: Nearby, chosen: str = LOWEST) -> tuple[Event, dict[str, object]] | None:
    """One event in ACLED's columns and ours; None where ACLED would not code it."""
    standing = event.standings[0] if event.standings else None
    place, when, where = event.place, acled_date(event), acled_place(event.place)
    first, second = actors(event, index)
    types = event_types(event, first, second, near_by)
    if standing is None or standing.support == "none" or place is None or when is None or where is None or types is None:
        return None
    first, second = completed(event, first, second, types)
    if first is None:
        return None
    claims = [index.claims[key] for key in event.claims if key in index.claims]
    publishers = sorted({publisher_of(index.document(claim)) for claim in claims})
    return event, {
        "event_id_cnty": f"{place.country or 'XX'}-{event.id}",
        "event_date": when[0].isoformat(),
        "year": when[0].year,
        "time_precision": when[1],
        "disorder_type": disorder(types[1]),
        "event_type": types[0],
        "sub_event_type": types[1],
        **actor_columns(first, second),
        "civilian_targeting": "Civilian targeting" if targeted(types[0], second) else "",
        **place_columns(place, where),
        "source": "; ".join(publishers),
        "source_scale": source_scale(publishers, place.country),
        "notes": notes(event, standing, when[0]),
        "fatalities": acled_fatalities(event, index, chosen),
        "tags": "",
        "timestamp": stamp(event),
        **our_columns(event, standing, claims, index),
    }


def targeted(main: str, second: Actor | None) -> bool:
    """Whether violence is aimed at civilians."""
    return main != STRATEGIC and second is not None and second.inter == CIVILIANS


def place_columns(place: Place, precision: int) -> dict[str, object]:
    """Where it happened, by the gazetteer's names, so that one place has one name in every row."""
    return {
        "iso": iso_number(place.country),
        "region": region(place.country),
        "country": country_name(place.country),
        "admin1": admin1(place),
        "admin2": admin2(place),
        "admin3": "",
        "location": place.name,
        "latitude": f"{place.latitude:.4f}",
        "longitude": f"{place.longitude:.4f}",
        "geo_precision": precision,
    }


def actor_columns(first: Actor, second: Actor | None) -> dict[str, str]:
    """Actors with their kinds, those told beside them, and the pair of kinds."""
    return {
        "actor1": first.name,
        "assoc_actor_1": "; ".join(first.associated),
        "inter1": first.inter,
        "actor2": second.name if second else "",
        "assoc_actor_2": "; ".join(second.associated) if second else "",
        "inter2": second.inter if second else "",
        "interaction": interaction(first, second),
    }


def notes(event: Event, standing: Standing, day: date) -> str:
    """The summary in ACLED's manner, with how the event stands, why, and each toll with who tells it."""
    reasons = "; ".join(reason.text.removeprefix(HERE) for reason in standing.why)
    tolls = "; ".join(f"{number_of(figure)} ({figure.name})" for figure in killed(event))
    told = f" Killed, as told: {tolls}." if tolls else ""
    return f"On {day.day} {day:%B %Y}, {event.title}. {HERE.capitalize()}{standing.label}: {reasons}.{told}"


def number_of(figure: Figure) -> str:
    """A toll as it is written: one number, or from low to high."""
    low, high = figure.low if figure.low is not None else figure.best, figure.high if figure.high is not None else figure.best
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


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
