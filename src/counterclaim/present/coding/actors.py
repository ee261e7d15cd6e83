"""Who acts and who is acted upon, in the words of other datasets; an actor's kind follows from its group and the day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from counterclaim.present.coding.countries import coding, country_name
from counterclaim.present.coding.groups import group_by_side, groups, kind_of, last_rule, state_name, state_of
from counterclaim.present.index import Index
from counterclaim.present.shapes import best_name
from counterclaim.records import Event, Party, Span

STATE, EXTERNAL, CIVILIANS, POLITICAL, IDENTITY = (
    "State forces", "External/Other forces", "Civilians", "Political militia", "Identity militia",
)  # fmt: skip
ACTING = frozenset({"person", "group", "government", "organisation", "nationality", "witness", "unnamed", "media"})
VIOLENT = frozenset({
    "clash", "attack", "airstrike", "shelling", "bombing", "kill", "injure", "siege", "use_chemical", "capture", "lose_control",
    "abduct", "destroy",
})  # fmt: skip
MUTUAL = frozenset({"talks", "agreement", "ceasefire", "clash"})
CONTROL = frozenset({"capture", "lose_control"})
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor: name, kind in ACLED's words, side, the state it is, and the groups it belongs to."""

    name: str
    inter: str
    side: str | None = None
    state: str | None = None
    associated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What an actor's name and kind depend on besides itself: type of event, day, country."""

    type: str
    day: str | None
    country: str | None

    def of_country(self, what: str) -> str:
        """A class of people of the event's country: "Civilians (Mali)"."""
        return f"{what} ({country_name(self.country)})" if self.country else what


def scene_of(event: Event) -> Scene:
    """The scene of an event; where no day is told, the day of its first report stands for it."""
    day = (event.when.earliest or event.when.latest) if event.when else event.first_reported
    return Scene(type=event.type, day=day, country=event.place.country if event.place else None)


def actors(event: Event, index: Index) -> tuple[Actor | None, Actor | None]:
    """The one who acts and the one acted upon, of different sides; None where nobody is told."""
    scene, roles = scene_of(event), dict(event.roles)
    acting = told(roles.get("agent", ()), index, scene, acts=True)
    struck = told(roles.get("patient", ()), index, scene, acts=False)
    if event.type == "lose_control":
        acting, struck = struck, acting
    first = joined(acting, acting[0]) if acting else None
    if event.type in MUTUAL:
        acting = [*acting, *named_beside(event, acting, index, scene)]
    others = (*struck, *(acting if event.type in MUTUAL else ()), *(deniers(event, scene) if event.type in CONTROL else ()))
    opposed = [one for one in others if first is None or not allied(one, first)]
    return first, joined(opposed, opposed[0]) if opposed else None


def told(parties: Iterable[Party], index: Index, scene: Scene, *, acts: bool) -> list[Actor]:
    """The parties that can be actors, in the order told."""
    return [one for party in parties if (one := actor(party, index, scene, acts=acts))]


def named_beside(event: Event, acting: Iterable[Actor], index: Index, scene: Scene) -> list[Actor]:
    """Where one side alone is told to meet, the one other side that the same words name: "delegations of A and of B"."""
    sides = {one.side for one in acting}
    if len(sides) != 1:
        return []
    found: dict[str | None, Actor] = {}
    for claim in (index.claims[key] for key in event.claims if key in index.claims):
        if claim.event is not None and claim.event.type == event.type and claim.document in index.readings:
            for mention in index.readings[claim.document].mentions:
                if mention.kind == "group" and inside(mention.span, claim.content or claim.sentence):
                    party = Party(span=mention.span, kind="group", name=mention.name, side=mention.side, known=mention.known)
                    one = actor(party, index, scene, acts=True)
                    if one and one.side and one.side not in sides:
                        found.setdefault(one.side, one)
    return list(found.values()) if len(found) == 1 else []


def inside(part: Span, whole: Span) -> bool:
    """Whether a span lies within another."""
    return whole.start <= part.start and part.end <= whole.end


def deniers(event: Event, scene: Scene) -> list[Actor]:
    """The armed sides that deny a change of control: in a dispute over a place, the other party to it."""
    sides = [tally.side for standing in event.standings for tally in standing.disputed_by if tally.side]
    found = (of_group(group_by_side().get(side), side, side, scene) for side in sides)
    return [one for one in found if one and one.inter != CIVILIANS]


def allied(one: Actor, other: Actor) -> bool:
    """Whether two actors are one, or of one side."""
    return one.name == other.name or (one.side is not None and one.side == other.side)


def joined(everyone: Iterable[Actor], main: Actor) -> Actor:
    """An actor with those of its side that are told beside it."""
    beside = [one.name for one in everyone if one.side and one.side == main.side and one.name != main.name]
    return replace(main, associated=tuple(dict.fromkeys((*main.associated, *beside))))


def actor(party: Party, index: Index, scene: Scene, *, acts: bool) -> Actor | None:
    """A party as an actor; None where it is a thing or a place."""
    words = party.span.text if party.span else party.name or ""
    known = party.known if party.known in groups() else group_by_side().get(party.side or "")
    if not (known or party.side or party.kind in ACTING or has(words, "civilians")):
        return None
    if scene.type == "protest" and acts:
        return Actor(
            name=scene.of_country("Protesters"), inter="Protesters", associated=(groups()[known].name,) if known else ()
        )
    if unarmed(party, words, scene, known, acts=acts):
        return civilians(party, words, scene, known)
    return of_group(known, words, party.side, scene) or unknown(party, words, best_name(party, index), scene)


def has(words: str, section: str) -> bool:
    """Whether a word of a section of the table stands in some words."""
    text = f" {' '.join(WORD.findall(words.casefold()))} "
    return any(f" {word} " in text for word in coding()[section]["words"])


def unarmed(party: Party, words: str, scene: Scene, known: str | None, *, acts: bool) -> bool:
    """Whether a party is civilians: people of no armed side; one who does violence never is."""
    role = f"{words} {party.role or ''}"
    if known:
        official = party.kind == "person" and kind_of(groups()[known]) == "government" and has(role, "office")
        return not acts and official and not has(role, "armed")
    if party.side or has(role, "armed") or has(role, "police"):
        return False
    return not (acts and scene.type in VIOLENT) and (party.kind in ("person", "witness", "media") or has(words, "civilians"))


def civilians(party: Party, words: str, scene: Scene, known: str | None) -> Actor:
    """Civilians of a country, with the class or the state that they belong to."""
    role = f"{words} {party.role or ''}".casefold()
    found = [scene.of_country(name) for name, terms in coding()["civilian_groups"].items() if any_word(terms, role)]
    ruled = last_rule(known, scene.day) if known else None
    state = state_of(known, ruled)
    government = (state_name("Government", state, ruled),) if state else ()
    return Actor(name=scene.of_country(CIVILIANS), inter=CIVILIANS, associated=(*found, *government))


def any_word(terms: Iterable[str], text: str) -> bool:
    """Whether one of some terms stands in a text as a word."""
    return any(re.search(rf"\b{re.escape(term)}\b", text) for term in terms)


def of_group(known: str | None, words: str, side: str | None, scene: Scene) -> Actor | None:
    """The group of a party: a state's service where it held that state on the day; None where no group is known."""
    if known is None:
        return None
    group = groups()[known]
    state = state_of(known, scene.day)
    if state is None:
        found = str(coding()["inter"].get(kind_of(group), "Rebel group"))
        return Actor(name=group.name, inter=found, side=side or group.name)
    return Actor(
        name=state_name(service(f"{words} {group.name}", scene), state, scene.day),
        inter=STATE if state == (scene.country or state) else EXTERNAL,
        side=side or group.name,
        state=state,
        associated=() if kind_of(group) == "government" else (group.name,),
    )


def service(words: str, scene: Scene) -> str:
    """Which arm of a state acts: the police where told, the military where armed, else the government."""
    if has(words, "police"):
        return "Police Forces"
    return "Military Forces" if scene.type in VIOLENT or scene.type not in MUTUAL else "Government"


def unknown(party: Party, words: str, name: str | None, scene: Scene) -> Actor:
    """An actor of no known group: named as it is where it has a name or a side, else unidentified."""
    if party.kind in ("organisation", "nationality", "government") and (party.side or name):
        return Actor(name=name or party.side or words, inter=EXTERNAL, side=party.side)
    if party.side or (name and party.kind == "group"):
        return Actor(name=party.side or name or words, inter="Rebel group", side=party.side or name)
    if party.kind == "person" and name and scene.type not in VIOLENT:
        return Actor(name=scene.of_country(CIVILIANS), inter=CIVILIANS)
    return unidentified(words, scene)


def unidentified(words: str, scene: Scene) -> Actor:
    """An armed actor that nobody names."""
    if has(words, "communal"):
        return Actor(name=scene.of_country("Unidentified Communal Militia"), inter=IDENTITY)
    return Actor(name=scene.of_country("Unidentified Armed Group"), inter=POLITICAL)


def interaction(first: Actor | None, second: Actor | None) -> str:
    """ACLED's pair of kinds, the lower code first; one-sided where nobody else is told."""
    kinds = [one.inter for one in (first, second) if one]
    if not kinds:
        return ""
    if len(kinds) == 1:
        return f"{kinds[0]} only"
    if set(kinds) == {EXTERNAL, CIVILIANS}:
        return f"{EXTERNAL}-{CIVILIANS}"
    return "-".join(sorted(kinds, key=lambda kind: int(coding()["inter_codes"][kind])))
