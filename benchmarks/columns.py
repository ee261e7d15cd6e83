"""Writes `docs/columns.md`, the dictionary of what every export holds, from the exports and records themselves."""

from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path

from counterclaim import plugins, records
from counterclaim.present.exports import acled, ged, hxl, panel, report_level

PAGE = Path(__file__).parents[1] / "docs" / "columns.md"
TABLES = {
    "acled.csv": acled.THEIRS + acled.OURS,
    "ged.csv": ged.COLUMNS,
    "hxl.csv": tuple(hxl.TAGS),
    "panel.csv": panel.columns(),
    "report_level.csv": report_level.COLUMNS,
}
SHOWN = (
    records.Document, records.Span, records.When, records.Mention, records.Attribution, records.Party, records.Count,
    records.EventMention, records.Evidence, records.Claim, records.Place, records.Entity, records.Link, records.Origin,
    records.Standing, records.SideTally, records.Figure, records.Event, records.Control, records.Decision,
)  # fmt: skip


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page: exports with their columns, then records with their fields."""
    lines = ["# Columns", "", "Written by `python -m benchmarks.columns` from the code itself.", "", "## Exports", ""]
    lines += ["| export | what it holds | rule |", "|---|---|---|"]
    for name, export in sorted(plugins.find("export").items()):
        lines.append(f"| `{name}` | {export.summary} | {getattr(export, 'rule', 'all records')} |")
    for name, columns in TABLES.items():
        lines += ["", f"### {name}", "", ", ".join(f"`{column}`" for column in columns)]
    lines += ["", "`claims.jsonl` has a JSON Schema: `counterclaim/present/schema/claims.schema.json`.", "", "## Records"]
    for record in SHOWN:
        lines += ["", f"### {record.__name__}", "", inspect.cleandoc(record.__doc__ or ""), "", "| field | type |", "|---|---|"]
        lines += [f"| `{field.name}` | `{str(field.type).replace('|', chr(92) + '|')}` |" for field in fields(record)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
