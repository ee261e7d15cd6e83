"""The JSON that Telegram Desktop exports: each message with text is a report of its channel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from counterclaim.contracts import Source
from counterclaim.read.json_rows import whole
from counterclaim.read.options import Options
from counterclaim.read.rows import report_of_row
from counterclaim.records import Document, Failure

name = "telegram"
suffixes = (".json",)


def fits(source: Source) -> bool:
    """Whether the source holds the names that such an export begins with."""
    head = source.head()
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{":
        return False
    return b'"messages"' in head and b'"type"' in head and (b'"date_unixtime"' in head or b'"from_id"' in head)


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The report of each message with text."""
    export = whole(source)
    for chat in chats_of(export):
        for message in chat.get("messages") or ():
            if isinstance(message, Mapping) and message.get("type") == "message" and (text := text_of(message.get("text"))):
                row = row_of(message, chat, text)
                yield report_of_row(row, options, uri=f"{source.uri}#{message.get('id')}", media_type="application/telegram")


def chats_of(export: Any) -> list[Mapping[str, Any]]:
    """The chats of an export: itself, or those in its list."""
    if not isinstance(export, Mapping):
        return []
    chats = export.get("chats")
    listed = chats.get("list") if isinstance(chats, Mapping) else None
    return [chat for chat in (listed if isinstance(listed, list) else [export]) if isinstance(chat, Mapping)]


def text_of(value: Any) -> str:
    """The text of a message, which is a string or a list of strings and marked-up pieces."""
    if isinstance(value, list):
        return "".join(text_of(piece.get("text") if isinstance(piece, Mapping) else piece) for piece in value)
    return value if isinstance(value, str) else ""


def row_of(message: Mapping[str, Any], chat: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A message as a row."""
    name = message.get("forwarded_from") or chat.get("name") or message.get("from")
    return {"text": text, "id": f"{chat.get('id')}/{message.get('id')}", "published": instant_of(message), "publisher": name}


def instant_of(message: Mapping[str, Any]) -> str | None:
    """The instant of a message: by its Unix time, else as written."""
    try:
        return datetime.fromtimestamp(int(message["date_unixtime"]), UTC).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return message.get("date")
