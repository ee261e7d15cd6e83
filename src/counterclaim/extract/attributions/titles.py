"""Titles that close with who says it: "Strike kills nine in the north - monitor", the dash or colon lost or not."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.syntax import title_range

LONGEST_SPEAKER = 4
FINITE = frozenset({"past", "present", "modal"})


def title_drafts(page: Page) -> Iterator[Draft]:
    """The draft of a title that closes with a speaker."""
    words = title_tokens(page)
    speaker = speaker_of(page, words) if len(words) > 4 else None
    if speaker is None:
        return
    content = [index for index in words if index < speaker[0] and page.tokens[index].pos != "SPACE"]
    while content and page.tokens[content[-1]].pos == "PUNCT":
        content.pop()
    if any(page.tokens[index].pos in {"VERB", "AUX", "NOUN"} for index in content):
        yield Draft(
            head=-1, cue=(), source=tuple(speaker), content=tuple(content), cue_class="say", construction="title",
        )  # fmt: skip


def title_tokens(page: Page) -> range:
    """The tokens of the document's title where it stands at the head of the text, none where it does not."""
    title = title_range(page.annotated.document)
    return page.tree.within(*title) if title is not None else range(0)


def speaker_of(page: Page, words: range) -> list[int] | None:
    """The speaker that closes a title: after a dash or a colon, or a capitalised speaker noun in a title without marks."""
    ending = [index for index in words if page.tokens[index].pos != "SPACE"]
    for size in range(1, min(LONGEST_SPEAKER, len(ending) - 3) + 1):
        mark = page.tokens[ending[-size - 1]]
        if mark.text in page.lexicon.words["dashes"] | page.lexicon.words["colon"]:
            return ending[-size:] if speaks(page, ending[-size:]) else None
    last = ending[-1]
    bare = page.comma_free and page.tokens[last].text[:1].isupper() and page.is_word(last, "title_speakers")
    lower = any(page.tokens[index].text.islower() and page.tokens[index].pos in {"NOUN", "VERB"} for index in ending)
    return [last] if bare and lower else None


def speaks(page: Page, words: list[int]) -> bool:
    """Whether words after a dash can be who says it."""
    if any(page.tokens[index].form in FINITE for index in words):
        return False
    return page.is_word(words[-1], "speaker_nouns", "title_speakers")
