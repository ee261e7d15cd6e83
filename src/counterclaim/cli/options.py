"""Options that several commands share, and how a command opens a ledger's view."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.kit import Settings
from counterclaim.records import View

Command = TypeVar("Command", bound=Callable[..., Any])
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def ledger_option(command: Command) -> Command:
    """`--ledger FILE`."""
    option: Callable[[Command], Command] = click.option(
        "--ledger", "ledger_path", type=click.Path(path_type=Path, dir_okay=False), default=Path("counterclaim.db"),
        show_default=True, envvar="COUNTERCLAIM_LEDGER", help="The ledger file.",
    )  # fmt: skip
    return option(command)


def folders_option(command: Command) -> Command:
    """`--with FOLDER`, any number of times."""
    option: Callable[[Command], Command] = click.option(
        "--with", "folders", multiple=True, type=click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True),
        help="A folder with plug-ins and knowledge files of your own.",
    )  # fmt: skip
    return option(command)


def query_options(command: Command) -> Command:
    """`--ledger FILE`, `--as-of DAY`, `--with FOLDER`."""
    as_of: Callable[[Command], Command] = click.option(
        "--as-of", metavar="DAY", callback=day, help="Only what had been published by this day (2021-09-06)."
    )
    return ledger_option(as_of(folders_option(command)))


def json_option(command: Command) -> Command:
    """`--json`."""
    option: Callable[[Command], Command] = click.option("--json", "as_json", is_flag=True, help="JSON lines on stdout.")
    return option(command)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The value where it is a day of the calendar."""
    if value is not None and not DAY.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no day; write it like 2021-09-06")
    return value


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns our own errors into one line on stderr and exit code 1."""
    try:
        yield
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error


def open_view(ledger_path: Path, as_of: str | None, folders: tuple[Path, ...]) -> View:
    """What a ledger says as of a day; raises `InputError` where there is no such ledger."""
    from counterclaim.flow import view_of_ledger
    from counterclaim.ledger.store import open_ledger

    if not ledger_path.exists():
        raise InputError(f"no ledger at {ledger_path}; make one with: counterclaim run REPORTS --ledger {ledger_path}")
    with open_ledger(ledger_path) as ledger:
        view: View = view_of_ledger(ledger, Settings(folders=folders), as_of)
    return view


def echo_json(row: object) -> None:
    """One JSON line on stdout."""
    click.echo(json.dumps(row, ensure_ascii=False))
