"""Where described places lie ("the town", "the country"): at the last place of that level that the document has named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from counterclaim.contracts import Gazetteer
from counterclaim.knowledge.load import load
from counterclaim.records import Annotated, Located, Mention, Place, PlaceKind

LEAST = 0.5
# nine in ten of 45 that were read by hand in news reports stood for the place taken up
TAKEN_UP = 0.9
NO_NAME = "a description, and no place named before it that it can stand for"
# a town that a tagger took for a body is a place all the same; a state that speaks, and a people, are none
OTHER = frozenset(("government", "nationality"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a noun for places asks of the place: its levels in order, how few or many may live there, a state's capital."""

    levels: tuple[PlaceKind, ...] = ()
    least: int | None = None
    most: int | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The compiled section `described_places` of a language, with the capital of each state."""

    levels: Mapping[str, Level]
    definite: frozenset[str]
    new: frozenset[str]
    links: tuple[str, ...]
    capitals: Mapping[str, int]


@cache
def described_words(language: str, folders: tuple[Path, ...] = ()) -> Described:
    """The words of a language for described places."""
    known = load(folders)
    section = known.languages[language].section("described_places")
    levels = {
        word: Level(
            levels=tuple(entry.get("levels", ())), least=entry.get("least"), most=entry.get("most"),
            capital=bool(entry.get("capital", False)),
        )
        for entry in section.get("nouns", ())
        for word in entry["words"]
    }  # fmt: skip
    return Described(
        levels=levels, definite=frozenset(section.get("definite", ())), new=frozenset(section.get("new", ())),
        links=tuple(known.languages[language].section("places").get("type_links", ())),
        capitals=known.tables["countries"]["capitals"],
    )  # fmt: skip


def place_described(
    mentions: Sequence[Mention], annotated: Annotated, found: Mapping[str, Located], words: Described, gazetteer: Gazetteer
) -> dict[str, Located]:
    """Where each described place lies, by the id of its mention; `found` holds what the names of the document gave."""
    named = [m for m in annotated.mentions if m.form == "name" and m.id in found and found[m.id].place is not None]
    chained: dict[str, Located] = {}
    for mention in mentions:
        before = [one for one in named if one.span.end <= mention.span.start and (found[one.id].probability or 0) >= LEAST]
        chained[mention.id] = (
            within_or_beside(mention, named, annotated, found, words)
            or taken_up(mention, before, annotated, found, words, gazetteer)
            or Located(mention=mention.id, place=None, probability=None, rule="description", reason=NO_NAME)
        )
    return chained


def within_or_beside(
    mention: Mention, named: Sequence[Mention], annotated: Annotated, found: Mapping[str, Located], words: Described
) -> Located | None:
    """The place of the name within a description, of one of its chain, or right after it ("the city of X", "the town, X,")."""
    places = [one for one in named if one.kind not in OTHER]
    inner = [one for one in places if within(one, mention)]
    linked = [one for one in inner if word_before(one, annotated) in words.links]
    chained = [one for one in places if one.chain == mention.chain]
    beside = [one for one in places if one.span.start == mention.span.end + 1]
    for rule, some in (("name within", linked or inner), ("chain", chained), ("name beside", beside)):
        for one in some:
            return replace(found[one.id], mention=mention.id, rule=rule)
    return None


def taken_up(
    mention: Mention, before: Sequence[Mention], annotated: Annotated, found: Mapping[str, Located], words: Described,
    gazetteer: Gazetteer,
) -> Located | None:  # fmt: skip
    """What a definite description takes up: the last place of its level, what the last place lies in, or the main state."""
    spoken = [word.casefold() for word in mention.span.text.split()]
    if any(one.form == "name" and one.kind not in OTHER and names_it(one, mention) for one in annotated.mentions):
        return None
    if not spoken or mention.plural or spoken[0] not in words.definite or words.new.intersection(spoken[:-1]):
        return None
    noun = annotated.tokens[mention.head].lemma.lower() if 0 <= mention.head < len(annotated.tokens) else ""
    inside = {one.country for one in annotated.mentions if one.country and within(one, mention)}
    open_to = [one for one in before if not inside or place_of(one, found).country in inside]
    places = [one for one in open_to if one.kind not in OTHER]
    level = words.levels.get(noun, Level())
    if "PCL" in level.levels:
        return main_state(mention, open_to, found, gazetteer)
    if level.capital and inside:
        inner = [one for one in annotated.mentions if one.country and within(one, mention) and found.get(one.id)]
        return lain_in(mention, [one for one in inner if found[one.id].place], found, level, words, gazetteer)
    last = next((one for one in reversed(places) if fits(one, place_of(one, found), noun, level, annotated, words)), None)
    if last is not None and (not level.levels or place_of(last, found).kind in level.levels):
        return told(mention, last, place_of(last, found), found, f"the last {noun} named before it")
    return lain_in(mention, [last] if last is not None else places, found, level, words, gazetteer)


def place_of(mention: Mention, found: Mapping[str, Located]) -> Place:
    """The place that a name was found to mean."""
    place = found[mention.id].place
    assert place is not None
    return place


def told(mention: Mention, name: Mention, place: Place, found: Mapping[str, Located], why: str) -> Located:
    """The place of a described mention, with the words that say why."""
    reason = f"“{' '.join(mention.span.text.split())}”: {why}, {place.name} ({place.kind}, {place.country})"
    chance = round((found[name.id].probability or 0.0) * TAKEN_UP, 3)
    return Located(mention=mention.id, place=place, probability=chance, rule="last named", reason=reason)


def main_state(
    mention: Mention, names: Sequence[Mention], found: Mapping[str, Located], gazetteer: Gazetteer
) -> Located | None:
    """The state in which most of the places named before a description lie, of two with as many the one named last."""
    states = [state for one in names if (state := state_of(place_of(one, found)))]
    if not states:
        return None
    most = max(reversed(states), key=states.count)
    name = next(one for one in reversed(names) if state_of(place_of(one, found)) == most)
    country = gazetteer.get(most)
    why = "the state of most places named before it"
    return told(mention, name, country, found, why) if country else None


def state_of(place: Place) -> str | None:
    """The id of the state that a place is or lies in."""
    return place.id if place.kind == "PCL" else next(iter(place.parents[-1:]), None)


def names_it(name: Mention, mention: Mention) -> bool:
    """Whether a name stands in a description or right after it, and so says which place is meant."""
    return within(name, mention) or name.span.start == mention.span.end + 1


def within(inner: Mention, outer: Mention) -> bool:
    """Whether one mention stands inside another."""
    return inner.id != outer.id and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def fits(name: Mention, place: Place, noun: str, level: Level, annotated: Annotated, words: Described) -> bool:
    """Whether a named place may be meant: one that is called by the noun itself, else one of its level and size."""
    if called(name, noun, annotated, words):
        return True
    people = place.population or 0
    sized = not people or ((level.least or 0) <= people and (level.most is None or people <= level.most))
    return place.kind in level.levels and not level.capital and sized


def word_before(name: Mention, annotated: Annotated) -> str:
    """The word right before a name, empty where none stands there."""
    return next(iter(annotated.document.text[max(0, name.span.start - 20) : name.span.start].split()[-1:]), "")


def called(name: Mention, noun: str, annotated: Annotated, words: Described) -> bool:
    """Whether a noun stands in a name, right after it, or before it with "of"."""
    text = annotated.document.text
    after, before = text[name.span.end :][:40].split()[:1], text[max(0, name.span.start - 40) : name.span.start].split()[-2:]
    close = {word.casefold().strip(".,;:") for word in (*name.span.text.split(), *after)}
    return noun in close or (len(before) == 2 and before[0].casefold() == noun and before[1].casefold() in words.links)


def lain_in(
    mention: Mention, names: Sequence[Mention], found: Mapping[str, Located], level: Level, words: Described,
    gazetteer: Gazetteer,
) -> Located | None:  # fmt: skip
    """The state, its capital or the division in which the place named last before a description lies."""
    for one in reversed(names):
        inner = place_of(one, found)
        for outer in containers(inner, level, words, gazetteer):
            return told(mention, one, outer, found, f"where {inner.name} lies, the last place named before it")
    return None


def containers(place: Place, level: Level, words: Described, gazetteer: Gazetteer) -> Iterator[Place]:
    """The division or state of a level that a place lies in, or the capital of its state."""
    if level.capital and place.country and place.country in words.capitals:
        ids: tuple[str, ...] = (f"gn:{words.capitals[place.country]}",)
    else:
        ids = place.parents if set(level.levels) & {"ADM1", "ADM2", "PCL"} else ()
    found = (gazetteer.get(outer) for outer in ids)
    yield from (outer for outer in found if outer is not None and (level.capital or outer.kind in level.levels))
