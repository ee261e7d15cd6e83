"""What a place's name says of itself: the level that its type word names, and the forms to look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.resolve.place_words import PlaceType, PlaceWords

WORD = re.compile(r"[^\W_][\w.’'-]*")
WINDOW = 40
LONGEST_TYPE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A name as read: the whole name first in `forms`, then what stays without type words and words for a part.

    `fixed` is the name of the gazetteer that a short form or demonym stands for outright.
    """

    text: str
    forms: tuple[str, ...] = ()
    type: PlaceType | None = None
    fixed: str | None = None
    demonym: bool = False
    within: str | None = None


def read_name(text: str, before: str, after: str, words: PlaceWords) -> PlaceName:
    """The name in these words; `before` and `after` are the text around it."""
    bare = bare_name(text, words)
    if "." in bare and f"{bare}." in words.fixed:
        bare = f"{bare}."
    if bare in words.fixed:
        return PlaceName(text=bare, fixed=words.fixed[bare], forms=(bare,))
    if bare in words.demonyms:
        return PlaceName(text=bare, fixed=words.demonyms[bare], demonym=True, forms=(bare,))
    core, inner = without_type(bare, words)
    outer = type_after(after, words) or type_before(before, words)
    origin, core = without_demonym(core, words)
    if (whole := without_part(core, words)) != core and whole in words.fixed:
        return PlaceName(text=bare, fixed=words.fixed[whole], forms=(bare, whole))
    if bare.casefold() in words.parts or bare.casefold() in words.types:
        return PlaceName(text=bare)
    return PlaceName(text=bare, forms=forms_of(bare, core, words), type=inner or outer, within=origin)


def bare_name(text: str, words: PlaceWords) -> str:
    """The name without article, possessive and white space at its edges, on one line."""
    bare = " ".join(text.split())
    ending = next((ending for ending in words.possessives if bare.endswith(ending) and len(bare) > len(ending) + 1), "")
    if ending:
        bare = bare[: -len(ending)] + ("s" if ending.startswith("s") else "")
    first, _, rest = bare.partition(" ")
    return rest if rest and first.casefold() in words.articles else bare


def without_type(name: str, words: PlaceWords) -> tuple[str, PlaceType | None]:
    """The name without a type word at its end or start, and the class of that word."""
    parts = name.split()
    for size in range(min(LONGEST_TYPE, len(parts) - 1), 0, -1):
        if found := words.types.get(" ".join(parts[-size:]).casefold()):
            return " ".join(parts[:-size]), found
    for size in range(min(LONGEST_TYPE, len(parts) - 1), 0, -1):
        if found := words.types.get(" ".join(parts[:size]).casefold()):
            rest = parts[size:]
            return " ".join(rest[1:] if rest[0] in words.links and len(rest) > 1 else rest), found
    return name, None


def type_after(after: str, words: PlaceWords) -> PlaceType | None:
    """The class of a type word that follows a name directly, in small letters or capitals."""
    if not after[:1].isspace():
        return None
    found = [word.rstrip(".") for word in WORD.findall(after[:WINDOW])[:2]]
    joined = " ".join(found).casefold()
    return words.types.get(joined) or (words.types.get(found[0].casefold()) if found else None)


def type_before(before: str, words: PlaceWords) -> PlaceType | None:
    """The class of a type word that leads up to a name: "the province of", "the town of"."""
    found = WORD.findall(before[-WINDOW:])
    if len(found) >= 2 and found[-1] in words.links and before[-1:].isspace():
        return words.types.get(found[-2].casefold())
    return None


def without_demonym(name: str, words: PlaceWords) -> tuple[str | None, str]:
    """The place that a demonym before the name points to, and the name without it ("Iraqi Kurdistan")."""
    first, _, rest = name.partition(" ")
    return (words.demonyms[first], rest) if rest and first in words.demonyms else (None, name)


def forms_of(bare: str, core: str, words: PlaceWords) -> tuple[str, ...]:
    """The forms to look up, the whole name first."""
    named = (bare, core, without_part(core, words), *pieces(bare, words))
    return tuple(dict.fromkeys(form for name in named for form in spellings(name, words) if form))


def without_part(name: str, words: PlaceWords) -> str:
    """The name without a word at its start that says which part of it is meant."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in words.parts else name


def pieces(name: str, words: PlaceWords) -> Iterator[str]:
    """Shorter names within a long one: before a comma, behind a word for inside, up to a word for a division."""
    before, comma, _ = name.partition(",")
    if comma:
        yield before
    parts = name.split()
    for index in range(len(parts) - 2, 0, -1):
        if parts[index].casefold() in words.links_inside:
            yield bare_name(" ".join(parts[index + 1 :]), words)
            return
    for size in range(len(parts) - 1, 1, -1):
        found = words.types.get(parts[size - 1].casefold())
        if found and "ADM2" in found.levels and parts[size - 1][:1].isupper():
            yield " ".join(parts[:size])
            return


def spellings(name: str, words: PlaceWords) -> Sequence[str]:
    """The name, and with its short words written out where it has any."""
    parts = name.split()
    long = " ".join(words.spelt[part.casefold()][0] if part.casefold() in words.spelt else part for part in parts)
    return (name, long)
