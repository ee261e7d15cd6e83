"""Measures every page and query of the web interface over 100,000 claims: `python -m benchmarks.web_speed [CLAIMS]`.

The ledger is the shipped example many times over, each copy with ids and days of its own.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from fastapi.testclient import TestClient

from counterclaim.cli.run import example_folder
from counterclaim.codec import decode, encode, rarely_collected
from counterclaim.flow import run, view_of, view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.app import create_app
from counterclaim.records import Decision, Reading, View

ID = re.compile(rb'"[0-9a-f]{16}"')
DAY = re.compile(rb"2021-(\d\d)-(\d\d)")
TIMES = 9
LIMIT_MS = {"search": 300.0}
PAGE_MS = 150.0
LIST_KB = 300.0


@dataclass(frozen=True, slots=True)
class ViewSource:
    """A view in memory as the web interface reads it."""

    whole: View
    name: str = "benchmark"
    readonly: bool = False

    def view(self, as_of: str | None) -> View:
        """The whole view, whatever the day."""
        return replace(self.whole, as_of=as_of)

    def days(self) -> Sequence[str]:
        """The days of the view."""
        return tuple(sorted({document.published[:10] for document in self.whole.documents if document.published}))

    def prepare(self, as_of: str) -> None:
        """Nothing: the view is there."""

    def view_of_readings(self, readings: Sequence[Reading], as_of: str) -> View:
        """What some readings say by a day, computed as from a ledger."""
        return view_of(readings, Settings(), as_of=as_of)

    def decisions(self) -> Sequence[Decision]:
        """No decisions."""
        return ()

    def orphaned(self) -> Sequence[Decision]:
        """No decisions."""
        return ()

    def decide(self, decision: Decision) -> None:
        """Keeps nothing."""


def example_view() -> View:
    """What the shipped example says."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "example.db", create=True) as ledger:
        run([str(example_folder())], ledger, Settings())
        return view_of_ledger(ledger, Settings())


def copies(view: View, number: int) -> Iterator[View]:
    """The view again and again, each time with other ids and another month."""
    data = encode(view)
    return (decode(copied(data, copy), View) for copy in range(number))


def copied(data: bytes, copy: int) -> bytes:
    """The view's JSON with ids and a month of this copy's own."""
    month = b"%d-%02d" % (2000 + copy // 12 % 24, copy % 12 + 1)
    moved = DAY.sub(lambda found: month + b"-%02d" % min(28, int(found[2])), data)
    return ID.sub(lambda found: b'"%05x' % copy + found[0][6:], moved)


def joined(views: Sequence[View]) -> View:
    """Several views as one."""
    rows = {
        name: tuple(row for view in views for row in getattr(view, name))
        for name in ("documents", "readings", "entities", "origins", "links", "events", "control")
    }
    return View(as_of=None, **rows)


def addresses(view: View) -> dict[str, str]:
    """Every page by name, the largest event and the longest report among them."""
    event = max(view.events, key=lambda event: len(event.documents))
    reading = max(view.readings, key=lambda reading: len(reading.claims))
    entity = max(view.entities, key=lambda entity: sum(count for _, count in entity.spellings))
    pages = {
        name: f"/{name}" for name in ("map", "timeline", "reports", "who", "where", "sources", "review", "decisions", "changes")
    }
    return pages | {
        "events": "/", "filter": "/?label=contested&type=capture", "search": "/?q=Panjshir+captured",
        "search, nothing found": "/?q=zzzz", "event": f"/events/{event.id}", "report": f"/reports/{reading.document.id}",
        "entity": f"/who/{entity.id}", "api events": "/api/events", "api claims": "/api/claims?stance=denies",
        "api who": "/api/who/Taliban",
    }  # fmt: skip


def measured(client: TestClient, address: str) -> tuple[float, float, float]:
    """The median milliseconds of a page by the clock and on the processor, after one request to warm up, and its kilobytes."""
    size = len(client.get(address).raise_for_status().content) / 1000
    spent, worked = [], []
    for _ in range(TIMES):
        began, busy = perf_counter(), process_time()
        client.get(address)
        spent.append((perf_counter() - began) * 1000)
        worked.append((process_time() - busy) * 1000)
    return median(spent), median(worked), size


def main() -> None:
    """Prints one line a page and exits 1 where one is over its limit."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    example = example_view()
    claims = sum(len(reading.claims) for reading in example.readings)
    with rarely_collected():
        view = joined(list(copies(example, -(-wanted // claims))))
    print(f"{sum(len(one.claims) for one in view.readings)} claims, {len(view.events)} events, {len(view.documents)} reports")
    app = create_app(ViewSource(view))
    app.state.snapshots.patience = 3600.0
    client = TestClient(app)
    began = perf_counter()
    client.get("/keys")
    print(f"look-ups made once: {perf_counter() - began:.1f} s")
    over = False
    for name, address in addresses(view).items():
        began = perf_counter()
        client.get(address)
        first = (perf_counter() - began) * 1000
        spent, worked, size = measured(client, address)
        bad = spent > LIMIT_MS.get(name.split(",")[0], PAGE_MS) or (name == "events" and size > LIST_KB)
        over = over or bad
        line = f"{name:24}{spent:9.1f} ms median {worked:9.1f} ms busy {first:9.1f} ms first {size:9.1f} KB"
        print(line + ("  OVER" if bad else ""), flush=True)
    sys.exit(over)


if __name__ == "__main__":
    main()
