"""Records to JSON bytes and back, checked against their types."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from counterclaim.errors import LedgerError

Record = TypeVar("Record")


def encode(record: object) -> bytes:
    """The JSON of a record, keys in field order."""
    return msgspec.json.encode(record)


def decode(data: bytes | str, kind: type[Record]) -> Record:
    """The record of this kind in JSON; raises `LedgerError` that names the field that does not fit."""
    try:
        record: Record = decoder_of(cast(Any, kind)).decode(data)
    except msgspec.DecodeError as error:
        raise LedgerError(f"not a stored {kind.__name__}: {error}") from error
    return record


def plain(record: object) -> Any:
    """The record as plain lists and mappings."""
    return msgspec.to_builtins(record)


@cache
def decoder_of(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    """The decoder of a kind of record."""
    return msgspec.json.Decoder(kind)
