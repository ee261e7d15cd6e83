"""Annotating: tokens, sentences, quotations, mentions, time expressions and who is who within one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.annotate.coreference import chain_mentions
from counterclaim.annotate.gate.cues import cues_of
from counterclaim.annotate.mentions import find_mentions
from counterclaim.annotate.passages import tag_documents
from counterclaim.annotate.quotations import find_quotations
from counterclaim.annotate.whens import find_whens
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Document


def annotate(documents: Sequence[Document], kit: Kit) -> Iterator[Annotated]:
    """Each document with everything that the annotators found in it, in order."""
    cues = cues_of(kit.settings.folders, kit.settings.language)
    for tagged in tag_documents(documents, kit.tagger, kit.language, cues, gate=kit.settings.gate):
        quoted = replace(tagged, quotations=find_quotations(tagged, kit.language))
        mentioned = replace(quoted, mentions=find_mentions(quoted, kit))
        timed = replace(mentioned, whens=find_whens(mentioned, kit))
        yield replace(timed, mentions=chain_mentions(timed, kit))
