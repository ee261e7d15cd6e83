"""Finds the sources that the given paths stand for: files, the files of a folder, standard input, members of archives."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, cast

from counterclaim.errors import InputError

HEAD = 65_536
SIDECAR = ".json"
DESCRIBED = (".txt", ".text", ".md", ".html", ".htm")
INSIDE = "!"
REMOTE = "://"
# what the header of an SQLite file says when a ledger of ours is in it, and what SQLite lays beside one
SQLITE, OURS, OURS_AT = b"SQLite format 3\x00", b"CLAM", 68
ALONGSIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Opening:
    """One input: its uri, how to open it, the largest document in it, and the number of containers around it.

    `beside` is true for a file that was found in a folder which holds texts too.
    """

    uri: str
    open: Callable[[], BinaryIO]
    max_bytes: int
    depth: int = 0
    path: Path | None = None
    beside: bool = False
    kept: list[bytes] = field(default_factory=list)

    def head(self) -> bytes:
        """The first 64 KiB."""
        if not self.kept:
            with self.open() as stream:
                self.kept.append(stream.read(HEAD))
        return self.kept[0]

    def data(self) -> bytes:
        """All bytes; raises `InputError` where there are more than the limit."""
        with self.open() as stream:
            content = stream.read(self.max_bytes + 1)
        if len(content) > self.max_bytes:
            raise InputError(f"more than the limit of {self.max_bytes:,} bytes; split it or raise --max-bytes")
        return content


def source_of_file(path: Path, max_bytes: int, *, beside: bool = False) -> Opening:
    """The source of a file."""
    return Opening(path.as_posix(), lambda: path.open("rb"), max_bytes, path=path, beside=beside)


def source_of_bytes(uri: str, content: bytes, max_bytes: int, *, depth: int = 0) -> Opening:
    """The source of bytes in memory."""
    return Opening(uri, lambda: BytesIO(content), max_bytes, depth)


def find_sources(paths: Iterable[str], max_bytes: int) -> Iterator[Opening]:
    """The sources of these paths in a fixed order; raises `InputError` for a path that does not exist."""
    for name in paths:
        path = Path(name)
        if REMOTE in name:
            yield from remote_sources(name, max_bytes)
        elif name == "-":
            yield source_of_bytes("stdin", sys.stdin.buffer.read(max_bytes + 1), max_bytes)
        elif path.is_dir():
            yield from sources_of_folder(path, max_bytes)
        elif path.exists():
            yield source_of_file(path, max_bytes)
        else:
            raise InputError(f"{name}: no such file or folder; give files, folders, URLs or - for standard input")


def sources_of_folder(folder: Path, max_bytes: int) -> Iterator[Opening]:
    """The sources of the files under a folder."""
    files = files_of(folder)
    with_texts = {file.parent for file in files if file.suffix.lower() in DESCRIBED}
    return (source_of_file(file, max_bytes, beside=file.parent in with_texts) for file in files)


def count_sources(paths: Iterable[str], max_bytes: int) -> int:
    """The number of sources of these paths, 0 where that is not known without reading them."""
    paths = list(paths)
    if any(name == "-" or REMOTE in name for name in paths):
        return 0
    return sum(1 for _ in find_sources(paths, max_bytes))


def remote_sources(url: str, max_bytes: int) -> Iterator[Opening]:
    """The sources that a URL such as s3://bucket/news/*.warc.gz stands for; raises `InputError` where it cannot be reached."""
    try:
        import fsspec
    except ImportError as error:
        raise InputError(f"{url}: URLs need: pip install 'counterclaim[remote]'") from error
    try:
        system, pattern = fsspec.core.url_to_fs(url)
        found = sorted(system.find(pattern) if system.isdir(pattern) else system.glob(pattern)) or [pattern]
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"{url}: {error}") from error
    for path in found:
        yield Opening(system.unstrip_protocol(path), partial(open_remote, system, path), max_bytes)


def open_remote(system: Any, path: str) -> BinaryIO:
    """The opened stream of a remote file."""
    return cast(BinaryIO, system.open(path, "rb"))


def files_of(folder: Path) -> list[Path]:
    """The files under a folder in order of their names, without hidden ones, sidecars and ledgers."""
    files = [path for path in folder.rglob("*") if path.is_file() and not hidden(path.relative_to(folder))]
    return sorted(path for path in files if not is_sidecar(path) and not is_of_ledger(path))


def hidden(path: Path) -> bool:
    """Whether a part of the path begins with a dot."""
    return any(part.startswith(".") for part in path.parts)


def is_sidecar(path: Path) -> bool:
    """Whether a file describes another one beside it: NAME.json beside NAME.txt."""
    if path.suffix != SIDECAR:
        return False
    return path.with_suffix("").is_file() or any(path.with_suffix(suffix).is_file() for suffix in DESCRIBED)


def is_of_ledger(path: Path) -> bool:
    """Whether a file is a ledger of ours, or one that SQLite lays beside it."""
    ending = next((ending for ending in ALONGSIDE if path.name.endswith(ending) and path.name != ending), "")
    try:
        with path.with_name(path.name.removesuffix(ending)).open("rb") as stream:
            head = stream.read(OURS_AT + len(OURS))
    except OSError:
        return False
    return head.startswith(SQLITE) and head.endswith(OURS)
