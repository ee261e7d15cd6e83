"""What a stage needs to work: settings, knowledge, tagger, gazetteer. Settings travel to workers; a kit is opened there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.contracts import Backend, Gazetteer, Tagger
from counterclaim.knowledge.entries import Knowledge, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a user may choose, as plain values that can be sent to another process."""

    language: str = "en"
    tagger: str = "spacy"
    model: str | None = None
    backend: str = "rules"
    engine: str = "one"
    workers: int = 0
    batch_size: int = 32
    published: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    folders: tuple[Path, ...] = ()
    gazetteer: Path | None = None
    gate: bool = False
    max_bytes: int = 20_000_000
    extra: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """Opened resources for the stages; one a process."""

    settings: Settings
    knowledge: Knowledge
    tagger: Tagger
    gazetteer: Gazetteer
    backend: Backend

    @property
    def language(self) -> Language:
        """The language of the reports."""
        return self.knowledge.languages[self.settings.language]
