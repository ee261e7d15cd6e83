"""Tells cheaply whether a text is in the language that it is to be read in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from counterclaim.knowledge.entries import Language

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000


def not_in_language(text: str, language: Language) -> str | None:
    """Why a text is not taken for one in the language, or None; a text too short to tell is taken."""
    data: Mapping[str, Any] = language.section("detection")
    if not data:
        return None
    words = WORD.findall(text[:SAMPLE].lower())
    letters = sum(map(len, words))
    if len(words) < data["short_words"] and letters < 5 * data["short_words"]:
        return None
    long_enough = len(words) >= data["least_words"] or letters >= 5 * data["least_words"]
    least = data["least_share"] if long_enough else data["short_share"]
    common = set(data["common"])
    share = sum(word in common for word in words) / max(1, len(words))
    if share >= least:
        return None
    return f"not in the language {language.name!r}: {share:.0%} of its words are among the commonest, {least:.0%} expected"
