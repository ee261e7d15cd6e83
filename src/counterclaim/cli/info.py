"""The command `info`: versions, tagger, gazetteer, plug-ins and knowledge files in force."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

import click

from counterclaim.cli.options import echo_json, folders_option, json_option, plain_errors


@click.command(epilog="Example: counterclaim info --with my-conflict/")
@json_option
@folders_option
def info(as_json: bool, folders: tuple[Path, ...]) -> None:
    """Versions, tagger, gazetteer, plug-ins and knowledge files in force."""
    with plain_errors():
        facts = facts_of(folders)
    if as_json:
        echo_json(facts)
        return
    for name, value in facts.items():
        click.echo(f"{name:14} {', '.join(map(str, value)) if isinstance(value, list) else value}")


def facts_of(folders: tuple[Path, ...]) -> dict[str, object]:
    """What is in force, by name."""
    from counterclaim import plugins
    from counterclaim.flow import open_kit, run_of
    from counterclaim.kit import Settings

    settings = Settings(folders=folders)
    kit, run = open_kit(settings), run_of(settings)
    knowledge = kit.knowledge
    return {
        "counterclaim": run.version,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "tagger": run.tagger,
        "gazetteer": run.gazetteer,
        "run": run.id,
        "knowledge": knowledge.hash,
        "languages": [f"{name} ({len(one.files)} files)" for name, one in sorted(knowledge.languages.items())],
        "events": sorted(knowledge.events),
        "conflicts": sorted(knowledge.conflicts),
        "outlets": len(knowledge.outlets),
        **{f"{kind}s": sorted(plugins.find(kind, folders)) for kind in plugins.PACKAGES},
        "folders": [str(folder) for folder in folders],
    }
