"""What stands beside a quotation: the verb and the source that its marks give away where the parser goes astray."""

from __future__ import annotations

from counterclaim.extract.attributions.lexicon import VerbCue
from counterclaim.extract.attributions.page import Page

LONGEST_SOURCE = 30
FINITE = frozenset({"past", "present"})
OPENING = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
SPOKEN = VerbCue(cue_class="say", frames=frozenset({"clause", "bare", "parataxis"}), never=frozenset(), open_frames=False)


def quotation_before(page: Page, index: int) -> int | None:
    """The number of the quotation that ends just before a token, commas aside, or None."""
    current = index - 1
    while current >= 0 and page.quoted[current] < 0 and page.is_word(current, "soft_punctuation"):
        current -= 1
    if current < 0 or page.quoted[current] < 0 or page.passage[current] != page.passage[index]:
        return None
    number = page.quoted[current]
    return number if page.quotes[number][1] - 1 == current and page.quoted[index] != number else None


def quotation_after(page: Page, index: int) -> int | None:
    """The number of the quotation that begins just after a token, a comma or colon aside, or None."""
    current = index + 1
    while current < len(page.tokens) and page.quoted[current] < 0 and page.is_word(current, "soft_punctuation", "colon"):
        current += 1
    if current >= len(page.tokens) or page.quoted[current] < 0 or page.passage[current] > page.passage[index] + 1:
        return None
    number = page.quoted[current]
    return number if page.quotes[number][0] == current else None


def positional_source(page: Page, verb: int, cue: tuple[int, ...]) -> tuple[int, ...]:
    """The words between a quotation and its cue, or after a cue that follows a quotation; empty where none fit."""
    if page.tokens[verb].form not in FINITE or page.quoted[verb] >= 0:
        return ()
    if quotation_before(page, cue[0]) is not None:
        return named_after(page, cue[-1] + 1)
    return named_before(page, cue[0]) or standing_before(page, cue[0])


def standing_before(page: Page, end: int) -> tuple[int, ...]:
    """The words from the last punctuation before a cue to the cue, where they name a speaker and no more."""
    first = page.sentence(end).first
    start = end
    while (
        start > first and page.tokens[start - 1].pos not in ("PUNCT", "SPACE", "SCONJ", "CCONJ") and page.quoted[start - 1] < 0
    ):
        start -= 1
    if any(page.tokens[index].pos in ("VERB", "AUX") for index in range(start, end)) or end - start > LONGEST_SOURCE:
        return ()
    return speaker(page, start, end)


def named_after(page: Page, start: int) -> tuple[int, ...]:
    """The words from a token to the end of its sentence, where they can name a speaker."""
    end = start
    while end < len(page.tokens) and page.passage[end] == page.passage[start] and end - start < LONGEST_SOURCE:
        if page.quoted[end] >= 0 or page.is_word(end, "full_stops", "colon"):
            break
        end += 1
    return speaker(page, start, end)


def named_before(page: Page, end: int) -> tuple[int, ...]:
    """The words from the quotation before a cue to the cue, where they can name a speaker."""
    start = end
    while (
        start > 0
        and page.quoted[start - 1] < 0
        and page.passage[start - 1] == page.passage[end - 1]
        and end - start < LONGEST_SOURCE
    ):
        start -= 1
    if start == 0 or page.quoted[start - 1] < 0:
        return ()
    return speaker(page, start, end)


def speaker(page: Page, start: int, end: int) -> tuple[int, ...]:
    """The tokens of a stretch without punctuation at its ends, if it begins as a name does."""
    while start < end and page.tokens[start].pos in ("PUNCT", "SPACE"):
        start += 1
    while end > start and page.tokens[end - 1].pos in ("PUNCT", "SPACE", "ADV", "ADP"):
        end -= 1
    if start >= end or page.tokens[start].pos not in OPENING:
        return ()
    return tuple(range(start, end))


def unknown_cue(page: Page, verb: int) -> VerbCue | None:
    """An entry of speech for a finite verb of any meaning between a quotation and its speaker ("..., beamed the mayor")."""
    token = page.tokens[verb]
    if token.pos != "VERB" or token.form not in FINITE or page.quoted[verb] >= 0:
        return None
    inverted = quotation_before(page, verb)
    if inverted is not None and breaks_off(page, inverted) and page.tree.child(verb, "subject") in range(verb + 1, verb + 8):
        return SPOKEN
    subject = page.tree.child(verb, "subject")
    if subject is None or subject > verb or page.tree.child(verb, "object", "open_clause", "attribute") is not None:
        return None
    number = quotation_before(page, page.subtree(subject)[0])
    return SPOKEN if number is not None and breaks_off(page, number) else None


def breaks_off(page: Page, number: int) -> bool:
    """Whether a quotation ends in a comma, a question or exclamation mark, so that its sentence goes on."""
    last = page.quotes[number][1] - 2
    return last >= 0 and page.is_word(last, "breaking_off")
