"""Where a place lies that no gazetteer has: somewhere in the town or district that the text says it lies in.

"The Orlan hospital in Kunduz", "the Dorn neighbourhood of the city", "the army's main base there". Such a place is one of its
own, apart from the town: its point is that of the town, its radius says how far off that may be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import INNER, Annotated, Located, Mention, PlaceKind, content_id
from counterclaim.resolve.described_places import within
from counterclaim.resolve.place_words import PlaceWords

HOLDERS = frozenset(("PPL", "ADM1", "ADM2"))
PLACES = frozenset(("place", "facility"))
LEAST = 0.5
# the outer place is told; that it was found rightly is what stays in doubt, and a little that the link was read rightly
READ = 0.9
TOWN_KM = 10.0
NEAR_KM = 25.0
REACH = 60
CLOSED = frozenset(',.;:!?)’”"\n')
Outer = tuple[Mention, bool]


def place_within(annotated: Annotated, found: Mapping[str, Located], words: PlaceWords) -> dict[str, Located]:
    """Where each place without an entry lies that is told to lie in or near one that has an entry, by the id of its mention."""
    holders = [one for one in annotated.mentions if holds(one, found)]
    lost = [one for one in annotated.mentions if is_lost(one, found)]
    names = [one for one in lost if one.form == "name"]
    placed: dict[str, Located] = {}
    for mention in lost if holders else ():
        inner = next((one for one in names if within(one, mention)), mention)
        outer = outer_of(inner, holders, annotated.document.text, words)
        if outer is not None:
            placed[mention.id] = replace(told_within(inner, found[outer[0].id], words, near=outer[1]), mention=mention.id)
    chained = {one.chain: placed[one.id] for one in reversed(lost) if one.id in placed}
    again = (one for one in names if one.id not in placed and one.chain in chained)
    return placed | {one.id: replace(chained[one.chain], mention=one.id) for one in again}


def is_lost(mention: Mention, found: Mapping[str, Located]) -> bool:
    """Whether a mention is of one place that was looked for and not found; "three districts" are several."""
    several = mention.plural and mention.form == "description"
    return mention.kind in PLACES and not several and mention.id in found and found[mention.id].place is None


def holds(mention: Mention, found: Mapping[str, Located]) -> bool:
    """Whether a mention is of a town, district or province that was surely enough found."""
    one = found.get(mention.id)
    if one is None or one.place is None or mention.kind not in PLACES:
        return False
    return one.place.kind in HOLDERS and (one.probability or 0.0) >= LEAST


def outer_of(mention: Mention, holders: Sequence[Mention], text: str, words: PlaceWords) -> Outer | None:
    """The mention that a mention is told to lie in, and whether only near it: named after it, or before it and then "there"."""
    end = mention.span.end
    after = text[end : end + REACH]
    if words.there.match(after):
        before = next((one for one in reversed(holders) if one.span.end <= mention.span.start), None)
        return (before, False) if before else None
    link = words.within.match(after)
    reached = end + link.end() if link else end
    outer = next((one for one in holders if end < one.span.start <= reached < one.span.end), None) if link else None
    if link is None or outer is None or not (link["word"] or text[outer.span.end : outer.span.end + 1] in CLOSED):
        return None
    return outer, bool(link["near"])


def told_within(mention: Mention, outer: Located, words: PlaceWords, *, near: bool) -> Located:
    """A place of its own within or near the outer one."""
    holder = outer.place
    assert holder is not None
    called = " ".join((mention.name or mention.span.text).split())
    place = replace(
        holder,
        id=f"{INNER}{content_id(holder.id, near, key_of(called, words))}",
        name=called,
        kind=kind_within(mention, holder.kind, near=near),
        radius_km=max(holder.radius_km or TOWN_KM, NEAR_KM if near else 0.0),
        geonames=None,
        population=None,
        parents=holder.parents if near else (holder.id, *holder.parents),
    )
    reason = f"no place {called!r}; told to lie {'near' if near else 'in'} {holder.name} ({holder.kind}, {holder.country})"
    chance = round((outer.probability or 0.0) * READ, 3)
    return Located(
        mention=mention.id, place=place, probability=chance, rule="told near" if near else "told within", reason=reason
    )


def kind_within(mention: Mention, holder: PlaceKind, *, near: bool) -> PlaceKind:
    """The kind of a place that is told to lie in one of a kind: of a province or district no more is known than a region."""
    if holder != "PPL":
        return "region"
    return "facility" if mention.kind == "facility" and not near else "feature"


def key_of(name: str, words: PlaceWords) -> str:
    """A name without its articles, in small letters."""
    return " ".join(word for word in name.casefold().split() if word not in words.articles)
