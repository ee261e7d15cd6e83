"""Which words stand for a person, group, government, outlet, place or thing: names, descriptions, pronouns."""

from __future__ import annotations

from counterclaim.annotate.mentions.descriptions import find_descriptions
from counterclaim.annotate.mentions.joining import join_names
from counterclaim.annotate.mentions.kinds import settle_kinds
from counterclaim.annotate.mentions.lexicon import lexicon_of
from counterclaim.annotate.mentions.names import find_names
from counterclaim.annotate.mentions.page import page_of
from counterclaim.annotate.mentions.pronouns import find_pronouns
from counterclaim.annotate.mentions.roles import with_roles
from counterclaim.annotate.mentions.words import words_of
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Mention

__all__ = ["find_mentions"]


def find_mentions(annotated: Annotated, kit: Kit) -> tuple[Mention, ...]:
    """The mentions of a document in text order, each its own chain."""
    words = words_of(kit.settings.folders, kit.settings.language)
    page = page_of(annotated, words, lexicon_of(kit.settings.folders, kit.settings.language), kit.gazetteer)
    names = settle_kinds(join_names(find_names(page), page, kit.gazetteer), page, kit.gazetteer)
    found = [*names, *find_descriptions(page, names), *find_pronouns(page)]
    return tuple(with_roles(sorted(found, key=place_in_text), page))


def place_in_text(mention: Mention) -> tuple[int, int]:
    """Where a mention stands: earlier first, longer first."""
    return mention.span.start, -mention.span.end
