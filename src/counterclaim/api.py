"""The library's face: an opened ledger with the queries of the command line and of the web API."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim import flow, plugins
from counterclaim.errors import InputError
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.brief.model import Brief, build_brief
from counterclaim.present.filtering import Wanted, narrowed, set_filters
from counterclaim.present.index import Index, build_index
from counterclaim.present.listing import claims_where, events_where
from counterclaim.present.parquet import table_of
from counterclaim.present.people import entity_shape, find_entities, relations_of
from counterclaim.present.shapes import Shape, claim_shape, document_shape, event_record_shape
from counterclaim.present.writing import write_export
from counterclaim.records import View


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Shape]):
    """Rows of plain mappings that turn into tables."""

    rows: tuple[Shape, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows)

    def __getitem__(self, place: Any) -> Any:
        """The row at a place, or the rows of a slice."""
        return Rows(self.rows[place]) if isinstance(place, slice) else self.rows[place]

    def to_arrow(self) -> Any:
        """A pyarrow Table (extra `parquet`)."""
        return table_of(self.rows)

    def to_pandas(self) -> Any:
        """A pandas DataFrame, where pandas is installed."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A polars DataFrame; raises `InputError` where polars is not installed."""
        try:
            import polars
        except ImportError as error:
            raise InputError("to_polars needs polars: pip install polars") from error
        return polars.from_arrow(self.to_arrow())


@dataclass(frozen=True, slots=True)
class OpenedLedger:
    """What a ledger says as of a day; opened by `counterclaim.open`."""

    view: View
    index: Index

    def events(self, *, label: str | None = None, type: str | None = None) -> Rows:
        """Events with how they stand, by label of the first facet and by type."""
        found = events_where(self.view, label=label, event_type=type)
        return rows_of(event_record_shape(event, self.index) for event in found)

    def claims(self, *, stance: str | None = None, source: str | None = None, event: str | None = None) -> Rows:
        """Claims by stance, by words of their source, and by event."""
        _, found = claims_where(self.view, stance=stance, source=source, event=event, index=self.index)
        return rows_of(claim_shape(claim, self.index) for claim in found)

    def documents(self) -> Rows:
        """The reports that were read."""
        return rows_of(document_shape(document) for document in self.view.documents)

    def who(self, name: str) -> Rows:
        """People and groups of this name, with spellings and the reason for each merge."""
        related = relations_of(self.view, self.index)
        return rows_of(entity_shape(entity, related) for entity in find_entities(self.view, name, places=False))

    def where(self, place: str) -> Rows:
        """Places of this name, with spellings and gazetteer entry."""
        related = relations_of(self.view, self.index)
        return rows_of(entity_shape(entity, related) for entity in find_entities(self.view, place, places=True))

    def brief(self, *, limit: int = 20) -> Brief:
        """The brief as records."""
        return build_brief(self.view, limit=limit)

    def export(self, name: str, target: Path | str, *, rule: str | None = None, **filters: str | None) -> int:
        """Writes an export such as "acled.csv" to a file and gives back the number of rows.

        `filters` are those of `counterclaim export` (label, country, side, first, ...), `rule` is one of the export's own.
        """
        wanted = Wanted(**filters)
        view = narrowed(self.view, wanted)
        return write_export(plugins.get("export", name), view, Path(target), chosen=rule, filters=set_filters(wanted))


def rows_of(shapes: Iterable[Shape]) -> Rows:
    """Shapes as rows."""
    return Rows(tuple(shapes))


def open_view(path: Path | str, *, as_of: str | None = None, folders: tuple[Path, ...] = ()) -> OpenedLedger:
    """What the ledger at a path says as of a day; raises `LedgerError` where there is none."""
    with open_ledger(path) as ledger:
        view = flow.view_of_ledger(ledger, Settings(folders=folders), as_of)
    return OpenedLedger(view, build_index(view))


def run(paths: Sequence[Path | str], ledger: Path | str, *, published: str | None = None, gate: bool = True) -> int:
    """Reads reports into a ledger, made where there is none, and gives back how many documents were read."""
    with open_ledger(ledger, create=True) as opened:
        return flow.run([str(path) for path in paths], opened, Settings(published=published, gate=gate)).read
