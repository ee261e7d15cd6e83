"""How many: numbers, number words and bounds of the people that an event tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.extract.events.scene import Scene, counted
from counterclaim.records import Count, Measure
from counterclaim.syntax import span_of

DIGITS = re.compile(r"^\d{1,3}(,\d{3})+$|^\d+$")
BOUNDS = ("at_least", "more_than", "up_to")
DECIMAL = re.compile(r"^\d+\.\d+$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its bounds and the tokens that say it."""

    low: int | None
    best: int | None
    high: int | None
    first: int
    last: int


def counts_of(scene: Scene, measure: Measure, heads: Sequence[int], *, total: bool = False) -> tuple[Count, ...]:
    """The count of people with these heads: their sum first, then each class where there are several."""
    amounts = [(head, amount) for head in heads if (amount := amount_of(scene, head)) is not None]
    if not amounts:
        return ()
    parts = tuple(count_record(scene, measure, amount, people_class(scene, head), total) for head, amount in amounts)
    if len(parts) == 1:
        return parts
    whole = Amount(
        low=added([amount.low for _, amount in amounts]),
        best=added([amount.best for _, amount in amounts]),
        high=added([amount.high for _, amount in amounts]),
        first=min(amount.first for _, amount in amounts),
        last=max(head for head, _ in amounts),
    )
    return (count_record(scene, measure, whole, None, total), *parts)


def added(values: Sequence[int | None]) -> int | None:
    """The sum, or None where one is not known."""
    return None if any(value is None for value in values) else sum(value for value in values if value is not None)


def count_record(scene: Scene, measure: Measure, amount: Amount, who: str | None, total: bool) -> Count:
    """The record of an amount."""
    tokens = scene.tokens
    span = span_of(scene.annotated.document, tokens[amount.first].start, tokens[amount.last].end)
    return Count(measure=measure, low=amount.low, best=amount.best, high=amount.high, span=span, who=who, total=total)


def people_class(scene: Scene, index: int) -> str | None:
    """The class of people that a noun names ("civilians"), or None."""
    lemma = scene.lemma(index)
    classes: Mapping[str, Sequence[str]] = scene.lexicon.counts.get("classes", {})
    return next((name for name, words in classes.items() if lemma in words), None)


def amount_of(scene: Scene, head: int) -> Amount | None:
    """How many a noun phrase says there are, or None where it does not."""
    words = scene.lexicon.counts
    token = scene.tokens[head]
    for index in number_tokens(scene, head):
        if amount := amount_at(scene, index, words):
            return amount
    if (
        any(scene.word(c) in words["none"] for c in scene.tree.having(head, "determiner", "number"))
        or scene.word(head) in words["none"]
    ):
        return Amount(0, 0, 0, head, head)
    return single(scene, head, token.form, words)


def number_tokens(scene: Scene, head: int) -> list[int]:
    """Tokens of a noun phrase that may hold its number: number children, the head itself, a counting head above "of"."""
    children = scene.tree.having(head, "number", "modifier", "determiner", "compound", "quantifier", "predeterminer")
    above = scene.tokens[head].head
    counted = []
    if scene.tokens[head].relation == "preposition_object" and scene.lemma(above) in scene.lexicon.links["within"]:
        counted = [scene.tokens[above].head]
    itself = [head] if scene.tokens[head].pos == "NUM" else []
    ranged = [inner for child in children for inner in scene.tree.having(child, "conjunct")]
    below = [inner for child in counted_below(scene, head) for inner in scene.tree.having(child, "number")]
    return [*ranged, *itself, *children, head, *counted, *below]


def counted_below(scene: Scene, head: int) -> list[int]:
    """The nouns that a part of a number counts ("people" in "a quarter of a million people")."""
    return counted(scene.tree, head, scene.lexicon)


def amount_at(scene: Scene, index: int, words: Any) -> Amount | None:
    """The amount that starts at a number token, with its bounds."""
    vague = words["vague"]
    word, lemma = scene.word(index), scene.lemma(index)
    first = run_start(scene, index)
    value = number_value([scene.word(i) for i in range(first, index + 1)], words)
    if value is None and word in words["toll_numbers"] and index > 0 and scene.tokens[index - 1].pos == "DET":
        return vague_amount(vague[word], index) if scene.word(index - 1) in words["openers"] else None
    if value is None and word in vague:
        return vague_amount(scaled(scene, vague[word], index), index)
    if value is None and lemma in vague and word != lemma:
        return vague_amount(vague.get(word, vague[lemma]), index)
    if value is None:
        return None
    return bounded(scene, value, first, index, words)


def scaled(scene: Scene, bounds: Sequence[int | None], index: int) -> Sequence[int | None]:
    """The bounds of a vague word, times the vague word before its "of" ("tens of thousands")."""
    words = scene.lexicon.counts
    before = scene.word(index - 2) if index > 1 and scene.word(index - 1) in words["fraction_links"] else ""
    scale = words["vague_scales"].get(before)
    low, high = bounds
    return bounds if scale is None or low is None or high is None else (low * scale, (high + 1) * scale - 1)


def vague_amount(bounds: Sequence[int | None], index: int) -> Amount:
    """The amount of a vague word: a low bound; a high one only where the word is exact ("a pair")."""
    low, high = bounds
    exact = low is not None and low == high
    return Amount(low, low if exact else None, high, index, index)


def run_start(scene: Scene, index: int) -> int:
    """The first token of a run of number words that ends at a token ("two hundred")."""
    first = index
    while first > 0 and in_run(scene, first - 1, index):
        first -= 1
    while scene.tokens[first].pos == "PUNCT":
        first += 1
    if first == index and opens_number(scene, first):
        first -= 1
    return fraction_start(scene, first)


def fraction_start(scene: Scene, first: int) -> int:
    """The first token of a part of the number that begins at a token ("a quarter of a million"), else the token itself."""
    links, openers = scene.lexicon.links["within"], scene.lexicon.counts["openers"]
    at = first - 1 if scene.word(first) not in openers else first
    while at > 0 and (scene.word(at) in links or scene.word(at) in openers) and first - at < 3:
        at -= 1
    if at < 0 or scene.word(at) not in scene.lexicon.counts["fractions"]:
        return first
    return at - 1 if at > 0 and scene.word(at - 1) in openers else at


def opens_number(scene: Scene, index: int) -> bool:
    """Whether a word before a number word belongs to it ("a hundred", "two dozen")."""
    words = scene.lexicon.counts
    return index > 0 and scene.lemma(index) in words["multipliers"] and scene.word(index - 1) in words["openers"]


def in_run(scene: Scene, index: int, last: int) -> bool:
    """Whether a token belongs to the number that ends at another: a number word, or the hyphen between two."""
    token = scene.tokens[index]
    if token.sentence != scene.tokens[last].sentence:
        return False
    return token.pos == "NUM" or (token.text == "-" and index > 0 and scene.tokens[index - 1].pos == "NUM")


def number_value(parts: Sequence[str], words: Any) -> int | None:
    """The value of a run of number words or digits, or None."""
    numbers, multipliers = words["numbers"], words["multipliers"]
    total, current, seen = 0.0, 0.0, False
    for part in (piece for raw in parts for piece in split_number(raw)):
        if DIGITS.match(part):
            current, seen = current + int(part.replace(",", "")), True
        elif DECIMAL.match(part):
            current, seen = current + float(part), True
        elif part in numbers:
            current, seen = current + numbers[part], True
        elif part in words["fractions"]:
            current = current + words["fractions"][part]
        elif part in multipliers:
            current, seen = (current or 1) * multipliers[part], True
            if multipliers[part] >= 1000:
                total, current = total + current, 0.0
        elif part and part not in words["number_links"] and part not in words["fraction_links"]:
            return None
    return int(total + current) if seen else None


def split_number(word: str) -> list[str]:
    """The parts of a hyphenated number word."""
    return word.split("-")


def bounded(scene: Scene, value: int, first: int, last: int, words: Any) -> Amount:
    """The amount of a value under the words before it ("at least", "up to", "between 10 and 15")."""
    before = " ".join(scene.word(i) for i in range(max(0, first - 4), first))
    if (low := range_low(scene, first, words)) is not None:
        return Amount(low, None, value, first - 2, last)
    bounds = ((len(phrase), phrase, name) for name in BOUNDS for phrase in words[name] if ends_with(before, phrase))
    _, phrase, name = max(bounds, default=(0, "", ""))
    start = first - len(phrase.split())
    if name == "at_least":
        return Amount(value, value, None, start, last)
    if name == "more_than":
        return Amount(value + 1, None, None, start, last)
    return Amount(0, None, value, start, last) if name else Amount(value, value, value, first, last)


def range_low(scene: Scene, first: int, words: Any) -> int | None:
    """The lower number where a number closes a range ("between 10 and 15", "10 to 15")."""
    if first < 2 or scene.word(first - 1) not in words["range_words"]:
        return None
    if scene.word(first - 1) in words["number_links"] and (first < 3 or scene.word(first - 3) not in words["range_openers"]):
        return None
    return number_value([scene.word(first - 2)], words)


def ends_with(text: str, phrase: str) -> bool:
    """Whether the words of a text end with a phrase."""
    return text == phrase or text.endswith(" " + phrase)


def single(scene: Scene, head: int, form: str, words: Any) -> Amount | None:
    """One, where a noun in the singular stands for one person."""
    token = scene.tokens[head]
    kind = scene.kind(head)
    if kind == "person" and token.pos == "PROPN":
        return Amount(1, 1, 1, head, head)
    if form != "singular" or not scene.fits(head, "people") or kind in ("group", "organisation", "government"):
        return None
    return Amount(1, 1, 1, head, head)
