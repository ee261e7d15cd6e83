"""`ged.csv`: the 49 columns of UCDP GED; `source_original` holds who says it, deaths stand by side where they are told so."""

from __future__ import annotations

import csv
from typing import IO

from counterclaim.present.coding.acled import accidental
from counterclaim.present.coding.actors import CIVILIANS, Actor, actors, scene_of, told
from counterclaim.present.coding.countries import admin1, admin2, country_name, ucdp_region
from counterclaim.present.coding.figures import MOST_TOLD, RULES, low_best_high
from counterclaim.present.coding.precision import days, ucdp_date, ucdp_place
from counterclaim.present.exports.acled import harmless
from counterclaim.present.index import Index, build_index
from counterclaim.records import Claim, Event, View

name = "ged.csv"
summary = "UCDP GED's 49 columns, one deadly event a row: low, best and high, deaths by side where told"
rule = (
    "low: the lowest figure; best: the figure told most often, the lowest of those; high: the highest; "
    "deaths by side: to the side of those told to be dead, to unknown where several are told; a state stands first; "
    "events in which no death is told, and accidents, are left out"
)
rules = {name: f"best: {what}" for name, what in RULES.items()}
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa",
    "gwnob",
)  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


def write(view: View, stream: IO[str]) -> int:
    """Writes the events in which a death is told, in order of day and id."""
    return write_by(view, stream, MOST_TOLD)


def write_by(view: View, stream: IO[str], chosen: str) -> int:
    """The same with `best` by another of the `rules`."""
    index = build_index(view)
    rows = sorted(
        (row for event in view.events if (row := row_of(event, index, chosen))), key=lambda row: (row["date_start"], row["id"])
    )
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({key: harmless(value) for key, value in row.items()} for row in rows)
    return len(rows)


def row_of(event: Event, index: Index, chosen: str = MOST_TOLD) -> dict[str, object] | None:
    """One event in UCDP's columns; None where nobody is said to have died or nobody supports it."""
    low, best, high = low_best_high(event, chosen)
    first, last = days(event)
    first, last = first or last, last or first
    if high == 0 or first is None or last is None or not event.standings or event.standings[0].support == "none":
        return None
    if accidental(event):
        return None
    side_a, side_b = dyad(*actors(event, index))
    place = event.place
    return {
        "id": event.id,
        "relid": event.id,
        "year": first.year,
        "active_year": "",
        "code_status": "Clear" if side_a and side_b else "Check dyad",
        "type_of_violence": violence(side_a, side_b),
        "dyad_name": " - ".join(named(side) for side in (side_a, side_b) if side),
        "side_a": named(side_a) if side_a else "",
        "side_b": named(side_b) if side_b else "",
        **source_columns(event, index),
        "where_prec": ucdp_place(place),
        "where_coordinates": place.name if place else "",
        "where_description": event.place_name or "",
        "adm_1": admin1(place),
        "adm_2": admin2(place),
        "latitude": place.latitude if place else "",
        "longitude": place.longitude if place else "",
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})" if place and place.latitude is not None else "",
        "country": country_name(place.country) if place else "",
        "region": ucdp_region(place.country) if place else "",
        "event_clarity": 1 if ucdp_date(event) == 1 and place else 2,
        "date_prec": ucdp_date(event),
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
        **deaths_by_side(event, side_a, side_b, best, index),
        "best": best,
        "high": high,
        "low": low,
    }


def dyad(first: Actor | None, second: Actor | None) -> tuple[Actor | None, Actor | None]:
    """The two sides in UCDP's order: a state first, civilians second."""
    swap = second is not None and second.state is not None and (first is None or first.state is None)
    return (second, first) if swap else (first, second)


def named(side: Actor) -> str:
    """A side by UCDP's name: states are governments, civilians have no country."""
    if side.inter == CIVILIANS:
        return CIVILIANS
    return f"Government of {country_name(side.state)}" if side.state else side.name


def violence(side_a: Actor | None, side_b: Actor | None) -> int:
    """UCDP's type of violence: one-sided against civilians, state-based where a state takes part, else non-state."""
    if any(side.inter == CIVILIANS for side in (side_a, side_b) if side):
        return ONE_SIDED
    return STATE_BASED if any(side.state for side in (side_a, side_b) if side) else NON_STATE


def source_columns(event: Event, index: Index) -> dict[str, object]:
    """Reports, publishers, days, headlines, and who says it."""
    documents = [index.readings[key].document for key in event.documents if key in index.readings]
    told = [f'"{doc.publisher or ""},{(doc.published or "")[:10]},{doc.title or ""}"' for doc in documents]
    claimants = {tally.side or tally.name for standing in event.standings for tally in standing.supported_by}
    return {
        "number_of_sources": event.independent_origins,
        "source_article": ";".join(told),
        "source_office": ";".join(sorted({doc.publisher for doc in documents if doc.publisher})),
        "source_date": ";".join(sorted({doc.published[:10] for doc in documents if doc.published})),
        "source_headline": ";".join(sorted({doc.title for doc in documents if doc.title})),
        "source_original": ";".join(sorted(claimants)),
    }


def deaths_by_side(event: Event, side_a: Actor | None, side_b: Actor | None, best: int, index: Index) -> dict[str, int]:
    """The best figure put to the side of those who died, to civilians, or to unknown; the four sum to it."""
    deaths = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 0}
    dead = {one for key in event.claims if key in index.claims for one in the_dead(index.claims[key], event, index)}
    known = {one.side for one in dead}
    if any(side and side.inter == CIVILIANS for side in (side_a, side_b)) or (dead and known == {None}):
        column = "deaths_civilians"
    elif len(known) == 1 and side_a and known == {side_a.side}:
        column = "deaths_a"
    elif len(known) == 1 and side_b and known == {side_b.side}:
        column = "deaths_b"
    else:
        column = "deaths_unknown"
    return deaths | {column: best}


def the_dead(claim: Claim, event: Event, index: Index) -> list[Actor]:
    """Those whom a claim says were killed, as actors; civilians are those without a side."""
    told_killed = claim.event and (claim.event.type == "kill" or any(count.measure == "killed" for count in claim.event.counts))
    if not claim.event or not told_killed:
        return []
    found = told(dict(claim.event.roles).get("patient", ()), index, scene_of(event), acts=False)
    return [one for one in found if one.side or one.inter == CIVILIANS]
