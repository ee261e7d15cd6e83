from __future__ import annotations

import pytest


def named(annotated, text: str, words: str):
    return [mention for mention in annotated(text).mentions if mention.span.text == words]


def test_one_word_of_a_body_stands_for_it(annotated) -> None:
    text = "The Northern Relief Observatory counted nine dead. The Observatory said the raid went on."
    (mention,) = named(annotated, text, "Observatory")
    assert mention.name == "Northern Relief Observatory"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Damascus was hit. Syrias army left the town.", "Syrias", "Syria"),
        ("The town fell. SDFs statement named the village in northern Syria.", "SDFs", "Syrian Democratic Forces"),
        ("The Syrian army shelled Aleppo. The Assad regimes envoy denied it.", "Assad regimes", "Assad government"),
    ],
)
def test_a_possessive_without_its_apostrophe_is_the_name(annotated, text, words, name) -> None:
    found = named(annotated, text, words)
    assert [mention.name for mention in found] == [name]


def test_a_state_that_speaks_has_its_government_for_a_side(annotated) -> None:
    (mention,) = [
        m for m in annotated("Washington said on Monday that the raid had failed.").mentions if m.span.text == "Washington"
    ]
    assert mention.side == "US government"
