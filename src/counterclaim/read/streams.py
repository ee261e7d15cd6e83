"""A stream out of a container that says what is wrong with it, and breaks off where it grows out of proportion."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from counterclaim.errors import InputError

DAMAGE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
FREE_BYTES = 10_000_000


class Guarded(RawIOBase):
    """The bytes of another stream; `InputError` where that one is damaged or holds more than `most()` allows."""

    def __init__(self, stream: BinaryIO, most: Callable[[], float], within: BinaryIO | None) -> None:
        """Keeps the stream, the limit, which may grow with what was unpacked, and the packed stream to be closed with it."""
        self.stream, self.most, self.within, self.given = stream, most, within, 0

    def readable(self) -> bool:
        """True."""
        return True

    def tell(self) -> int:
        """The number of bytes given out."""
        return self.given

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the buffer."""
        try:
            data = self.stream.read(len(buffer))
        except DAMAGE as error:
            raise InputError(f"damaged inside its container: {error}") from error
        self.given += len(data)
        if self.given > max(FREE_BYTES, self.most()):
            raise InputError("unpacks to far more times its size than texts do")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes both."""
        if not self.closed:
            self.stream.close()
            if self.within is not None:
                self.within.close()
        super().close()


def guarded(open_stream: Callable[[], BinaryIO], most: Callable[[], float], within: BinaryIO | None = None) -> BinaryIO:
    """The guarded form of a stream; raises `InputError` where it does not even open."""
    try:
        stream = open_stream()
    except DAMAGE as error:
        raise InputError(f"damaged inside its container: {error}") from error
    return cast(BinaryIO, BufferedReader(Guarded(stream, most, within)))
