"""`hxl.csv`: one event a row with HXL hashtags in the second row, for humanitarian tools."""

from __future__ import annotations

import csv
from typing import IO

from counterclaim.present.coding.actors import actors
from counterclaim.present.coding.countries import admin1, admin2
from counterclaim.present.coding.figures import killed, values
from counterclaim.present.coding.precision import acled_place, days
from counterclaim.present.exports.acled import harmless
from counterclaim.present.index import Index, build_index
from counterclaim.records import Event, View

name = "hxl.csv"
summary = "one event a row with HXL hashtags, who claims and who denies it"
TAGS = {
    "event_id": "#event+id",
    "event_type": "#event+type",
    "date_start": "#date+occurred+start",
    "date_end": "#date+occurred+end",
    "reported": "#date+reported",
    "precision": "#date+precision",
    "admin1": "#adm1+name",
    "admin2": "#adm2+name",
    "location": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "geo_precision": "#geo+precision",
    "country": "#country+code",
    "actor1": "#group+name+first",
    "actor2": "#group+name+second",
    "claimant": "#group+name+claimant",
    "denier": "#group+name+denier",
    "standing": "#status+contested",
    "channel": "#channel+claim",
    "evidence": "#meta+evidence",
    "killed_min": "#affected+killed+min",
    "killed_max": "#affected+killed+max",
    "injured": "#affected+injured",
    "source": "#meta+source",
    "url": "#meta+url",
    "description": "#description",
}


def write(view: View, stream: IO[str]) -> int:
    """Writes header, hashtags and one row an event."""
    index = build_index(view)
    writer = csv.DictWriter(stream, tuple(TAGS), lineterminator="\n")
    writer.writeheader()
    writer.writerow(TAGS)
    for event in view.events:
        writer.writerow({key: harmless(value) for key, value in row_of(event, index).items()})
    return len(view.events)


def row_of(event: Event, index: Index) -> dict[str, object]:
    """One event under the hashtags."""
    first_day, last_day = days(event)
    first, second = actors(event, index)
    place = event.place
    standing = event.standings[0] if event.standings else None
    claims = [index.claims[key] for key in event.claims if key in index.claims]
    documents = [index.readings[key].document for key in event.documents if key in index.readings]
    deaths = values(killed(event))
    injured = values([figure for figure in event.figures if figure.measure == "injured" and not figure.superseded])
    return {
        "event_id": event.id,
        "event_type": event.type,
        "date_start": first_day or "",
        "date_end": last_day or "",
        "reported": (event.first_reported or "")[:10],
        "precision": event.when.precision if event.when else "",
        "admin1": admin1(place),
        "admin2": admin2(place),
        "location": event.place_name or (place.name if place else ""),
        "latitude": place.latitude if place else "",
        "longitude": place.longitude if place else "",
        "geo_precision": acled_place(place) or "",
        "country": (place.country or "") if place else "",
        "actor1": first.name if first else "",
        "actor2": second.name if second else "",
        "claimant": "|".join(tally.side or tally.name for tally in standing.supported_by) if standing else "",
        "denier": "|".join(tally.side or tally.name for tally in standing.disputed_by) if standing else "",
        "standing": standing.label if standing else "",
        "channel": "|".join(sorted({claim.channel for claim in claims if claim.channel})),
        "evidence": "|".join(sorted({item.kind for claim in claims for item in claim.evidence})),
        "killed_min": deaths[0] if deaths else "",
        "killed_max": deaths[-1] if deaths else "",
        "injured": injured[0] if injured else "",
        "source": "|".join(sorted({document.publisher for document in documents if document.publisher})),
        "url": "|".join(sorted({document.url for document in documents if document.url})),
        "description": event.title,
    }
