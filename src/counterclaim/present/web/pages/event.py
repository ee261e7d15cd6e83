"""The event page: standing by facet, lanes of claims, figures, history, lost attribution, likely duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from counterclaim.present.brief.model import LANE_OF, LANES, headline, line_of, number_of
from counterclaim.present.index import Index
from counterclaim.present.web.snapshot import Snapshot, card_of, once
from counterclaim.records import Claim, Decision, Event, Figure, Link, Reading, View

MOST_STEPS = 12


def event_context(
    snapshot: Snapshot, event: Event, *, history: Sequence[dict[str, Any]] = (), decisions: Sequence[Decision] = (),
    lost: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """Everything that the page of an event shows."""
    return {
        "card": card_of(event, snapshot.index),
        "reported": [day[:10] for day in (event.first_reported, event.last_reported) if day],
        "standings": event.standings,
        "lanes": lanes(event, snapshot),
        "figures": [figure(row) for row in event.figures],
        "history": history,
        "lost": lost,
        "duplicates": duplicates(event, snapshot),
        "decisions": [decision_line(row) for row in decisions if concerns(row, event, snapshot)],
    }


def lanes(event: Event, snapshot: Snapshot) -> list[dict[str, Any]]:
    """The lanes that hold anything, in reading order; what reprints repeat stands once, with a link to each."""
    index, origin_of = snapshot.index, once(snapshot, "origin_of", lambda: origins_by_document(snapshot.view))
    silent = [key for standing in event.standings for tally in standing.silent for key in tally.claims]
    rows: dict[str, list[dict[str, Any]]] = {lane: [] for lane in LANES}
    for key in dict.fromkeys((*event.claims, *silent)):
        claim = index.claims.get(key)
        if claim:
            shown = "shows as evidence" if claim.evidence and claim.stance == "asserts" else LANE_OF.get(claim.stance, "says")
            rows[shown].append(claim_row(claim, index) | {"origin": origin_of.get(claim.document, claim.document)})
    return [
        {"title": title, "key": title.replace(" ", "-"), "claims": told_once(sorted(found, key=by_day)), "number": len(found)}
        for title, found in rows.items()
        if found
    ]


def origins_by_document(view: View) -> dict[str, str]:
    """The origin of every document."""
    return {document: origin.id for origin in view.origins for document in origin.documents}


def told_once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with those of one origin, voice and wording under the first of them, as `again`."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        key = (row["origin"], row["who"], row["stance"], row["content"])
        if key in found:
            found[key]["again"].append(row)
        else:
            found[key] = row | {"again": []}
    return list(found.values())


def by_day(row: dict[str, Any]) -> tuple[str, str, int]:
    """A sort key by day, file and offset."""
    return row["said"] or row["published"] or "9999", row["file"], row["start"]


def claim_row(claim: Claim, index: Index) -> dict[str, Any]:
    """One claim as a page shows it, its content set apart within its sentence."""
    document, line = index.document(claim), line_of(claim, index)
    event = index.event_of.get(claim.id)
    return {
        "id": claim.id,
        "who": line.who,
        "via": line.via,
        "stance": claim.stance,
        "channel": claim.channel,
        "certainty": claim.certainty,
        "said": (claim.said.earliest or "")[:10] if claim.said else "",
        "published": (document.published or "")[:10],
        "translated": document.translated_from,
        "document": document.id,
        "publisher": document.publisher or "publisher not known",
        "file": document.uri.rsplit("/", 1)[-1],
        "start": line.start,
        "answers": [answer.claim for answer in claim.answers if answer.claim in index.claims],
        "event": event.id if event else None,
        "event_title": headline(event.title) if event else "",
        "type": claim.event.type if claim.event else "no event",
        "content": claim.content.text if claim.content else claim.sentence.text,
        **cut(claim),
    }


def cut(claim: Claim) -> dict[str, Any]:
    """The sentence before, inside and after the content; `before` is None where the content lies outside it."""
    sentence, content = claim.sentence, claim.content
    if content is None or content.start < sentence.start or content.start >= sentence.end:
        return {"before": None, "inside": "", "after": "", "sentence": sentence.text}
    first, last = content.start - sentence.start, min(content.end, sentence.end) - sentence.start
    return {
        "before": sentence.text[:first],
        "inside": sentence.text[first:last],
        "after": sentence.text[last:],
        "sentence": sentence.text,
    }


def figure(row: Figure) -> dict[str, Any]:
    """One count as a table row."""
    return {
        "measure": row.measure, "number": number_of(row), "who": row.who, "name": row.name,
        "day": (row.day or "")[:10], "superseded": row.superseded,
    }  # fmt: skip


def duplicates(event: Event, snapshot: Snapshot) -> list[dict[str, str]]:
    """Events that are possibly the same, with the reason."""
    alike = once(snapshot, "alike", lambda: possibly_same(snapshot.view.links))
    found: dict[str, str] = {}
    for other, reason in (pair for key in (event.id, *event.claims) for pair in alike.get(key, ())):
        target = snapshot.index.event_of.get(other) or snapshot.events.get(other)
        if target and target.id != event.id:
            found.setdefault(target.id, reason)
    return [{"id": key, "title": snapshot.events[key].title, "reason": reason} for key, reason in found.items()]


def possibly_same(links: Iterable[Link]) -> dict[str, list[tuple[str, str]]]:
    """For each record the others that are possibly the same happening, with the reason."""
    found: dict[str, list[tuple[str, str]]] = {}
    for link in links:
        if link.kind == "same_event" and link.verdict == "possible":
            found.setdefault(link.left, []).append((link.right, link.reason))
            found.setdefault(link.right, []).append((link.left, link.reason))
    return found


def concerns(decision: Decision, event: Event, snapshot: Snapshot) -> bool:
    """Whether a decision is on this event or a claim of it, or took a claim out of one of its reports."""
    if {event.id, *event.claims} & set(decision.records):
        return True
    return decision.document in event.documents and not any(record in snapshot.index.claims for record in decision.records)


def decision_line(decision: Decision) -> str:
    """One decision as a line of history."""
    reason = f": {decision.reason}" if decision.reason else ""
    changed = "".join(f", {name} to {value}" for name, value in decision.changes)
    return f"{decision.made[:16]} {decision.author}: {decision.verdict} {decision.record_kind}{changed}{reason}"


def history_of(
    event: Event,
    readings: Sequence[Reading],
    view_of_readings: Callable[[Sequence[Reading], str], View],
    days: Sequence[str],
) -> list[dict[str, Any]]:
    """How the first facet stood on each day on which something new about the event was published."""
    claims = set(event.claims)
    steps = []
    for day in days[-MOST_STEPS:]:
        then = next((known for known in view_of_readings(readings, day).events if claims & set(known.claims)), None)
        if then and then.standings:
            steps.append(step_of(then, day))
    return steps


def step_of(then: Event, day: str) -> dict[str, Any]:
    """How an event stood on a day."""
    first = then.standings[0]
    return {
        "day": day, "label": first.label, "support": first.support, "dispute": first.dispute,
        "documents": len(then.documents),
    }  # fmt: skip
