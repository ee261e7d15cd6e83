"""`counterclaim serve`: the web interface over a ledger."""

from __future__ import annotations

import ipaddress
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import click

from counterclaim.cli.options import folders_option, ledger_option, plain_errors
from counterclaim.errors import InputError
from counterclaim.flow import fitted_decisions, view_key, view_of, view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.decisions import fit
from counterclaim.ledger.store import Ledger, open_ledger
from counterclaim.records import Decision, Reading, View

FEW_REPORTS = 2_000
KEEP = "import sys; from counterclaim.cli.serve import keep_view; keep_view(sys.argv[1])"


@dataclass(frozen=True, slots=True)
class LedgerSource:
    """A ledger file as the web interface reads it."""

    path: Path
    settings: Settings
    readonly: bool
    lost: dict[str, tuple[Decision, ...]] = field(default_factory=dict, compare=False)
    held: dict[str, list[Reading]] = field(default_factory=dict, compare=False)
    computing: dict[str | None, Lock] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def view(self, as_of: str | None) -> View:
        """Everything published by a day; that of a big ledger is computed by a process of its own, so that pages go on."""
        with open_ledger(self.path) as ledger:
            readings = self.readings(ledger)
            if len(readings) > FEW_REPORTS:
                self.prepare(as_of)
            return view_of_ledger(ledger, self.settings, as_of, readings=readings)

    def days(self) -> Sequence[str]:
        """Every day on which something in the ledger was published."""
        with open_ledger(self.path) as ledger:
            published = {reading.document.published for reading in self.readings(ledger)}
        return tuple(sorted({day[:10] for day in published if day}))

    def readings(self, ledger: Ledger) -> list[Reading]:
        """All readings, held as long as the ledger does not change."""
        state = ledger.fingerprint()
        if state not in self.held:
            self.held.clear()
            self.held[state] = ledger.readings()
        return self.held[state]

    def prepare(self, as_of: str | None) -> None:
        """Has the view as of a day computed and kept in the ledger by another process, where it is not kept yet."""
        with self.computing.setdefault(as_of, Lock()), open_ledger(self.path) as ledger:
            if not ledger.writable or ledger.cached(view_key(ledger, self.settings, as_of)) is not None:
                return
            wanted = json.dumps([str(self.path), as_of, [str(folder) for folder in self.settings.folders]])
            subprocess.run([sys.executable, "-c", KEEP, wanted], check=False)

    def view_of_readings(self, readings: Sequence[Reading], as_of: str) -> View:
        """The same of some reports only."""
        return view_of(readings, self.settings, as_of=as_of, decisions=fit(self.decisions(), readings, tuple).placed)

    def decisions(self) -> Sequence[Decision]:
        """The decisions so far, oldest first."""
        with open_ledger(self.path) as ledger:
            return ledger.decisions()

    def orphaned(self) -> Sequence[Decision]:
        """The decisions whose record is no longer there, looked for once for each state of the ledger."""
        with open_ledger(self.path) as ledger:
            state = ledger.fingerprint()
            if state not in self.lost:
                self.lost.clear()
                self.lost[state] = fitted_decisions(ledger, ledger.readings()).orphaned
            return self.lost[state]

    def decide(self, decision: Decision) -> None:
        """Stores a decision."""
        with open_ledger(self.path) as ledger:
            ledger.decide(decision)


def keep_view(wanted: str) -> None:
    """Computes a view and keeps it in its ledger; `wanted` is JSON: the ledger, the as-of day, folders with knowledge."""
    path, as_of, folders = json.loads(wanted)
    os.nice(5)
    with open_ledger(Path(path)) as ledger:
        view_of_ledger(ledger, Settings(folders=tuple(Path(folder) for folder in folders)), as_of)


@click.command(epilog="Example: counterclaim serve --ledger war.db, then open http://127.0.0.1:8765/")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; anything but loopback gets a token.")
@click.option("--port", default=8765, show_default=True)
@click.option("--read-only", is_flag=True, help="Refuse decisions.")
@folders_option
def serve(ledger_path: Path, host: str, port: int, read_only: bool, folders: tuple[Path, ...]) -> None:
    """Show a ledger in the browser: events, map, timeline, reports, review; without a ledger, the shipped example."""
    with plain_errors():
        uvicorn, create_app = web_parts()
        path = ledger_path if ledger_path.exists() else example_ledger(ledger_path)
        token = None if loopback(host) else secrets.token_urlsafe(16)
        app = create_app(LedgerSource(path, Settings(folders=folders), read_only), token=token)
    if token:
        click.echo(f"warning: reachable from other machines; every request needs the token: ?token={token}", err=True)
    click.echo(f"{path} at http://{host}:{port}/{f'?token={token}' if token else ''}", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning")


def web_parts() -> tuple[Any, Any]:
    """The server and the application, where the extra is installed; raises `InputError` that says how to install it."""
    try:
        import uvicorn

        from counterclaim.present.web.app import create_app
    except ImportError as error:
        raise InputError(f"the web interface needs the extra 'web': pip install 'counterclaim[web]' ({error})") from error
    return uvicorn, create_app


def loopback(host: str) -> bool:
    """Whether an address is reachable from this machine only.

    >>> loopback("127.0.0.1"), loopback("localhost"), loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def example_ledger(wanted: Path) -> Path:
    """A ledger of the shipped example, made where none was given."""
    from counterclaim.cli.run import example_folder
    from counterclaim.flow import run

    click.echo(f"no ledger at {wanted}: showing the shipped example", err=True)
    path = click.get_app_dir("counterclaim")
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    with open_ledger(folder / "example.db", create=True) as ledger:
        run([str(example_folder())], ledger, Settings())
    return folder / "example.db"
