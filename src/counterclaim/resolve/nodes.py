"""What is compared across documents: chains of one name in one country, of one place or one known entry, as one node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.folding import fold, is_acronym
from counterclaim.records import Mention, Place, Reading
from counterclaim.resolve.names import Family, Named, Parts, parts_of, person_words, words_of_name

FAMILIES: dict[str, Family] = {
    "person": "person", "group": "body", "government": "body", "organisation": "body", "media": "body", "place": "place",
    "facility": "place",
}  # fmt: skip
BESIDE = 40
# only these are what they lie in: a government that is called by its capital is no town
PLACES = frozenset(("place", "facility"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Chains that are one thing beyond doubt: key, name with context, spellings, chains, place."""

    key: str
    title: str
    kind: str
    name: Named
    spellings: tuple[tuple[str, int], ...]
    chains: tuple[str, ...]
    roles: tuple[tuple[str, int], ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One chain of one document with what it says of its thing."""

    id: str
    kind: str
    title: str
    spellings: Counter[str]
    known: str | None
    side: str | None
    country: str | None
    roles: Counter[str]
    place: Place | None
    beside: frozenset[str]


def nodes_of(readings: Sequence[Reading]) -> list[Node]:
    """The nodes of these readings, in the order of their keys."""
    gathered: dict[str, list[Chain]] = {}
    for reading in readings:
        for chain in chains_of(reading):
            gathered.setdefault(key_of_chain(chain), []).append(chain)
    return [node_of(key, gathered[key]) for key in sorted(gathered)]


def chains_of(reading: Reading) -> Iterator[Chain]:
    """The chains of a document that have a name of their own."""
    located = {found.mention: found.place for found in reading.located if found.place}
    country = main_country(reading.mentions)
    known = frozenset(mention.known for mention in reading.mentions if mention.known)
    beside = frozenset(sorted(known)[:BESIDE])
    by_chain: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.kind in FAMILIES and mention.form != "pronoun":
            by_chain.setdefault(mention.chain, []).append(mention)
    for chain, mentions in by_chain.items():
        names = [mention for mention in mentions if mention.form == "name"]
        if names or mentions[0].known:
            yield chain_of(chain, mentions, names, located, country, beside)


def main_country(mentions: Iterable[Mention]) -> str | None:
    """The country that a document names most often."""
    counted = Counter(mention.country for mention in mentions if mention.country and mention.form == "name")
    return min(counted, key=lambda country: (-counted[country], country), default=None)


def chain_of(
    chain: str,
    mentions: Sequence[Mention],
    names: Sequence[Mention],
    located: dict[str, Place],
    country: str | None,
    beside: frozenset[str],
) -> Chain:
    """The record of one chain."""
    first = (names or mentions)[0]
    place = next((located[mention.id] for mention in names if mention.kind in PLACES and mention.id in located), None)
    own = next((mention.country for mention in mentions if mention.country), None)
    return Chain(
        id=chain,
        kind=Counter(mention.kind for mention in names or mentions).most_common(1)[0][0],
        title=place.name if place else first.name or first.span.text,
        spellings=Counter(" ".join(mention.span.text.split()) for mention in names or mentions),
        known=first.known,
        side=first.side,
        country=place.country if place else own or country,
        roles=Counter(mention.role for mention in mentions if mention.role),
        place=place,
        beside=beside - {first.known} if first.known else beside,
    )


def key_of_chain(chain: Chain) -> str:
    """What makes chains one node: knowledge entry, gazetteer place, or one name in one country and on one side."""
    if chain.known:
        return f"known {chain.known}"
    if chain.place:
        return f"place {chain.place.id}"
    family = FAMILIES[chain.kind]
    return f"{family} {longest_of(chain).casefold()} {chain.country or ''} {chain.side or ''}"


def longest_of(chain: Chain) -> str:
    """The spelling of a chain with most words, the first in order where two have."""
    return min(chain.spellings, key=lambda text: (-len(text.split()), -len(text), text))


def node_of(key: str, chains: Sequence[Chain]) -> Node:
    """The node of chains with one key."""
    spellings = sum((chain.spellings for chain in chains), Counter[str]())
    roles = sum((chain.roles for chain in chains), Counter[str]())
    first = min(chains, key=lambda chain: (chain.title, chain.id))
    kind = min(Counter(chain.kind for chain in chains).items(), key=lambda item: (-item[1], item[0]))[0]
    sides = sorted({chain.side for chain in chains if chain.side})
    text = first.title if first.known or first.place else longest_of(first)
    return Node(
        key=key,
        title=first.title,
        kind=kind,
        name=Named(
            text=text, family=FAMILIES[kind], country=first.country, side=sides[0] if len(sides) == 1 else None,
            roles=frozenset(roles), beside=frozenset().union(*(chain.beside for chain in chains)), known=first.known,
            place=first.place.id if first.place else None,
        ),
        spellings=tuple(sorted(spellings.items())),
        chains=tuple(sorted({chain.id for chain in chains})),
        roles=tuple(sorted(roles.items())),
        place=first.place,
    )  # fmt: skip


def keys_of_node(node: Node, *, folders: tuple[Path, ...] = ()) -> list[str]:
    """The folded keys under which a node meets others that may be the same."""
    parts = parts_of(folders)
    family = node.name.family
    texts = {node.name.text, *(text for text, _ in node.spellings[:8])}
    keys = {f"{family} {key}" for text in texts for key in fold(text, parts.folding)}
    if family == "person":
        keys |= {
            f"last {key}" for text in texts if (words := person_words(text, parts)) for key in fold(words[-1], parts.folding)
        }
    if family == "body":
        keys |= {f"acronym {key}" for text in texts for key in acronyms_of(text, parts)}
    return sorted(keys)


def acronyms_of(text: str, parts: Parts) -> Iterator[str]:
    """The acronyms that a name is or has: its own letters, or the initials of its words with and without small ones."""
    if is_acronym(text):
        yield text.replace(".", "").casefold()
        return
    words = [word for word in text.replace("-", " ").split() if word[:1].isalpha()]
    if len(words) > 1:
        yield "".join(word[0] for word in words).casefold()
        yield "".join(word[0] for word in words if word[0].isupper()).casefold()
        yield "".join(word[0] for word in words_of_name(text, parts))
