from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.annotate.quotations import find_quotations
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Sentence

ENGLISH = load().languages["en"]


def quotations(text: str):
    """The quotations of a text that is one sentence a paragraph."""
    sentences, start = [], 0
    for number, part in enumerate(text.split("\n\n")):
        sentences.append(Sentence(number, start, start + len(part), 0, 0))
        start += len(part) + 2
    document = make_document(text, uri="test.txt")
    page = Annotated(document=document, tokens=(), sentences=tuple(sentences), names=(), tagger="none")
    return find_quotations(page, ENGLISH)


MARKED = [
    ('"We hold the bridge," he said.', ['"We hold the bridge,"']),
    ("“We hold the bridge,” he said.", ["“We hold the bridge,”"]),
    ("«We hold the bridge», he said.", ["«We hold the bridge»"]),
    ("''We hold the bridge,'' he said.", ["''We hold the bridge,''"]),
    ("``We hold the bridge,'' he said.", ["``We hold the bridge,''"]),
    ("‘We hold the bridge,’ he said.", ["‘We hold the bridge,’"]),
    ("'We hold the bridge,' he said.", ["'We hold the bridge,'"]),
    ("”We hold the bridge,” he said.", ["”We hold the bridge,”"]),
    ("“We hold,” he said, “and we stay.”", ["“We hold,”", "“and we stay.”"]),
    ("“They called it a “special task” and left,” he said.", ["“They called it a “special task” and left,”"]),
    ("“He said ‘leave now’ and we left,” she said.", ["“He said ‘leave now’ and we left,”"]),
    ('" We hold the bridge , " he said .', ['" We hold the bridge , "']),
    ("“ We hold the bridge , ” he said .", ["“ We hold the bridge , ”"]),
    ('" We hold , " he said , " and we stay . "', ['" We hold , "', '" and we stay . "']),
    ("“We hold the\nbridge,” he said.", ["“We hold the\nbridge,”"]),
    ("The rebels' leader didn't say whose it was.", []),
    ("The men of ’82 didn’t know the rebels’ plan.", []),
    ("It was 6' tall and the army's.", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_quotations_lie_between_marks_of_one_kind(text, expected):
    assert [quote.span.text for quote in quotations(text)] == expected


def test_a_single_quotation_goes_past_the_apostrophe_of_a_plural():
    (quote,) = quotations("‘The rebels’ leader fled,’ he said.")
    assert quote.span.text == "‘The rebels’ leader fled,’"


def test_a_quotation_that_the_next_paragraph_opens_again_runs_to_its_paragraphs_end():
    first, second = quotations("“We came at dawn.\n\n“Nobody was left,” he said.")
    assert (first.span.text, first.closed) == ("“We came at dawn.", False)
    assert (second.span.text, second.closed) == ("“Nobody was left,”", True)


def test_a_quotation_runs_over_lines_that_are_sentences():
    found = quotations("“We came at dawn.\nNobody was left,” he said.\nThe mayor said: “It is over.”")
    assert [quote.span.text for quote in found] == ["“We came at dawn.\nNobody was left,”", "“It is over.”"]


def test_a_mark_without_a_partner_costs_only_its_own_quotation():
    found = quotations("“We came at dawn, he said.\n\nThe mayor said: “Nobody was left.”")
    assert [quote.span.text for quote in found] == ["“Nobody was left.”"]


def test_a_stray_closing_mark_is_passed_over():
    found = quotations("We came at dawn,” he said. “Nobody was left.”")
    assert [quote.span.text for quote in found] == ["“Nobody was left.”"]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("Several “rebels” had fled.", True),
        ("The “war vortex” is over.", True),
        ("“Never,” he said.", False),
        ("He said: “Never”.", False),
        ("He called it “a lie that nobody should believe”.", False),
    ],
)
def test_a_word_or_two_in_marks_are_distance_not_speech(text, scare):
    assert [quote.scare for quote in quotations(text)] == [scare]


def test_offsets_leave_the_marks_out_of_the_inner_range():
    (quote,) = quotations("He said “go now please” twice.")
    assert "He said “go now please” twice."[quote.inner_start : quote.inner_end] == "go now please"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .,\n“”\"'‘’«»`"))
def test_quotations_of_any_text_are_ordered_and_apart(text):
    found = quotations(text)
    assert all(quote.span.text == text[quote.span.start : quote.span.end] for quote in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
