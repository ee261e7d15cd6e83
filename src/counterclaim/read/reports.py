"""One report from its text and from what its header, sidecar, record or user say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from counterclaim.read.dateline import Header, header_of, plain_key
from counterclaim.read.days import day_of
from counterclaim.read.document import make_document
from counterclaim.read.language import not_in_language
from counterclaim.read.options import Options
from counterclaim.records import Document, Failure, content_id
from counterclaim.syntax import span_of

KEPT = ("publisher", "agency", "url", "language", "translated_from", "original", "version")
STATUS: Mapping[str, Literal["usable", "corrected", "withdrawn"]] = {
    "usable": "usable", "corrected": "corrected", "correction": "corrected",
    "withdrawn": "withdrawn", "withheld": "withdrawn", "canceled": "withdrawn", "cancelled": "withdrawn", "killed": "withdrawn",
}  # fmt: skip


def report(
    text: str,
    options: Options,
    *,
    uri: str,
    source: bytes | None = None,
    given: Mapping[str, Any] | None = None,
    media_type: str = "text/plain",
    apart: tuple[str, ...] = ("id", "url"),
) -> Document | Failure:
    """The document of a text; a `Failure` where there is no text or it is in another language.

    `apart` names the given fields that tell it from another document of the same words.
    """
    known = named(given or {}, options)
    withdrawn = STATUS.get(known.get("status", "").lower()) == "withdrawn"
    if not text.strip() and not withdrawn:
        return Failure(uri=uri, stage="read", reason="empty: there is no text in it")
    header = header_of(text, options.language, options.field_names, title=known.get("title"))
    if reason := not_in_language(text[header.body :], options.language):
        return Failure(uri=uri, stage="read", reason=reason)
    known = {**named(header.fields, options), **known}
    document = make_document(
        text, uri=uri, source=source, identity=identity_of(named(given or {}, options), apart),
        **kept_fields(known), **header_fields(header, known, options), media_type=media_type,
    )  # fmt: skip
    return with_spans(document, header)


def named(fields: Mapping[str, Any], options: Options) -> dict[str, str]:
    """The fields under our names: a name chosen by `--map`, else the earliest of the table; empty values are left out.

    In a folder of many formats the chosen name is that of one of them; the others keep their usual names.
    """
    plain = {plain_key(str(key)): str(value).strip() for key, value in fields.items() if value not in (None, "", [], {})}
    chosen = {ours: plain_key(theirs) for ours, theirs in options.mapping}
    found: dict[str, str] = {}
    for ours, theirs in options.fields.items():
        names = (chosen[ours], *theirs) if ours in chosen else theirs
        value = next((plain[name] for name in names if plain.get(name)), None)
        if value:
            found[ours] = value
    return found


def identity_of(given: Mapping[str, str], apart: tuple[str, ...]) -> str:
    """What tells two documents of the same words apart: what came with them, not what was read out of the words."""
    chosen = next((given[name] for name in apart if name in given), None)
    version = given.get("version")
    return content_id(chosen, version) if chosen or version else ""


def kept_fields(known: Mapping[str, str]) -> dict[str, Any]:
    """The fields that go into the record as they are, and the status."""
    fields: dict[str, Any] = {name: known[name] for name in KEPT if name in known}
    status = STATUS.get(known.get("status", "").lower())
    return {**fields, "status": status} if status else fields


def header_fields(header: Header, known: Mapping[str, str], options: Options) -> dict[str, Any]:
    """The day of publication, agency, title and start of the running text."""
    published = options.published or day_of(known.get("published"), options.language)
    fields: dict[str, Any] = {"published": published, "title": known.get("title"), "body_start": header.body}
    if published is None and header.day is not None:
        fields["published"] = header.day.value
    notes = header.notes if fields["published"] is None else ()
    if "published" in known and published is None:
        notes = (*notes, f"{known['published']!r}: no day that can be read")
    fields["notes"] = notes
    return fields if header.agency is None or "agency" in known else {**fields, "agency": header.agency}


def with_spans(document: Document, header: Header) -> Document:
    """The document with the ranges of its header as spans, which need its id."""
    from dataclasses import replace

    title = span_of(document, *header.title) if header.title else None
    return replace(
        document,
        title_span=title,
        title=document.title or (title.text if title else None),
        dateline_place=span_of(document, *header.place) if header.place else None,
        dateline_day=span_of(document, header.day.start, header.day.end) if header.day else None,
    )
