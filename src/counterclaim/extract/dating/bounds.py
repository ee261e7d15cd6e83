"""The days that an expression gives an event: its own, from it, up to it, or from one to another."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extract.dating.attach import report_day
from counterclaim.extract.dating.words import Words
from counterclaim.records import Annotated, When, content_id
from counterclaim.syntax import span_of

OPENER = 12


def bounded(annotated: Annotated, when: When, words: Words) -> When:
    """The expression with the days that the words around it make of it."""
    partner = partner_of(annotated, when, words)
    if partner is not None:
        return joined(annotated, *sorted((when, partner), key=lambda one: one.earliest or ""))
    bound = words.bounds.get(word_before(annotated, when))
    published = report_day(annotated)
    if bound == "after" and published is not None and (when.earliest or "") <= published:
        return replace(when, latest=max(published, when.latest or ""), precision="interval", rule=f"{when.rule}, since")
    if bound == "before" and (when.precision != "part_of_day" or when.earliest != when.latest):
        return replace(when, earliest=None, precision="interval", rule=f"{when.rule}, before")
    return when


def word_before(annotated: Annotated, when: When) -> str:
    """The word before an expression, in lower case."""
    if when.span is None:
        return ""
    before = annotated.document.text[max(0, when.span.start - OPENER) : when.span.start].split()
    return before[-1].casefold() if before else ""


def partner_of(annotated: Annotated, when: When, words: Words) -> When | None:
    """The other end of the range that an expression is one end of."""
    place = next((n for n, other in enumerate(annotated.whens) if other.id == when.id), None)
    if place is None:
        return None
    for first, second in ((place, place + 1), (place - 1, place)):
        if first >= 0 and second < len(annotated.whens) and is_range(annotated, first, second, words):
            return annotated.whens[second if first == place else first]
    return None


def is_range(annotated: Annotated, first: int, second: int, words: Words) -> bool:
    """Whether two neighbouring expressions are the ends of a range."""
    left, right = annotated.whens[first], annotated.whens[second]
    if left.span is None or right.span is None or None in (left.earliest, right.latest):
        return False
    joint = annotated.document.text[left.span.end : right.span.start].strip().casefold()
    if joint not in words.range_joints or left.precision != right.precision:
        return False
    return not joint.isalpha() or word_before(annotated, left) in words.range_openers


def joined(annotated: Annotated, first: When, second: When) -> When:
    """One expression over two: from the first day of one to the last of the other."""
    assert first.span is not None and second.span is not None
    start, end = min(first.span.start, second.span.start), max(first.span.end, second.span.end)
    return When(
        id=content_id("when", annotated.document.id, start, end),
        span=span_of(annotated.document, start, end),
        timex_type="DATE",
        value=f"{first.value}/{second.value}",
        earliest=first.earliest,
        latest=second.latest,
        precision="interval",
        rule=f"{first.rule}, range",
    )
