"""The sidecar of a report: NAME.json beside NAME.txt, with what its text does not say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from counterclaim.contracts import Source
from counterclaim.errors import InputError


def sidecar_of(source: Source) -> Mapping[str, Any]:
    """What the sidecar of a file says, nothing where there is none; raises `InputError` where it is damaged."""
    path = getattr(source, "path", None)
    if path is None:
        return {}
    for sidecar in (path.with_suffix(".json"), path.with_name(path.name + ".json")):
        if sidecar != path and sidecar.is_file():
            return fields_of(sidecar)
    return {}


def fields_of(path: Path) -> Mapping[str, Any]:
    """The fields of a sidecar file."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, OSError) as error:
        raise InputError(f"{path}: the sidecar is not readable as JSON: {error}") from error
    if not isinstance(fields, dict):
        raise InputError(f"{path}: a sidecar holds one object with fields such as 'published' and 'publisher'")
    return fields
