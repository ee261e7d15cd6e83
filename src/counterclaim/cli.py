"""The command line."""

from __future__ import annotations

import click

from counterclaim import __version__


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Keeps a ledger of who says what happened, and who denies, confirms or admits it."""
