"""One proposition as its source tells it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import Attribution, Modality, Party, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One proposition as its source tells it: what every rule of stance looks at."""

    attribution: Attribution
    source: Party
    part: Proposition
    modality: Modality
    polarity: Polarity
    page: Page

    @property
    def cue_class(self) -> str:
        """The class of the cue."""
        return self.attribution.cue_class

    @property
    def text(self) -> str:
        """The words of the proposition."""
        return self.page.text(self.part.tokens)
