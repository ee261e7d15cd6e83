"""Knowledge tables in compiled form, each compiled once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from counterclaim.folding import Folding, folding_of
from counterclaim.knowledge.load import load


@cache
def folding_table(folders: tuple[Path, ...] = ()) -> Folding:
    """The letter classes by which names are folded."""
    return folding_of(load(folders).tables["folding"])
