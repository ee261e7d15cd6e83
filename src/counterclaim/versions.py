"""Which code is running: the release, and a hash of the source files that make records."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from counterclaim import __version__

HOME = Path(__file__).parent
MAP = ("read", "annotate", "extract", "resolve", "syntax.py", "records.py")
GROUP = ("resolve", "reconcile", "records.py")


@cache
def code_version(parts: tuple[str, ...]) -> str:
    """The release and a hash of these parts of the package, such as "0.1.0+3f2a9c01"."""
    digest = hashlib.blake2b(digest_size=4)
    for path in sorted(file for part in parts for file in files_of(HOME / part)):
        digest.update(path.relative_to(HOME).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()}"


def files_of(path: Path) -> list[Path]:
    """The source files of a package or module."""
    return list(path.rglob("*.py")) if path.is_dir() else [path]
