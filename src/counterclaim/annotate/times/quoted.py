"""Words between quotation marks count their days from the day on which they were spoken, where the report tells it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from counterclaim.annotate.times.resolving import place_of, resolved
from counterclaim.annotate.times.rulebook import Rulebook
from counterclaim.annotate.times.scan import Found
from counterclaim.annotate.times.tense import governor
from counterclaim.annotate.times.thread import Thread
from counterclaim.records import Annotated
from counterclaim.syntax import Tree

# what counts from the day of speaking, and what tells that day
DEICTIC = ("near day", "overnight", "ago", "near unit", "weekday")
TELLING = ("date", "weekday", "near day", "iso")


def day_spoken(
    annotated: Annotated, tree: Tree, matches: Sequence[Found], number: int, thread: Thread, book: Rulebook
) -> date | None:
    """The day on which the quotation that a match stands in was spoken; None outside quotations or where it is not told."""
    found = matches[number]
    if thread.narrative or found.rule.make not in DEICTIC or not in_quotation(annotated, found):
        return None
    sentence = sentence_of(tree, found)
    for other in matches[max(0, number - 3) : number + 4]:
        near = other is not found and other.rule.make in TELLING and sentence_of(tree, other) == sentence
        if near and not in_quotation(annotated, other) and hangs_on_saying(tree, other, book):
            stretch = resolved(other, thread, place_of(other, tree, annotated.document.text, book.section.get("tense", {})))
            return stretch.earliest if stretch is not None and stretch.precision in ("day", "part_of_day") else None
    return None


def in_quotation(annotated: Annotated, found: Found) -> bool:
    """Whether a match stands between quotation marks that hold more than a word or two."""
    place = bisect_right(annotated.quotations, found.start, key=lambda quotation: quotation.inner_start) - 1
    if place < 0:
        return False
    quotation = annotated.quotations[place]
    return not quotation.scare and found.end <= quotation.inner_end


def sentence_of(tree: Tree, found: Found) -> int | None:
    """The sentence that a match stands in."""
    index = tree.at(found.start)
    return tree.tokens[index].sentence if index is not None else None


def hangs_on_saying(tree: Tree, found: Found, book: Rulebook) -> bool:
    """Whether the nearest verb above a match is one of saying."""
    index = tree.at(found.start)
    verb = governor(tree, index) if index is not None else None
    return verb is not None and tree.tokens[verb].lemma.casefold() in book.sayings
