"""What the mentions that nobody names are called: the words by which their document first describes them."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.records import Mention


def first_described(mentions: Iterable[Mention]) -> dict[str, str]:
    """The words of the first mention of each chain that is no pronoun, by chain ("a spokesman" for a later "he")."""
    found: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span.start):
        if mention.form != "pronoun":
            found.setdefault(mention.chain, mention.span.text)
    return found
