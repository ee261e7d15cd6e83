"""Noun phrases read from right to left before a cue, in text where no comma tells where they begin."""

from __future__ import annotations

from counterclaim.extract.attributions.page import Page
from counterclaim.records import Token

MODIFIERS = frozenset(
    {"compound", "modifier", "possessive", "case", "number", "noun_modifier", "punctuation", "noun_adverbial"}
)


def source_before(page: Page, end: int, first: int) -> tuple[int, ...]:
    """The noun phrase that ends just before `end`, read from right to left; empty where none speaks."""
    start = phrase_start(page, end, first)
    while start is not None and (joined := joined_before(page, start, first)) is not None:
        start = joined
    return tuple(range(start, end)) if start is not None else ()


def phrase_start(page: Page, end: int, first: int) -> int | None:
    """Where the noun phrase that ends before `end` begins, or None where its last word is no noun."""
    head = end - 1
    if head < first or page.tokens[head].pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    if page.tokens[head].pos == "PRON":
        return head if page.is_word(head, "speaker_nouns") else None
    if page.tokens[head].pos == "NOUN" and not page.is_word(head, "speaker_nouns"):
        return None
    start = head
    while start > first and page.tokens[start].pos != "DET" and belongs(page, start - 1, start):
        start -= 1
    return without_adjective(page, after_object(page, start, head, first), head)


def after_object(page: Page, start: int, head: int, first: int) -> int:
    """The start, moved behind the object of a preposition that stands right before it: a subject never follows one."""
    before = page.tokens[start - 1].pos if start > first else ""
    listed = before == "CCONJ" and page.tokens[start].pos == "PROPN" and page.tokens[head].pos == "NOUN"
    if before != "ADP" and not listed:
        return start
    noun = next((index for index in range(start, head) if page.tokens[index].pos in {"NOUN", "PROPN"}), None)
    if noun is None:
        return start
    end = noun + 1
    while end < head and page.named.get(end) is not None and page.named.get(end) == page.named.get(noun):
        end += 1
    return end


def belongs(page: Page, index: int, right: int) -> bool:
    """Whether a word is part of the noun phrase whose next word is `right`."""
    token, following = page.tokens[index], page.tokens[right]
    if token.pos == "DET" or token.relation in {"possessive", "case"}:
        return True
    if token.pos == "PROPN":
        return following.pos in {"PROPN", "ADP", "PUNCT", "PART", "NOUN"} and not two_names(page, index, right)
    if token.pos == "NOUN" and following.pos == "PROPN":
        return token.form == "singular" and page.is_word(index, "name_titles")
    if token.pos == "NOUN":
        return token.form == "singular" and (page.is_word(index, "speaker_nouns") or token.relation in MODIFIERS)
    if token.pos == "ADP":
        return index > 0 and following.pos in {"PROPN", "DET"} and names_on(page, index)
    if token.pos == "NUM":
        return following.form == "plural" or page.is_word(index, "lone")
    if token.pos == "VERB":
        return page.tokens[index - 1].text == "-" and token.relation in MODIFIERS
    return token.pos in {"ADJ", "PUNCT"} and token.relation in MODIFIERS and not is_quote(token)


def two_names(page: Page, left: int, right: int) -> bool:
    """Whether two neighbouring words belong to two names that the annotators tell apart."""
    first, second = page.named.get(left), page.named.get(right)
    return first is not None and second is not None and first != second


def names_on(page: Page, index: int) -> bool:
    """Whether a preposition stands within a name or after a title ("a spokesman for the army")."""
    before = page.tokens[index - 1]
    inside = before.pos == "PROPN" and page.tokens[index + 1].pos == "PROPN" and in_one_name(page, index)
    return inside or page.is_word(index - 1, "speaker_nouns")


def in_one_name(page: Page, index: int) -> bool:
    """Whether a tagger took the words around a token for one name."""
    return any(name.start < page.tokens[index].start < name.end for name in page.annotated.names)


def without_adjective(page: Page, start: int, head: int) -> int:
    """The start without adjectives and numbers that belong to what stands before a bare name."""
    while start < head and page.tokens[start].pos in {"ADJ", "NUM", "PUNCT", "ADP"} and page.tokens[start + 1].pos == "PROPN":
        start += 1
    return start


def joined_before(page: Page, start: int, first: int) -> int | None:
    """Where a second speaker joined by a coordinator before `start` begins, or None."""
    link = start - 1
    if link <= first or page.tokens[link].pos != "CCONJ" or not page.is_word(link - 1, "speaker_nouns"):
        return None
    return phrase_start(page, link, first)


def is_quote(token: Token) -> bool:
    """Whether a token opens or closes a quotation, or divides like a comma or a colon."""
    return token.pos == "PUNCT" and token.text in {'"', "“", "”", "'", "‘", "’", "«", "»", ":", ","}


def phrase_after(page: Page, start: int, last: int) -> tuple[int, ...]:
    """The speaker's noun phrase that begins at `start` and runs to a participle or the end; empty where none does."""
    end = start
    while end < last and page.tokens[end].pos in {"DET", "NOUN", "PROPN", "ADJ", "ADP", "PRON", "NUM", "PART"}:
        if end > start and (page.tokens[end].form == "gerund" or page.is_word(end, "relative_pronouns")):
            break
        end += 1
    while end > start and page.tokens[end - 1].pos in {"ADP", "DET", "ADJ"}:
        end -= 1
    medium = next((index for index in range(start + 1, end) if opens_medium(page, index, last)), None)
    words = range(start, end if medium is None else medium)
    named = any(page.tokens[index].pos == "PROPN" or page.is_word(index, "speaker_nouns") for index in words)
    ended = end >= last or page.tokens[end].form == "gerund" or page.tokens[end].pos == "PUNCT"
    closing = ended or medium is not None or page.is_word(end, "relative_pronouns")
    return tuple(words) if named and closing and page.tokens[start].pos in {"DET", "NOUN", "PROPN", "ADJ"} else ()


def opens_medium(page: Page, index: int, last: int) -> bool:
    """Whether a preposition opens the medium in which something is said ("in a press release")."""
    if not page.is_word(index, "media_prepositions"):
        return False
    noun = page.tree.child(index, "preposition_object")
    return noun is not None and noun < last and page.is_word(noun, "media_nouns")
