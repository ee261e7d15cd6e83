"""Joins readings into a view: origins, events with their standings, reported control."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterclaim.contracts import Engine
from counterclaim.described import first_described
from counterclaim.kit import Settings
from counterclaim.knowledge.entries import Knowledge
from counterclaim.reconcile.answers import answer_links
from counterclaim.reconcile.compare import conflict
from counterclaim.reconcile.control import control_of
from counterclaim.reconcile.copies import first_printed, hosts_of
from counterclaim.reconcile.events import Happened, event_of, happened
from counterclaim.reconcile.lexicon import Lexicon, lexicon_of
from counterclaim.reconcile.reprints import find_origins
from counterclaim.reconcile.rivals import find_rivals
from counterclaim.reconcile.same_event import candidates_of, divide, link_tellings
from counterclaim.reconcile.saying import Saying
from counterclaim.reconcile.sayings import Page, Told, told_batch
from counterclaim.reconcile.speakers import Names
from counterclaim.reconcile.verdicts import apply_verdicts, decided
from counterclaim.records import Decision, Entity, Link, Mention, Place, Reading, View

MOST_COMPARED = 40


def visible(readings: Iterable[Reading], as_of: str | None) -> tuple[tuple[Reading, ...], int]:
    """The readings of documents published by a day, in order of document id, and the number of undated ones left out."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    if as_of is None:
        return tuple(ordered), 0
    dated = [reading for reading in ordered if reading.document.published]
    seen = [reading for reading in dated if is_out(reading.document.published or "", as_of)]
    return tuple(seen), len(ordered) - len(dated)


def is_out(published: str, as_of: str) -> bool:
    """Whether something was published on or before a day, or by an instant of it."""
    return published[: len(as_of)] <= as_of


def reconcile(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    links: Sequence[Link],
    engine: Engine,
    settings: Settings,
    *,
    knowledge: Knowledge,
    as_of: str | None = None,
    decisions: Sequence[Decision] = (),
) -> View:
    """What these readings say as of a day; undated documents are left out then, and counted."""
    lexicon = lexicon_of(knowledge, settings.language)
    seen, undated = visible(readings, as_of)
    seen = decided(seen, decisions)
    documents = {reading.document.id: reading.document for reading in seen}
    origins, citing = find_origins(tuple(documents.values()), only_citing(seen), engine, settings)
    home = {document: origin.id for origin in origins for document in origin.documents}
    by_chain = entities_by_chain(entities)
    pages = [Page(reading=one, names=names_in(one, by_chain), origin=home[one.document.id]) for one in seen]
    told = list(engine.map(told_batch, pages, settings))
    groups, joins = grouped(told, first_printed(documents, citing), engine, settings, lexicon, decisions)
    loose = [saying for one in told for saying in one.loose]
    rivals = find_rivals(groups, seen, loose, lexicon)
    places, spoken = places_in(seen), spoken_names(seen)
    titles = knowledge.tables["titles"]
    events = [event_of(group, rivals.voices.get(group.id, {}), documents, places, spoken, titles, lexicon) for group in groups]
    chief = chief_claims(told)
    events = [
        replace(event, mainly=tuple(sorted({chief[claim] for claim in event.claims if claim in chief}))) for event in events
    ]
    events.sort(key=lambda event: (event.first_reported or "9999", event.id))
    sayings = {saying.claim.id: saying for group in groups for saying in group.sayings}
    return View(
        as_of=as_of,
        documents=tuple(documents.values()),
        readings=seen,
        entities=tuple(entities),
        origins=tuple(origins),
        links=(*links, *citing, *joins, *answer_links(groups, rivals, lexicon)),
        events=tuple(events),
        control=control_of(events, sayings, lexicon),
        undated=undated,
    )


def grouped(
    told: Sequence[Told],
    originals: Mapping[str, str],
    engine: Engine,
    settings: Settings,
    lexicon: Lexicon,
    decisions: Sequence[Decision],
) -> tuple[list[Happened], list[Link]]:
    """The tellings of all documents in groups of one happening each, and the links by which they were joined."""
    hosts = hosts_of(told, originals)
    candidates = candidates_of([telling for one in told for telling in one.tellings if telling.id not in hosts])
    links = link_tellings(candidates, engine, settings)
    by_telling: dict[str, list[Saying]] = {}
    for one in told:
        for telling, saying in one.sayings:
            by_telling.setdefault(hosts.get(telling, telling), []).append(saying)
    groups = divide(candidates, links, apart_within(told, lexicon), lexicon)
    of_telling = links_of(links)
    found = [
        happened(group, by_telling, (link for telling in group for link in of_telling.get(telling.id, ()))) for group in groups
    ]
    return apply_verdicts(found, decisions), links


def chief_claims(told: Iterable[Told]) -> dict[str, str]:
    """A claim on what each document tells most of, with the document."""
    return {telling.claims[0]: one.document for one in told for telling in one.tellings if telling.lead}


def links_of(links: Iterable[Link]) -> dict[str, list[str]]:
    """The ids of the links of each telling."""
    found: dict[str, list[str]] = {}
    for link in links:
        found.setdefault(link.left, []).append(link.id)
        found.setdefault(link.right, []).append(link.id)
    return found


def apart_within(told: Sequence[Told], lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Pairs of tellings that one document keeps apart by day, place, victim or doer."""
    return frozenset(
        (left.id, right.id)
        for one in told
        for index, left in enumerate(one.tellings[:MOST_COMPARED])
        for right in one.tellings[index + 1 : MOST_COMPARED]
        if conflict(left, right, lexicon) is not None
    )


def only_citing(readings: Iterable[Reading]) -> dict[str, frozenset[str]]:
    """For each document whose events are all told by an outlet that it names, that outlet or those outlets."""
    found = {}
    for reading in readings:
        told = [claim for claim in reading.claims if claim.event is not None]
        media = [[party.name for party in (claim.source, *claim.via) if party.kind == "media" and party.name] for claim in told]
        if media and all(media):
            found[reading.document.id] = frozenset(name for names in media for name in names)
    return found


def entities_by_chain(entities: Iterable[Entity]) -> dict[str, Entity]:
    """The entity of each chain of mentions."""
    return {chain: entity for entity in entities for chain in entity.chains}


def names_in(reading: Reading, by_chain: Mapping[str, Entity]) -> Names:
    """How the mentions of a document are named across documents."""
    chains = {mention.id: mention.chain for mention in reading.mentions}
    known = {chain: by_chain[chain] for chain in set(chains.values()) if chain in by_chain}
    return Names(
        names={chain: entity.name for chain, entity in known.items()},
        sides={chain: entity.side for chain, entity in known.items() if entity.side},
        chains=chains,
        described=first_described(reading.mentions),
    )


def places_in(readings: Iterable[Reading]) -> dict[str, Place]:
    """The places that documents speak of, by id."""
    return {found.place.id: found.place for reading in readings for found in reading.located if found.place is not None}


def spoken_names(readings: Iterable[Reading]) -> dict[str, str]:
    """What documents call each place, by its id: of names the gazetteer has, else of all, the one used most often."""
    told: dict[str, Counter[tuple[bool, str]]] = {}
    for reading in readings:
        named = {mention.id: mention for mention in reading.mentions if is_place_name(mention)}
        for found in reading.located:
            mention = named.get(found.mention)
            if mention is not None and found.place is not None:
                exact = found.rule == "exact name"
                told.setdefault(found.place.id, Counter())[exact, mention.name or mention.span.text] += 1
    return {place: max(names, key=lambda key: (key[0], names[key], key[1]))[1] for place, names in told.items()}


def is_place_name(mention: Mention) -> bool:
    """Whether a mention calls a place by its name."""
    return mention.form == "name" and mention.kind in ("place", "facility")
