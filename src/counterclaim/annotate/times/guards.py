"""Keeps out words that are no time expression where they stand ("may", "the fall of Kabul", "1500 soldiers")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from counterclaim.records import Token
from counterclaim.syntax import Tree

if TYPE_CHECKING:
    from counterclaim.annotate.times.scan import Found

NOUNS = ("PROPN", "NOUN")
LAST_WORD = re.compile(r"([^\W\d_]+|\S)\s*$")
NEXT_WORD = re.compile(r"\s*([^\W\d_]+|\S|$)")
FILE_NUMBER = re.compile(r"-\d\d-\w")
Words = Mapping[str, Any]


def admitted(found: Found, tree: Tree, text: str, section: Words) -> bool:
    """Whether the words are a time expression here."""
    name = found.rule.guard
    return not name or GUARDS[name](found, tree, text, section.get("guards", {}))


def token_of(found: Found, tree: Tree) -> Token | None:
    """The last token of the match, which is its head in most expressions."""
    index = tree.at(found.end - 1)
    return tree.tokens[index] if index is not None else None


def word_before(text: str, start: int) -> str:
    """The word before an offset, in lower case; empty at the start of the text."""
    match = LAST_WORD.search(text, max(0, start - 30), start)
    return match.group(1).casefold() if match else ""


def word_after(text: str, end: int) -> str:
    """The word or mark after an offset, in lower case; empty at the end of the text."""
    match = NEXT_WORD.match(text, end)
    return match.group(1).casefold() if match else ""


def is_name(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A month told by its name alone is written with a capital and is a noun."""
    token = token_of(found, tree)
    if token is not None and token.text[0].isdigit():
        first = tree.at(found.start)
        token = tree.tokens[first] if first is not None else None
    if token is None:
        return True
    if not text[token.start].isupper():
        return False
    if word_before(text, found.start) not in words["before_month"] and part_of_name(token, found, tree):
        return False
    if walked(token, found, tree, text, words):
        return False
    return token.pos in NOUNS or token.text.casefold() not in words["doubtful"]


def part_of_name(token: Token, found: Found, tree: Tree) -> bool:
    """Whether a month's name is part of a longer one ("Jan Kavan", "the Long March")."""
    head = tree.tokens[token.head]
    if token.relation == "compound" and head.index == token.index + 1 and head.pos == "PROPN":
        return True
    before = [tree.tokens[child] for child in tree.having(token.index, "compound", "modifier")]
    return any(other.index == token.index - 1 and other.start < found.start and other.text[0].isupper() for other in before)


def walked(token: Token, found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Whether a word that is also a month is a noun here ("the annual March for Life")."""
    doubtful = token.text.casefold() in words["doubtful"] and word_after(text, found.end) in words["after_walk"]
    return doubtful and any(
        tree.tokens[child].start < found.start for child in tree.having(token.index, "determiner", "modifier")
    )


def is_year(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Four figures alone are a year unless they count something."""
    token = token_of(found, tree)
    after = word_after(text, found.end)
    if FILE_NUMBER.match(text, found.end) or after in ("%", "°", "$") or after in words["measures"]:
        return False
    if counting(token, tree) and not determined(found, tree):
        return False
    if 1900 <= int(found.fields["year"]) < 2100:
        return True
    return word_before(text, found.start) in words["before_year"] or text[found.start : found.end] != found.fields["year"]


def counting(token: Token | None, tree: Tree) -> bool:
    """Whether figures stand before a noun in the plural as its number."""
    return token is not None and token.relation == "number" and tree.tokens[token.head].form == "plural"


def determined(found: Found, tree: Tree) -> bool:
    """Whether figures that are not round stand right after a determiner or an owner ("the 1992 protests")."""
    first = tree.at(found.start)
    if first is None or int(found.fields["year"]) % 100 == 0:
        return False
    own = tree.tokens[first].relation == "determiner"
    return own or (first > 0 and tree.tokens[first - 1].relation in ("determiner", "possessive", "case"))


def is_worded_year(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A year in words, which counts nothing and is no age; one of this century only where a year is looked for."""
    if counting(token_of(found, tree), tree) or compounded(found, text):
        return False
    return int(found.fields["year"]) < 2000 or word_before(text, found.start) in words["before_year"]


def is_year_range(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Two years in order, not the figures of a file number."""
    second, first = found.fields["year2"], found.fields["year"]
    return first == second or int(second) > int(first[-len(second) :])


def is_season(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A season, not a fall of a city or a spring in a valley."""
    if "year" in found.fields or "direction" in found.fields:
        return True
    token = token_of(found, tree)
    if token is not None and (token.pos not in NOUNS or token.form == "plural"):
        return False
    return word_after(text, found.end) not in words["after_season"]


def is_quarter(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Half of a year only where the year is told."""
    return found.fields["division"] == "quarter" or "year" in found.fields or "of" in found.fields


def is_near_unit(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Week, month or longer; single days have rules of their own."""
    return found.fields["unit"] != "D"


def ends_clause(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Nothing follows that it could be before or after."""
    after = word_after(text, found.end)
    return not after or not after[0].isalnum() or after in words["clause_end"]


def is_edge(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """The beginning, middle or end of a unit longer than a day."""
    return found.fields["mod"] in ("START", "MID", "END") and found.fields["unit"] not in ("D", "Q")


def is_no_age(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A length of time, not someone's age, a part of a longer word ("a year-earlier loss") or a fraction."""
    if found.fields.get("number") == "1" and compounded(found, text):
        return False
    if found.fields["unit"] == "Q" and is_fraction(found, tree, text, words):
        return False
    after = text[found.end : found.end + 6].lstrip("-‐ ").casefold()
    return not after.startswith(tuple(words["after_age"]))


def compounded(found: Found, text: str) -> bool:
    """Whether a hyphen joins the match to a word after it."""
    return text[found.end : found.end + 1] == "-" and text[found.end + 1 : found.end + 2].isalpha()


def is_fraction(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Whether quarters are parts of something ("three-quarters", "three quarters of the men")."""
    token = token_of(found, tree)
    if token is None or token.form != "plural" or found.fields.get("number") != "3":
        return False
    return "-" in text[found.start : found.end] or word_after(text, found.end) in words["after_fraction"]


def is_length(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Bare units ("weeks") tell a length only after certain words."""
    return word_before(text, found.start) in words["before_units"]


def is_common(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A word that is no part of a name."""
    token = token_of(found, tree)
    return token is None or token.pos != "PROPN"


def is_manner(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A word that tells how often, not a noun ("the daily was shut")."""
    token = token_of(found, tree)
    return token is None or token.pos not in NOUNS


def is_rate(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A unit of time that stands after an amount ("ten shells a day")."""
    token = token_of(found, tree)
    if token is None or token.relation != "noun_adverbial" or compounded(found, text):
        return False
    head = tree.tokens[token.head]
    return head.index < token.index and head.pos in ("NOUN", "NUM") and word_after(text, found.end) not in words["after_rate"]


def is_noun(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A noun, not an adjective before one ("the past three summers")."""
    token = token_of(found, tree)
    return token is None or token.pos in NOUNS


def is_alone(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A part of the day after which no day is told."""
    return word_after(text, found.end) not in words["after_part"]


def is_ended(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A year of which it is told when it ends."""
    return word_after(text, found.end) in words["year_ended"]


def is_shift(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """ "After" and "before" count from what was told only where they end the clause; else what follows is counted from."""
    last = text[found.start : found.end].casefold().split()[-1]
    return last not in words["open"] or ends_clause(found, tree, text, words)


def is_old_year(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """Two or three figures after a word that years follow, and nothing counted after them."""
    token = token_of(found, tree)
    counting = token is not None and token.relation == "number"
    return not counting and word_before(text, found.start) in words["before_old_year"]


def is_owner(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A weekday in the plural before a noun, which has lost its apostrophe ("Sundays attack")."""
    after = tree.at(found.end + 1)
    named = after is not None and tree.tokens[after].pos in NOUNS
    return named and text[found.end : found.end + 1] == " " and word_before(text, found.start) not in words["before_every"]


def is_no_owner(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A weekday in the plural that tells how often."""
    return not is_owner(found, tree, text, words)


def is_at_night(found: Found, tree: Tree, text: str, words: Words) -> bool:
    """A part of the day told of any day."""
    return word_before(text, found.start) in words["before_night"]


GUARDS: Mapping[str, Callable[[Found, Tree, str, Words], bool]] = {
    "name": is_name,
    "year": is_year,
    "season": is_season,
    "years": is_year_range,
    "quarter": is_quarter,
    "near unit": is_near_unit,
    "end of clause": ends_clause,
    "bare units": is_length,
    "common": is_common,
    "edge": is_edge,
    "length": is_no_age,
    "shift": is_shift,
    "old year": is_old_year,
    "at night": is_at_night,
    "rate": is_rate,
    "noun": is_noun,
    "manner": is_manner,
    "alone": is_alone,
    "ended": is_ended,
    "year in words": is_worded_year,
    "owner": is_owner,
    "no owner": is_no_owner,
}
