"""Slips of the parser: the tree that the rules read is the one that the words mean."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.annotate.slips import mended, slips_of
from counterclaim.knowledge.load import load
from counterclaim.records import Sentence, Token

SLIPS = slips_of(load().languages["en"])
POS = ("NOUN", "VERB", "AUX", "PUNCT", "PROPN", "ADJ", "NUM")
RELATIONS = ("subject", "object", "auxiliary", "noun_adverbial", "compound", "conjunct", "clause", "root")
WORDS = ("shelling", "hours", "later", "said", ",", "residents", "death", "killed")


def tree_of(*rows):
    """Tokens of one sentence from rows of word, lemma, part of speech, form, relation, head."""
    tokens = [Token(index, index, index + 1, *row, 0) for index, row in enumerate(rows)]
    return tokens, [Sentence(0, 0, len(rows), 0, len(rows))]


def arcs(*rows):
    tokens, sentences = tree_of(*rows)
    return [(token.text, token.pos, token.relation, token.head) for token in mended(tokens, sentences, SLIPS)]


def test_a_noun_of_what_happened_before_a_verb_is_its_subject():
    found = arcs(
        ("Army", "army", "NOUN", "singular", "subject", 2),
        ("shelling", "shell", "AUX", "gerund", "auxiliary", 2),
        ("killed", "kill", "VERB", "past", "root", 2),
    )
    assert found[:2] == [("Army", "NOUN", "compound", 1), ("shelling", "NOUN", "subject", 2)]


def test_a_helping_verb_stays_one():
    row = ("being", "be", "AUX", "gerund", "auxiliary", 1)
    assert arcs(row, ("shelled", "shell", "VERB", "participle", "root", 1))[0] == ("being", "AUX", "auxiliary", 1)


def test_what_stands_before_a_length_of_time_is_the_object():
    found = arcs(
        ("confirmed", "confirm", "VERB", "past", "root", 0),
        ("his", "his", "PRON", "possessive", "possessive", 3),
        ("death", "death", "NOUN", "singular", "compound", 3),
        ("hours", "hour", "NOUN", "plural", "noun_adverbial", 4),
        ("later", "later", "ADV", "comparative", "adverb", 0),
    )
    assert found[1:3] == [("his", "PRON", "possessive", 2), ("death", "NOUN", "object", 0)]


def test_sources_that_close_a_sentence_are_none_of_those_told_of():
    found = arcs(
        ("killing", "kill", "VERB", "gerund", "clause", 6),
        ("villagers", "villager", "NOUN", "plural", "object", 0),
        (",", ",", "PUNCT", "", "punctuation", 1),
        ("residents", "resident", "NOUN", "plural", "conjunct", 1),
        ("and", "and", "CCONJ", "", "coordinator", 3),
        ("monitors", "monitor", "NOUN", "plural", "conjunct", 3),
        ("said", "say", "VERB", "past", "root", 6),
    )
    assert found[3] == ("residents", "NOUN", "subject", 6)


FORMS = ("gerund", "past", "")
ROWS = st.tuples(
    st.sampled_from(WORDS), st.sampled_from(POS), st.sampled_from(FORMS), st.sampled_from(RELATIONS), st.integers(0, 7)
)


@given(st.lists(ROWS, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_whatever_the_tree_each_word_stays_in_its_place(rows):
    tokens, sentences = tree_of(*((w, w, pos, form, rel, min(head, len(rows) - 1)) for w, pos, form, rel, head in rows))
    found = mended(tokens, sentences, SLIPS)
    assert [(token.index, token.start, token.text) for token in found] == [(t.index, t.start, t.text) for t in tokens]
    assert all(0 <= token.head < len(tokens) for token in found)


def test_of_two_subjects_of_a_telling_the_first_is_told_of():
    found = arcs(
        ("militiamen", "militiaman", "NOUN", "plural", "subject", 5),
        ("killed", "kill", "VERB", "participle", "participle", 0),
        ("villagers", "villager", "NOUN", "plural", "object", 1),
        (",", ",", "PUNCT", "", "punctuation", 5),
        ("monitors", "monitor", "NOUN", "plural", "subject", 5),
        ("said", "say", "VERB", "past", "root", 5),
    )
    assert found[:2] == [("militiamen", "NOUN", "subject", 1), ("killed", "VERB", "clause", 5)]
    assert found[4] == ("monitors", "NOUN", "subject", 5)
