"""Chooses the format of a source by content first and name second, and reads it; containers come back here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from counterclaim.contracts import Source
from counterclaim.errors import CounterclaimError
from counterclaim.read.options import Options
from counterclaim.records import Document, Failure

REPORT = "please report it"


def read_source(source: Source, options: Options) -> Iterator[Document | Failure]:
    """The documents of one source, or a `Failure` that says why there are none."""
    try:
        yield from choose(source, options.formats).read(source, options)
    except (CounterclaimError, OSError, EOFError) as error:
        yield Failure(uri=source.uri, stage="read", reason=str(error) or type(error).__name__)
    except (RecursionError, MemoryError) as error:
        yield Failure(uri=source.uri, stage="read", reason=f"nested too deeply or too large: {type(error).__name__}")
    except Exception as error:  # noqa: BLE001 - a defect met by one file must not end the run; it is kept as a Failure
        yield Failure(uri=source.uri, stage="read", reason=f"{type(error).__name__}: {error}; {REPORT}")


def choose(source: Source, formats: Mapping[str, Any]) -> Any:
    """The format for a source: of those that fit, one whose suffix it has, those of a `fallback` last."""
    fitting = [module for module in formats.values() if module.fits(source)]
    return min(fitting, key=lambda module: rank(module, source))


def rank(module: Any, source: Source) -> tuple[int, bool, str]:
    """The place of a fitting format in the order of choice."""
    return getattr(module, "fallback", 0), not source.uri.lower().endswith(tuple(module.suffixes)), module.name
