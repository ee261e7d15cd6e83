"""Whether a text is in the language that it is to be read in."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.load import load
from counterclaim.read.language import not_in_language

ENGLISH = load().languages["en"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Armee hat nach eigenen Angaben die Stadt erobert. Das teilte ein Sprecher mit. Die Rebellen wiesen dies zurück.",
        "L'armée affirme avoir repris la ville lundi matin. Un porte-parole des rebelles a démenti cette information.",
    ],
)
def test_a_short_text_in_another_language_is_left_out(text):
    assert "not in the language" in (not_in_language(text, ENGLISH) or "")


@pytest.mark.parametrize(
    "text", ["Army seizes Kunduz, Taliban deny", "The army said that it had taken the town and that the rebels had fled.", ""]
)
def test_a_short_english_text_is_taken(text):
    assert not_in_language(text, ENGLISH) is None
