"""JSON files that lie beside reports and are none: notes, annotations, settings of other programs."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.errors import InputError
from counterclaim.read.choosing import choose
from counterclaim.read.dateline import plain_key
from counterclaim.read.json_rows import is_lines, listed, whole
from counterclaim.read.options import Options
from counterclaim.read.sources import Opening

ROWS = "jsonl"


def lies_aside(source: Opening, options: Options) -> bool:
    """Whether a file found beside texts is one JSON object without any field that holds text."""
    if not source.beside or not source.uri.lower().endswith(".json"):
        return False
    try:
        if choose(source, options.formats).name != ROWS or is_lines(source):
            return False
        value = whole(source)
    except (InputError, OSError):
        return False
    alone = isinstance(value, Mapping) and listed(value) == [value]
    return alone and text_names(options).isdisjoint(plain_key(str(key)) for key in value)


def text_names(options: Options) -> set[str]:
    """What a field may be called that holds the text."""
    return {*options.fields["text"], *(plain_key(theirs) for ours, theirs in options.mapping if ours == "text")}
