"""The quotations of a document."""

from __future__ import annotations

from counterclaim.knowledge.entries import Language
from counterclaim.records import Annotated, Quotation


def find_quotations(annotated: Annotated, language: Language) -> tuple[Quotation, ...]:
    """The quotations of a document."""
    return ()
