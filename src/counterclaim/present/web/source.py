"""What the web interface asks of a ledger; the command that serves it fills this in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from counterclaim.records import Decision, Reading, View


class Source(Protocol):
    """A ledger as the pages read it."""

    @property
    def name(self) -> str:
        """What to call it in the title."""

    @property
    def readonly(self) -> bool:
        """Whether decisions are refused."""

    def view(self, as_of: str | None) -> View:
        """Everything published by a day."""

    def days(self) -> Sequence[str]:
        """Every day on which something in the ledger was published, in order."""

    def prepare(self, as_of: str) -> None:
        """Makes the view as of a day ready for the next one who asks, where that takes long."""

    def view_of_readings(self, readings: Sequence[Reading], as_of: str) -> View:
        """The same of some reports only, for the history of an event."""

    def decisions(self) -> Sequence[Decision]:
        """The decisions so far, oldest first."""

    def orphaned(self) -> Sequence[Decision]:
        """The decisions whose record is no longer there."""

    def decide(self, decision: Decision) -> None:
        """Stores a decision."""
