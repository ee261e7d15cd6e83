"""Writes an export to a file, whole or not at all, with a file beside it that says what it was made of."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from counterclaim import __version__
from counterclaim.contracts import Export
from counterclaim.errors import InputError, unknown
from counterclaim.records import View

CREDIT = "Place data: GeoNames (CC BY 4.0)"


def write_export(
    export: Export, view: View, target: Path, *, chosen: str | None = None, filters: Mapping[str, str] | None = None
) -> int:
    """Writes the export and `TARGET.meta.json`, and gives back the number of rows; raises `InputError` where it cannot.

    `chosen` is one of the export's `rules`; `filters` are those by which the view was narrowed, noted beside it.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with opened(export, partial) as stream:
            rows = written(export, view, stream, chosen)
        about = metadata(export, view, rows, partial) | {"chosen_rule": chosen, "filters": dict(filters or {})}
        meta = json.dumps(about, indent=1, ensure_ascii=False)
        os.replace(partial, target)
        target.with_name(target.name + ".meta.json").write_text(meta + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {target}: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)
    return rows


def written(export: Export, view: View, stream: IO[Any], chosen: str | None) -> int:
    """Writes an export to a stream, by one of its rules where one is chosen; raises `InputError` that names them."""
    if chosen is None:
        return export.write(view, stream)
    rules: Mapping[str, str] = getattr(export, "rules", {})
    if chosen not in rules:
        raise InputError(unknown(f"rule of {export.name}", chosen, sorted(rules)))
    rows: int = export.write_by(view, stream, chosen)  # type: ignore[attr-defined]
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
        "rules": dict(getattr(export, "rules", {})),
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
