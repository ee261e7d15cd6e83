"""Writes an export to a file, whole or not at all, with a file beside it that says what it was made of."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import IO, Any

from counterclaim import __version__
from counterclaim.contracts import Export
from counterclaim.errors import InputError
from counterclaim.records import View

CREDIT = "Place data: GeoNames (CC BY 4.0)"


def write_export(export: Export, view: View, target: Path) -> int:
    """Writes the export and `TARGET.meta.json`, and gives back the number of rows; raises `InputError` where it cannot."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with opened(export, partial) as stream:
            rows = export.write(view, stream)
        meta = json.dumps(metadata(export, view, rows, partial), indent=1, ensure_ascii=False)
        os.replace(partial, target)
        target.with_name(target.name + ".meta.json").write_text(meta + "\n", encoding="utf-8")
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"cannot write {target}: {error.strerror or error}") from error
    return rows


def opened(export: Export, path: Path) -> IO[Any]:
    """The file to write into, binary where the export is."""
    return path.open("wb") if getattr(export, "binary", False) else path.open("w", encoding="utf-8", newline="")


def metadata(export: Export, view: View, rows: int, file: Path) -> dict[str, object]:
    """What an export was made of: rule, version, as-of day, counts, hash, credit for place data."""
    return {
        "export": export.name,
        "summary": export.summary,
        "rule": str(getattr(export, "rule", "all records")),
        "version": __version__,
        "run": view.run,
        "as_of": view.as_of,
        "rows": rows,
        "events": len(view.events),
        "documents": len(view.documents),
        "undated_left_out": view.undated,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "credit": CREDIT,
    }
