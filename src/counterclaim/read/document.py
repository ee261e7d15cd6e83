"""Makes a `Document` record from text and what is known of it."""

from __future__ import annotations

import hashlib
from typing import Any

from counterclaim.records import Document, content_id


def make_document(text: str, *, uri: str, source: bytes | None = None, identity: str = "", **known: Any) -> Document:
    """A document with its ids and hashes; `known` are further fields of the record.

    The id rests on the last part of the uri and on the text, so that a folder read under another path stays the same, and on
    `identity`: what came with the text and tells it from another document of the same words.
    """
    text_hash = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source_hash = hashlib.sha256(source).hexdigest() if source is not None else text_hash
    name = uri.rstrip("/").rsplit("/", 1)[-1].split("#", 1)[0].rsplit("!", 1)[-1]
    return Document(
        id=content_id("document", name, text_hash, identity or None),
        uri=uri,
        text=text,
        text_hash=text_hash,
        source_hash=source_hash,
        **known,
    )
