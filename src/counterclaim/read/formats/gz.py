"""A gzip file: what it holds is read as if it lay there by itself."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.choosing import read_source
from counterclaim.read.options import Options
from counterclaim.read.sources import INSIDE, Opening
from counterclaim.records import Document, Failure

name = "gz"
suffixes = (".gz", ".gzip")
FREE_BYTES = 10_000_000


def fits(source: Source) -> bool:
    """Whether the source begins as gzip does."""
    return source.head().startswith(b"\x1f\x8b")


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The documents in what the file holds."""
    if source.depth >= options.max_depth:
        raise InputError(f"more than {options.max_depth} containers in one another")
    inner = PurePosixPath(source.uri.rsplit(INSIDE, 1)[-1]).name
    inner = inner.removesuffix(".gz").removesuffix(".gzip")
    opening = Opening(f"{source.uri}{INSIDE}{inner}", lambda: opened(source, options), options.max_bytes, source.depth + 1)
    yield from read_source(opening, options)


def opened(source: Source, options: Options) -> BinaryIO:
    """The unpacked stream, which breaks off with `InputError` where it grows out of proportion."""
    return cast(BinaryIO, BufferedReader(Unpacked(source.open(), options.max_ratio)))


@dataclass
class Unpacked(RawIOBase):
    """The unpacked bytes of a packed stream, within a ratio of the packed ones."""

    packed: BinaryIO
    ratio: int

    def __post_init__(self) -> None:
        """Opens the stream."""
        self.stream = gzip.GzipFile(fileobj=self.packed)
        self.given = 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the buffer; raises `InputError` where the stream is damaged or grows out of proportion."""
        try:
            data = self.stream.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"a damaged gzip file: {error}") from error
        self.given += len(data)
        if self.given > FREE_BYTES and self.given > self.ratio * max(1, self.packed.tell()):
            raise InputError(f"unpacks to more than {self.ratio} times its size")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes both streams."""
        self.stream.close()
        self.packed.close()
        super().close()
