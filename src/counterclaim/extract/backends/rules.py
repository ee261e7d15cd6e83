"""The shipped extractor: rules over syntax and knowledge, every result tied to the words it rests on."""

from __future__ import annotations

from counterclaim.extract.attribution import find_attributions
from counterclaim.extract.claims import find_claims
from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.extraction import Extraction
from counterclaim.kit import Kit
from counterclaim.records import Annotated

name = "rules"


def extract(annotated: Annotated, kit: Kit) -> Extraction:
    """The attributions and claims of one document, the narrator's own claims included."""
    attributions = find_attributions(annotated, kit)
    events = find_event_mentions(annotated, kit)
    return Extraction(attributions=attributions, claims=find_claims(annotated, attributions, events, kit))
