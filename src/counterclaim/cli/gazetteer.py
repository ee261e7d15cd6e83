"""`counterclaim gazetteer build` and `info`."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from counterclaim.errors import CounterclaimError
from counterclaim.resolve.gazetteer.build import build as build_file
from counterclaim.resolve.gazetteer.build import packaged_rows, packaged_version
from counterclaim.resolve.gazetteer.dump import dump_rows
from counterclaim.resolve.gazetteer.opening import built_path, gazetteer_path, open_gazetteer
from counterclaim.resolve.gazetteer.own import own_rows

CREDIT = "Place data: GeoNames (CC BY 4.0), airportsdata (MIT)"


@click.group()
def gazetteer() -> None:
    """Builds or describes the gazetteer that places are looked up in.

    Example: counterclaim gazetteer build --geonames AF.zip --places own.tsv
    """


@gazetteer.command()
@click.option(
    "--geonames",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A dump of geonames.org/export/dump, such as allCountries.zip or AF.zip.",
)
@click.option(
    "--alternates", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="alternateNamesV2.zip of the same place."
)
@click.option("--countries", default="", help="Take only these from the dump, by ISO code: AF,SY.")
@click.option(
    "--places",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own places: tab-separated, first line name, kind, country, latitude, longitude.",
)
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write instead of the one in the cache folder."
)
def build(geonames: Path | None, alternates: Path | None, countries: str, places: Path | None, to: Path | None) -> None:
    """Builds the gazetteer from the installed packages, and from a GeoNames dump and your own places if given.

    The old one stays in use until the new one is whole.
    """
    if alternates and not geonames:
        raise click.UsageError("--alternates needs --geonames: it adds names to the places of a dump")
    wanted = frozenset(code.strip().upper() for code in countries.split(",") if code.strip())
    parts = [packaged_rows()]
    if geonames:
        parts.insert(0, dump_rows(geonames, alternates, wanted))
    if places:
        parts.append(own_rows(places))
    sources = [path.name for path in (geonames, alternates, places) if path]
    target = to or built_path()
    try:
        count = build_file(target, chain(*parts), " ".join([packaged_version(), *sources]))
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{target}: {count:,} places. {CREDIT}")


@gazetteer.command()
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), help="A gazetteer file instead of the one in use.")
def info(file: Path | None) -> None:
    """Says which gazetteer is in use, what it was built from and how many places it holds.

    Example: counterclaim gazetteer info
    """
    try:
        opened = open_gazetteer(file)
        counts = opened.counts()
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error
    path = file or gazetteer_path()
    click.echo(f"file      {path} ({path.stat().st_size / 1e6:.0f} MB)\nversion   {opened.version}")
    for kind, count in counts.items():
        click.echo(f"{kind:9} {count:,}")
    click.echo(CREDIT)
