"""The keys of MUC-4 and how a response is held against them: fills by slot, the best pairing of templates, counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

NAMES = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MONTHS = {name: number for number, name in enumerate(NAMES, 1)}
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
PARTS = re.compile(r"\s*(?::|\s-\s)\s*")
SLOTS = ("type", "date", "place", "perpetrator", "organization", "physical target", "human target", "effect")
EFFECTS = ("DEATH", "INJURY", "DESTROYED", "SOME DAMAGE", "NO INJURY OR DEATH", "NO DAMAGE", "REGAINED FREEDOM")
SMALL = frozenset(
    re.findall(r"\w+", "THE A AN OF AND IN AT ON BY FOR WITH HIS HER ITS THEIR TWO THREE FOUR FIVE SIX MEMBERS GROUP")
)


@dataclass(frozen=True)
class Fill:
    """One fill of a slot: the strings that all stand for it, and whether it may be left out."""

    words: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True)
class Template:
    """One incident: its fills by slot."""

    fills: Mapping[str, tuple[Fill, ...]]
    optional: bool = False


@dataclass
class Tally:
    """Right (halves for partial), found and wanted fills by slot."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)


def key_of(raw: Mapping[str, Sequence[str]]) -> Template:
    """The template of a key row."""
    humans = [
        *raw["HUM TGT: NAME"],
        *(value for value in raw["HUM TGT: DESCRIPTION"] if not QUOTED.match(value.partition(":")[2].strip())),
    ]
    effects = {*raw["PHYS TGT: EFFECT OF INCIDENT"], *raw["HUM TGT: EFFECT OF INCIDENT"]}
    fills = {
        "type": [Fill(tuple(raw["INCIDENT: TYPE"][0].replace("?", "").strip().split(" / ")))],
        "date": [Fill((value,)) for value in raw["INCIDENT: DATE"] if DAY.search(value)],
        "place": [Fill((value,)) for value in raw["INCIDENT: LOCATION"] if value not in ("-", "*")],
        "perpetrator": strings(raw["PERP: INDIVIDUAL ID"]),
        "organization": strings(raw["PERP: ORGANIZATION ID"]),
        "physical target": strings(raw["PHYS TGT: ID"]),
        "human target": strings(humans),
        "effect": effect_fills(effects),
    }
    return Template({name: tuple(values) for name, values in fills.items()}, "OPTIONAL" in raw["MESSAGE: TEMPLATE"][0])


def strings(values: Sequence[str]) -> list[Fill]:
    """The quoted fills of a slot."""
    found = [(QUOTED.findall(value), value.strip().startswith(("?", "("))) for value in values]
    return [Fill(tuple(word.replace('\\"', "").upper() for word in words), optional) for words, optional in found if words]


def effect_fills(values: set[str]) -> list[Fill]:
    """The kinds of effect, each once; kinds that say that nothing came of it may be left out."""
    kinds: dict[tuple[str, ...], bool] = {}
    for value in values:
        names = tuple(part.strip(" ?()") for part in value.partition(":")[0].split("/"))
        if any(name in EFFECTS for name in names):
            kinds[names] = value.startswith(("?", "(")) or names[0].startswith("NO ")
    return [Fill(names, optional) for names, optional in kinds.items()]


def days_of(text: str) -> tuple[str, str]:
    """Earliest and latest day of a key date ("" is open)."""
    days = [f"19{y}-{MONTHS.get(m, 1):02}-{int(d):02}" for d, m, y in DAY.findall(text)]
    if len(days) == 1:
        return ("", days[0]) if text.strip().startswith("-") else (days[0], days[0])
    return (days[0], days[-1])


def credit(slot: str, wanted: Fill, given: Fill) -> float:
    """1 for a fill that matches, half for one that matches in part, 0 for another."""
    if slot == "date":
        return date_credit(wanted.words[0], given.words[0])
    if slot == "place":
        return place_credit(wanted.words[0], given.words)
    if slot == "type":
        if set(wanted.words) & set(given.words):
            return 1.0
        return 0.5 if {*wanted.words, *given.words} <= {"ATTACK", "BOMBING", "ARSON"} else 0.0
    if slot == "effect":
        return 1.0 if set(wanted.words) & set(given.words) else 0.0
    return max((string_credit(one, other) for one in wanted.words for other in given.words), default=0.0)


def date_credit(wanted: str, given: str) -> float:
    """Whole for the same days, half where they overlap."""
    (a, b), (c, d) = days_of(wanted), days_of(given)
    if (a, b) == (c, d):
        return 1.0
    return 0.5 if max(a, c) <= min(b, d) else 0.0


def place_credit(wanted: str, given: Sequence[str]) -> float:
    """Whole where the most exact name is given, half for a wider one."""
    names = [re.sub(r"\s*\([^)]*\)", "", part).strip() for part in PARTS.split(wanted) if part.strip()]
    have = {name.upper() for name in given}
    if names and (names[-1] in have or any(names[-1] in name for name in have)):
        return 1.0
    return 0.5 if have & set(names) else 0.0


def string_credit(one: str, other: str) -> float:
    """Whole where one phrase's head and most words are in the other, half where they share a word that counts."""
    a, b = content(one), content(other)
    if not a or not b:
        return 1.0 if one == other else 0.0
    shared = set(a) & set(b)
    if not shared:
        return 0.0
    return 1.0 if a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a) else 0.5


def content(text: str) -> list[str]:
    """The words of a phrase that count, plurals undone."""
    words = [word for word in re.findall(r"[^\W_]+", text.upper()) if word not in SMALL]
    return [word[:-1] if word.endswith("S") and len(word) > 3 else word for word in words]


def matched(wanted: Template, given: Template) -> dict[str, float]:
    """The credit of each slot where one template is held against another; each fill counts once."""
    found = {}
    for slot in SLOTS:
        left = list(given.fills.get(slot, ()))
        total = 0.0
        for fill in wanted.fills.get(slot, ()):
            best = max(left, key=lambda other: credit(slot, fill, other), default=None)
            if best is not None and (gain := credit(slot, fill, best)) > 0:
                total += gain
                left.remove(best)
        found[slot] = total
    return found


def paired(wanted: Sequence[Template], given: Sequence[Template]) -> list[tuple[int, int]]:
    """The pairing of key and response templates with the most credit; a pair needs a type that fits."""
    few, many = (wanted, given) if len(wanted) <= len(given) else (given, wanted)
    many = many[:7]
    gains = {
        (i, j): sum((matched(few[i], many[j]) if few is wanted else matched(many[j], few[i])).values())
        for i in range(min(len(few), 6))
        for j in range(len(many))
    }
    best: tuple[float, list[tuple[int, int]]] = (-1.0, [])
    for order in permutations(range(len(many)), min(len(few), 6)):
        pairs = [(i, j) for i, j in enumerate(order) if gains[i, j] > 0]
        total = sum(gains[pair] for pair in pairs)
        if total > best[0]:
            best = (total, pairs)
    return best[1] if few is wanted else [(j, i) for i, j in best[1]]


def tally_document(tally: Tally, wanted: Sequence[Template], given: Sequence[Template]) -> None:
    """Adds one document: paired templates slot by slot, the others whole as missing or spurious."""
    pairs = paired(wanted, given)
    for i, j in pairs:
        for slot, gain in matched(wanted[i], given[j]).items():
            tally.right[slot] += gain  # type: ignore[assignment]
            tally.found[slot] += len(given[j].fills.get(slot, ()))
            needed = sum(not fill.optional for fill in wanted[i].fills.get(slot, ()))
            tally.wanted[slot] += max(needed, int(gain + 0.5))
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, template in enumerate(wanted):
        if i not in left and not template.optional:
            for slot in SLOTS:
                tally.wanted[slot] += sum(not fill.optional for fill in template.fills.get(slot, ()))
    for j, template in enumerate(given):
        if j not in right:
            for slot in SLOTS:
                tally.found[slot] += len(template.fills.get(slot, ()))


def totals(tally: Tally) -> tuple[float, float, float]:
    """Right, found and wanted over all slots."""
    return sum(tally.right.values()), sum(tally.found.values()), sum(tally.wanted.values())


def keys_of(row: Mapping[str, Any]) -> list[Template]:
    """The key templates of a report."""
    return [key_of(raw) for raw in row["templates"]]
