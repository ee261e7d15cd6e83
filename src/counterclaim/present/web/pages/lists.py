"""The event list: filters, choices, sentences that match, one page of cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode

from counterclaim.present.brief.model import line_of
from counterclaim.present.web.snapshot import Card, Filters, Snapshot, chosen, once

PER_PAGE = 50
MATCHES = 20
ORDER = ("contested", "denied", "admitted", "corroborated", "reported", "claimed", "none")


def events_context(snapshot: Snapshot, filters: Filters, *, number: int = 1, per_page: int = PER_PAGE) -> dict[str, Any]:
    """The cards that satisfy the filters, one page of them."""
    found = chosen(snapshot.cards, filters)
    pages = max(1, -(-len(found) // per_page))
    number = min(max(1, number), pages)
    asked = {name: value for name, value in asdict(filters).items() if value}
    return {
        "total": len(found),
        "rows": found[(number - 1) * per_page : number * per_page],
        "filtered": bool(asked),
        "matches": matches_of(snapshot, found, filters.q) if filters.q else [],
        "number": number,
        "pages": pages,
        **filter_context(snapshot, filters),
        "standings": standings(snapshot, filters, found),
        "only": lambda label: (
            "/?" + urlencode({k: v for k, v in asked.items() if k != "label"} | as_of_query(snapshot) | label)
        ),
        "page_link": lambda wanted: "/?" + urlencode(asked | as_of_query(snapshot) | {"page": wanted}),
    }


def filter_context(snapshot: Snapshot, filters: Filters) -> dict[str, Any]:
    """What a page with the form of filters shows: the filters set, the choices, and what its other links keep."""
    return {
        "filters": asdict(filters),
        "choices": once(snapshot, "choices", lambda: choices_of(snapshot.cards)),
        "kept_query": {name: value for name, value in asdict(filters).items() if value},
    }


def standings(snapshot: Snapshot, filters: Filters, found: Sequence[Card]) -> list[dict[str, Any]]:
    """How many events stand how under all filters but that of the standing."""
    if filters.label:
        found = chosen(snapshot.cards, replace(filters, label=""))
    return once(snapshot, "standings", lambda: standings_of(found)) if filters == Filters() else standings_of(found)


def standings_of(cards: Sequence[Card]) -> list[dict[str, Any]]:
    """How many of some cards stand how, in words as short as a filter takes them, most contested first."""
    tally: dict[str, dict[str, Any]] = {}
    for card in cards:
        label = card.label if card.label in ("contested", "denied") else card.support
        row = tally.setdefault(label, {"label": label, "support": card.support, "dispute": "none", "number": 0})
        row["dispute"] = card.dispute if card.label == label and card.dispute != "none" else row["dispute"]
        row["number"] += 1
    return sorted(tally.values(), key=lambda row: ORDER.index(row["label"]) if row["label"] in ORDER else len(ORDER))


def as_of_query(snapshot: Snapshot) -> dict[str, str]:
    """The as-of day as a query, where there is one."""
    return {"as_of": snapshot.view.as_of} if snapshot.view.as_of else {}


def choices_of(cards: Sequence[Card]) -> dict[str, list[str]]:
    """What each filter can be set to."""
    return {
        "label": sorted({card.label for card in cards}),
        "dispute": sorted({card.dispute for card in cards}),
        "type": sorted({card.type for card in cards}),
        "party": sorted({party for card in cards for party in card.parties}),
        "source": sorted({source for card in cards for source in card.sources}),
    }


def matches_of(snapshot: Snapshot, cards: Sequence[Card], query: str) -> list[dict[str, Any]]:
    """Sentences of the found events that hold the first word of the query, with it set apart."""
    word = query.casefold().split()[0]
    found = []
    for card in cards[:PER_PAGE]:
        for key in snapshot.events[card.id].claims:
            claim = snapshot.index.claims.get(key)
            place = claim.sentence.text.casefold().find(word) if claim else -1
            if claim and place >= 0:
                found.append(match_of(snapshot, key, place, len(word)))
                if len(found) == MATCHES:
                    return found
    return found


def match_of(snapshot: Snapshot, key: str, place: int, length: int) -> dict[str, Any]:
    """One sentence cut around the word that was searched."""
    claim = snapshot.index.claims[key]
    text = claim.sentence.text
    return {
        "document": claim.document,
        "claim": claim.id,
        "who": line_of(claim, snapshot.index).who,
        "before": text[:place],
        "inside": text[place : place + length],
        "after": text[place + length :],
    }
