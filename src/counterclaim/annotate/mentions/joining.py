"""Names that a tagger cut in two, joined again where the gazetteer or the parser knows the whole ("Tal" and "Abyad")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.annotate.mentions.kinds import beside_office
from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.annotate.mentions.page import Page
from counterclaim.contracts import Gazetteer
from counterclaim.records import Mention, MentionKind

GAP = re.compile(r"\s|-|[\s-]\w{1,3}[\s-]")
UNTOLD = frozenset({"other", "person"})
LOOSE: frozenset[MentionKind] = frozenset({"organisation", "other", "document", "weapon", "place", "person", "facility"})


def join_names(names: Sequence[Mention], page: Page, gazetteer: Gazetteer) -> list[Mention]:
    """The names in text order, neighbours joined where the gazetteer or the parser holds both as one."""
    found: list[Mention] = []
    for name in sorted(names, key=lambda one: (one.span.start, -one.span.end)):
        whole = together(found[-1], name, page, gazetteer) if found else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(name)
    return found


def together(left: Mention, right: Mention, page: Page, gazetteer: Gazetteer) -> Mention | None:
    """The two names as one place, or None where they are two."""
    text = page.annotated.document.text
    between = text[left.span.end : right.span.start]
    if left.known or right.known or left.country or {left.kind, right.kind} - LOOSE or not GAP.fullmatch(between):
        return None
    if is_one_person(left, right, between, page):
        return whole(left, right, page, "person", rule="joined by the parser")
    if not gazetteer.exact(" ".join(text[left.span.start : right.span.end].split())):
        return None
    return whole(left, right, page, "place", rule="joined by the gazetteer")


def is_one_person(left: Mention, right: Mention, between: str, page: Page) -> bool:
    """Whether the parser takes the first name for part of the second, which stands beside an office or is a person's."""
    one, two = page.tokens[left.head], page.tokens[right.head]
    if any(key_of(word) in page.words.nouns for word in left.span.text.split()):
        return False
    whole = between == " " and one.relation == "compound" and one.head == right.head and left.kind in UNTOLD
    return whole and (
        right.kind == "person" or (right.kind in UNTOLD and two.relation == "apposition" and beside_office(right, page))
    )


def whole(left: Mention, right: Mention, page: Page, kind: MentionKind, *, rule: str) -> Mention:
    """The two names as one."""
    tokens = page.tree.within(left.span.start, right.span.end)
    made = page.mention(tokens.start, tokens.stop, kind, "name", rule=rule)
    return replace(made, name=made.span.text)
