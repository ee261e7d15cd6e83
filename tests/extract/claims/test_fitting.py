"""The event of a claim ends with the claim's content, and who claims a deed is its doer."""

from __future__ import annotations

from counterclaim.extract.claiming.fitting import cut, fitted
from counterclaim.records import EventMention, Party
from counterclaim.syntax import span_of

TEXT = "According to Omar Saleh women were among the dead in the district of Anaba Omar Saleh said."


def party(annotated, words: str, **known: object) -> Party:
    start = TEXT.index(words)
    return Party(span=span_of(annotated(TEXT).document, start, start + len(words)), kind="person", **known)


def content(annotated):
    document = annotated(TEXT).document
    return document, span_of(document, TEXT.index("women"), TEXT.index(" Omar Saleh said"))


def test_words_before_the_content_are_no_part_of_a_party_nor_its_name(annotated):
    document, told = content(annotated)
    found = cut(party(annotated, "Saleh women", name="Omar Saleh"), told, document)
    assert (found.span.text, found.name) == ("women", None)


def test_a_place_ends_where_the_content_ends_and_keeps_its_name(annotated):
    document, told = content(annotated)
    found = cut(party(annotated, "the district of Anaba Omar Saleh", name="Anaba"), told, document)
    assert (found.span.text, found.name) == ("the district of Anaba", "Anaba")


def test_who_claims_a_deed_is_its_doer_where_no_other_is_told(annotated):
    document, told = content(annotated)
    event = EventMention(id="e", document=document.id, span=told, trigger=told, type="bombing")
    source = party(annotated, "Omar Saleh", name="Omar Saleh")
    assert fitted(event, "claims_responsibility", source, told, document).roles == (("agent", (source,)),)
    assert fitted(event, "asserts", source, told, document).roles == ()
