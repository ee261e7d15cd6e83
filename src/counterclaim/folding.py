"""Names folded across romanisations: keys that propose spellings of one name, and a score that compares two of them.

The letter classes are data (the knowledge table `folding`); see `reference/places_times_names.md` for what they are worth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from typing import Any

WORD = re.compile(r"[^\W\d_]+|\d+")
READINGS = 8
ALIGNED = 6


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Folding:
    """The compiled `folding` table; it compares by identity, so that results can be cached by it."""

    letters: Mapping[int, str]
    particles: frozenset[str]
    spellings: Mapping[str, str]
    left_over: Mapping[str, float]
    joined: Mapping[str, frozenset[str]]
    pattern: re.Pattern[str]
    sounds: Mapping[str, tuple[str, ...]]
    vowels: frozenset[str]
    swaps: Mapping[str, float]
    drops: Mapping[str, float]
    weights: Mapping[str, float]
    other: float
    key: Mapping[int, str]


def folding_of(page: Mapping[str, Any]) -> Folding:
    """The compiled form of the knowledge table `folding`."""
    costs = page["costs"]
    vowels = frozenset(page["vowels"])
    sounds = {letters: (str(sign),) for letters, sign in page["sounds"].items()}
    sounds |= {letters: tuple(signs) for letters, signs in page["readings"].items()}
    signs = sorted({sign for readings in sounds.values() for reading in readings for sign in reading})
    return Folding(
        letters={ord(letter): str(plain) for letter, plain in page["letters"].items()},
        particles=frozenset(page["particles"]),
        spellings=page["spellings"],
        left_over={"": costs["left_over"]} | dict.fromkeys(page["generic"], costs["generic"]),
        joined={word: frozenset(after) for word, after in page["joined"].items()},
        pattern=re.compile("|".join(sorted(sounds, key=lambda letters: (-len(letters), letters)))),
        sounds=sounds,
        vowels=vowels,
        swaps=swap_costs(page["classes"], vowels, costs["vowels"]),
        drops={sign: page["drops"].get(sign, costs["drop_vowel"] if sign in vowels else costs["drop"]) for sign in signs},
        weights={sign: costs["vowel_weight"] if sign in vowels else 1.0 for sign in signs},
        other=costs["other"],
        key={ord(sign): str(folded) for sign, folded in page["key"].items()},
    )


def swap_costs(classes: Iterable[Mapping[str, Any]], vowels: Iterable[str], between_vowels: float) -> dict[str, float]:
    """The cost of taking one sound for another, by both signs written together."""
    costs = {left + right: between_vowels for left, right in permutations(sorted(vowels), 2)}
    for group in classes:
        costs |= {left + right: float(group["cost"]) for left, right in permutations(group["sounds"], 2)}
    return costs


@lru_cache(maxsize=50_000)
def plain(text: str, table: Folding) -> str:
    """The text in lower case without marks, apostrophes and letters of other alphabets' own.

    "Mek'elē" gives "mekele".
    """
    marked = unicodedata.normalize("NFKD", text.casefold().translate(table.letters))
    return "".join(letter for letter in marked if not unicodedata.combining(letter)).translate(table.letters)


@lru_cache(maxsize=50_000)
def name_tokens(name: str, table: Folding) -> tuple[str, ...]:
    """The words of a name in plain letters, particles left out, "abd al" joined; never empty for a name with a letter.

    British spellings are put into American ones.
    """
    words = [table.spellings.get(word, word) for word in WORD.findall(plain(name, table))]
    glued: list[str] = []
    for word in words:
        if glued and word in table.joined.get(glued[-1], ()):
            glued[-1] += word
        else:
            glued.append(word)
    return tuple(word for word in glued if word not in table.particles) or tuple(glued)


@lru_cache(maxsize=50_000)
def sounds_of(word: str, table: Folding) -> tuple[str, ...]:
    """How a word may sound, one sign a sound and repeats collapsed; several where its letters are read in several ways."""
    options = [table.sounds[letters] for letters in table.pattern.findall(word)]
    if not options:
        return (word,)
    found: dict[str, None] = {}
    for reading in product(*options):
        found[collapsed("".join(reading))] = None
        if len(found) >= READINGS:
            break
    return tuple(found)


def collapsed(signs: str) -> str:
    """The signs with repeats taken out."""
    return "".join(sign for index, sign in enumerate(signs) if index == 0 or signs[index - 1] != sign)


@lru_cache(maxsize=50_000)
def fold(name: str, table: Folding) -> tuple[str, ...]:
    """The skeleton keys of a name: its consonants by class, words run together; spellings of one name share a key.

    "Panjshir", "Pandjir" and "Punjir" all give "PNSR".
    """
    readings = [sounds_of(word, table) for word in name_tokens(name, table)]
    keys: dict[str, None] = {}
    for words in product(*readings):
        joined = "".join(words)
        keys[collapsed(joined.translate(table.key)) or joined[:1]] = None
        if len(keys) >= READINGS:
            break
    return tuple(keys) if readings else ()


def name_score(left: str, right: str, table: Folding) -> float:
    """How alike two names are, from 0 to 1: words aligned, half of the score is the weakest pair, acronyms count as whole."""
    lefts, rights = name_tokens(left, table), name_tokens(right, table)
    if not lefts or not rights:
        return 0.0
    if lefts == rights:
        return 1.0
    acronyms = is_acronym(left), is_acronym(right)
    if all(acronyms):
        return 0.0
    if any(acronyms) and (matched := acronym_score(left, right)):
        return matched
    score = aligned_score(lefts, rights, table)
    return max(score, word_score("".join(lefts), "".join(rights), table)) if len(lefts) != len(rights) else score


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: two to six capitals, digits allowed behind them."""
    return bool(re.fullmatch(r"[A-Z](\.?[A-Z]){1,5}\.?\d*", name.strip()))


def acronym_score(left: str, right: str) -> float:
    """1.0 where one name is the initials of the other, with or without some of its small words, else 0.0."""
    short, long = (left, right) if is_acronym(left) else (right, left)
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    words = WORD.findall(long)
    return 1.0 if 1 < len(words) <= 2 * len(letters) + 1 and initials_fit(letters, words) else 0.0


def initials_fit(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the letters are the initials of the words in order; words in small letters may be passed over."""
    if not words:
        return not letters
    if letters and words[0][0].casefold() == letters[0] and initials_fit(letters[1:], words[1:]):
        return True
    return words[0][0].islower() and initials_fit(letters, words[1:])


def aligned_score(lefts: Sequence[str], rights: Sequence[str], table: Folding) -> float:
    """The score of the best alignment of words: mean and weakest pair in equal parts, something off for each word left over."""
    few, many = (lefts, rights) if len(lefts) <= len(rights) else (rights, lefts)
    few, many = few[:ALIGNED], many[:ALIGNED]
    pairs = best_alignment([[word_score(one, other, table) for other in many] for one in few])
    taken = {column for column, _ in pairs}
    left_over = (table.left_over.get(word, table.left_over[""]) for index, word in enumerate(many) if index not in taken)
    scores = [score for _, score in pairs]
    return max(0.0, 0.5 * sum(scores) / len(scores) + 0.5 * min(scores) - sum(left_over))


def best_alignment(grid: Sequence[Sequence[float]]) -> list[tuple[int, float]]:
    """The column and score of each row when each takes the best column that is free, strongest pairs first."""
    cells = sorted((-score, row, column) for row, scores in enumerate(grid) for column, score in enumerate(scores))
    rows: dict[int, tuple[int, float]] = {}
    columns: set[int] = set()
    for negative, row, column in cells:
        if row not in rows and column not in columns:
            rows[row] = (column, -negative)
            columns.add(column)
    return list(rows.values())


@lru_cache(maxsize=50_000)
def word_score(left: str, right: str, table: Folding) -> float:
    """How alike two words sound, from 0 to 1, by the best pair of their readings; numbers must be equal."""
    if left == right:
        return 1.0
    if left.isdigit() or right.isdigit():
        return 0.0
    return max(sound_score(one, other, table) for one in sounds_of(left, table) for other in sounds_of(right, table))


def sound_score(left: str, right: str, table: Folding) -> float:
    """One less the weighted edit distance of two sound strings over the weight of the heavier one."""
    weights = table.weights
    weight = max(sum(weights.get(sign, 1.0) for sign in left), sum(weights.get(sign, 1.0) for sign in right))
    return max(0.0, 1.0 - weighted_edit(left, right, table) / weight) if weight else 0.0


def weighted_edit(left: str, right: str, table: Folding) -> float:
    """The least cost of turning one sound string into another."""
    left, right = unshared(left, right)
    swaps, drops, other = table.swaps, table.drops, table.other
    costs = [drops.get(sign, other) for sign in right]
    row = [0.0]
    for cost in costs:
        row.append(row[-1] + cost)
    for one in left:
        drop = drops.get(one, other)
        diagonal, last = row[0], row[0] + drop
        fresh = [last]
        for index, sign in enumerate(right):
            above = row[index + 1]
            best = diagonal if one == sign else diagonal + swaps.get(one + sign, other)
            if above + drop < best:
                best = above + drop
            if last + costs[index] < best:
                best = last + costs[index]
            fresh.append(best)
            diagonal, last = above, best
        row = fresh
    return row[-1]


def unshared(left: str, right: str) -> tuple[str, str]:
    """Both strings without what they share at the start and at the end."""
    least = min(len(left), len(right))
    start = next((index for index in range(least) if left[index] != right[index]), least)
    left, right = left[start:], right[start:]
    least = min(len(left), len(right))
    end = next((index for index in range(least) if left[-1 - index] != right[-1 - index]), least)
    return left[: len(left) - end], right[: len(right) - end]
