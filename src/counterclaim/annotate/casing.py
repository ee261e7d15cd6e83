"""Puts passages in capitals into usual case for the tagger; every character stays where it is, so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from counterclaim.knowledge.entries import Language

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:]['\"”’)\]]*\s+$|^\W*$")
SHORT = 3
FEWEST_LETTERS = 20
FEWEST_WORDS = 4
VOWELS = re.compile(r"[AEIOUYÀ-Ý]")


@dataclass(frozen=True, slots=True)
class Casing:
    """The words that stand in lower case, the months, the small words inside names, and the words of names of bodies."""

    lower: frozenset[str]
    months: frozenset[str]
    linking: frozenset[str]
    banners: frozenset[str]
    bodies: frozenset[str]


def usual_case(text: str, language: Language, *, title: bool = False) -> str:
    """The text in usual case where it is in capitals (or is a title with capitals throughout), else the text itself."""
    section = language.section("casing")
    if not section:
        return text
    if is_capitals(text):
        return recased(text, casing_in(section), titled=False)
    if title and is_titled(text):
        return recased(text, casing_in(section), titled=True)
    return read_as_names(text, section.get("read_as", {}))


def read_as_names(text: str, table: Mapping[str, str]) -> str:
    """The text with acronyms that are also words ("IS") in the shape of ones that are not, where no capitals stand beside."""
    for word, shape in table.items():
        if word in text:
            text = re.sub(rf"(?<![A-Z]{{2}} )\b{re.escape(word)}\b(?! [A-Z]{{2}})", shape, text)
    return text


def casing_in(section: Mapping[str, Any]) -> Casing:
    """The look-up sets of a language's casing section."""
    return casing_of(section["lower"], *(tuple(section.get(key, ())) for key in ("months", "linking", "banners", "bodies")))


@cache
def casing_of(
    lower: str, months: Sequence[str], linking: Sequence[str], banners: Sequence[str], bodies: Sequence[str]
) -> Casing:
    """The look-up sets of these words."""
    sets = (frozenset(words) for words in (lower.split(), months, linking, banners, bodies))
    return Casing(*sets)


def is_capitals(text: str) -> bool:
    """Whether nearly every letter of a text is a capital."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= FEWEST_LETTERS and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def is_titled(text: str) -> bool:
    """Whether nearly every longer word begins with a capital."""
    words = [word for word in WORD.findall(text) if len(word) > SHORT]
    return len(words) >= FEWEST_WORDS and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def recased(text: str, casing: Casing, *, titled: bool) -> str:
    """The text word by word in usual case."""
    words = list(WORD.finditer(text))
    named = names_of_acronyms(text, words, casing)
    named |= frozenset() if titled else names_of_bodies(text, words, casing)
    pieces, end = [], 0
    for number, match in enumerate(words):
        before = text[end : match.start()]
        pieces += [before, recased_word(text, number, words, casing, named, titled=titled)]
        end = match.end()
    return "".join([*pieces, text[end:]])


def recased_word(
    text: str, number: int, words: Sequence[re.Match[str]], casing: Casing, named: frozenset[int], *, titled: bool
) -> str:
    """One word in usual case: lower where news writes it so, else with a capital; acronyms stay as they are."""
    match = words[number]
    word, start = match.group(), match.start()
    plain = lowered(word)
    begins = bool(SENTENCE_END.search(text[max(0, start - 6) : start]))
    common = plain in casing.lower or plain.split("'")[0].split("’")[0] in casing.lower
    if is_month_by_number(text, match, plain, casing) or number in named:
        return capital(word, plain)
    if titled and not common:
        return word
    if common:
        return capital(word, plain) if begins else plain
    bracketed = text[start - 1 : start] in ("[", "(") and text[match.end() : match.end() + 1] in ("]", ")")
    if (len(word) > 1 and not VOWELS.search(word)) or (bracketed and len(word) <= 6):
        return word
    return capital(word, plain)


def is_month_by_number(text: str, match: re.Match[str], plain: str, casing: Casing) -> bool:
    """Whether a word is the name of a month next to a number."""
    if plain not in casing.months:
        return False
    around = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
    return any(char.isdigit() for char in around)


def names_of_acronyms(text: str, words: Sequence[re.Match[str]], casing: Casing) -> frozenset[int]:
    """Numbers of the words before a bracketed acronym that spell it out ("PEOPLE'S REBEL FRONT [PRF]")."""
    found: set[int] = set()
    for number, match in enumerate(words):
        if text[match.start() - 1 : match.start()] in ("[", "(") and 2 <= len(match.group()) <= 8:
            found |= spelled_out(match.group(), number, words, casing)
    return frozenset(found)


def spelled_out(acronym: str, number: int, words: Sequence[re.Match[str]], casing: Casing) -> set[int]:
    """The words right before an acronym whose first letters spell it, small words left out; none where they do not."""
    found: set[int] = set()
    current = number - 1
    for letter in reversed(acronym):
        while current >= 0 and words[current].group()[0] != letter and lowered(words[current].group()) in casing.linking:
            current -= 1
        if current < 0 or words[current].group()[0] != letter:
            return set()
        found.add(current)
        current -= 1
    return found


def names_of_bodies(text: str, words: Sequence[re.Match[str]], casing: Casing) -> frozenset[int]:
    """Numbers of the words that name a body by what it stands for ("HIGHLAND LIBERATION FRONT", "ARMY OF RESISTANCE")."""
    plain = [lowered(match.group()) for match in words]
    beside = [False, *(is_gap(text[one.end() : two.start()]) for one, two in pairwise(words))]
    found: set[int] = set()
    for number, word in enumerate(plain):
        if word in casing.bodies:
            before = list(words_before(number, plain, beside, casing))
            after = list(words_after(number, plain, beside, casing))
            telling = [index for index in (*before, *after) if plain[index] in casing.banners]
            if after or (telling and len(before) > 1) or is_named(before, plain, casing):
                found |= {number, *before, *after}
    return frozenset(found)


def is_gap(between: str) -> bool:
    """Whether nothing but white space or a hyphen stands between two words."""
    return not between.strip(" \n\r\t-")


def is_named(before: Sequence[int], plain: Sequence[str], casing: Casing) -> bool:
    """Whether two or more words before that of a body are no common words, so that they are its name."""
    return len([index for index in before if plain[index] not in casing.lower]) > 1


def words_before(number: int, plain: Sequence[str], beside: Sequence[bool], casing: Casing) -> Iterator[int]:
    """The words right before one that belong to its name: what it stands for, or no common words."""
    while number > 0 and beside[number] and (plain[number - 1] in casing.banners or plain[number - 1] not in casing.lower):
        number -= 1
        yield number


def words_after(number: int, plain: Sequence[str], beside: Sequence[bool], casing: Casing) -> Iterator[int]:
    """The words after one that tell what it stands for, over small words ("ARMY OF NATIONAL LIBERATION")."""
    at = number + 1
    while at < len(plain) and beside[at] and plain[at] in casing.linking:
        at += 1
    while at > number + 1 and at < len(plain) and beside[at] and plain[at] in casing.banners:
        yield at
        at += 1


def lowered(word: str) -> str:
    """The word in lower case, letter by letter, so that its length stays."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in word)


def capital(word: str, plain: str) -> str:
    """The lower-case word with the first letter of the word as it was."""
    return word[0] + plain[1:]


def example_pairs(section: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The examples of a casing section: a text and its usual case."""
    return [(str(entry["text"]), str(entry["usual"])) for entry in section.get("examples", ())]
