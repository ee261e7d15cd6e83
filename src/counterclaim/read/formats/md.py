"""Markdown, with front matter: marks are taken out, a first heading is the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.contracts import Source
from counterclaim.read.dateline import labelled_fields
from counterclaim.read.encodings import decoded
from counterclaim.read.options import Options
from counterclaim.read.reports import report
from counterclaim.read.sidecar import sidecar_of
from counterclaim.records import Document, Failure

name = "md"
suffixes = (".md", ".markdown")

HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
MARKS = (
    (re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (HEADING, r"\1"),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)


def fits(source: Source) -> bool:
    """Whether the source is called Markdown."""
    return source.uri.lower().endswith(suffixes)


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The one report in a Markdown file."""
    data = source.data()
    text = decoded(data)
    head = labelled_fields(text, 0, options.field_names)
    body = text[head.body :]
    heading = HEADING.match(body.lstrip())
    given = {**({"title": heading[1]} if heading else {}), **head.fields, **sidecar_of(source)}
    yield report(without_marks(body), options, uri=source.uri, source=data, given=given, media_type="text/markdown")


def without_marks(text: str) -> str:
    """The text without Markdown's marks."""
    for pattern, put in MARKS:
        text = pattern.sub(put, text)
    return text.strip()
