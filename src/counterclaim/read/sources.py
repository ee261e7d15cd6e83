"""Finds the sources that the given paths stand for: files, the files of a folder, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import InputError

HEAD = 65_536
SIDECAR = ".json"
DESCRIBED = (".txt", ".text", ".md", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file; `depth` counts the containers around it."""

    path: Path
    uri: str
    max_bytes: int
    depth: int = 0

    def head(self) -> bytes:
        """The first 64 KiB."""
        with self.path.open("rb") as stream:
            return stream.read(HEAD)

    def data(self) -> bytes:
        """All bytes; raises `InputError` where there are more than the limit."""
        size = self.path.stat().st_size
        if size > self.max_bytes:
            raise InputError(too_large(size, self.max_bytes))
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class MemorySource:
    """Bytes from standard input or out of a container."""

    uri: str
    content: bytes
    depth: int = 0

    def head(self) -> bytes:
        """The first 64 KiB."""
        return self.content[:HEAD]

    def data(self) -> bytes:
        """All bytes."""
        return self.content


def too_large(size: int, limit: int) -> str:
    """Why a source of this many bytes is not read."""
    return f"{size:,} bytes are more than the limit of {limit:,}; split it or raise --max-bytes"


def find_sources(paths: Iterable[str], max_bytes: int) -> Iterator[FileSource | MemorySource]:
    """The sources of these paths in a fixed order; raises `InputError` for a path that does not exist."""
    for name in paths:
        path = Path(name)
        if name == "-":
            yield MemorySource("stdin", sys.stdin.buffer.read(max_bytes + 1))
        elif path.is_dir():
            yield from (FileSource(file, file.as_posix(), max_bytes) for file in files_of(path))
        elif path.exists():
            yield FileSource(path, path.as_posix(), max_bytes)
        else:
            raise InputError(f"{name}: no such file or folder; give files, folders or - for standard input")


def files_of(folder: Path) -> list[Path]:
    """The files under a folder in order of their names, without hidden ones and sidecars."""
    files = [path for path in folder.rglob("*") if path.is_file() and not hidden(path.relative_to(folder))]
    return sorted(path for path in files if not is_sidecar(path))


def hidden(path: Path) -> bool:
    """Whether a part of the path begins with a dot."""
    return any(part.startswith(".") for part in path.parts)


def is_sidecar(path: Path) -> bool:
    """Whether a file describes another one beside it: NAME.json beside NAME.txt."""
    if path.suffix != SIDECAR:
        return False
    return (
        any(path.with_suffix(suffix).exists() for suffix in (".txt", ".md", ".html", ".htm")) or path.with_suffix("").is_file()
    )
