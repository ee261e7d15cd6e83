"""A view in which the names of private persons are blacked out; every offset stays true.

Private is a person whom no knowledge file names and to whom no report gives an office or a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from counterclaim.codec import decode, encode, plain
from counterclaim.present.coding.countries import coding
from counterclaim.records import Mention, View

MASK = "█"


def redacted(view: View) -> View:
    """The view without the names of private persons."""
    longest_first = [rf"\b{re.escape(name)}\b" for name in sorted(private_names(view), key=len, reverse=True)]
    if not longest_first:
        return view
    pattern = re.compile("|".join(longest_first))
    texts = {reading.document.id: masked(reading.document.text, pattern) for reading in view.readings}
    return decode(encode(walk(plain(view), texts, pattern)), View)


def private(mention: Mention, known: set[str]) -> bool:
    """Whether a mention names a private person, given the chains of public ones."""
    return mention.kind == "person" and mention.form == "name" and mention.chain not in known


def public_chains(view: View) -> set[str]:
    """The chains of persons whom a knowledge file names or who have a role in any report of the view."""
    in_text = {m.chain for reading in view.readings for m in reading.mentions if m.known or public((m.role,))}
    known = [entity for entity in view.entities if entity.known or entity.kind != "person" or public(entity.roles)]
    return in_text | {chain for entity in known for chain in entity.chains}


def public(roles: Iterable[str | None]) -> bool:
    """Whether any of the roles is an office, a rank or the like, not kin, a trade or a bystander's."""
    return bool({role.split()[-1].casefold() for role in roles if role} - set(coding()["private_roles"]["words"]))


def private_names(view: View) -> set[str]:
    """The names of private persons as they are spelt."""
    known = public_chains(view)
    found = [m for reading in view.readings for m in reading.mentions if private(m, known)]
    return {name for m in found for name in (m.span.text, m.name) if name and len(name) > 2}


def masked(text: str, pattern: re.Pattern[str]) -> str:
    """The text with every name blacked out, as long as before.

    >>> masked("Omar Karimi fled.", re.compile("Omar Karimi"))
    '████ ██████ fled.'
    """
    return pattern.sub(lambda found: re.sub(r"\S", MASK, found.group()), text)


def walk(value: Any, texts: dict[str, str], pattern: re.Pattern[str]) -> Any:
    """The plain value with spans cut anew from the masked texts and names masked in every other string."""
    if isinstance(value, dict):
        if {"document", "start", "end", "text"} <= value.keys() and value["document"] in texts:
            return cut(value, texts[value["document"]])
        if "text" in value and value.get("id") in texts:
            value = value | {"text": texts[value["id"]]}
            return {key: part if key == "text" else walk(part, texts, pattern) for key, part in value.items()}
        return {key: walk(part, texts, pattern) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [walk(part, texts, pattern) for part in value]
    return masked(value, pattern) if isinstance(value, str) else value


def cut(span: dict[str, Any], text: str) -> dict[str, Any]:
    """A span with its words from the masked text."""
    pieces = span.get("pieces") or [(span["start"], span["end"])]
    return span | {"text": " ".join(text[start:end] for start, end in pieces)}
