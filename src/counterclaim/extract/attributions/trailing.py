"""A source and a verb of speech that close a sentence with no comma before them, as in text that lost its punctuation.

"Nine people died in the raid on the town the monitor said": a parser takes the source for a part of what is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.records import Sentence, Token

MODIFIERS = frozenset(
    {"compound", "modifier", "possessive", "case", "number", "noun_modifier", "punctuation", "noun_adverbial"}
)
FINITE = frozenset({"past", "present", "modal"})


def trailing_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each verb of speech that closes a sentence together with its source, no comma between."""
    if not page.comma_free:
        return
    times = {name.start for name in page.annotated.names if name.kind == "time"}
    for token in page.tokens:
        if may_speak(page, token) and closes(page, token, times):
            draft = trailing_draft(page, token)
            if draft is not None:
                yield draft


def may_speak(page: Page, token: Token) -> bool:
    """Whether a token is a verb, or stands after a name at the end of a sentence and was taken for a plural noun."""
    if token.pos == "VERB":
        return token.form in {"past", "present", "participle"}
    last = page.sentence(token.index).last - 1
    closing = token.index == last or (token.index == last - 1 and page.tokens[last].pos == "PUNCT")
    return closing and token.pos == "NOUN" and token.form == "plural" and page.tokens[token.index - 1].pos == "PROPN"


def closes(page: Page, token: Token, times: set[int]) -> bool:
    """Whether a token is a verb of speech after which nothing follows that it could say."""
    entry = page.lexicon.verb(token.lemma)
    if entry is None or entry.cue_class not in page.lexicon.words["reported_classes"]:
        return False
    last = page.sentence(token.index).last
    if token.index + 1 >= last:
        return True
    following = page.tokens[token.index + 1]
    if following.pos == "PROPN":
        return following.start in times or token.lemma in page.lexicon.words["told_to"]
    quiet = following.pos in {"PUNCT", "ADP", "ADV", "SPACE"} or following.form == "gerund"
    return quiet and not is_quote(following) and not says_after(page, token.index, last)


def is_quote(token: Token) -> bool:
    """Whether a token opens or closes a quotation."""
    return token.pos == "PUNCT" and token.text in {'"', "“", "”", "'", "‘", "’", "«", "»", ":", ","}


def says_after(page: Page, verb: int, last: int) -> bool:
    """Whether a clause that the verb could say follows it; a word in capitals is a name, not a verb."""
    return any(page.tokens[index].form in FINITE and not page.tokens[index].text.isupper() for index in range(verb + 1, last))


def trailing_draft(page: Page, token: Token) -> Draft | None:
    """The draft of a closing verb of speech, or None where no bare source stands before it or nothing is said before that."""
    sentence, cue = page.sentence(token.index), verb_group(page, token.index)
    source = source_before(page, cue[0], sentence.first)
    if not source or source[0] - sentence.first < 3 or page.tokens[source[0] - 1].pos in {"PUNCT", "SCONJ", "CCONJ", "SPACE"}:
        return None
    content = [*range(sentence.first, source[0]), *participle_after(page, cue[-1] + 1, sentence)]
    if not any(page.tokens[index].form in FINITE for index in content):
        return None
    entry = page.lexicon.verb(token.lemma)
    return Draft(
        head=token.index, cue=cue, source=source, content=tuple(content), cue_class=entry.cue_class if entry else "say",
        construction="trailing", negated=is_negated(page, token.index), modal=is_modal(page, token.index),
    )  # fmt: skip


def participle_after(page: Page, start: int, sentence: Sentence) -> list[int]:
    """The clause of a participle right after the cue, where it goes on with what was said."""
    if start >= sentence.last or page.tokens[start].form != "gerund":
        return []
    lemma = page.tokens[start].lemma
    if lemma in page.lexicon.words["beside_cue"] or page.lexicon.verb(lemma):
        return []
    last = sentence.last
    while last > start and page.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return list(range(start, last))


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
    if start <= first or page.tokens[start - 1].pos != "ADP":
        return start
    nouns = [index for index in range(start, head) if page.tokens[index].pos in {"NOUN", "PROPN"}]
    return nouns[0] + 1 if nouns else start


def belongs(page: Page, index: int, right: int) -> bool:
    """Whether a word is part of the noun phrase whose next word is `right`."""
    token, following = page.tokens[index], page.tokens[right]
    if token.pos == "DET" or token.relation in {"possessive", "case"}:
        return True
    if token.pos == "PROPN":
        return following.pos in {"PROPN", "ADP", "PUNCT", "PART", "NOUN"}
    if token.pos == "NOUN":
        return token.form == "singular" and (page.is_word(index, "speaker_nouns") or token.relation in MODIFIERS)
    if token.pos == "ADP":
        return index > 0 and following.pos in {"PROPN", "DET"} and names_on(page, index)
    if token.pos == "NUM":
        return following.form == "plural"
    if token.pos == "VERB":
        return page.tokens[index - 1].text == "-" and token.relation in MODIFIERS
    return token.pos in {"ADJ", "PUNCT"} and token.relation in MODIFIERS and not is_quote(token)


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
