"""Commands that read reports: run, demo."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from counterclaim.cli.options import echo_json, folders_option, ledger_option, plain_errors
from counterclaim.kit import Settings

if TYPE_CHECKING:
    from counterclaim.ledger.intake import Progress

LISTED = 20


@click.command(epilog="Example: counterclaim run reports/ extra.txt --ledger war.db --published 2021-09-06")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@click.option("--published", metavar="DAY", help="The day of publication of these reports, whatever they say themselves.")
@click.option("--map", "mapping", metavar="OURS=THEIRS,...", help="Which fields hold what, such as text=body,date=pub_date.")
@folders_option
@click.option("--language", default="en", show_default=True, help="The language of the reports.")
@click.option("--backend", default="rules", show_default=True, help="The extractor; any but ours passes the gate.")
@click.option("--engine", default="one", show_default=True, help="How the work is run: one, processes, ray.")
@click.option("--workers", default=0, help="How many workers; 0 takes one a core.")
@click.option("--address", metavar="HOST:PORT", help="The Ray cluster to run on, with --engine ray.")
@click.option(
    "--gate/--no-gate", default=False, help="For mixed feeds: parse only what may tell of conflict, found by a cheap look."
)
@click.option("--max-bytes", default=20_000_000, show_default=True, help="The largest file that is read.")
@click.option(
    "--events/--no-events", default=True, help="Join the claims into events at the end, which the next brief then finds."
)
@click.option(
    "--log", "log_path", type=click.Path(path_type=Path, dir_okay=False), help="Add one JSON line a batch to this file."
)
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON on stdout.")
@click.option("--profile", is_flag=True, help="Where the time went, by stage.")
def run(
    paths: tuple[str, ...], ledger_path: Path, published: str | None, mapping: str | None, folders: tuple[Path, ...],
    language: str, backend: str, engine: str, workers: int, address: str | None, gate: bool, max_bytes: int, events: bool,
    log_path: Path | None, as_json: bool, profile: bool,
) -> None:  # fmt: skip
    """Read reports (files, folders, - for standard input) into a ledger; what it holds already is passed over."""
    settings = Settings(
        published=published, mapping=pairs_of(mapping), folders=folders, engine=engine, workers=workers, gate=gate,
        max_bytes=max_bytes, language=language, backend=backend, extra=(("address", address),) if address else (),
    )  # fmt: skip
    started = time.perf_counter()
    with plain_errors():
        progress = read_into(paths, ledger_path, settings, log_path=log_path)
        seconds = time.perf_counter() - started
        joined = count_events(ledger_path, settings) if events else None
    summarise(progress, seconds, joined, as_json=as_json, profile=profile)
    if progress.failures:
        sys.exit(1)


def pairs_of(mapping: str | None) -> tuple[tuple[str, str], ...]:
    """The pairs of "text=body,date=pub_date"; "date" means our field "published"."""
    if not mapping:
        return ()
    parts = [part.partition("=") for part in mapping.split(",")]
    if wrong := [left for left, equals, right in parts if not (left and equals and right)]:
        raise click.BadParameter(f"{wrong[0]!r} is no pair OURS=THEIRS; write it like text=body,date=pub_date")
    return tuple(("published" if left.strip() == "date" else left.strip(), right.strip()) for left, _, right in parts)


def count_events(ledger_path: Path, settings: Settings) -> int:
    """How many events the claims of a ledger make, joined now and kept in it."""
    from counterclaim.flow import view_of_ledger
    from counterclaim.ledger.store import open_ledger

    with open_ledger(ledger_path) as ledger:
        return len(view_of_ledger(ledger, settings).events)


def read_into(paths: tuple[str, ...], ledger_path: Path, settings: Settings, *, log_path: Path | None = None) -> Progress:
    """Reads the paths into the ledger with a progress line where a person watches."""
    from counterclaim import flow
    from counterclaim.ledger.store import open_ledger

    with open_ledger(ledger_path, create=True) as ledger, watched() as show, logged(log_path) as log:

        def seen(progress: Progress) -> None:
            show(progress)
            log(progress)

        return flow.run(paths, ledger, settings, seen=seen)


@contextmanager
def logged(path: Path | None) -> Iterator[Callable[[Progress], None]]:
    """A function that adds a JSON line on how far a run has come to a file, and does nothing without one."""
    if path is None:
        yield lambda progress: None
        return
    started = time.perf_counter()
    with path.open("a", encoding="utf-8") as stream:
        yield lambda progress: print_line(stream, progress, time.perf_counter() - started)


def print_line(stream: IO[str], progress: Progress, seconds: float) -> None:
    """Adds one JSON line and puts it on the disk's way."""
    line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **summary_of(progress, seconds)}
    line["failures"] = len(progress.failures)
    stream.write(json.dumps(line) + "\n")
    stream.flush()


@contextmanager
def watched() -> Iterator[Callable[[Progress], None]]:
    """A function that shows how far a run has come on a terminal, and shows nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console

    started = time.perf_counter()
    with Console(stderr=True).status("opening the tagger") as status:
        yield lambda progress: status.update(f"{line_of(progress, spent(started))}{left_of(progress, spent(started))}")


def spent(started: float) -> float:
    """The seconds since an instant."""
    return time.perf_counter() - started


def left_of(progress: Progress, seconds: float) -> str:
    """About how long a run will still take, where the number of files is known."""
    if not progress.passed or progress.sources < 2:
        return ""
    left = seconds / progress.passed * (progress.sources - progress.passed)
    return f", about {left / 60:.0f} min left" if left > 90 else f", about {left:.0f} s left"


def line_of(progress: Progress, seconds: float) -> str:
    """One line on how far a run has come."""
    rate = progress.read / seconds if seconds else 0.0
    return (
        f"{progress.read:,} documents read, {progress.claims:,} claims, {len(progress.failures)} failures, {rate:.1f} a second"
    )


def summarise(progress: Progress, seconds: float, events: int | None, *, as_json: bool, profile: bool) -> None:
    """The summary of a run: JSON on stdout, or words on stderr."""
    if as_json:
        echo_json({**summary_of(progress, seconds), "events": events})
        return
    for failure in progress.failures[:LISTED]:
        click.echo(f"failed: {failure.uri} ({failure.stage}): {failure.reason}", err=True)
    if len(progress.failures) > LISTED:
        click.echo(f"and {len(progress.failures) - LISTED} more failures: counterclaim ledger stats", err=True)
    if progress.aside:
        click.echo(aside_of(progress.aside), err=True)
    known = f", {progress.known:,} known already" if progress.known else ""
    joined = f"; {events:,} events in the ledger" if events is not None else ""
    click.echo(f"{line_of(progress, seconds)}{known}{joined}", err=True)
    if profile:
        for stage, spent in sorted(progress.seconds.items(), key=lambda pair: -pair[1]):
            click.echo(f"  {stage:12} {spent:8.2f} s  {spent / max(1e-9, sum(progress.seconds.values())):4.0%}", err=True)


def aside_of(uris: list[str]) -> str:
    """One note on the JSON files that hold no report."""
    files = f"{len(uris):,} JSON file{'s' * (len(uris) > 1)} beside the reports"
    return f"passed over: {files} without a field that holds text, such as {uris[0]}; if one does, say --map text=NAME"


def summary_of(progress: Progress, seconds: float) -> dict[str, object]:
    """The summary of a run as plain values."""
    return {
        "run": progress.run,
        "documents": progress.found,
        "read": progress.read,
        "known": progress.known,
        "claims": progress.claims,
        "failures": [{"uri": f.uri, "stage": f.stage, "reason": f.reason} for f in progress.failures],
        "passed_over": progress.aside,
        "seconds": round(seconds, 3),
        "documents_per_second": round(progress.read / seconds, 2) if seconds else None,
        "stages": {stage: round(spent, 3) for stage, spent in progress.seconds.items()},
    }


@click.command(epilog="Example: counterclaim demo --ledger demo.db")
@click.option("--ledger", "ledger_path", type=click.Path(path_type=Path, dir_okay=False), help="Keep the ledger in this file.")
def demo(ledger_path: Path | None) -> None:
    """Read the shipped example and print its brief."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        show_example(ledger_path or Path(folder) / "demo.db")


def show_example(ledger_path: Path) -> None:
    """Reads the example into a ledger and prints its brief."""
    from counterclaim.cli.options import open_view
    from counterclaim.cli.show import print_brief

    with plain_errors():
        progress = read_into((str(example_folder()),), ledger_path, Settings())
        view = open_view(ledger_path, None, ())
    click.echo(f"{progress.found} reports of the shipped example read", err=True)
    print_brief(view, layout="text", limit=20)


def example_folder() -> Path:
    """The folder of the shipped example, in an installed package or in a checkout."""
    from counterclaim.errors import InputError

    home = Path(__file__).resolve().parents[1]
    places = (home / "examples" / "panjshir-2021", home.parents[1] / "examples" / "panjshir-2021")
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise InputError(f"the example is missing; looked in: {', '.join(map(str, places))}")
    return found
