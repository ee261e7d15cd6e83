"""The command line: one module a group of commands, imported only when the command is called."""

from __future__ import annotations

import importlib

import click

from counterclaim import __version__

COMMANDS = {
    "run": ("counterclaim.cli.run:run", "Read reports into a ledger."),
    "demo": ("counterclaim.cli.run:demo", "Read the shipped example and print its brief."),
    "brief": ("counterclaim.cli.show:brief", "Who says what, who disputes it, and how each event stands."),
    "claims": ("counterclaim.cli.show:claims", "List claims."),
    "events": ("counterclaim.cli.show:events", "List events with their standing."),
    "who": ("counterclaim.cli.show:who", "One person or group: spellings, roles, claims, and why names were merged."),
    "where": ("counterclaim.cli.show:where", "One place: spellings, gazetteer entry, events, reported control."),
    "export": ("counterclaim.cli.show:export", "Write an export, such as claims.jsonl."),
    "match": ("counterclaim.cli.show:match", "Which events stand already in an ACLED or UCDP GED file."),
    "serve": ("counterclaim.cli.serve:serve", "Show a ledger in the browser."),
    "gazetteer": ("counterclaim.cli.gazetteer:gazetteer", "Build or describe the gazetteer."),
    "ledger": ("counterclaim.cli.ledger:ledger", "Check, count, merge or redact a ledger."),
    "diff": ("counterclaim.cli.ledger:diff", "What changed in an export from one ledger to another."),
    "info": ("counterclaim.cli.info:info", "Versions, tagger, gazetteer, plug-ins and knowledge files in force."),
}


class Lazy(click.Group):
    """A group that imports a command when it is called, so that help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The summaries from the table, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Keeps a ledger of who says what happened, and who denies, confirms or admits it.

    Example: counterclaim run reports/ --ledger war.db && counterclaim brief --ledger war.db
    """
