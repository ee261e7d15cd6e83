"""The cheap look that decides which sentences are parsed."""

from dataclasses import replace

import pytest

from counterclaim.annotate import annotate
from counterclaim.annotate.gate import about_conflict, may_tell, sentences_of, stretches
from counterclaim.annotate.gate.cues import cues_of
from counterclaim.annotate.passages import passages_of
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document

CUES = cues_of((), "en")
EXAMPLES = load().languages["en"].section("gate")["examples"]
DOCUMENTS = load().languages["en"].section("gate")["documents"]
CALM = "The price of bread rose again. " * 20
WAR = "Rebels and soldiers shelled them. "


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_example(example):
    assert may_tell(example["text"], CUES) is example["tells"]


@pytest.mark.parametrize("example", DOCUMENTS, ids=lambda example: example["text"])
def test_example_of_a_document(example):
    text = example["text"] * 20
    assert about_conflict(text, [(0, len(text))], CUES) is example["conflict"]


def test_a_name_of_an_armed_group_counts_once_however_often_it_stands():
    text = "The Taliban met the mayor. " * 20
    assert about_conflict(text, [(0, len(text))], CUES) is False


def test_words_outside_the_passages_do_not_count():
    text = WAR + CALM
    assert about_conflict(text, [(len(WAR), len(text))], CUES) is False


def test_every_example_of_a_trigger_gets_through():
    kinds = [kind for kind in load().events.values() if kind.name != "other"]
    sentences = [
        example
        for kind in kinds
        for entries in (kind.data.get("triggers") or {}).get("en", {}).values()
        for entry in entries
        for example in (entry.get("example"), *entry.get("examples", ()))
        if isinstance(example, str) and entry.get("type") != "other"
    ]
    held_back = [sentence for sentence in sentences if not may_tell(sentence, CUES)]
    assert len(sentences) > 100
    assert held_back == []


def parts_of(text: str) -> list[str]:
    document = make_document(text, uri="a.txt")
    return [text[start:end].strip() for start, end in stretches(text, passages_of(document), CUES)]


def test_a_calm_text_is_not_parsed():
    assert parts_of(CALM) == []


def test_a_long_text_that_is_not_about_conflict_is_not_parsed_for_one_sentence():
    assert parts_of(CALM + "Rebels took the bridge on Monday. " + CALM * 3) == []


def test_the_sentence_before_and_the_first_one_are_parsed_with_what_may_tell():
    parts = parts_of("A quiet start. " + CALM + "It was noon. " + WAR + CALM)
    assert parts == ["A quiet start.", "It was noon. " + WAR.strip()]


def test_a_short_text_is_parsed_whole():
    text = "Nobody spoke of it. Rebels took the bridge on Monday. Bread was dear."
    assert parts_of(text) == [text]


def test_initials_and_titles_end_no_sentence():
    parts = ["The U.S. Army and Lt. Low left.", "It rained."]
    text = " ".join(parts)
    assert [text[start:end].strip() for start, end in sentences_of(text, 0, len(text))] == parts


def test_what_is_not_parsed_is_counted_and_spans_stay_in_place(kit):
    text = CALM + WAR + CALM.strip()
    gated = replace(kit, settings=replace(kit.settings, gate=True))
    (found,) = annotate([make_document(text, uri="a.txt", published="2021-09-06")], gated)
    assert found.skipped > len(text) / 2
    assert all(text[token.start : token.end] == token.text for token in found.tokens)


def test_a_text_without_any_parsed_sentence_gives_no_records(kit):
    gated = replace(kit, settings=replace(kit.settings, gate=True))
    (found,) = annotate([make_document(CALM, uri="a.txt")], gated)
    assert (found.tokens, found.mentions, found.whens, found.skipped) == ((), (), (), len(CALM.strip()))
