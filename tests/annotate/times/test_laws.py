"""Laws of time expressions on any text: hand-made tokens, no tagger."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.annotate.times.read import read_times
from counterclaim.annotate.times.rulebook import rulebook
from counterclaim.annotate.whens import find_whens
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document
from counterclaim.records import Annotated

BOOK = rulebook((), "en")
EXAMPLES = [rule["example"] for rule in load().languages["en"].section("times")["rules"]]
WORDS = sorted({word for example in EXAMPLES for word in example.split()})
DAYS = [None, "2021-09-06", "0001-01-01", "9999-12-31", "not a day"]


def untagged(text: str, published: str | None) -> Annotated:
    document = make_document(text, uri="law.txt", published=published)
    return Annotated(document=document, tokens=(), sentences=(), names=(), tagger="none")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "29", "31", "February", "of", "-", "00", "\n\n"]), max_size=25), st.sampled_from(DAYS))
def test_every_expression_covers_its_own_words_and_ends_no_earlier_than_it_begins(words, published):
    page = untagged(" ".join(words), published)
    whens = list(read_times(page, BOOK))
    for when in whens:
        assert page.document.text[when.span.start : when.span.end] == when.span.text
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    starts = [(when.span.start, when.span.end) for when in whens]
    assert all(before[1] <= after[0] for before, after in pairwise(starts))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(DAYS))
def test_no_text_makes_it_raise(text, published):
    list(read_times(untagged(text, published), BOOK))


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_report_without_time_words_has_no_times(annotated, kit, days):
    page = annotated("The army took the hill. " * days if days else "")
    assert find_whens(replace(page, whens=()), kit) == ()
