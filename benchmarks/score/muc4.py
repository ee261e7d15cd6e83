"""MUC-4 templates from the events of one report, scored slot by slot on tst2 (tuned on dev and tst1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.score.muc_keys import MONTHS, SLOTS, Fill, Tally, Template, keys_of, tally_document, totals
from benchmarks.score.report import Figure, Report, prf
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.events.lexicon import lexicon_of
from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Document, EventMention, Located, Party, When
from counterclaim.resolve.places import locate

FILE = Path("events/muc4/muc4_dev_tst1_tst2.jsonl")
PUBLISHER = re.compile(r"\(([^()]{2,60})\)\s*--")
DATELINE = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b")
OPENING = re.compile(r"\[TEXT\]\s*")
TYPES = {
    "attack": "ATTACK", "airstrike": "BOMBING", "shelling": "ATTACK", "bombing": "BOMBING", "use_chemical": "ATTACK",
    "kill": "ATTACK", "injure": "ATTACK", "abduct": "KIDNAPPING", "destroy": "ATTACK",
}  # fmt: skip
EFFECTS = {"kill": "DEATH", "injure": "INJURY", "destroy": "SOME DAMAGE"}
COUNTRIES = {
    "SV": "EL SALVADOR", "GT": "GUATEMALA", "CO": "COLOMBIA", "PE": "PERU", "CL": "CHILE", "BO": "BOLIVIA", "HN": "HONDURAS",
    "NI": "NICARAGUA", "PA": "PANAMA", "AR": "ARGENTINA", "EC": "ECUADOR", "VE": "VENEZUELA", "MX": "MEXICO", "CU": "CUBA",
    "BR": "BRAZIL", "UY": "URUGUAY", "PY": "PARAGUAY", "CR": "COSTA RICA", "US": "UNITED STATES", "DO": "DOMINICAN REPUBLIC",
}  # fmt: skip
MILITARY = re.compile(
    r"\b(soldier|troop|guerr?illa|rebel|terrorist|subversive|insurgent|fighter|combatant|extremist|battalion|brigade|patrol)s?\b",
    re.IGNORECASE,
)
RECENT = 120
LONGEST = 31
# the country of half of the embassies and statements; a home only where no other is named
ABROAD = "US"
ARSON = re.compile(r"\b(burn|fire|torch|arson)", re.IGNORECASE)


@dataclass
class Incident:
    """Events of one report taken for one incident."""

    kind: str
    events: list[EventMention] = field(default_factory=list)


def score(data: Path, gold: Path) -> Report:
    """Precision, recall and F1 over all slots, F1 a slot, and false alarms on reports without an event, on tst1 and tst2."""
    path = data / FILE
    if not path.exists():
        return Report(name="muc4", absent=str(path))
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    kit, figures, errors = kept_kit(), [], []
    for split, size in (("tst1", 100), ("tst2", 100)):
        part = [row for row in rows if row["split"] == split][:size]
        tally, alarms, lines = run(part, kit)
        figures += figures_of(split, tally, alarms, sum(not row["templates"] for row in part))
        errors += lines if split == "tst1" else []
    return Report(name="muc4", figures=tuple(figures), errors=tuple(errors))


def run(rows: Sequence[dict[str, Any]], kit: Kit) -> tuple[Tally, int, list[str]]:
    """The tally of a set of reports, the number of reports without an event that got one, and a line a report."""
    tally, alarms, lines = Tally(), 0, []
    for row, annotated in zip(rows, annotate([document_of(row) for row in rows], kit), strict=True):
        given = templates_of(annotated, kit)
        wanted = keys_of(row)
        alarms += not wanted and bool(given)
        tally_document(tally, wanted, given)
        lines.append(f"{row['id']} wanted {shown(wanted)}\n      found {shown(given)}")
    return tally, alarms, lines


def figures_of(split: str, tally: Tally, alarms: int, empty: int) -> list[Figure]:
    """The figures of a split."""
    right, found, wanted = totals(tally)
    precision, recall, f1 = prf(right, found, wanted)
    best = "best of 17 systems in 1992: 57.2 (53 precision, 62 recall)" if split == "tst2" else ""
    all_slots = [
        Figure(slice=split, metric="all slots F1", value=f1, published=best),
        Figure(slice=split, metric="all slots precision", value=precision),
        Figure(slice=split, metric="all slots recall", value=recall),
        Figure(slice=split, metric="false alarms", value=alarms / empty if empty else 0.0, of=empty),
    ]
    by_slot = [
        Figure(slice=f"{split} {slot}", metric="F1", value=prf(tally.right[slot], tally.found[slot], tally.wanted[slot])[2])
        for slot in SLOTS
    ]
    return [*all_slots, *by_slot]


def document_of(row: dict[str, Any]) -> Document:
    """One report: the running text begins after its header, the day is that of the dateline."""
    text = row["text"]
    opening, day = OPENING.search(text[:600]), DATELINE.search(text[:200])
    published = f"19{day[3]}-{MONTHS[day[2]]:02}-{int(day[1]):02}" if day and day[2] in MONTHS else None
    publisher = PUBLISHER.search(text[:200])
    return make_document(
        text, uri=row["id"], published=published, body_start=opening.end() if opening else 0,
        publisher=" ".join(publisher[1].split()) if publisher else None,
    )  # fmt: skip


def templates_of(annotated: Annotated, kit: Kit) -> list[Template]:
    """The templates of a report."""
    located = {found.mention: found for found in locate(annotated, kit)}
    home = home_country(located)
    return [template_of(incident, located, home, annotated, kit) for incident in incidents_told(annotated, kit)]


def incidents_told(annotated: Annotated, kit: Kit) -> list[Incident]:
    """The incidents of a report."""
    events = [event for event in find_event_mentions(annotated, kit) if is_told(event)]
    return [incident for incident in incidents_of(events) if is_incident(incident, annotated.document)]


def is_told(event: EventMention) -> bool:
    """Whether an event is one of those that templates are made of, told as done."""
    done = event.modality == "actual" and event.polarity == "positive" and not event.generic and not event.historical
    summed = bool(event.counts) and all(count.total for count in event.counts)
    return event.type in TYPES and done and not summed


def incidents_of(events: Sequence[EventMention]) -> list[Incident]:
    """Events joined into incidents: same kind, no other day or place or victim."""
    found: list[Incident] = []
    for event in sorted(events, key=lambda event: event.trigger.start):
        kind = kind_of(event)
        home = next((incident for incident in reversed(found) if belongs(event, kind, incident)), None)
        if home is None:
            home = Incident(kind)
            found.append(home)
        elif kind != "ATTACK" and home.kind == "ATTACK":
            home.kind = kind
        home.events.append(event)
    return found


def kind_of(event: EventMention) -> str:
    """The incident type of an event."""
    if event.type == "destroy":
        return "ARSON" if ARSON.search(event.trigger.text) else "BOMBING" if event.means and "bomb" in event.means else "ATTACK"
    return TYPES[event.type]


def belongs(event: EventMention, kind: str, incident: Incident) -> bool:
    """Whether an event may be part of an incident."""
    if kind != incident.kind and not ({kind, incident.kind} <= {"ATTACK", "BOMBING"} and near(event, incident)):
        return False
    return not any(apart(event, other) for other in incident.events)


def near(event: EventMention, incident: Incident) -> bool:
    """Whether an event is told within two hundred characters or so of the incident's last one, or is its harm."""
    last = incident.events[-1]
    return event.span.start == last.span.start or (
        event.type in EFFECTS and event.trigger.start - last.trigger.end < 400 and last.type not in EFFECTS
    )


def apart(one: EventMention, other: EventMention) -> bool:
    """Whether two events differ in day, place or named victim."""
    days = [
        (when.earliest, when.latest) for event in (one, other) if (when := event.when) and when.span and when.precision == "day"
    ]
    if len(days) == 2 and days[0] != days[1]:
        return True
    places = [event.place.name for event in (one, other) if event.place and event.place.name and not event.place_inferred]
    return len(places) == 2 and places[0] != places[1] and one.span.start != other.span.start and one.type == other.type


def is_incident(incident: Incident, document: Document) -> bool:
    """Whether an incident has someone or something hit, is recent, and is not only soldiers and fighters hurt in battle."""
    patients = list(parties(incident, "patient"))
    if not patients or is_old(incident, document):
        return False
    return any(not is_military(party) for party in patients) or incident.kind != "ATTACK"


def is_military(party: Party) -> bool:
    """Whether a party is soldiers or fighters."""
    return bool(party.span and MILITARY.search(party.span.text))


def is_old(incident: Incident, document: Document) -> bool:
    """Whether every dated event of an incident ended long before the report, or lasted longer than one incident does."""
    dated = [event.when for event in incident.events if event.when and event.when.span and event.when.latest]
    if not dated or not document.published:
        return False
    return all(days_between(when.latest, document.published) > RECENT or is_long(when) for when in dated)


def is_long(when: When) -> bool:
    """Whether a time is a stretch longer than a month."""
    return bool(when.earliest and when.latest) and days_between(when.earliest, when.latest) > LONGEST


def days_between(one: str | None, other: str | None) -> int:
    """Days from one day to another, 0 where one is not known."""
    return (date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days if one and other else 0


def home_country(located: dict[str, Located]) -> str | None:
    """The country that most places of a report are in."""
    codes = [found.place.country for found in located.values() if found.place and found.place.country in COUNTRIES]
    home = [code for code in codes if code != ABROAD] or codes
    return max(home, key=home.count) if home else None


def template_of(incident: Incident, located: dict[str, Located], home: str | None, annotated: Annotated, kit: Kit) -> Template:
    """The template of an incident."""
    agents, things = list(parties(incident, "agent")), things_of(kit)
    patients = list(parties(incident, "patient"))
    fills = {
        "type": (Fill((incident.kind,)),),
        "date": tuple(date_fills(incident, annotated.document)),
        "place": tuple(place_fills(incident, located, home)),
        "perpetrator": distinct(party for party in agents if not is_organization(party) and is_human(party)),
        "organization": distinct(iter([*named_in(agents, annotated), *(party for party in agents if is_organization(party))])),
        "physical target": distinct(party for party in patients if is_structure(party, things)),
        "human target": distinct(party for party in patients if is_human(party)),
        "effect": tuple(Fill((effect,)) for effect in effects(incident)),
    }
    return Template(fills)


def parties(incident: Incident, role: str) -> Iterator[Party]:
    """All parties of a role, each event's in turn."""
    for event in incident.events:
        yield from dict(event.roles).get(role, ())


def named_in(agents: Sequence[Party], annotated: Annotated) -> list[Party]:
    """The organisations that the words for the perpetrators name ("members of the X front")."""
    spans = [party.span for party in agents if party.span]
    return [
        Party(span=mention.span, kind=mention.kind, name=mention.name)
        for mention in annotated.mentions
        if mention.kind in ("group", "organisation")
        and mention.form == "name"
        and any(span.start <= mention.span.start and mention.span.end <= span.end for span in spans)
    ]


def things_of(kit: Kit) -> frozenset[str]:
    """Nouns of buildings, vehicles and aircraft."""
    classes = lexicon_of(kit.settings.folders, kit.settings.language).classes
    return classes["building"] | classes["vehicle"] | classes["aircraft"]


def is_structure(party: Party, things: frozenset[str]) -> bool:
    """Whether a party is a building, vehicle or other structure."""
    if party.span is None or is_human(party):
        return False
    words = [word.lower() for word in re.findall(r"[^\W_]+", party.span.text)]
    return party.kind == "facility" or any(word in things or word.rstrip("s") in things for word in words)


def is_organization(party: Party) -> bool:
    """Whether a party is a named group, force or organisation."""
    return party.kind in ("group", "government", "organisation") and bool(party.name)


def is_human(party: Party) -> bool:
    """Whether a party is people."""
    return party.kind in ("person", "group", "government", "organisation", "nationality", "witness")


def distinct(found: Iterator[Party]) -> tuple[Fill, ...]:
    """One fill a party, by name or head word."""
    fills: dict[str, Fill] = {}
    for party in found:
        text = (party.span.text if party.span else party.name or "").upper()
        names = tuple(dict.fromkeys(word for word in (text, (party.name or "").upper()) if word))
        key = (party.name or text).upper().split()[-1] if (party.name or text).split() else ""
        if key and not is_pronoun(party):
            fills.setdefault(key, Fill(names))
    return tuple(fills.values())


def is_pronoun(party: Party) -> bool:
    """Whether a party is a bare pronoun that stands for no name."""
    return party.name is None and party.span is not None and len(party.span.text) <= 4


def effects(incident: Incident) -> list[str]:
    """The effects that an incident had."""
    found = [EFFECTS[event.type] for event in incident.events if event.type in EFFECTS]
    found += [
        {"killed": "DEATH", "injured": "INJURY"}[count.measure]
        for event in incident.events
        for count in event.counts
        if count.measure in ("killed", "injured") and (count.low or 0) > 0
    ]
    return list(dict.fromkeys(found))


def date_fills(incident: Incident, document: Document) -> Iterator[Fill]:
    """The day of an incident, or the day of the report as the latest."""
    told = [event.when for event in incident.events if event.when and event.when.latest]
    own = [when for when in told if when.span is not None and when.earliest]
    best = next(iter(own or told), None)
    if best is not None and best.latest:
        yield Fill((written_days(best.earliest if own else None, best.latest),))
    elif document.published:
        yield Fill((written_days(None, document.published),))


def written_days(earliest: str | None, latest: str) -> str:
    """Days as the keys write them."""
    names = {number: name for name, number in MONTHS.items()}
    one, other = (f"{int(day[8:10]):02} {names[int(day[5:7])]} {day[2:4]}" if day else "" for day in (earliest, latest))
    return other if one == other else f"{one} - {other}" if one else f"- {other}"


def place_fills(incident: Incident, located: dict[str, Located], home: str | None) -> Iterator[Fill]:
    """The place of an incident with its country."""
    own = [event.place for event in incident.events if event.place and not event.place_inferred and event.place.name]
    other = [event.place for event in incident.events if event.place and event.place.name]
    known = [place for place in (*own, *other) if (spot := located.get(place.mention or "")) and spot.place]
    place = next(iter(known or own or other), None)
    found = located.get(place.mention or "") if place else None
    country = COUNTRIES.get((found.place.country if found and found.place else None) or home or "")
    names = [
        name.upper() for name in (place.name if place else None, found.place.name if found and found.place else None) if name
    ]
    if names or country:
        yield Fill(tuple(dict.fromkeys([*names, *([country] if country else [])])))


def shown(templates: Sequence[Template]) -> str:
    """Templates in one line."""
    return " || ".join("; ".join(f"{slot}={[f.words for f in t.fills.get(slot, ())]}" for slot in SLOTS) for t in templates)
