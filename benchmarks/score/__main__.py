"""Runs score modules: `python -m benchmarks.score [NAME...] [--data DIR] [--gold DIR] [--errors] [--no-write]`.

Prints each report, writes `docs/scores.md`, and exits 1 where a figure fell under its floor or a set could not be scored.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path

import benchmarks.score as package
from benchmarks.score import board
from benchmarks.score.report import Report

NOT_SETS = {"report", "reliability", "board", "muc_keys", "__main__"}


def main() -> None:
    """Prints each wanted report and fails on a drop."""
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if info.name not in NOT_SETS)
    args = arguments(names)
    bounds, failed, reports = board.settings(), [], []
    for name in args.names or names:
        report = importlib.import_module(f"benchmarks.score.{name}").score(args.data, args.gold)
        print_report(report, errors=args.errors)
        failed += board.verdicts(report, bounds)
        reports.append(report)
    if not args.no_write:
        board.keep(reports, args.data, args.gold, bounds)
    absent = [report.name for report in reports if report.absent]
    if absent:
        print(f"\nabsent, so neither passed nor failed: {', '.join(absent)}", file=sys.stderr)
    for line in failed:
        print(f"FELL: {line}", file=sys.stderr)
    sys.exit(1 if failed else 0)


def arguments(names: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(names)}; all where none is given")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", action="store_true", help="list the errors")
    parser.add_argument("--no-write", action="store_true", help="leave docs/scores.md as it is")
    args = parser.parse_args()
    unknown = sorted(set(args.names) - set(names))
    if unknown:
        parser.error(f"no set called {unknown[0]!r}; there are: {', '.join(names)}")
    return args


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
