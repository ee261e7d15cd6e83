"""Opens the gazetteer: a given file, the user's own build, or the one of the installed packages, built on first use."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path
from rich.console import Console

from counterclaim.errors import GazetteerError
from counterclaim.knowledge.tables import folding_table
from counterclaim.records import content_id
from counterclaim.resolve.gazetteer.build import build, packaged_rows, packaged_version
from counterclaim.resolve.gazetteer.lookup import SqliteGazetteer, damaged
from counterclaim.resolve.gazetteer.store import FORMAT

LONGEST_BUILD = 300.0
HEADER = 100
PACKAGED = "gazetteer-packages-"
# builds of other versions that stay, so that two installations side by side do not undo each other's work
OTHERS = 2


def cache_folder() -> Path:
    """The folder that gazetteers are kept in."""
    return user_cache_path("counterclaim")


def built_path() -> Path:
    """The file that `counterclaim gazetteer build` writes."""
    return cache_folder() / "gazetteer.sqlite"


def packaged_path() -> Path:
    """The file of the installed packages, one for each version of them and of the shipped tables."""
    return cache_folder() / f"{PACKAGED}{content_id(packaged_version())}.sqlite"


def gazetteer_path() -> Path:
    """The file in use where none is named: the user's own build if there is one, else that of the packages."""
    own = built_path()
    return own if own.exists() else packaged_path()


def open_gazetteer(path: Path | None = None) -> SqliteGazetteer:
    """The gazetteer at a path, or the user's own in the cache directory, built there on first use."""
    if path is None:
        path = gazetteer_path()
        if path != built_path():
            build_once(path)
    if not path.exists():
        raise GazetteerError(f"{path}: no gazetteer there; build it: counterclaim gazetteer build --to {path}")
    return open_file(path)


def open_file(path: Path) -> SqliteGazetteer:
    """The gazetteer in a file; raises `GazetteerError` where the file is damaged, cut short or of another format."""
    check_whole(path)
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        meta = dict(database.execute("select key, value from meta"))
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error
    if meta.get("format") != str(FORMAT):
        raise damaged(path, f"its format is {meta.get('format')}, this version reads {FORMAT}")
    return SqliteGazetteer(database, path, meta["version"], folding_table())


def check_whole(path: Path) -> None:
    """Raises `GazetteerError` unless the file has the size that its own header states."""
    with path.open("rb") as stream:
        head = stream.read(HEADER)
    if len(head) < HEADER or not head.startswith(b"SQLite format 3"):
        raise damaged(path, "it is not an SQLite file")
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    stated = (65536 if page == 1 else page) * pages
    if stated != path.stat().st_size:
        raise damaged(path, f"it has {path.stat().st_size} bytes of {stated}")


def build_once(path: Path) -> None:
    """Builds the packages' gazetteer where it is missing; a second process waits for the first."""
    waited = time.monotonic()
    while not path.exists():
        lock = path.with_suffix(".lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        if take(lock):
            try:
                Console(stderr=True, highlight=False).print(f"Building the gazetteer from the installed packages, once: {path}")
                build(path, packaged_rows(), packaged_version())
                drop_old(path)
            finally:
                lock.unlink(missing_ok=True)
        elif time.monotonic() - waited > LONGEST_BUILD:
            raise GazetteerError(f"{lock}: another process has been building for {LONGEST_BUILD:.0f} s; delete this file")
        else:
            time.sleep(0.2)


def drop_old(newest: Path) -> None:
    """Deletes the builds of other versions beside this one, all but the latest of them."""
    others = [path for path in newest.parent.glob(f"{PACKAGED}*{newest.suffix}") if path != newest]
    for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[OTHERS:]:
        with suppress(OSError):  # where another process reads it, some systems keep it: the next build tries again
            path.unlink()


def take(lock: Path) -> bool:
    """Whether this process now holds the lock file; one left behind by a process that ended long ago is taken over."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        if time.time() - lock.stat().st_mtime > LONGEST_BUILD:
            lock.unlink(missing_ok=True)
        return False
    return True
