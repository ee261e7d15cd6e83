"""The claims of a document: one a proposition of each attribution, and the narrator's own."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.kit import Kit
from counterclaim.records import Annotated, Attribution, Claim, EventMention


def find_claims(
    annotated: Annotated, attributions: Sequence[Attribution], events: Sequence[EventMention], kit: Kit
) -> tuple[Claim, ...]:
    """The claims of a document."""
    return ()
