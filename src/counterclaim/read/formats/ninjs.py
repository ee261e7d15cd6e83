"""News in JSON (ninjs 1 to 3): version, correction and kill of an item are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.contracts import Source
from counterclaim.read.json_rows import first_row, rows_of
from counterclaim.read.options import Options
from counterclaim.read.rows import report_of_row
from counterclaim.records import Document, Failure

name = "ninjs"
suffixes = (".ninjs", ".json", ".jsonl")
BODIES = ("body_text", "body_xhtml", "body_html", "bodies")
MARKS = ("pubstatus", "versioncreated", "urgency", "headlines", "profile")


def fits(source: Source) -> bool:
    """Whether the first object of the source is a news item."""
    row = first_row(source)
    if isinstance(row, Mapping) and not row:
        head = source.head()
        return any(f'"{name}"'.encode() in head for name in BODIES) and b'"versioncreated"' in head
    return isinstance(row, Mapping) and is_item(row)


def is_item(row: Mapping[str, Any]) -> bool:
    """Whether an object has a uri and the fields of a news item."""
    named = "uri" in row or "guid" in row
    return named and (any(name in row for name in BODIES) or "pubstatus" in row) and any(name in row for name in MARKS)


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each item; a killed one is a document too, so that what it had said is known to be withdrawn."""
    for number, item in rows_of(source, options):
        if isinstance(item, Failure):
            yield item
        elif isinstance(item, Mapping):
            yield report_of_row(row_of(item), options, uri=f"{source.uri}#{number}", media_type="application/ninjs+json")


def row_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as a row."""
    version = item.get("version")
    status = str(item.get("pubstatus") or "usable")
    return {
        "url": item.get("uri") or item.get("guid"),
        "text": body_of(item),
        "title": item.get("headline") or first_value(item.get("headlines")),
        "published": item.get("versioncreated") or item.get("firstcreated"),
        "publisher": names(item.get("provider")) or item.get("copyrightholder"),
        "agency": names(item.get("infosources")) or item.get("creditline"),
        "language": item.get("language"),
        "version": version,
        "status": "corrected" if status == "usable" and str(version or "1") not in ("1", "1.0") else status,
    }


def body_of(item: Mapping[str, Any]) -> Any:
    """The running text of an item."""
    bodies = item.get("bodies")
    if isinstance(bodies, list):
        texts = [body for body in bodies if isinstance(body, Mapping) and isinstance(body.get("value"), str)]
        plain = [body for body in texts if str(body.get("contenttype", "text/plain")).startswith("text/plain")]
        return next((body["value"] for body in (*plain, *texts)), None)
    return item.get("body_text") or item.get("body_xhtml") or item.get("body_html")


def first_value(values: Any) -> Any:
    """The first value of a list of objects with one, or None."""
    listed = values if isinstance(values, list) else ()
    return next((value.get("value") for value in listed if isinstance(value, Mapping)), None)


def names(value: Any) -> str | None:
    """The name of an object or of the first object of a list, or the string itself."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("literal")
    return value if isinstance(value, str) else None
