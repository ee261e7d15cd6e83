"""How reconciling grows: hand-made reports, 30 in 100 of them on one city, one party and one week; seconds a document.

Run as `python -m benchmarks.reconcile_growth 1000 10000 100000`.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from counterclaim.engines import one
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.reconcile.view import reconcile
from counterclaim.records import Claim, Document, EventMention, Located, Party, Place, Reading, Span, When

HOT_SHARE = 0.3
TYPES = ("attack", "airstrike", "shelling", "bombing", "clash", "kill")
START = date(2021, 1, 1)


def main() -> None:
    """Prints documents, seconds, seconds per thousand documents and events for each size."""
    for size in [int(word) for word in sys.argv[1:]] or [1000, 10_000]:
        made = [reading(index, random.Random(index)) for index in range(size)]
        began = time.perf_counter()
        view = reconcile(made, (), (), one, Settings(), knowledge=load())
        took = time.perf_counter() - began
        print(
            f"{size:7d} documents {took:8.1f} s {1000 * took / size:7.2f} s a thousand {len(view.events):7d} events", flush=True
        )


def reading(index: int, dice: random.Random) -> Reading:
    """One short report with two claims, on the hot city, party and week or on any of many others."""
    hot = dice.random() < HOT_SHARE
    city = 0 if hot else dice.randrange(1, 2000)
    day = (START + timedelta(days=dice.randrange(7) if hot else dice.randrange(700))).isoformat()
    side = "Side 0" if hot else f"Side {dice.randrange(1, 40)}"
    text = " ".join(f"word{dice.randrange(30_000)}" for _ in range(60))
    document = Document(id=f"d{index}", uri=f"{index}.txt", text=text, text_hash="", source_hash="", published=day)
    place = Place(id=f"c{city}", name=f"City {city}", kind="PPL", country="XX", latitude=city % 90, longitude=city % 180)
    located = Located(mention="m", place=place, probability=1.0, rule="made", reason="made")
    claims = tuple(claim(document, number, dice.choice(TYPES), side, day, place.name) for number in range(2))
    return Reading(document=document, claims=claims, located=(located,))


def claim(document: Document, number: int, kind: str, side: str, day: str, city: str) -> Claim:
    """One claim of the narrator on one event."""
    start = 40 * number
    span = Span(document=document.id, start=start, end=start + 30, text=document.text[start : start + 30])
    when = When(id=day, span=span, timex_type="DATE", value=day, earliest=day, latest=day, precision="day", rule="made")
    event = EventMention(
        id=f"{document.id} {number}",
        document=document.id,
        span=span,
        trigger=span,
        type=kind,
        roles=(("agent", (Party(span=None, kind="group", name=side, side=side),)),),
        place=Party(span=None, kind="place", name=city, mention="m"),
        when=when,
    )
    source = Party(span=None, kind="narrator")
    name = f"{document.id} claim {number}"
    return Claim(id=name, document=document.id, attribution=None, sentence=span, source=source, stance="asserts", event=event)


if __name__ == "__main__":
    main()
