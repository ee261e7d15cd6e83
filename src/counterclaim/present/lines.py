"""JSON lines: one mapping a line, keys in order, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any


def write_lines(rows: Iterable[Any], stream: IO[str]) -> int:
    """Writes one row a line and gives back how many there were."""
    number = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
        number += 1
    return number
