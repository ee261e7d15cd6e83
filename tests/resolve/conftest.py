"""Shared by the tests of resolving: names of a text given as mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Located, Mention
from counterclaim.resolve.places import locate
from counterclaim.syntax import span_of

Placer = Callable[..., list[Located]]


@pytest.fixture(scope="session")
def place(kit: Kit) -> Placer:
    """A function: a text and names in it, each meant by its first occurrence; where they lie, in order."""

    def run(text: str, names: Sequence[str], **known: object) -> list[Located]:
        document = make_document(text, uri="test.txt", published="2021-09-06", **known)
        mentions = tuple(mention(document, name, index) for index, name in enumerate(names))
        annotated = Annotated(document=document, tokens=(), sentences=(), names=(), tagger="none", mentions=mentions)
        return list(locate(annotated, kit))

    def mention(document, name: str, index: int) -> Mention:
        start = document.text.index(name)
        span = span_of(document, start, start + len(name))
        return Mention(id=str(index), span=span, kind="place", form="name", head=-1, chain=str(index), name=name)

    return run
