"""What a plug-in module or object must offer: one Protocol a kind.

A plug-in is a module (formats, exports, backends, engines) or an object with these names. None of them inherits from
anything here; `plugins.py` checks that the names are there and says which one is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import IO, Any, BinaryIO, Protocol, TypeVar, runtime_checkable

from counterclaim.records import Annotated, Document, Failure, Place, Tagged, View

Item = TypeVar("Item")
Result = TypeVar("Result")


@runtime_checkable
class Source(Protocol):
    """One input before it is read: its uri, its first bytes, and all of it on demand."""

    @property
    def uri(self) -> str:
        """Where it comes from."""

    @property
    def depth(self) -> int:
        """The number of containers around it."""

    @property
    def open(self) -> Callable[[], BinaryIO]:
        """Opens it for reading from the start."""

    def head(self) -> bytes:
        """The first 64 KiB."""

    def data(self) -> bytes:
        """All bytes, within the size limit; raises `InputError` beyond it."""


@runtime_checkable
class Format(Protocol):
    """An input format: `read/formats/NAME.py`."""

    name: str
    suffixes: tuple[str, ...]

    def fits(self, source: Source) -> bool:
        """Whether this format can read the source, by content first and name second."""

    def read(self, source: Source, options: Any) -> Iterator[Document | Failure]:
        """The documents of a source; a part that cannot be read is a `Failure`, never an exception."""


@runtime_checkable
class Tagger(Protocol):
    """An opened tagger: tokens, sentences and names for texts; `name` says which model and version."""

    @property
    def name(self) -> str:
        """The model and its version."""

    def tag(self, texts: Sequence[str]) -> Iterator[Tagged]:
        """One `Tagged` a text, in order."""


@runtime_checkable
class TaggerPlugin(Protocol):
    """Opens a tagger: `annotate/taggers/NAME.py`."""

    name: str

    def open_tagger(self, language: Any, model: str | None = None) -> Tagger:
        """The tagger for a language; raises `TaggerError` where there is none."""


@runtime_checkable
class Backend(Protocol):
    """An extractor: `extract/backends/NAME.py`."""

    name: str

    def extract(self, annotated: Annotated, kit: Any) -> Any:
        """An `Extraction`: the attributions and claims of one document, the narrator's claims included."""


@runtime_checkable
class Export(Protocol):
    """An output: `present/exports/NAME.py`; `name` is the file name it writes, such as "claims.jsonl"."""

    name: str
    summary: str

    def write(self, view: View, stream: IO[Any]) -> int:
        """Writes the view and gives back the number of rows; the stream is binary where the plug-in says `binary = True`."""


@runtime_checkable
class Gazetteer(Protocol):
    """Look-up of places by name."""

    @property
    def version(self) -> str:
        """What it was built from, with a hash."""

    def exact(self, name: str, countries: Sequence[str] = ()) -> tuple[Place, ...]:
        """Places with exactly this name (case and marks folded), most populous first."""

    def folded(self, name: str, countries: Sequence[str] = ()) -> tuple[tuple[Place, float], ...]:
        """Places whose folded name is near, each with a score from 0 to 1, best first."""

    def get(self, place: str) -> Place | None:
        """The place with this id."""


@runtime_checkable
class Engine(Protocol):
    """Runs the two operations that stages are made of: `engines/NAME.py`."""

    name: str

    def map(
        self,
        function: Callable[[Sequence[Item], Any], Sequence[Result]],
        items: Iterable[Item],
        settings: Any,
        *,
        lost: Callable[[Item, str], Result] | None = None,
    ) -> Iterator[Result]:
        """The results of `function(batch, settings)` over batches of items, in input order.

        `lost` makes the result of an item that killed its worker, with the reason.
        """

    def group(
        self,
        function: Callable[[Sequence[Item], Any], Sequence[Result]],
        items: Iterable[Item],
        keys: Callable[[Item], Iterable[Hashable]],
        settings: Any,
    ) -> Iterator[Result]:
        """The results of `function(members, settings)` for each key's members; an item may have several keys."""
