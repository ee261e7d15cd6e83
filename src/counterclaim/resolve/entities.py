"""Which mentions, across documents, are one person, group or place.

Chains with one knowledge entry, one gazetteer place or one name in one country are one node; nodes that share a folded key are
compared; "same" links join nodes, best first, and never two that are known to differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rapidfuzz.fuzz import ratio

from counterclaim.contracts import Engine
from counterclaim.kit import Settings
from counterclaim.records import Entity, Link, Reading, content_id
from counterclaim.resolve.components import components_of
from counterclaim.resolve.names import Verdict, compare, parts_of
from counterclaim.resolve.nodes import Node, keys_of_node, nodes_of

LEAST_COMMON = 62
WIDEST = 40
NEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The entities of a set of readings, with the links that they rest on ("same" and "possible" ones)."""

    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()


def resolve_entities(readings: Sequence[Reading], engine: Engine, settings: Settings) -> Resolution:
    """The people, groups and places of these readings."""
    nodes = nodes_of(readings)
    pairs = engine.group(compare_block, nodes, partial(keys_of_node, folders=settings.folders), settings)
    within = [link for node in nodes for link in spelling_links(node)]
    between = sorted({link.id: link for link in pairs}.values(), key=lambda link: (-link.score, link.id))
    components = components_of(nodes, between)
    joining, spelt = links_by_node(between), links_by_chain(within)
    entities = tuple(sorted((entity_of(part, joining, spelt) for part in components), key=lambda entity: entity.id))
    return Resolution(entities=entities, links=(*within, *all_links(components, entities, between)))


def compare_block(nodes: Sequence[Node], settings: Settings) -> list[Link]:
    """The links between the nodes of one block; in a very wide one each is compared to its neighbours by name only."""
    parts = parts_of(settings.folders)
    ordered = sorted(nodes, key=lambda node: (node.name.text.casefold(), node.key))
    reach = len(ordered) if len(ordered) <= WIDEST else NEAR
    pairs = ((left, right) for number, left in enumerate(ordered) for right in ordered[number + 1 : number + 1 + reach])
    return [
        link
        for left, right in pairs
        if not settled(left, right)
        and worth_comparing(left, right)
        and (link := link_between(left, right, compare(left.name, right.name, parts)))
    ]


def worth_comparing(left: Node, right: Node) -> bool:
    """Whether a cheap look leaves two names any chance: an acronym, a single word, or letters in common."""
    one, other = left.name.text, right.name.text
    if " " not in one or " " not in other:
        return True
    return ratio(one, other, processor=str.casefold, score_cutoff=LEAST_COMMON) > 0


def settled(left: Node, right: Node) -> bool:
    """Whether two nodes are known to differ without a look at their names: two entries, or two places."""
    return bool((left.name.known and right.name.known) or (left.name.place and right.name.place))


def link_between(left: Node, right: Node, verdict: Verdict) -> Link | None:
    """The link of a verdict, or None where two names have nothing to do with each other."""
    if verdict.outcome == "different" and verdict.score < 0.75:
        return None
    one, two = sorted((left.key, right.key))
    return Link(
        id=content_id("link", "same_entity", one, two), kind="same_entity", left=one, right=two, score=verdict.score,
        rule=verdict.rule, reason=f"“{left.name.text}” and “{right.name.text}”: {verdict.reason}", verdict=verdict.outcome,
    )  # fmt: skip


def spelling_links(node: Node) -> Iterator[Link]:
    """Why the spellings of one node are one: a knowledge entry, a gazetteer place, or a chain of one document."""
    usual = max(node.spellings, key=lambda item: (item[1], item[0]))[0]
    if node.name.known:
        rule, why = "one entry", f"the knowledge entry {node.name.known}"
    elif node.place:
        rule, why = "one place", f"the gazetteer place {node.place.name} ({node.place.id})"
    else:
        rule, why = "one document", "one thing within a document"
    for text, _ in node.spellings:
        if text.casefold() != usual.casefold():
            yield Link(
                id=content_id("link", "spelling", node.key, text), kind="same_entity",
                left=node.chains[0], right=node.chains[0], score=1.0, rule=rule,
                reason=f"“{usual}” and “{text}”: both are {why}",
            )  # fmt: skip


def links_by_node(links: Iterable[Link]) -> dict[str, list[Link]]:
    """The "same" links by the smaller of their nodes."""
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.verdict == "same":
            found.setdefault(link.left, []).append(link)
    return found


def links_by_chain(links: Iterable[Link]) -> dict[str, list[Link]]:
    """The links between spellings by the chain that they are of."""
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.left, []).append(link)
    return found


def entity_of(nodes: Sequence[Node], joining: Mapping[str, Sequence[Link]], spelt: Mapping[str, Sequence[Link]]) -> Entity:
    """The entity of a component."""
    keys = {node.key for node in nodes}
    starts = {node.chains[0] for node in nodes}
    spellings = sum((Counter(dict(node.spellings)) for node in nodes), Counter[str]())
    known = next((node.name.known for node in nodes if node.name.known), None)
    place = next((node.place for node in nodes if node.place), None)
    first = next((node for node in nodes if node.name.known or node.place), min(nodes, key=lambda node: node.key))
    sides = Counter(node.name.side for node in nodes for _ in node.chains if node.name.side)
    roles = sum((Counter(dict(node.roles)) for node in nodes), Counter[str]())
    return Entity(
        id=content_id("entity", first.key),
        kind=most(Counter(node.kind for node in nodes for _ in node.chains)) or first.kind,
        name=first.title if known or place else fullest(spellings),
        spellings=tuple(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
        chains=tuple(sorted({chain for node in nodes for chain in node.chains})),
        known=known,
        side=most(sides),
        roles=tuple(role for role, _ in sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
        place=place,
        links=(
            *(link.id for start in sorted(starts) for link in spelt.get(start, ())),
            *(link.id for key in sorted(keys) for link in joining.get(key, ()) if link.right in keys),
        ),
    )


def most(counted: Counter[str]) -> str | None:
    """The most frequent value, the first in order where two are."""
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def fullest(spellings: Counter[str]) -> str:
    """The most frequent of the spellings with most words."""
    return min(spellings, key=lambda text: (-min(len(text.split()), 4), -spellings[text], text), default="")


def all_links(components: Sequence[Sequence[Node]], entities: Sequence[Entity], between: Sequence[Link]) -> Iterator[Link]:
    """The "same" links inside entities by chain, and the best other link between each two entities by entity."""
    chain_of = {node.key: min(node.chains) for part in components for node in part}
    entity_by_chain = {chain: entity.id for entity in entities for chain in entity.chains}
    apart: set[tuple[str, str]] = set()
    for link in between:
        left, right = entity_by_chain[chain_of[link.left]], entity_by_chain[chain_of[link.right]]
        if left == right:
            if link.verdict == "same":
                yield replace(link, left=chain_of[link.left], right=chain_of[link.right])
        elif (pair := (min(left, right), max(left, right))) not in apart:
            apart.add(pair)
            verdict = "possible" if link.verdict == "same" else link.verdict
            yield replace(link, id=content_id("link", "entities", *pair), left=pair[0], right=pair[1], verdict=verdict)
