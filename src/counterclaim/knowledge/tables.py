"""Knowledge tables in compiled form, each compiled once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from counterclaim.folding import Folding, folding_of
from counterclaim.knowledge.load import load


@cache
def folding_table(folders: tuple[Path, ...] = ()) -> Folding:
    """The letter classes by which names are folded."""
    return folding_of(load(folders).tables["folding"])


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingWords:
    """Words of names that tell two bearers apart: those that stand in one name only, and first halves of given names."""

    splitting: frozenset[str]
    compounding: frozenset[str]


@cache
def telling_words(folders: tuple[Path, ...] = ()) -> TellingWords:
    """The words of names that tell two bearers apart."""
    page = load(folders).tables["name_parts"]
    return TellingWords(splitting=frozenset(page["splitting"]), compounding=frozenset(page["compounding"]))
