"""The cheap look that decides which sentences are parsed."""

from dataclasses import replace

import pytest

from counterclaim.annotate import annotate
from counterclaim.annotate.gate import about_conflict, look_at, may_tell, sentences_of, stretches
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
    passages = passages_of(make_document(text, uri="a.txt"))
    return [text[slice(*part)].strip() for part in stretches(text, passages, look_at(text, passages, CUES), CUES)]


def test_a_calm_text_is_not_parsed():
    assert parts_of(CALM) == []


def test_of_a_long_text_that_is_not_about_conflict_only_what_is_near_a_plain_word_of_war_is_parsed():
    parts = parts_of(CALM + "Rebels took the bridge on Monday. " + CALM * 3 + "Mr Low took the north on Monday. " + CALM)
    assert parts == ["The price of bread rose again.", "Rebels took the bridge on Monday."]


def calm_of(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in look_at(text, [(0, len(text))], CUES).calm_parts()]


def test_what_is_calm_begins_two_sentences_after_a_plain_word_of_war_and_ends_one_before():
    text = "One ran. Two ran. Rebels ran. Four ran. Five ran. Six ran. " + CALM
    assert calm_of(text)[:3] == ["One ran.", "Six ran.", "The price of bread rose again."]


@pytest.mark.parametrize("text", ["Mr Low took the north. " * 8, WAR * 3 + CALM])
def test_nothing_is_calm_in_a_short_text_or_one_about_conflict(text):
    assert calm_of(text) == []


def test_the_calm_parts_are_the_same_with_the_gate_and_without(kit):
    document = make_document(CALM + "Rebels ran. " + CALM * 3, uri="a.txt", published="2021-09-06")
    kits = [replace(kit, settings=replace(kit.settings, gate=gate)) for gate in (True, False)]
    gated, whole = (next(annotate([document], one)) for one in kits)
    assert gated.calm == whole.calm != ()


def test_the_sentence_before_and_the_first_one_are_parsed_with_what_may_tell():
    told = "Rebels shelled them and all the soldiers fired. "
    parts = parts_of("A quiet start. " + CALM + "It was noon. " + told + CALM)
    assert parts == ["A quiet start.", "It was noon. " + told.strip()]


def test_the_sentence_before_is_left_out_where_no_pronoun_or_number_leans_on_it():
    parts = parts_of("A quiet start. " + CALM + "It was noon. Rebels shelled the soldiers. " + CALM)
    assert parts == ["A quiet start.", "Rebels shelled the soldiers."]


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
