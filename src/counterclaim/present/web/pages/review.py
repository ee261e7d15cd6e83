"""Review: a queue ordered by disagreement and weight; one card, one decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Literal, get_args

from counterclaim.errors import InputError, unknown
from counterclaim.present.brief.model import headline
from counterclaim.present.web.pages.event import claim_row, decision_line, duplicates
from counterclaim.present.web.snapshot import Snapshot, cards_by_id, once
from counterclaim.records import EVENT_TYPES, STANCES, Claim, Decision, content_id

Verdict = Literal["merge", "split", "accept", "reject", "correct", "unsure", "undo"]
VERDICTS: tuple[str, ...] = get_args(Verdict)
MOST_MATES = 12


def review_context(snapshot: Snapshot, decisions: Sequence[Decision], *, position: int, author: str) -> dict[str, Any]:
    """The card at a position of the queue, with how much is left."""
    standing = in_force(decisions)
    decided = {key for decision in standing for key in decision.records}
    queue = [key for key in once(snapshot, "queue", lambda: queue_of(snapshot)) if key not in decided]
    position = min(max(0, position), max(0, len(queue) - 1))
    claim = snapshot.index.claims[queue[position]] if queue else None
    return {
        "card": card_of(claim, snapshot) if claim else None,
        "left": len(queue),
        "made": len(standing),
        "last": decision_line(standing[-1]) if standing else None,
        "position": position,
        "previous": str(max(0, position - 1)),
        "following": str(min(position + 1, max(0, len(queue) - 1))),
        "author": author,
        "stances": STANCES,
        "types": once(snapshot, "types", lambda: types_in(snapshot)),
        "mates": mates(claim, snapshot) if claim else [],
        "history": [decision_line(decision) for decision in reversed(decisions[-30:])],
    }


def queue_of(snapshot: Snapshot) -> list[str]:
    """The claims of all events, most contested event first."""
    return [key for card in snapshot.cards for key in by_doubt(snapshot, card.id)]


def by_doubt(snapshot: Snapshot, event: str) -> list[str]:
    """The claims of an event, those that the reading is least sure of first."""
    claims = [snapshot.index.claims[key] for key in snapshot.events[event].claims if key in snapshot.index.claims]
    return [claim.id for claim in sorted(claims, key=lambda claim: (claim.confidence, claim.id))]


def card_of(claim: Claim, snapshot: Snapshot) -> dict[str, Any]:
    """A claim with the title and standing of its event."""
    event = snapshot.index.event_of[claim.id]
    first = event.standings[0] if event.standings else None
    standing = {
        "title": headline(event.title),
        "label": first.label if first else "none",
        "support": first.support if first else "none",
        "dispute": first.dispute if first else "none",
    }
    return claim_row(claim, snapshot.index) | standing


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that have not been undone, oldest first."""
    undone = {key for decision in decisions if decision.verdict == "undo" for key in decision.records}
    return [decision for decision in decisions if decision.verdict != "undo" and decision.id not in undone]


def decision_from(form: Mapping[str, str], snapshot: Snapshot, decisions: Sequence[Decision]) -> Decision:
    """The decision that a submitted form makes; raises `InputError` that says what is wrong with it."""
    verdict, author = form.get("verdict", ""), form.get("author", "").strip()
    if verdict == "save":
        verdict = meant(form)
    if verdict not in VERDICTS:
        raise InputError(unknown("verdict", verdict, VERDICTS))
    if not author or len(author) > 80:
        raise InputError("a decision needs an author of at most 80 characters")
    if verdict == "undo":
        return undo(author, decisions)
    claim = snapshot.index.claims.get(form.get("claim", ""))
    if claim is None:
        raise InputError(f"no claim {form.get('claim')!r} in this ledger")
    return decide(claim, verdict, author, form, snapshot)


def meant(form: Mapping[str, str]) -> str:
    """What saving a card means: an edit or a merge where its fields are filled in, else that the claim is read rightly.

    >>> meant({"stance": "denies"}), meant({"other": "1a2b"}), meant({})
    ('correct', 'merge', 'accept')
    """
    if form.get("stance") or form.get("type"):
        return "correct"
    return "merge" if form.get("other", "").strip() else "accept"


def undo(author: str, decisions: Sequence[Decision]) -> Decision:
    """The decision that takes back the last one in force."""
    standing = in_force(decisions)
    if not standing:
        raise InputError("there is no decision to undo")
    return make("undo", "decision", (standing[-1].id,), author)


def decide(claim: Claim, verdict: str, author: str, form: Mapping[str, str], snapshot: Snapshot) -> Decision:
    """A verdict on a claim, anchored to its words."""
    anchor = claim.content or claim.sentence
    records: tuple[str, ...] = (claim.id,)
    changes: tuple[tuple[str, str], ...] = ()
    if verdict == "correct":
        changes = edits(claim, form, snapshot)
    if verdict == "merge":
        other = snapshot.events.get(form.get("other", "").strip())
        if other is None:
            raise InputError("to merge, give the id of the other event; the event pages show it")
        records = (claim.id, *other.claims[:1])
    made = make(verdict, "claim", records, author)
    return Decision(
        id=made.id, verdict=made.verdict, record_kind="claim", records=records, author=author, made=made.made,
        document=claim.document, start=anchor.start, end=anchor.end, reason=form.get("reason", "").strip()[:500] or None,
        changes=changes,
    )  # fmt: skip


def edits(claim: Claim, form: Mapping[str, str], snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What an edit changes of a claim; raises `InputError` where it changes nothing or names what there is not."""
    known = {"stance": STANCES, "type": types_in(snapshot) if claim.event else ()}
    changes = tuple((name, form[name]) for name in known if form.get(name))
    if not changes:
        raise InputError("an edit needs a stance or a type of event; choose one, then press e")
    for name, value in changes:
        if value not in known[name]:
            raise InputError(unknown(name, value, known[name]))
    return changes


def types_in(snapshot: Snapshot) -> tuple[str, ...]:
    """The types of event that there are: the shipped ones and those in the ledger."""
    return tuple(sorted({*EVENT_TYPES, *(card.type for card in snapshot.cards)}))


def mates(claim: Claim, snapshot: Snapshot) -> list[dict[str, str]]:
    """Events that a claim's event could be merged with: possibly the same ones, then those of its type and place."""
    event = snapshot.index.event_of[claim.id]
    alike = [row["id"] for row in duplicates(event, snapshot)]
    mine, cards = cards_by_id(snapshot)[event.id], cards_by_id(snapshot)
    near = (card.id for card in snapshot.cards if card.type == mine.type and card.place == mine.place and card.id != mine.id)
    keys = dict.fromkeys((*alike, *islice(near, MOST_MATES)))
    return [{"id": key, "title": f"{cards[key].title} [{cards[key].label}]"} for key in keys]


def make(verdict: str, kind: str, records: tuple[str, ...], author: str) -> Decision:
    """A decision made now."""
    made = datetime.now(UTC).isoformat(timespec="milliseconds")
    checked: Any = verdict
    return Decision(
        id=content_id("decision", verdict, *records, author, made), verdict=checked, record_kind=kind, records=records,
        author=author, made=made,
    )  # fmt: skip
