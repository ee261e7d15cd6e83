"""Which documents are one telling: near-duplicates, shortened reprints, and reports that only cite another.

Sketches are MinHash signatures of 128 values over three-word shingles (Broder, 1997), met by 32 bands of 4 rows and
then verified on the shingles themselves.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from counterclaim.contracts import Engine
from counterclaim.kit import Settings
from counterclaim.reconcile.lexicon import Lexicon, lexicon_in
from counterclaim.records import Document, Link, Origin, content_id

WORD = re.compile(r"\w+")
BANDS, ROWS = 32, 4
SHINGLE = 3
PRIME = np.uint64(4294967311)
SAME_TEXT, PART_OF, CREDITED, CITED = 0.5, 0.8, 0.25, 0.12
SHORT = 12
Shingles = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A document reduced to what tells whether it repeats another; `cites` are outlets that it names as its source."""

    document: str
    published: str | None
    publisher: str | None
    agency: str | None
    shingles: Shingles
    bands: tuple[bytes, ...]
    cites: frozenset[str]
    names: frozenset[str]


def find_origins(
    documents: Sequence[Document], only_citing: Mapping[str, frozenset[str]], engine: Engine, settings: Settings
) -> tuple[list[Origin], list[Link]]:
    """The origins of these documents, each document in one of them, and the `cites` links that they rest on.

    `only_citing` names, for each document that tells nothing but what another outlet told, those outlets.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    sketches = list(engine.map(sketch_batch, [(one, only_citing.get(one.id, frozenset())) for one in ordered], settings))
    found = {link.id: link for link in engine.group(repeats_among, sketches, keys_of, settings)}
    links = [found[key] for key in sorted(found)]
    return origins_of(ordered, links), links


def sketch_batch(batch: Sequence[tuple[Document, frozenset[str]]], settings: Settings) -> list[Sketch]:
    """The sketches of a batch of documents."""
    lexicon = lexicon_in(settings.folders, settings.language)
    return [sketch_of(document, cites, lexicon) for document, cites in batch]


def sketch_of(document: Document, cites: frozenset[str], lexicon: Lexicon) -> Sketch:
    """The sketch of one document, header and dateline left out."""
    shingles = shingles_of(document.text[document.body_start :])
    outlet = canonical(document.publisher, lexicon)
    return Sketch(
        document=document.id,
        published=document.published,
        publisher=outlet,
        agency=canonical(document.agency, lexicon),
        shingles=shingles,
        bands=bands_of(shingles),
        cites=frozenset(found for name in cites if (found := canonical(name, lexicon)) is not None) - {outlet},
        names=frozenset(found for found in (outlet,) if found),
    )


def canonical(name: str | None, lexicon: Lexicon) -> str | None:
    """One spelling for the names of one outlet."""
    if not name:
        return None
    known = lexicon.outlets.get(name.casefold())
    words = (known.id if known else name).casefold().removeprefix("the ")
    return words.strip() or None


def shingles_of(text: str) -> Shingles:
    """The hashed runs of three words of a text; a text of fewer words is one run."""
    hashes = np.array([zlib.crc32(word.encode()) for word in WORD.findall(text.casefold())], dtype=np.uint64)
    if not len(hashes):
        return frozenset()
    if len(hashes) < SHINGLE:
        return frozenset({int(hashes.sum() % PRIME)})
    runs = (hashes[:-2] * np.uint64(31) + hashes[1:-1] * np.uint64(7919) + hashes[2:] * np.uint64(104729)) % PRIME
    return frozenset(int(run) for run in runs)


@cache
def permutations() -> tuple[np.ndarray, np.ndarray]:
    """The factors and terms of the 128 hash functions, the same on every machine."""
    generator = np.random.default_rng(20210906)
    size = BANDS * ROWS
    return (
        generator.integers(1, 2**31 - 1, size=(size, 1), dtype=np.uint64),
        generator.integers(0, 2**31 - 1, size=(size, 1), dtype=np.uint64),
    )


def bands_of(shingles: Shingles) -> tuple[bytes, ...]:
    """The band keys of a set of shingles; none for a document without words."""
    if not shingles:
        return ()
    factors, terms = permutations()
    values = np.fromiter(shingles, dtype=np.uint64, count=len(shingles)) & np.uint64(0x7FFFFFFF)
    signature = ((factors * values + terms) % PRIME).min(axis=1)
    return tuple(signature[start : start + ROWS].tobytes() for start in range(0, BANDS * ROWS, ROWS))


def keys_of(sketch: Sketch) -> Iterator[Hashable]:
    """The keys under which a document meets what it may repeat: its bands, and the outlets that it credits or is."""
    yield from enumerate(sketch.bands)
    day = (sketch.published or "")[:7]
    for name in sorted({*sketch.cites, *sketch.names, *({sketch.agency} if sketch.agency else ())}):
        yield ("outlet", name, day)


def repeats_among(members: Sequence[Sketch], settings: Settings) -> list[Link]:
    """The `cites` links among documents that share a key."""
    ordered = sorted(members, key=lambda sketch: (sketch.published or "9999", sketch.document))
    return [link for left, right in pairs(ordered) if (link := link_between(left, right)) is not None]


def pairs(members: Sequence[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """The pairs to verify: all in a small group; in a large one the first with each, and near neighbours in time."""
    small = 60
    for index, member in enumerate(members):
        reach = len(members) if len(members) <= small else index + 1 + small // 4
        yield from ((member, other) for other in members[index + 1 : reach])
        if len(members) > small and index:
            yield members[0], member


def link_between(earlier: Sketch, later: Sketch) -> Link | None:
    """The link of a document to the one that it repeats, or None."""
    if earlier.document == later.document:
        return None
    share, part = overlap(earlier.shingles, later.shingles)
    for rule, score, fits in (
        ("same text", share, share >= SAME_TEXT),
        ("part of it", part, part >= PART_OF and min(len(earlier.shingles), len(later.shingles)) >= SHORT),
        ("agency credit", part, part >= CREDITED and credits(earlier, later)),
        ("cites", part, part >= CITED and cites(earlier, later)),
    ):
        if fits:
            return cites_link(later.document, earlier.document, rule, score, share, part)
    return None


def cites_link(left: str, right: str, rule: str, score: float, share: float, part: float) -> Link:
    """The link of a document to the one that it repeats."""
    reason = f"{share:.2f} of all and {part:.2f} of the shorter text are the same three-word runs"
    ident = content_id("link", "cites", left, right)
    return Link(id=ident, kind="cites", left=left, right=right, score=round(score, 3), rule=rule, reason=reason)


def overlap(left: Shingles, right: Shingles) -> tuple[float, float]:
    """The Jaccard index of two sets of shingles, and the share of the smaller that the larger holds."""
    if not left or not right:
        return 0.0, 0.0
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared), shared / min(len(left), len(right))


def credits(one: Sketch, other: Sketch) -> bool:
    """Whether both credit one agency, or one credits the other's publisher."""
    credited = {one.agency, other.agency} - {None}
    return bool(credited) and (one.agency == other.agency or bool(credited & {one.publisher, other.publisher}))


def cites(one: Sketch, other: Sketch) -> bool:
    """Whether one of them tells only what the other's publisher told, or what the outlet told that the other cites."""
    return other.publisher in one.cites or one.publisher in other.cites


def origins_of(documents: Sequence[Document], links: Sequence[Link]) -> list[Origin]:
    """The documents in groups that links join, each with its first day and a label."""
    home = components([document.id for document in documents], [(link.left, link.right) for link in links])
    by_root: dict[str, list[Document]] = {}
    for document in documents:
        by_root.setdefault(home[document.id], []).append(document)
    of_root: dict[str, list[str]] = {}
    for link in links:
        of_root.setdefault(home[link.left], []).append(link.id)
    return [origin_of(group, tuple(of_root.get(root, ()))) for root, group in sorted(by_root.items())]


def components(items: Sequence[str], joins: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each item, the least item of those that it is joined with (union-find with path halving)."""
    parent = {item: item for item in items}
    for left, right in joins:
        one, other = root_of(left, parent), root_of(right, parent)
        parent[max(one, other)] = min(one, other)
    return {item: root_of(item, parent) for item in items}


def root_of(item: str, parent: dict[str, str]) -> str:
    """The root of an item."""
    while parent[item] != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item


def origin_of(documents: Sequence[Document], links: tuple[str, ...]) -> Origin:
    """The origin that these documents are."""
    first = min(documents, key=lambda document: (document.published or "9999", document.agency is not None, document.id))
    return Origin(
        id=content_id("origin", min(document.id for document in documents)),
        documents=tuple(sorted(document.id for document in documents)),
        first_published=first.published,
        label=first.agency or first.publisher or first.uri,
        links=links,
    )
