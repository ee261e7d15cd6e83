"""The shortcut for part of speech and lemma says what the tagger's own components say."""

import importlib

import pytest

from counterclaim.annotate.taggers._words import reliance_of, words_of
from counterclaim.knowledge.load import load

SENTENCES = (
    "There is no doubt, and there were many, that they're gonna leave; let's go, he didn't say.",
    "It had been taken; I saw that it was theirs, but you have it, haven't you?",
    "That the town that fell is held by the men who've held it is what they all got to know.",
    "Y'all ain't from here, c'mon, he's got to do it and she does, doing all that there is.",
    "KABUL (AP) - Rebels' leaders said 1,200 fighters\n had left the valleys, leaving nothing on the roads.",
)


@pytest.fixture(scope="module")
def fresh():
    models = load().languages["en"].section("tagger")["spacy"]["models"]
    package = next(name for name in models if importlib.util.find_spec(name))
    return importlib.import_module(package).load


@pytest.fixture(scope="module")
def said_by_components(fresh):
    bare = fresh()
    return {sentence: [(token.pos_, token.lemma_) for token in bare(sentence)] for sentence in SENTENCES}


@pytest.fixture(scope="module")
def pipeline(fresh):
    return fresh()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_shortcut_and_the_components_agree(pipeline, said_by_components, sentence):
    words = words_of(pipeline)
    assert words.of([pipeline(sentence)]) == [said_by_components[sentence]]


def test_many_documents_at_once_get_what_each_gets_alone(pipeline, said_by_components):
    words = words_of(pipeline)
    docs = [pipeline(sentence) for sentence in SENTENCES]
    assert words.of(docs) == [said_by_components[sentence] for sentence in SENTENCES]


def test_words_met_before_are_not_asked_again(pipeline):
    words = words_of(pipeline)
    doc = pipeline(SENTENCES[0])
    words.of([doc])
    known = dict(words.known)
    words.of([doc])
    assert words.known == known


def test_patterns_of_an_unknown_kind_leave_the_components_in_charge():
    assert reliance_of([[{"LOWER": {"REGEX": "^x+$"}}, {"LOWER": "y"}]]) is None
    assert reliance_of([[{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}]]) is None
