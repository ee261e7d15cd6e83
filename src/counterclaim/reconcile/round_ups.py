"""Which reports tell of several happenings, so that their words, names and figures are not those of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.records import Document

MANY_BLOCKS, MANY_STREETS = 3, 5
OPENING = 300


def tells_of_several(document: Document, details: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a report is a round-up: by its addresses, deeds counted together at its opening, days summed up in its title."""
    if many_addresses(details, document, lexicon) or lexicon.several.search(opening(document)) is not None:
        return True
    return document.title is not None and lexicon.stretch.search(document.title) is not None


def many_addresses(details: Iterable[str], document: Document, lexicon: Lexicon) -> bool:
    """Whether a report gives many house blocks, or many streets and somewhere a count of several deeds."""
    counts = Counter(detail.split(" ", 1)[0] for detail in details)
    if counts["block"] >= MANY_BLOCKS:
        return True
    return counts["street"] >= MANY_STREETS and lexicon.several.search(document.text) is not None


def opening(document: Document) -> str:
    """The title and the first words of the report."""
    return f"{document.title or ''} {document.text[document.body_start : document.body_start + OPENING]}"
