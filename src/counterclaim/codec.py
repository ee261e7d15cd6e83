"""Records to JSON bytes and back, checked against their types, and many of them at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from counterclaim.errors import LedgerError

Record = TypeVar("Record")
SELDOM = (100_000, 50, 100)


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


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Looks seldom for cycles of garbage: records have none, and looking through them takes a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def uncollected() -> Iterator[None]:
    """Does not look for garbage at all while many records are made, which would look at each of them again and again."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
