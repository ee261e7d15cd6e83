"""What in the words of two names makes them the names of two: a splitting word, a given name of two words beside one of one."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.folding import Folding, word_score
from counterclaim.knowledge.tables import TellingWords

ALIKE = 0.9


def splitting_word(ones: Sequence[str], twos: Sequence[str], telling: TellingWords) -> str | None:
    """A word or number that only one of two names has and that makes them two things."""
    for word in (*sorted(set(ones) - set(twos)), *sorted(set(twos) - set(ones))):
        if word in telling.splitting or word.isdigit():
            return word
    return None


def compound_given(ones: Sequence[str], twos: Sequence[str], telling: TellingWords, table: Folding) -> str | None:
    """The given name of two words in one full name whose first half alone stands in the other, under one surname, or None."""
    short, long = sorted((ones, twos), key=len)
    if len(short) < 2 or len(long) == len(short) or long[0] not in telling.compounding:
        return None
    ends = (long[0], short[0]), (long[-1], short[-1])
    if any(word_score(one, other, table) < ALIKE for one, other in ends):
        return None
    return None if any(word_score(long[1], word, table) >= ALIKE for word in short) else f"{long[0]} {long[1]}"
