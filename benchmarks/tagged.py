"""A tagger that keeps what it found on disk, so that a set is tagged once and rules can be scored again in seconds."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import user_cache_path

from counterclaim.codec import decode, encode
from counterclaim.contracts import Tagger
from counterclaim.flow import open_kit
from counterclaim.kit import Kit, Settings
from counterclaim.records import Tagged


@dataclass(frozen=True, slots=True)
class KeepingTagger:
    """A tagger in front of another, with a store of its results by model and text."""

    inner: Tagger
    store: Path

    @property
    def name(self) -> str:
        """The model and its version."""
        return self.inner.name

    def tag(self, texts: Sequence[str]) -> Iterator[Tagged]:
        """One `Tagged` a text, in order; what is not stored yet is tagged and stored."""
        keys = [key_of(self.name, text) for text in texts]
        with sqlite3.connect(self.store, timeout=120) as database:
            database.execute("pragma journal_mode=wal")
            database.execute("create table if not exists tagged (key text primary key, value blob)")
            missing = {key: text for key, text in zip(keys, texts, strict=True) if not known(database, key)}
            found = zip(missing, self.inner.tag(list(missing.values())), strict=True)
            rows = [(key, encode(tagged)) for key, tagged in found]
            database.executemany("insert or ignore into tagged values (?, ?)", rows)
        database = sqlite3.connect(self.store, timeout=120)
        for key in keys:
            (value,) = database.execute("select value from tagged where key = ?", (key,)).fetchone()
            yield decode(value, Tagged)


def known(database: sqlite3.Connection, key: str) -> bool:
    """Whether the store holds this key."""
    return database.execute("select 1 from tagged where key = ?", (key,)).fetchone() is not None


def key_of(name: str, text: str) -> str:
    """The key of a text under a model."""
    return hashlib.blake2b(f"{name}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def kept_kit(settings: Settings | None = None) -> Kit:
    """The kit of these settings with a keeping tagger in place of its own."""
    kit = open_kit(settings or Settings())
    store = user_cache_path("counterclaim", ensure_exists=True) / "tagged.sqlite"
    return replace(kit, tagger=KeepingTagger(kit.tagger, store))
