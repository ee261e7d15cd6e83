"""Every error that Counterclaim raises on purpose.

CounterclaimError
├── InputError        a file, folder or option that cannot be used
├── KnowledgeError    a knowledge file that is damaged or clashes with another
├── PluginError       a plug-in that is unknown or does not satisfy its contract
├── GazetteerError    the gazetteer is missing, damaged or cannot be built
├── TaggerError       no usable tagger, or one that fails to load
└── LedgerError       a ledger that cannot be opened, read or written
"""

from __future__ import annotations

from collections.abc import Iterable


class CounterclaimError(Exception):
    """The root of the tree; its message says what was found, where, and what would work."""


class InputError(CounterclaimError):
    """A file, folder or option cannot be used."""


class KnowledgeError(CounterclaimError):
    """A knowledge file is damaged or clashes with another."""


class PluginError(CounterclaimError):
    """A plug-in is unknown or does not satisfy its contract."""


class GazetteerError(CounterclaimError):
    """The gazetteer is missing, damaged or cannot be built."""


class TaggerError(CounterclaimError):
    """No usable tagger was found, or it failed to load."""


class LedgerError(CounterclaimError):
    """The ledger cannot be opened, read or written."""


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """The message for a name that is not known, with those that are.

    >>> unknown("export", "acled.cvs", ["claims.jsonl", "acled.csv"])
    "no export called 'acled.cvs'; there are: acled.csv, claims.jsonl"
    """
    return f"no {kind} called {name!r}; there are: {', '.join(sorted(known)) or 'none'}"
