"""Commands that look into a ledger: brief, claims, events, who, where, export."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import day, echo_json, json_option, open_view, plain_errors, query_options

if TYPE_CHECKING:
    from counterclaim.contracts import Export
    from counterclaim.present.holding import Definition
    from counterclaim.records import View


@click.command(epilog="Example: counterclaim brief --ledger war.db --as-of 2021-09-06")
@query_options
@click.option("--format", "layout", type=click.Choice(["text", "md", "html", "json"]), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--limit", default=20, show_default=True, help="At most so many events.")
@click.option("--since", metavar="DAY", callback=day, help="Only what changed since this day.")
@click.option(
    "--silent-days",
    default=1,
    show_default=True,
    type=click.IntRange(min=0),
    help="With --since: sides that have not answered for so many days.",
)
def brief(
    ledger_path: Path,
    as_of: str | None,
    folders: tuple[Path, ...],
    layout: str,
    as_json: bool,
    limit: int,
    since: str | None,
    silent_days: int,
) -> None:
    """Who says what, who disputes it, and how each event stands, most contested first."""
    with plain_errors():
        view = open_view(ledger_path, as_of, folders)
        layout = "json" if as_json else layout
        if since is not None:
            before = open_view(ledger_path, day_before(since), folders)
            print_changes(view, before, since=since, layout=layout, limit=limit, silent_days=silent_days)
        else:
            print_brief(view, layout=layout, limit=limit)


def day_before(day: str) -> str:
    """The day before a day."""
    from counterclaim.reconcile.changes import day_before as before

    return before(day)


def print_changes(view: View, before: View, *, since: str, layout: str, limit: int, silent_days: int) -> None:
    """What changed from one view to another, on stdout."""
    from counterclaim.codec import plain
    from counterclaim.errors import InputError
    from counterclaim.present.brief import changed
    from counterclaim.reconcile.changes import changes_between

    if layout not in ("text", "json"):
        raise InputError(f"--since is written as text or json, not {layout}")
    changes = changes_between(before, view, silent_days=silent_days)
    if layout == "json":
        echo_json(plain(changes))
    else:
        click.echo(
            changed.render(changes, since=since, limit=limit, width=min(140, shutil.get_terminal_size((100, 24)).columns)),
            nl=False,
        )


def print_brief(view: View, *, layout: str, limit: int) -> None:
    """The brief of a view on stdout."""
    from counterclaim.codec import plain
    from counterclaim.present.brief import html, markdown, text
    from counterclaim.present.brief.model import build_brief

    made = build_brief(view, limit=limit)
    if layout == "json":
        echo_json(plain(made))
    elif layout == "text":
        click.echo(text.render(made, width=min(140, shutil.get_terminal_size((100, 24)).columns)), nl=False)
    else:
        click.echo((markdown if layout == "md" else html).render(made), nl=False)


@click.command(epilog="Example: counterclaim claims --stance denies --source NRF --ledger war.db")
@query_options
@json_option
@click.option("--stance", help="Only claims of this stance, such as denies.")
@click.option("--source", help="Only claims whose source's name, side or words contain this.")
@click.option("--event", "event_id", help="Only claims on this event.")
def claims(
    ledger_path: Path, as_of: str | None, folders: tuple[Path, ...], as_json: bool,
    stance: str | None, source: str | None, event_id: str | None,
) -> None:  # fmt: skip
    """List claims: who says what, how, when."""
    from counterclaim.present.listing import claim_line, claims_where
    from counterclaim.present.shapes import claim_shape

    with plain_errors():
        view = open_view(ledger_path, as_of, folders)
        index, found = claims_where(view, stance=stance, source=source, event=event_id)
    for claim in found:
        if as_json:
            echo_json(claim_shape(claim, index))
        else:
            click.echo(claim_line(claim, index))
    click.echo(f"{len(found)} claims", err=True)


@click.command(epilog="Example: counterclaim events --label contested --ledger war.db")
@query_options
@json_option
@click.option("--label", help="Only events whose first facet has this label, such as contested.")
@click.option("--type", "event_type", help="Only events of this type, such as capture.")
def events(
    ledger_path: Path, as_of: str | None, folders: tuple[Path, ...], as_json: bool, label: str | None, event_type: str | None
) -> None:
    """List events with how they stand."""
    from counterclaim.present.index import build_index
    from counterclaim.present.listing import event_line, events_where
    from counterclaim.present.shapes import event_record_shape

    with plain_errors():
        view = open_view(ledger_path, as_of, folders)
        found = events_where(view, label=label, event_type=event_type)
    index = build_index(view)
    for event in found:
        if as_json:
            echo_json(event_record_shape(event, index))
        else:
            click.echo(event_line(event))
    click.echo(f"{len(found)} events", err=True)


@click.command(epilog="Example: counterclaim who Massoud --ledger war.db")
@click.argument("name")
@query_options
@json_option
def who(name: str, ledger_path: Path, as_of: str | None, folders: tuple[Path, ...], as_json: bool) -> None:
    """People and groups of this name: spellings, roles, sides, why spellings were merged, and what they say."""
    from counterclaim.present.index import build_index
    from counterclaim.present.people import entity_lines, entity_shape, find_entities, relations_of

    with plain_errors():
        view = open_view(ledger_path, as_of, folders)
        found = find_entities(view, name, places=False)
        related = relations_of(view, build_index(view))
    for entity in found:
        if as_json:
            echo_json(entity_shape(entity, related))
        else:
            click.echo("\n".join(entity_lines(entity, related)))
    if not found:
        raise click.ClickException(f"nobody called {name!r} in these documents")


@click.command(epilog="Example: counterclaim where Panjshir --ledger war.db")
@click.argument("place")
@click.option(
    "--control",
    "definition",
    default="presence",
    show_default=True,
    type=click.Choice(["holding", "centre", "presence"]),
    help="What counts as control: the whole place is said to be held or taken, or its centre too, or being there at all.",
)
@query_options
@json_option
def where(
    place: str, definition: Definition, ledger_path: Path, as_of: str | None, folders: tuple[Path, ...], as_json: bool
) -> None:
    """Places of this name: spellings, gazetteer entry, events, reported control of them, their parts and what they lie in."""
    from counterclaim.present.holding import held, held_shape
    from counterclaim.present.index import build_index
    from counterclaim.present.people import entity_shape, find_entities, place_lines, relations_of

    with plain_errors():
        view = open_view(ledger_path, as_of, folders)
        found = find_entities(view, place, places=True)
        related = relations_of(view, build_index(view))
    for entity in found:
        if as_json:
            rows = held(view, entity.place, definition) if entity.place else ()
            echo_json({**entity_shape(entity, related), "control": [held_shape(one) for one in rows]})
        else:
            click.echo("\n".join(place_lines(entity, view, related, definition)))
    if not found:
        raise click.ClickException(f"no place called {place!r} in these documents")
    click.echo("Place data: GeoNames (CC BY 4.0)", err=True)


def written(export: Export, view: View, target: Path, rule: str | None, filters: Mapping[str, str]) -> int:
    """Writes an export to stdout, to a folder or to a file, as it and the target ask for."""
    from counterclaim.present import writing

    if hasattr(export, "write_folder"):
        return int(export.write_folder(view, target))
    if str(target) != "-":
        return writing.write_export(export, view, target, chosen=rule, filters=filters)
    return writing.written(export, view, sys.stdout.buffer if getattr(export, "binary", False) else sys.stdout, rule)


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options by which events are picked."""
    options = (
        click.option("--label", help="Only events whose first facet has this label, such as contested."),
        click.option("--type", "event_type", help="Only events of this type, such as capture."),
        click.option("--country", help="Only events in this country, by its ISO code, such as AF."),
        click.option("--place", help="Only events at a place whose name holds this, such as Panjshir."),
        click.option("--side", help="Only events in which this side speaks or acts, such as Taliban."),
        click.option("--dispute", help="Only events disputed so in any facet: none, denied, rival, withdrawn."),
        click.option("--source", help="Only events told by this publisher."),
        click.option("--first", metavar="DAY", help="Only events that may have happened on this day or later."),
        click.option("--last", metavar="DAY", help="Only events that may have happened on this day or earlier."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(epilog="Example: counterclaim export acled.csv --label contested --redact private --ledger war.db")
@click.argument("name")
@query_options
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder to write (default: NAME; - is stdout).")
@filter_options
@click.option("--rule", help="By which of its rules an export settles figures: lowest, most-told, highest.")
@click.option("--redact", type=click.Choice(["private"]), help="Black out the names of private persons.")
def export(
    name: str, ledger_path: Path, as_of: str | None, folders: tuple[Path, ...], out: Path | None, rule: str | None,
    redact: str | None, **filters: str | None,
) -> None:  # fmt: skip
    """Write an export of the ledger, such as claims.jsonl, into a file of that name; `info` lists the exports."""
    from counterclaim import plugins
    from counterclaim.present.filtering import Wanted, narrowed, set_filters
    from counterclaim.present.redaction import redacted

    with plain_errors():
        chosen = plugins.get("export", Path(name).name, folders)
        wanted = Wanted(**filters)
        view = narrowed(open_view(ledger_path, as_of, folders), wanted)
        target = out or Path(name)
        noted = set_filters(wanted) | ({"redact": redact} if redact else {})
        rows = written(chosen, redacted(view) if redact else view, target, rule, noted)
    click.echo(f"{rows} rows in {target}", err=True)


@click.command(epilog="Example: counterclaim match acled_2021.csv --ledger war.db")
@click.argument("existing", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@query_options
@json_option
def match(existing: Path, ledger_path: Path, as_of: str | None, folders: tuple[Path, ...], as_json: bool) -> None:
    """Which events of the ledger may stand already in an ACLED or UCDP GED file, with the reason."""
    from counterclaim.codec import plain
    from counterclaim.present.matching import matches

    with plain_errors():
        found = matches(open_view(ledger_path, as_of, folders), existing)
    for pair in found:
        if as_json:
            echo_json(plain(pair))
        else:
            click.echo(f"{pair.score:.2f}  {pair.event}  {pair.theirs}  {pair.title}: {pair.reason}")
    click.echo(f"{len(found)} possible matches", err=True)
