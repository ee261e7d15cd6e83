"""Extracting: attributions, claims, event mentions and evidence of one document, by the backend of the settings."""

from __future__ import annotations

from counterclaim.extract.extraction import Extraction
from counterclaim.kit import Kit
from counterclaim.records import Annotated


def extract(annotated: Annotated, kit: Kit) -> Extraction:
    """The attributions and claims of a document, the narrator's own claims included."""
    extraction: Extraction = kit.backend.extract(annotated, kit)
    return extraction
