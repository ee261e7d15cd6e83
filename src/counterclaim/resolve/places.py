"""Which place each mention means, decided within its document; what stays unresolved is said with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.contracts import Gazetteer
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Document, Located, Mention, Place
from counterclaim.resolve.candidates import Candidate
from counterclaim.resolve.described_places import described_words, place_described
from counterclaim.resolve.place_context import Cues, cues_of
from counterclaim.resolve.place_features import Asked, first_of, lies_in, votes_of
from counterclaim.resolve.place_names import PlaceName, read_name
from counterclaim.resolve.place_words import PlaceWords, place_words
from counterclaim.resolve.placing import former_names, place_all, probability_of, weighing_table
from counterclaim.resolve.told_within import place_within

PLACES = frozenset(("place", "facility"))
KINDS = PLACES | {"nationality"}
# a government is called by its capital or state, and a tagger takes many a town for a body
BODIES = frozenset(("government", "organisation", "other"))
LEAST_BODY = 0.6
WINDOW = 60
LEAST = 0.25
CONTAINER = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}")


def locate(annotated: Annotated, kit: Kit) -> tuple[Located, ...]:
    """Which place each place mention means, decided within its document."""
    mentions = [mention for mention in annotated.mentions if may_be_placed(mention)]
    folders = kit.settings.folders
    words = place_words(kit.settings.language, folders)
    names = [name_of(mention, annotated.document, words) for mention in mentions]
    asked = gather(mentions, names, annotated.document, words, kit.gazetteer)
    cues = all_cues(annotated, words, kit) if asked else Cues()
    place_all(list(asked.values()), cues, kit.gazetteer, folders)
    votes, weighing = votes_of(list(asked.values()), cues), weighing_table(folders)
    chances = {text: probability_of(one, votes, weighing) for text, one in asked.items()}
    former = former_names(folders)
    named = {m.id: located(m, asked[name.text], chances[name.text], former) for m, name in zip(mentions, names, strict=True)}
    texts = {name.text for mention, name in zip(mentions, names, strict=True) if mention.kind in PLACES}
    sure = {text for text, one in asked.items() if text in texts or is_inside(one)}
    pairs = zip(mentions, names, strict=True)
    kept = {m.id: named[m.id] for m, name in pairs if is_kept(m, named[m.id], sure=name.text in sure)}
    described = [mention for mention in annotated.mentions if is_description(mention)]
    told = described_words(kit.settings.language, folders)
    kept |= place_described(described, annotated, kept, told, kit.gazetteer)
    kept |= place_within(annotated, kept, words)
    return tuple(kept[mention.id] for mention in annotated.mentions if mention.id in kept)


def all_cues(annotated: Annotated, words: PlaceWords, kit: Kit) -> Cues:
    """Where a document is set, by its words and by the parties that it names."""
    cues = cues_of(annotated.document, words, kit.gazetteer, kit.knowledge.outlets)
    add_parties(cues, annotated.mentions, kit)
    return cues


def add_parties(cues: Cues, mentions: Sequence[Mention], kit: Kit) -> None:
    """Counts each naming of a known party as a naming of its state, or in equal parts of those its conflict is fought in."""
    for mention in mentions:
        states = states_of(mention.known, kit) if mention.form == "name" else ()
        for code in states:
            for state in kit.gazetteer.exact(country_name(code, kit))[:1]:
                cues.add(mention.span.text, state, 1 / len(states))


def states_of(known: str | None, kit: Kit) -> tuple[str, ...]:
    """The codes of the states that a known party belongs to: its own, else those in which its conflict is fought."""
    conflict = kit.knowledge.conflicts.get((known or "").partition("/")[0])
    if conflict is None:
        return ()
    own = next((group.country for group in conflict.groups if group.id == known and group.country), None)
    return (own,) if own else conflict.countries


def country_name(code: str, kit: Kit) -> str:
    """The name of a state in the table of states, its code where it has none."""
    entry = kit.knowledge.tables["states"]["states"].get(code) or {}
    return str(entry.get("name", code))


def is_description(mention: Mention) -> bool:
    """Whether a mention is of a place by a description ("the city")."""
    return mention.form == "description" and mention.kind in PLACES


def may_be_placed(mention: Mention) -> bool:
    """Whether a mention is of a place, or may be called by one: a government, or a body that no knowledge entry tells of."""
    if mention.form != "name":
        return False
    return mention.kind in KINDS or mention.kind == "government" or (mention.kind in BODIES and mention.known is None)


def is_kept(mention: Mention, found: Located, *, sure: bool) -> bool:
    """Whether what was found for a mention stands: a body's only where the document uses its name of a place besides."""
    if mention.kind in PLACES:
        return True
    if mention.kind == "nationality":
        return found.rule == "demonym" or (found.place is not None and found.place.kind in ("PCL", "ADM1", "region"))
    least = LEAST_BODY if mention.kind == "government" or sure else 1.0
    return found.place is not None and (found.probability or 0.0) >= least and found.rule in ("exact name", "short form")


def is_inside(one: Asked) -> bool:
    """Whether the likeliest candidate of a name lies in what the name is said to lie in."""
    first = first_of(one)
    return first is not None and lies_in(first[1].place, one.inside)


def name_of(mention: Mention, document: Document, words: PlaceWords) -> PlaceName:
    """The name in a mention's words."""
    start, end = mention.span.start, mention.span.end
    return read_name(mention.span.text, document.text[max(0, start - WINDOW) : start], document.text[end : end + WINDOW], words)


def gather(
    mentions: Sequence[Mention], names: Sequence[PlaceName], document: Document, words: PlaceWords, gazetteer: Gazetteer
) -> dict[str, Asked]:
    """The distinct names by their text; one name means one place in a document, so what is said of it anywhere counts."""
    asked: dict[str, Asked] = {}
    for mention, name in zip(mentions, names, strict=True):
        one = asked.setdefault(name.text, Asked(name=name, count=0))
        if one.name.type is None and name.type is not None:
            one.name = name
        one.count += 1
        one.surfaces.update((name.text, mention.span.text, *name.forms))
        one.inside.update(container_of(mention, name, document, words, gazetteer))
        one.dateline |= document.dateline_place is not None and mention.span.start == document.dateline_place.start
    return asked


def container_of(
    mention: Mention, name: PlaceName, document: Document, words: PlaceWords, gazetteer: Gazetteer
) -> Iterator[str]:
    """Ids and state codes of what a mention is said to lie in: "Bazarak, Panjshir province", "Reno, Nev."."""
    if name.within:
        yield from (place.country for place in gazetteer.exact(name.within)[:1] if place.country)
    after = document.text[mention.span.end : mention.span.end + WINDOW]
    link = words.inside.match(after)
    outer = CONTAINER.match(after, link.end()) if link else None
    if outer:
        yield from areas_of(outer.group(), words, gazetteer)


def areas_of(phrase: str, words: PlaceWords, gazetteer: Gazetteer) -> Iterator[str]:
    """The ids of divisions and codes of states that a phrase, or the start of it, names."""
    parts = phrase.split()
    for size in range(len(parts), 0, -1):
        text = " ".join(parts[:size])
        places = areas_named(text, words, gazetteer)
        if places:
            for place in places:
                yield place.country or place.id if place.kind == "PCL" else place.id
            return


def areas_named(text: str, words: PlaceWords, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The states and divisions with this name, short forms and postal codes included."""
    bare = text if text in words.fixed else text.rstrip(".")
    if key := words.fixed.get(bare):
        return gazetteer.exact(key)[:1]
    if len(bare) == 2 and bare.isupper():
        return gazetteer.exact(f"{words.postal}-{bare}")[:1]
    return tuple(place for place in gazetteer.exact(bare) if place.kind in ("PCL", "ADM1", "ADM2"))


def located(mention: Mention, one: Asked, chance: float | None, former: Mapping[tuple[str, str], str]) -> Located:
    """Where a mention lies: the likeliest candidate of its name, or why there is none."""
    first = first_of(one)
    if first is None or chance is None:
        return Located(mention=mention.id, place=None, probability=None, rule="no entry", reason=f"no place {one.name.text!r}")
    best, probability = first[1], round(chance, 3)
    reason = f"{best.place.name} ({best.place.kind}, {best.place.country}), best of {len(one.candidates)}"
    if until := former.get((best.place.id, one.name.text.casefold())):
        reason += f"; so called until {until}"
    if probability < LEAST:
        return Located(mention=mention.id, place=None, probability=None, rule="too doubtful", reason=f"{reason}: {probability}")
    return Located(mention=mention.id, place=best.place, probability=probability, rule=rule_of(one, best), reason=reason)


def rule_of(one: Asked, best: Candidate) -> str:
    """How the candidate was found."""
    if best.short:
        return "demonym" if one.name.demonym else "short form"
    if best.fold < 1.0:
        return "folded name"
    return "town of a facility" if best.form > 0 and one.name.type and one.name.type.at_town else "exact name"
