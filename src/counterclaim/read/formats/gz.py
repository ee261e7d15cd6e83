"""A gzip file: what it holds is read as if it lay there by itself."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.choosing import read_source
from counterclaim.read.options import Options
from counterclaim.read.sources import INSIDE, Opening
from counterclaim.read.streams import guarded
from counterclaim.records import Document, Failure

name = "gz"
suffixes = (".gz", ".gzip")


def fits(source: Source) -> bool:
    """Whether the source begins as gzip does."""
    return source.head().startswith(b"\x1f\x8b")


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The documents in what the file holds."""
    if source.depth >= options.max_depth:
        raise InputError(f"more than {options.max_depth} containers in one another")
    inner = PurePosixPath(source.uri.rsplit(INSIDE, 1)[-1]).name.removesuffix(".gz").removesuffix(".gzip")
    uri = f"{source.uri}{INSIDE}{inner}"
    yield from read_source(Opening(uri, lambda: opened(source, options), options.max_bytes, source.depth + 1), options)


def opened(source: Source, options: Options) -> BinaryIO:
    """The unpacked stream."""
    packed = source.open()
    return guarded(lambda: cast(BinaryIO, gzip.GzipFile(fileobj=packed)), lambda: options.max_ratio * packed.tell(), packed)
