"""Whether two names are one: the sound proposes, the parts of the names and what is known of both decide.

Three outcomes: "same", "possible", "different", each with score, rule and reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from counterclaim.bearers import compound_given, splitting_word
from counterclaim.folding import Folding, acronym_score, is_acronym, name_score, name_tokens, plain, word_score
from counterclaim.knowledge.load import load
from counterclaim.knowledge.tables import TellingWords, folding_table, telling_words

Family = Literal["person", "body", "place"]
Outcome = Literal["same", "possible", "different"]
SAME = 0.90
POSSIBLE = 0.80
GIVEN = 0.90
SURNAME = 0.86
SHORT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name with what is known of its bearer where it stands: country, side, roles, and the names beside it."""

    text: str
    family: Family
    country: str | None = None
    side: str | None = None
    roles: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    known: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two names stand to each other, why, and by which rule."""

    outcome: Outcome
    score: float
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Parts:
    """The table of name parts, compiled, with the letter classes; it compares by identity, so that results can be cached."""

    folding: Folding
    telling: TellingWords
    bodies: Mapping[str, int]
    kinds: Mapping[int, str]
    features: Mapping[str, int]
    optional: frozenset[str]
    kunya: frozenset[str]
    patronymic: frozenset[str] = field(default=frozenset())


@cache
def parts_of(folders: tuple[Path, ...] = ()) -> Parts:
    """The compiled table of name parts."""
    page = load(folders).tables["name_parts"]
    return Parts(
        folding=folding_table(folders),
        telling=telling_words(folders),
        bodies=numbered(page["bodies"]),
        kinds={number: group[0] for number, group in enumerate(page["bodies"])},
        features=numbered(page["features"]),
        optional=frozenset(page["optional"]),
        kunya=frozenset(page["kunya"]),
        patronymic=frozenset(page["patronymic"]),
    )


def numbered(groups: Sequence[Sequence[str]]) -> dict[str, int]:
    """Each word with the number of its group."""
    return {word: number for number, group in enumerate(groups) for word in group}


def compare(left: Named, right: Named, parts: Parts) -> Verdict:
    """The verdict on two names; it is the same whichever stands first."""
    identity = by_identity(left, right)
    if identity:
        return identity
    sound = sound_of(left, right, parts)
    barred = barrier(left, right, parts)
    if barred:
        return Verdict("different", min(sound, 0.79), *barred)
    if left.family == "person" and (given := two_given(left.text, right.text, parts)):
        return Verdict("possible", min(sound, 0.89), "given names", f"“{given}” may be the given name of somebody else")
    return weighed(left, right, sound, parts)


def two_given(left: str, right: str, parts: Parts) -> str | None:
    """A given name of two words beside one that has its first half only ("Ahmad Zia X", "Ahmad X"), or None."""
    return compound_given(person_words(left, parts), person_words(right, parts), parts.telling, parts.folding)


def by_identity(left: Named, right: Named) -> Verdict | None:
    """The verdict where both are known entries or gazetteer places, or None."""
    if left.known and right.known:
        if left.known == right.known:
            return Verdict("same", 1.0, "one entry", f"both are the knowledge entry {left.known}")
        return Verdict("different", 0.0, "two entries", f"two knowledge entries: {left.known} and {right.known}")
    if left.place and right.place:
        if left.place == right.place:
            return Verdict("same", 1.0, "one place", f"both are the gazetteer place {left.place}")
        return Verdict("different", 0.0, "two places", f"two gazetteer places: {left.place} and {right.place}")
    return None


@lru_cache(maxsize=200_000)
def words_of_name(text: str, parts: Parts) -> tuple[str, ...]:
    """The words of a name in plain letters, kept in full (particles left out)."""
    return name_tokens(text, parts.folding)


@lru_cache(maxsize=200_000)
def core_of(text: str, parts: Parts) -> tuple[str, ...]:
    """The words of a name that tell it from others: optional words left out, all of them where none is left."""
    words = words_of_name(text, parts)
    return tuple(word for word in words if word not in parts.optional) or words


def sound_of(left: Named, right: Named, parts: Parts) -> float:
    """How alike two names sound, optional words aside; words for one kind of body are one word ("Jaish", "Army")."""
    if is_acronym(left.text) or is_acronym(right.text):
        return name_score(left.text, right.text, parts.folding)
    found = [name_score(left.text, right.text, parts.folding), core_score(left.text, right.text, parts)]
    if "body" in (left.family, right.family):
        found.append(core_score(in_kinds(left.text, parts), in_kinds(right.text, parts), parts))
    return max(found)


def core_score(left: str, right: str, parts: Parts) -> float:
    """How alike two names sound without their optional words."""
    return name_score(" ".join(core_of(left, parts)), " ".join(core_of(right, parts)), parts.folding)


@lru_cache(maxsize=100_000)
def in_kinds(text: str, parts: Parts) -> str:
    """The words of a name with each word for a kind of body replaced by the first word for that kind."""
    return " ".join(parts.kinds.get(parts.bodies.get(word, -1), word) for word in words_of_name(text, parts))


def barrier(left: Named, right: Named, parts: Parts) -> tuple[str, str] | None:
    """The rule and reason that keep two names apart, or None."""
    ones, twos = words_of_name(left.text, parts), words_of_name(right.text, parts)
    if is_acronym(left.text) and is_acronym(right.text):
        return None if squeezed(left.text) == squeezed(right.text) else ("acronyms", "two different acronyms")
    if acronym_score(left.text, right.text) if is_acronym(left.text) or is_acronym(right.text) else False:
        return None
    alone = splitting_word(ones, twos, parts.telling)
    if alone:
        return "splitting word", f"“{alone}” stands in one of the names only"
    if left.family == "person":
        return person_barrier(left.text, right.text, parts)
    table = parts.bodies if left.family == "body" else parts.features
    kinds = {table[word] for word in ones if word in table}, {table[word] for word in twos if word in table}
    if all(kinds) and not kinds[0] & kinds[1]:
        return "kind of body" if left.family == "body" else "kind of place", "the names say two different kinds"
    return None


def squeezed(acronym: str) -> str:
    """An acronym without dots."""
    return acronym.replace(".", "").strip().casefold()


def person_barrier(left: str, right: str, parts: Parts) -> tuple[str, str] | None:
    """What keeps two names of people apart: a kunya on one side, given names that differ under one surname."""
    ones, twos = person_words(left, parts), person_words(right, parts)
    kunyas = [any(word.startswith("kunya:") for word in words) for words in (ones, twos)]
    if kunyas[0] != kunyas[1] and min(len(ones), len(twos)) > 1 and not written_together(left, right, parts):
        return "kunya", "one of the names is a kunya (“Abu ...”)"
    if len(ones) < 2 or len(twos) < 2:
        return None
    table = parts.folding
    if word_score(ones[-1], twos[-1], table) >= SURNAME and not given_alike(ones, twos, table):
        return "given names", f"the given names differ ({ones[0]}, {twos[0]})"
    return None


def written_together(left: str, right: str, parts: Parts) -> bool:
    """Whether two names are alike once their words are run together ("Abu Bakr", "Abubakar")."""
    return word_score("".join(words_of_name(left, parts)), "".join(words_of_name(right, parts)), parts.folding) >= SAME


def given_alike(ones: Sequence[str], twos: Sequence[str], table: Folding) -> bool:
    """Whether the given names of two full names with one surname can be one; an initial fits its name."""
    one, two = ones[0], twos[0]
    if len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    if word_score("".join(ones[:-1]), "".join(twos[:-1]), table) >= GIVEN:
        return True
    return close_given(one, two, table) or any_alike(one, twos[1:-1], table) or any_alike(two, ones[1:-1], table)


def any_alike(word: str, others: Sequence[str], table: Folding) -> bool:
    """Whether a given name stands among the middle names of the other ("Mohammed" in "Haji Mohammed")."""
    return any(word_score(word, other, table) >= GIVEN for other in others)


def close_given(one: str, two: str, table: Folding) -> bool:
    """Whether two given names are spellings of one; short ones must be nearer."""
    needed = GIVEN if min(len(one), len(two)) > SHORT else GIVEN + 0.03
    return word_score(one, two, table) >= needed


@lru_cache(maxsize=100_000)
def person_words(text: str, parts: Parts) -> tuple[str, ...]:
    """The words of a person's name, titles left out, a kunya joined to the name that follows it."""
    words = [word for word in words_of_name(text, parts) if word not in parts.optional and word not in parts.patronymic]
    joined: list[str] = []
    for word in words or list(words_of_name(text, parts)):
        if joined and joined[-1] in parts.kunya:
            joined[-1] = f"kunya:{word}"
        else:
            joined.append(word)
    return tuple(joined)


def weighed(left: Named, right: Named, sound: float, parts: Parts) -> Verdict:
    """The verdict by sound and context, where nothing keeps the names apart."""
    context, facts = context_of(left, right)
    short = left.family == "person" and shortened(left.text, right.text, parts)
    if short:
        return shortened_verdict(context, facts)
    if is_acronym(left.text) != is_acronym(right.text) and sound == 1.0:
        letters = min(len(squeezed(left.text)), len(squeezed(right.text)))
        return by_score((0.885 if letters > 2 else 0.82) + context, "acronym", facts, "one name is the acronym of the other")
    sound = capped(left.text, right.text, sound, parts)
    why = f"the names sound alike ({sound:.2f})"
    if sound < 1.0:
        return by_score(min(1.0, sound + context), "sound", facts, why)
    equal = core_of(left.text, parts) == core_of(right.text, parts)
    return by_score(max(0.92, 1.0 + min(context, 0.0)), "same words" if equal else "sound", facts, why)


def capped(left: str, right: str, sound: float, parts: Parts) -> float:
    """The score of two names, held under the mark for very short ones that are not spelt the same."""
    one, two = plain(left, parts.folding), plain(right, parts.folding)
    return min(sound, 0.85) if one != two and min(len(one), len(two)) <= SHORT else sound


def by_score(score: float, rule: str, facts: Sequence[str], why: str) -> Verdict:
    """The verdict that a score gives."""
    outcome: Outcome = "same" if score >= SAME else "possible" if score >= POSSIBLE else "different"
    return Verdict(outcome, max(0.0, min(1.0, score)), rule, "; ".join((why, *facts)))


def shortened(left: str, right: str, parts: Parts) -> bool:
    """Whether one name of a person is the surname, or another telling word, of the other's full name."""
    ones, twos = sorted((person_words(left, parts), person_words(right, parts)), key=len)
    return len(ones) == 1 and len(twos) > 1 and word_score(ones[0], twos[-1], parts.folding) >= 0.93


def shortened_verdict(context: float, facts: Sequence[str]) -> Verdict:
    """The verdict on a surname and a full name: the same only where what is known of both agrees."""
    score = 0.84 + 1.5 * context
    return by_score(min(score, 0.95), "surname", facts, "one name is the surname of the other")


def context_of(left: Named, right: Named) -> tuple[float, tuple[str, ...]]:
    """How much what is known of both raises or lowers the score, with the facts."""
    weight, facts = 0.0, []
    if left.country and right.country:
        same = left.country == right.country
        weight += 0.02 if same else -0.08
        facts.append(
            f"same country {left.country}"
            if same
            else f"different countries ({', '.join(sorted((left.country, right.country)))})"
        )
    if left.side and right.side:
        same = left.side == right.side
        weight += 0.04 if same else -0.08 if left.family == "person" else -0.04
        facts.append(fact("side", "sides", left.side, right.side))
    if left.roles and right.roles:
        shared = sorted(left.roles & right.roles)
        weight += 0.02 if shared else -0.02
        facts.append(f"same role {shared[0]}" if shared else "different roles")
    beside = sorted(left.beside & right.beside)
    if beside:
        weight += min(0.03, 0.01 * len(beside))
        facts.append(f"named beside {beside[0]} in both")
    return weight, tuple(facts)


def fact(one: str, many: str, left: str, right: str) -> str:
    """What two values of one kind say ("same side Taliban")."""
    return f"same {one} {left}" if left == right else f"different {many} ({', '.join(sorted((left, right)))})"
