"""Runs score modules: `python -m benchmarks.score [NAME...] [--data DIR] [--gold DIR] [--errors]`."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path

import benchmarks.score as package
from benchmarks.score.report import Report

NOT_SETS = {"report", "__main__"}


def main() -> None:
    """Prints each wanted report."""
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if info.name not in NOT_SETS)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(names)}; all where none is given")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", action="store_true", help="list the errors")
    args = parser.parse_args()
    for name in args.names or names:
        print_report(importlib.import_module(f"benchmarks.score.{name}").score(args.data, args.gold), errors=args.errors)


def print_report(report: Report, *, errors: bool) -> None:
    """One report as a table."""
    print(f"\n{report.name}" + (f": absent ({report.absent})" if report.absent else ""))
    for figure in report.figures:
        of = f" of {figure.of}" if figure.of is not None else ""
        beside = f"  ({figure.published})" if figure.published else ""
        print(f"  {figure.slice:28} {figure.metric:18} {figure.value:8.3f}{of}{beside}")
    for line in (*report.notes, *(report.errors if errors else ())):
        print(f"  {line}")


if __name__ == "__main__":
    main()
