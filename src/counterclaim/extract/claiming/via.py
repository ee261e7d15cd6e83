"""Through whom a claim came: the outer tellings that it is told within, outermost first."""

from __future__ import annotations

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.sources import party_of
from counterclaim.records import Attribution, Party


def via_of(attribution: Attribution, page: Page) -> tuple[Party, ...]:
    """The sources of the tellings around an attribution, outermost first."""
    found: list[Party] = []
    seen = {attribution.id}
    parent = attribution.parent
    while parent is not None and parent not in seen and parent in page.attributions:
        seen.add(parent)
        outer = page.attributions[parent]
        if outer.source is not None:
            found.append(party_of(outer.source, page))
        parent = outer.parent
    return tuple(reversed(found))
