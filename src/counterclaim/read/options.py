"""What a format needs to know to read a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.knowledge.entries import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The language of the reports, the formats there are, names of fields, what the user gave, and the limits."""

    language: Language
    formats: Mapping[str, Any]
    fields: Mapping[str, tuple[str, ...]]
    published: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    max_bytes: int = 20_000_000
    max_members: int = 1_000_000
    max_depth: int = 3
    max_ratio: int = 200

    @property
    def field_names(self) -> frozenset[str]:
        """Every name that a field may go by."""
        return frozenset(name for names in self.fields.values() for name in names)
