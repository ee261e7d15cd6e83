"""`site`: the web interface as a folder of files that opens from disk, with nothing fetched from anywhere."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from counterclaim.errors import InputError
from counterclaim.records import View

name = "site"
summary = "a folder with the web interface as files: open index.html, no server needed"
rule = "all events, reports and entities; the event list on one page"
MARK = "index.html"


def write(view: View, stream: IO[str]) -> int:
    """Raises `InputError`: a folder cannot be written to one stream."""
    raise InputError("site is a folder of files; give it one: counterclaim export site --out FOLDER")


def write_folder(view: View, folder: Path) -> int:
    """Writes all pages into a folder, whole or not at all, and gives back how many; raises `InputError` where it cannot."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise InputError(f"{folder} holds other files; give an empty or new folder, or one that an earlier export wrote")
    parent = folder.resolve().parent
    try:
        with tempfile.TemporaryDirectory(dir=parent, prefix=".site-") as made:
            number = fill(view, Path(made))
            os.chmod(made, 0o755)
            if folder.exists():
                shutil.rmtree(folder)
            shutil.copytree(made, folder)
    except OSError as error:
        raise InputError(f"cannot write {folder}: {error.strerror or error}") from error
    return number


def fill(view: View, folder: Path) -> int:
    """Writes the pages and the files that they load."""
    number = 0
    for file, html in pages(view):
        (folder / file).write_text(html, encoding="utf-8")
        number += 1
    from counterclaim.present.web.render import HERE

    shutil.copytree(HERE / "static", folder / "static")
    return number


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Every page as file name and HTML."""
    try:
        from counterclaim.present.web.site import static_pages
    except ImportError as error:
        raise InputError(f"the site needs the extra 'web': pip install 'counterclaim[web]' ({error})") from error
    yield from static_pages(view)
