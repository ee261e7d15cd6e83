"""Extracting: attributions, claims, event mentions and evidence of one document, by the backend of the settings."""

from __future__ import annotations

from counterclaim.extract.backends import rules
from counterclaim.extract.extraction import Extraction
from counterclaim.extract.gate import admit
from counterclaim.kit import Kit
from counterclaim.records import Annotated


def extract(annotated: Annotated, kit: Kit) -> Extraction:
    """The attributions and claims of a document; those of an extractor that is not ours pass the gate first."""
    extraction: Extraction = kit.backend.extract(annotated, kit)
    return extraction if kit.backend is rules else admit(extraction, annotated, kit)
