"""Commands on the ledger file itself: check, stats, merge, forget, decisions, diff."""

from __future__ import annotations

import getpass
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.options import echo_json, folders_option, json_option, ledger_option, open_view, plain_errors

if TYPE_CHECKING:
    from counterclaim.ledger.store import Ledger

NEWEST = 40


@click.group()
def ledger() -> None:
    """Check, count, merge or redact a ledger."""


@ledger.command(epilog="Example: counterclaim ledger check --ledger war.db")
@ledger_option
def check(ledger_path: Path) -> None:
    """Look for damage: the file, its tables, every reading, every span. Exits 1 where there is any."""
    from counterclaim.ledger.check import problems_of
    from counterclaim.ledger.store import open_ledger

    with plain_errors(), open_ledger(ledger_path) as opened:
        problems = list(problems_of(opened))
    for problem in problems:
        click.echo(problem)
    click.echo(f"{ledger_path}: {f'{len(problems)} problems' if problems else 'sound'}", err=True)
    if problems:
        sys.exit(1)


@ledger.command(epilog="Example: counterclaim ledger stats --ledger war.db")
@ledger_option
@json_option
def stats(ledger_path: Path, as_json: bool) -> None:
    """Intake by source and day, failures by stage, runs: so that a lost source is not mistaken for peace."""
    from counterclaim.codec import plain
    from counterclaim.ledger.queries import stats_of
    from counterclaim.ledger.store import open_ledger

    with plain_errors(), open_ledger(ledger_path) as opened:
        found = stats_of(opened)
    if as_json:
        echo_json(plain(found))
        return
    click.echo(
        f"{found.documents} documents ({found.undated} undated), {found.claims} claims, {found.readings} readings,"
        f" {found.decisions} decisions, {found.forgotten} forgotten"
    )
    for intake in found.intake[-NEWEST:]:
        name, day = intake.publisher or "(no publisher)", intake.day or "undated"
        click.echo(f"  {day:10}  {intake.documents:6} documents {intake.claims:7} claims  {name}")
    for stage, number in found.failures:
        click.echo(f"  {number} failures at the stage {stage!r}")
    for run in found.runs:
        spent = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in run.seconds.items())
        click.echo(f"  run {run.run} ({run.version}, {run.started[:19]}): {run.documents} documents; {spent}")


@ledger.command(epilog="Example: counterclaim ledger merge war.db laptop.db")
@click.argument("into", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("other", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def merge(into: Path, other: Path) -> None:
    """Take everything that OTHER holds and INTO lacks into INTO."""
    from counterclaim.ledger.merge import merge as merge_ledgers
    from counterclaim.ledger.store import open_ledger

    with plain_errors(), open_ledger(into) as target, open_ledger(other) as source:
        merged = merge_ledgers(target, source)
    click.echo(f"{merged.readings} readings, {merged.failures} failures, {merged.decisions} decisions taken over", err=True)


@ledger.command(epilog="Example: counterclaim ledger forget 3f2a9c0112345678 --reason 'names a witness' --ledger war.db")
@click.argument("document")
@ledger_option
@click.option("--reason", required=True, help="Why; it is kept.")
@click.option("--author", default=getpass.getuser, help="Who; it is kept.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(document: str, ledger_path: Path, reason: str, author: str, yes: bool) -> None:
    """Erase the text of DOCUMENT (an id or uri) and every copied piece of it, for good; its hash and the reason stay."""
    from counterclaim.ledger.forget import forget as forget_document
    from counterclaim.ledger.store import open_ledger

    if not yes:
        click.confirm(f"erase {document} from {ledger_path} for good?", abort=True, err=True)
    with plain_errors(), open_ledger(ledger_path) as opened:
        gone = forget_document(opened, document, reason=reason, author=author)
    click.echo(f"{gone} readings erased; reprints of the same text in other documents are not touched", err=True)


@ledger.command(epilog="Example: counterclaim ledger decisions --export decisions.jsonl --ledger war.db")
@ledger_option
@json_option
@click.option("--export", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write them as JSON lines.")
@click.option(
    "--import", "source", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Take over those in JSON lines."
)
def decisions(ledger_path: Path, as_json: bool, target: Path | None, source: Path | None) -> None:
    """People's verdicts, oldest first, and whether their record is still there; handed on and taken over as JSON lines."""
    from counterclaim.ledger.store import open_ledger

    with plain_errors(), open_ledger(ledger_path) as opened:
        if source:
            take_over(opened, source)
        if target:
            hand_on(opened, target)
        if not source and not target:
            list_decisions(opened, as_json=as_json)


def take_over(opened: Ledger, source: Path) -> None:
    """Stores the decisions in a file of JSON lines; those that the ledger holds already stay as they are."""
    from counterclaim.ledger.decisions import from_lines

    found = from_lines(source.read_text(encoding="utf-8").splitlines(), name=str(source))
    before = len(opened.decisions())
    for decision in found:
        opened.decide(decision)
    click.echo(f"{len(opened.decisions()) - before} of {len(found)} decisions are new", err=True)


def hand_on(opened: Ledger, target: Path) -> None:
    """Writes all decisions as JSON lines, undone ones and undoings too."""
    from counterclaim.ledger.decisions import as_lines

    lines = list(as_lines(opened.decisions()))
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    click.echo(f"{len(lines)} decisions to {target}", err=True)


def list_decisions(opened: Ledger, *, as_json: bool) -> None:
    """Prints every decision and whether what it is about is still there."""
    from counterclaim.codec import plain
    from counterclaim.flow import fitted_decisions

    fitted = fitted_decisions(opened, opened.readings())
    orphaned = {decision.id for decision in fitted.orphaned}
    for decision in sorted((*fitted.placed, *fitted.orphaned), key=lambda decision: decision.made):
        if as_json:
            echo_json({**plain(decision), "orphaned": decision.id in orphaned})
        else:
            lost = "  (orphaned: what it is about is no longer read)" if decision.id in orphaned else ""
            about = " ".join(decision.records)
            click.echo(f"{decision.made[:19]} {decision.author}: {decision.verdict} {decision.record_kind} {about}{lost}")


@click.command(epilog="Example: counterclaim diff last-week.db war.db --export events.jsonl")
@click.argument("old", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("new", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--export", "export_name", default="events.jsonl", show_default=True, help="Which export's rows to compare.")
@folders_option
def diff(old: Path, new: Path, export_name: str, folders: tuple[Path, ...]) -> None:
    """Rows of an export that were added, changed or deleted from the ledger OLD to the ledger NEW, as JSON lines."""
    from counterclaim.codec import plain
    from counterclaim.ledger.diff import changes_between

    with plain_errors():
        rows = [export_rows(path, export_name, folders) for path in (old, new)]
    counts = dict.fromkeys(("added", "changed", "deleted"), 0)
    for change in changes_between(*rows):
        counts[change.change] += 1
        echo_json(plain(change))
    click.echo(", ".join(f"{number} {name}" for name, number in counts.items()), err=True)


def export_rows(path: Path, export_name: str, folders: tuple[Path, ...]) -> dict[str, dict[str, Any]]:
    """The rows of an export of a ledger by id; raises `InputError` for an export without ids."""
    from counterclaim import plugins
    from counterclaim.errors import InputError

    stream = io.StringIO()
    plugins.get("export", export_name, folders).write(open_view(path, None, folders), stream)
    try:
        rows = [json.loads(line) for line in stream.getvalue().splitlines()]
        return {row["id"]: row for row in rows}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"the rows of {export_name} have no ids; compare claims.jsonl or events.jsonl") from error
