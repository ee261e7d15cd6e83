"""The details that tell one happening from another like it: ages, streets and house blocks, persons who are no source.

Each is a short key, such as "age 23 year", "street harbour", "block 500 harbour" or "person karimi", so that two tellings
share a detail where they share the key. Words come from the language; speakers and holders of an office are left out, since
they return in reports of other happenings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.records import Mention, Place, Reading

WORD = re.compile(r"\w+")
AGE_IN_COMMAS = re.compile(r"(?<=\w), (\d{1,2})(?=[,.;)])")
AHEAD = 6
OLDEST = 110
LIKELY = 0.5
WIDE = frozenset({"PCL", "region"})
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailWords:
    """The words of a language that ages and addresses are told by, case folded."""

    numbers: Mapping[str, int]
    units: Mapping[str, str]
    old: frozenset[str]
    aged: frozenset[str]
    streets: frozenset[str]
    blocks: frozenset[str]
    directions: frozenset[str]


def detail_words(section: Mapping[str, Any], numbers: Mapping[str, int]) -> DetailWords:
    """The detail words of a language section; a section without them gives none."""
    found = section.get("details", {})
    return DetailWords(
        numbers={word.casefold(): number for word, number in numbers.items()},
        units={word: unit for unit, words in found.get("units", {}).items() for word in words},
        **{name: frozenset(found.get(name, ())) for name in ("old", "aged", "streets", "blocks", "directions")},
    )


def details_in(text: str, words: DetailWords) -> frozenset[str]:
    """The ages, streets and blocks that a text gives."""
    tokens = WORD.findall(text)
    folded = [token.casefold() for token in tokens]
    found = {f"age {age} year" for age in AGE_IN_COMMAS.findall(text)}
    for index, word in enumerate(folded):
        if word in words.old or word in words.aged:
            found.update(ages_at(index, folded, words))
        elif word in words.streets and not is_initials(tokens[index]):
            found.update(street_at(index, tokens, folded, words))
        elif word in words.blocks:
            found.update(block_at(index, tokens, folded, words))
    return frozenset(found)


def ages_at(index: int, folded: Sequence[str], words: DetailWords) -> Iterator[str]:
    """The age told at this word: before "old", or after "aged"."""
    if folded[index] in words.old and index > 1 and folded[index - 1] in words.units:
        age = number_of(folded[index - 2], words)
        if age is not None:
            yield f"age {age} {words.units[folded[index - 1]]}"
    if folded[index] in words.aged and index + 1 < len(folded):
        age = number_of(folded[index + 1], words)
        if age is not None:
            yield f"age {age} year"


def number_of(word: str, words: DetailWords) -> int | None:
    """The number that a word or figure stands for, if it can be an age."""
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else words.numbers.get(word)
    return number if number is not None and 0 < number <= OLDEST else None


def street_at(index: int, tokens: Sequence[str], folded: Sequence[str], words: DetailWords) -> Iterator[str]:
    """The street whose name ends at this word: the capitalised or numbered word before it."""
    if index and is_name(tokens[index - 1]) and tokens[index][0].isupper() and folded[index - 1] not in words.directions:
        yield f"street {folded[index - 1]}"


def block_at(index: int, tokens: Sequence[str], folded: Sequence[str], words: DetailWords) -> Iterator[str]:
    """The street of a house block, and the block where it has a number."""
    after = [place for place in range(index + 2, min(len(tokens), index + 2 + AHEAD)) if folded[place] not in words.directions]
    names: list[str] = []
    for place in after:
        if not is_name(tokens[place]) or folded[place] in words.streets:
            break
        names.append(folded[place])
    if not names:
        return
    closed = len(names) < len(after) and folded[after[len(names)]] in words.streets
    street = names[-1] if closed else names[0]
    yield f"street {street}"
    if index and tokens[index - 1].isdigit():
        yield f"block {tokens[index - 1]} {street}"


def is_initials(token: str) -> bool:
    """Whether a word is two capital letters, as in "Goma, DR Congo", which is no drive."""
    return len(token) == 2 and token.isupper()


def is_name(token: str) -> bool:
    """Whether a word is written as a name or a number."""
    return token[0].isupper() or token[0].isdigit()


def persons_in(reading: Reading, bounds: Sequence[Bounds]) -> frozenset[str]:
    """The persons named within these stretches who are no source of a claim and hold no office, by last name."""
    spoken = {claim.source.mention for claim in reading.claims if claim.source.mention}
    speakers = {mention.chain for mention in reading.mentions if mention.id in spoken or mention.role or mention.known}
    return frozenset(
        f"person {(mention.name or '').split()[-1].casefold()}"
        for mention in reading.mentions
        if is_person(mention) and mention.chain not in speakers and within(mention.span.start, bounds)
    )


def grounds_in(reading: Reading) -> frozenset[str]:
    """The towns, districts and provinces that a report names or that hold what it names, never whole countries."""
    named = [found.place for found in reading.located if found.place is not None and (found.probability or 0.0) >= LIKELY]
    return frozenset(f"ground {area}" for place in named for area in (place.id, *place.parents) if is_ground(area, place))


def is_ground(area: str, place: Place) -> bool:
    """Whether an area that holds a place, or is it, is smaller than a country."""
    return place.kind not in WIDE if area == place.id else area in place.parents[:-1]


def is_person(mention: Mention) -> bool:
    """Whether a mention names a person by two words or more."""
    names = (mention.name or "").split()
    return mention.kind == "person" and mention.form == "name" and len(names) > 1 and names[-1].isalpha() and len(names[-1]) > 2


def within(position: int, bounds: Sequence[Bounds]) -> bool:
    """Whether a position lies in one of these stretches."""
    return any(start <= position < end for start, end in bounds)
