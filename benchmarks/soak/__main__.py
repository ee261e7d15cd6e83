"""`python -m benchmarks.soak --rounds 500 --inputs 100000 --harmless 5000`: kills runs and damages inputs, and reports."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from benchmarks.soak.fuzz import fuzz, harmless
from benchmarks.soak.kills import kills

from counterclaim.flow import run_of
from counterclaim.kit import Settings


def report(args: argparse.Namespace) -> Iterator[str]:
    """The lines of the report."""
    run = run_of(Settings())
    yield f"counterclaim {run.version}, {run.tagger}, seed {args.seed}"
    if args.rounds:
        yield from kills(args.rounds, args.seed)
    if args.inputs:
        yield from fuzz(args.inputs, args.seed)
    if args.harmless:
        yield from harmless(args.harmless, args.seed)


def main() -> None:
    """Runs what the options ask for; exits 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--inputs", type=int, default=2_000)
    parser.add_argument("--harmless", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    wrong = False
    for line in report(parser.parse_args()):
        print(line, flush=True)
        wrong = wrong or line.startswith("  WRONG")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
