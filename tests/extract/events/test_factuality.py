"""Factuality runs down the chain of words that embed an event."""

from __future__ import annotations

import pytest

from counterclaim.extract.factuality import factuality_of, scale_of
from counterclaim.knowledge.load import load
from counterclaim.syntax import tree_of

EXAMPLES = [entry["example"] for entry in load().languages["en"].section("factuality")["embedding"]]


def value(annotated, text: str, word: str) -> float:
    page = annotated(text)
    tree = tree_of(page)
    index = next(token.index for token in page.tokens if token.text == word)
    return factuality_of(tree, index, scale_of((), "en"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"])
def test_an_embedding_word_gives_the_sign_of_its_example(annotated, example):
    assert value(annotated, example["text"], example["word"]) * example["sign"] > 0


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("The rebels left the town.", "left", 2.9, 3),
        ("The province is almost entirely controlled by the rebels.", "controlled", 2.9, 3),
        ("The rebels almost took the town.", "took", -3, 0),
        ("The rebels did not leave the town.", "leave", -3, -1.5),
        ("The rebels might leave the town.", "leave", 0.5, 1.6),
        ("No rebel left the town.", "left", -3, -1.5),
        ("If the rebels leave the town, the army will enter it.", "leave", 0, 1),
        ("The army did not fail to take the town.", "take", 1, 3),
        ("The army entered the town without firing a shot.", "firing", -3, -1),
    ],
)
def test_a_chain_gives_a_value_in_its_range(annotated, text, word, low, high):
    assert low <= value(annotated, text, word) <= high
