"""A zip archive: each file in it is read as if it lay there by itself."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from counterclaim.contracts import Source
from counterclaim.errors import InputError
from counterclaim.read.choosing import read_source
from counterclaim.read.options import Options
from counterclaim.read.sources import INSIDE, Opening
from counterclaim.read.streams import DAMAGE, guarded
from counterclaim.records import Document, Failure

name = "zip"
suffixes = (".zip",)
OFFICE = "[Content_Types].xml"


def fits(source: Source) -> bool:
    """Whether the source begins as a zip archive does."""
    return source.head().startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The documents of each file in the archive."""
    if source.depth >= options.max_depth:
        raise InputError(f"more than {options.max_depth} containers in one another")
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            for member in members_of(archive, options):
                yield from read_member(archive, member, source, options)
    except DAMAGE as error:
        raise InputError(f"a damaged zip archive: {error}") from error


def members_of(archive: zipfile.ZipFile, options: Options) -> list[zipfile.ZipInfo]:
    """The files of an archive by name; raises `InputError` for too many or for an office document."""
    members = [member for member in archive.infolist() if not member.is_dir() and not hidden(member.filename)]
    if any(member.filename == OFFICE for member in members):
        raise InputError("an office document; save it as text or HTML first")
    if len(members) > options.max_members:
        raise InputError(f"more than {options.max_members:,} files in one archive")
    return sorted(members, key=lambda member: member.filename)


def hidden(name: str) -> bool:
    """Whether a name is one that systems put into archives by themselves."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, options: Options
) -> Iterator[Document | Failure]:
    """The documents of one file in an archive."""
    uri = f"{source.uri}{INSIDE}{member.filename}"
    if member.flag_bits & 1:
        yield Failure(uri=uri, stage="read", reason="encrypted; unpack it with its password first")
    else:
        inner = Opening(uri, partial(opened, archive, member, options), options.max_bytes, source.depth + 1)
        yield from read_source(inner, options)


def opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo, options: Options) -> BinaryIO:
    """The unpacked stream of a file in an archive."""
    return guarded(lambda: cast(BinaryIO, archive.open(member)), lambda: options.max_ratio * member.compress_size)
