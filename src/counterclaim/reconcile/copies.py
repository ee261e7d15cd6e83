"""Copies of one text: a reprint's claims go to the tellings of what it reprints, so that it changes nothing but the tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.reconcile.reprints import components
from counterclaim.reconcile.saying import Saying
from counterclaim.reconcile.sayings import Told
from counterclaim.reconcile.tellings import Telling
from counterclaim.records import Document, Link

COPYING = frozenset({"same text", "part of it"})


def first_printed(documents: Mapping[str, Document], links: Iterable[Link]) -> dict[str, str]:
    """For each document that copies another, the first and fullest document of those with its text."""
    home = components(sorted(documents), [(link.left, link.right) for link in links if link.rule in COPYING])
    groups: dict[str, list[str]] = {}
    for document, root in home.items():
        groups.setdefault(root, []).append(document)
    firsts = {root: min(group, key=lambda name: print_order(documents[name])) for root, group in groups.items()}
    return {document: firsts[root] for document, root in home.items() if firsts[root] != document}


def print_order(document: Document) -> tuple[str, int, str]:
    """The order of printing: by day, then the longest, then by id."""
    return (document.published or "9999", -len(document.text), document.id)


def hosts_of(told: Sequence[Told], originals: Mapping[str, str]) -> dict[str, str]:
    """For each telling of a copy, the telling of the original that rests on the same sentences; none where there is none."""
    by_document = {one.document: one for one in told}
    found: dict[str, str] = {}
    for copy, original in originals.items():
        if copy in by_document and original in by_document:
            found.update(hosts_in(by_document[copy], by_document[original]))
    return found


def hosts_in(copy: Told, original: Told) -> dict[str, str]:
    """The host of each telling of one copy."""
    marks = {telling.id: marks_of(telling, original) for telling in original.tellings}
    hosts = {}
    for telling in copy.tellings:
        own = marks_of(telling, copy)
        shared = {host: sum((own & other).values()) for host, other in marks.items()}
        best = min(shared, key=lambda host: (-shared[host], host), default=None)
        if best is not None and shared[best]:
            hosts[telling.id] = best
    return hosts


def marks_of(telling: Telling, told: Told) -> Counter[tuple[str, str, str]]:
    """What a copy keeps of each claim of a telling: its sentence, event type and stance."""
    return Counter(mark_of(saying) for home, saying in told.sayings if home == telling.id)


def mark_of(saying: Saying) -> tuple[str, str, str]:
    """What a copy keeps of a claim."""
    kind = saying.happening.kind if saying.happening else ""
    return (" ".join(saying.claim.sentence.text.split()), kind, saying.claim.stance)
