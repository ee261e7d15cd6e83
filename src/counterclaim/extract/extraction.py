"""What an extractor gives back."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records import Attribution, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The attributions and claims of one document; `dropped` counts what the gate kept out, by reason."""

    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
