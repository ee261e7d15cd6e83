"""Names that a tagger cut in two, joined again where the gazetteer knows the whole ("Tal" and "Abyad")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.annotate.mentions.page import Page
from counterclaim.contracts import Gazetteer
from counterclaim.records import Mention, MentionKind

GAP = re.compile(r"\s|-|[\s-]\w{1,3}[\s-]")
LOOSE: frozenset[MentionKind] = frozenset({"organisation", "other", "document", "weapon", "place", "person", "facility"})


def join_names(names: Sequence[Mention], page: Page, gazetteer: Gazetteer) -> list[Mention]:
    """The names in text order, neighbours joined where the gazetteer holds both, and a particle between them, as one."""
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
    if not gazetteer.exact(" ".join(text[left.span.start : right.span.end].split())):
        return None
    tokens = page.tree.within(left.span.start, right.span.end)
    made = page.mention(tokens.start, tokens.stop, "place", "name", rule="joined by the gazetteer")
    return replace(made, name=made.span.text)
