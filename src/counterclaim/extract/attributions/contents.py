"""Which words are the content of a verb cue: what stands before it, around it, or what it governs to its right."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extract.attributions.complements import governed_content
from counterclaim.extract.attributions.lexicon import VerbCue
from counterclaim.extract.attributions.page import Page

LEAST_IN_HEADLINE = 3
ADJUNCT_OPENERS = frozenset({"ADP", "ADV", "SCONJ", "CCONJ", "PUNCT", "SPACE"})


def content_of_verb(page: Page, verb: int, entry: VerbCue, cue: Iterable[int], source: Iterable[int]) -> list[int]:
    """The tokens of what is said: to the left of the cue where it follows its content, else to its right."""
    unit = unit_of(page, cue, source)
    right = with_outcome(page, verb, entry, governed_content(page, verb, entry, set(cue) | set(source)))
    if entry.quoting and is_postposed(page, verb, unit, right):
        return [*trimmed(page, left_content(page, verb, unit)), *trimmed(page, resumed_content(page, verb, unit))]
    return trimmed(page, right or quotation_after(page, unit) or host_content(page, verb))


def with_outcome(page: Page, verb: int, entry: VerbCue, content: list[int]) -> list[int]:
    """What is charged, with the outcome that a parser hung on the verb ("accused them of shelling the town, killing four")."""
    if entry.cue_class != "accuse" or not any(page.tokens[index].form == "gerund" for index in content):
        return content
    after = max(content) + 2
    told = page.tokens[after] if after < len(page.tokens) and page.is_word(after - 1, "comma") else None
    outcome = told is not None and told.form == "gerund" and told.head == verb and told.relation == "adverbial_clause"
    if told is None or not outcome or told.lemma.lower() in page.lexicon.verbs:
        return content
    return [*content, after - 1, *page.subtree(after)]


def host_content(page: Page, verb: int) -> list[int]:
    """The clause that "as the minister pointed out" stands beside, or nothing."""
    marker = page.tree.child(verb, "marker", "adverb")
    if page.tokens[verb].relation != "adverbial_clause" or marker is None or not page.is_word(marker, "as"):
        return []
    own = set(page.subtree(verb))
    return [index for index in page.subtree(page.tokens[verb].head) if index not in own]


def unit_of(page: Page, cue: Iterable[int], source: Iterable[int]) -> tuple[int, int]:
    """First and last token of the cue with its source, where the source stands beside it."""
    words, named = sorted(cue), sorted(source)
    first, last = words[0], words[-1]
    if named and named[-1] < first and is_gap(page, named[-1] + 1, first):
        first = named[0]
    elif named and named[0] > last and is_gap(page, last + 1, named[0]):
        last = named[-1]
    return first, last


def is_gap(page: Page, start: int, end: int) -> bool:
    """Whether only punctuation and adverbs stand between two tokens."""
    return all(page.tokens[index].pos in ("PUNCT", "ADV", "SPACE", "PART", "AUX") for index in range(start, end))


def is_postposed(page: Page, verb: int, unit: tuple[int, int], right: list[int]) -> bool:
    """Whether the cue follows (or interrupts) its content."""
    first, last = unit
    before = left_neighbour(page, first)
    if before is None:
        return False
    if is_interruption(page, unit):
        return True
    if (number := page.quoted[before]) >= 0 and page.quoted[first] != number:
        return ends_quotation(page, before, number) and not (right and begins_anew(page, verb, before, right))
    return clause_before(page, verb, unit) and not (right and not is_break(page, last + 1))


def begins_anew(page: Page, verb: int, before: int, right: list[int]) -> bool:
    """Whether a cue after a quotation has its content to its right: the quotation is complete, or "adding that" follows."""
    return ends_sentence(page, before) or page.tokens[verb].form == "gerund" or page.is_word(right[0], "that")


def is_interruption(page: Page, unit: tuple[int, int]) -> bool:
    """Whether commas on both sides set the unit off from unquoted words around it."""
    first, last = unit
    if not (page.is_word(first - 1, "comma") and is_comma(page, last + 1)) or first - 1 <= page.sentence(first).first:
        return False
    following = last + 2
    return following < page.sentence(first).last and page.quoted[following] < 0 and page.tokens[following].form != "gerund"


def left_neighbour(page: Page, first: int) -> int | None:
    """The last token before the unit that is no comma or white space, within the same passage."""
    index = first - 1
    while index >= 0 and page.quoted[index] < 0 and page.is_word(index, "soft_punctuation"):
        index -= 1
    return index if index >= 0 and page.passage[index] == page.passage[first] else None


def ends_quotation(page: Page, index: int, number: int) -> bool:
    """Whether a token is the last of its quotation."""
    return index == page.quotes[number][1] - 1


def ends_sentence(page: Page, index: int) -> bool:
    """Whether a quotation that ends at a token closes with a full stop."""
    return index > 0 and page.tokens[index - 1].text[-1:] == "."


def is_comma(page: Page, index: int) -> bool:
    """Whether a token is a comma."""
    return index < len(page.tokens) and page.is_word(index, "comma")


def is_break(page: Page, index: int) -> bool:
    """Whether a token ends a stretch of words: punctuation, the end of the text, or a word that begins an adjunct."""
    if index >= len(page.tokens):
        return True
    token = page.tokens[index]
    return token.pos in ("PUNCT", "SPACE", "ADP", "ADV", "SCONJ", "CCONJ") or page.quoted[index] >= 0


def clause_before(page: Page, verb: int, unit: tuple[int, int]) -> bool:
    """Whether the parser sees the content as a clause before the cue, and a comma or dash divides them."""
    if not (page.is_word(unit[0] - 1, "soft_punctuation") or page.tokens[unit[0] - 1].text in page.lexicon.words["dashes"]):
        return False
    clause = page.tree.child(verb, "clause")
    token = page.tokens[verb]
    if clause is not None and clause < verb:
        return is_finite(page, clause)
    return (token.relation == "parataxis" and token.head < verb) or closes_headline(page, verb, unit)


def closes_headline(page: Page, verb: int, unit: tuple[int, int]) -> bool:
    """Whether words without a verb come before a unit that ends the sentence ("Two dead in blast, police say")."""
    sentence = page.sentence(verb)
    told = page.tokens[sentence.first : unit[0] - 1]
    ended = all(token.pos in ("PUNCT", "SPACE") for token in page.tokens[unit[1] + 1 : sentence.last])
    if not ended or len(told) < LEAST_IN_HEADLINE or told[0].pos in ADJUNCT_OPENERS or told[0].form in ("participle", "gerund"):
        return False
    return any(token.pos in ("NOUN", "PROPN", "NUM") and not page.is_time(token.index) for token in told)


def is_finite(page: Page, clause: int) -> bool:
    """Whether a clause has a finite verb, so that it is no adjunct such as "asked about the raid"."""
    if page.tokens[clause].form not in ("participle", "gerund"):
        return True
    return page.tree.child(clause, "auxiliary", "passive_auxiliary", "subject", "passive_subject") is not None


def left_content(page: Page, verb: int, unit: tuple[int, int]) -> list[int]:
    """The words from the beginning of the sentence, or of the quotation, to the unit."""
    end = unit[0]
    before = left_neighbour(page, end)
    start = page.sentence(verb).first
    if before is not None and page.quoted[before] >= 0:
        opening = page.quotes[page.quoted[before]][0]
        start = sentence_start(page, opening)
    return list(range(max(start, after_other_cue(page, verb, start, end), after_other_telling(page, start, end)), end))


def after_other_telling(page: Page, start: int, end: int) -> int:
    """Where the content can begin at the earliest: after a colon or semicolon that ends a telling of its own."""
    told = -1
    for index in range(start, end):
        token = page.tokens[index]
        if page.quoted[index] < 0 and page.is_word(index, "colon", "semicolon") and told >= 0:
            start, told = index + 1, -1
        elif token.pos == "VERB" and token.relation in ("clause", "parataxis") and page.lexicon.verb(token.lemma):
            told = index
    return start


def sentence_start(page: Page, opening: int) -> int:
    """Where the sentence begins that a quotation is part of; the quotation itself where a full stop stands before it."""
    first = page.sentence(opening).first
    if opening > first and page.is_word(opening - 1, "comma", "dashes", "colon") and is_sentence(page, opening):
        return opening
    index = opening
    while index > first and not (page.is_word(index - 1, "sentence_ends") and page.quoted[index - 1] < 0):
        index -= 1
    return index


def is_sentence(page: Page, opening: int) -> bool:
    """Whether the quotation that opens at a token is a sentence of its own: a capital letter and some words."""
    start, end = page.quotes[page.quoted[opening]]
    return end - start >= 6 and page.tokens[opening + 1].text[:1].isupper()


def after_other_cue(page: Page, verb: int, start: int, end: int) -> int:
    """Where the content can begin at the earliest: after a coordinated verb before it that has its own words."""
    token = page.tokens[verb]
    if token.relation != "conjunct" or not start <= token.head < end or not page.lexicon.verb(page.tokens[token.head].lemma):
        return start
    clause = page.tree.child(verb, "clause")
    return start if clause is None else page.subtree(clause)[0]


def resumed_content(page: Page, verb: int, unit: tuple[int, int]) -> list[int]:
    """The words after a cue that interrupts its content, to the end of the sentence."""
    index, last = unit[1] + 1, page.sentence(verb).last
    if not is_comma(page, index) or not is_comma_before(page, unit[0]) or index + 1 >= last:
        return []
    before = left_neighbour(page, unit[0])
    if page.quoted[index + 1] < 0 and before is not None and page.quoted[before] >= 0:
        opening = page.quotes[page.quoted[before]][0]
        if sentence_start(page, opening) == opening:
            return []
    own = set(page.subtree(verb, content_children(page, verb)))
    if index + 1 in own and page.quoted[index + 1] < 0:
        return []
    return list(range(index + 1, last))


def is_comma_before(page: Page, first: int) -> bool:
    """Whether a comma stands before a token, within a closing quotation mark or without."""
    return any(page.is_word(index, "comma") for index in (first - 1, first - 2) if index >= 0)


def content_children(page: Page, verb: int) -> list[int]:
    """The children of a verb that the parser takes for what is said."""
    return page.tree.having(verb, "clause", "parataxis", "object")


def quotation_after(page: Page, unit: tuple[int, int]) -> list[int]:
    """The quotation that begins right after the unit, or nothing."""
    index = unit[1] + 1
    while index < len(page.tokens) and page.quoted[index] < 0 and page.is_word(index, "soft_punctuation", "colon"):
        index += 1
    if index >= len(page.tokens) or page.quoted[index] < 0 or page.passage[index] > page.passage[unit[1]] + 1:
        return []
    return list(range(*page.quotes[page.quoted[index]]))


def trimmed(page: Page, tokens: Iterable[int]) -> list[int]:
    """The tokens without the punctuation at either end that belongs to the sentence around them."""
    found = list(tokens)
    while found and is_outer(page, found[-1], page.lexicon.words["closing_punctuation"]):
        found.pop()
    while found and is_outer(page, found[0], page.lexicon.words["opening_punctuation"]):
        found.pop(0)
    return found


def is_outer(page: Page, index: int, marks: frozenset[str]) -> bool:
    """Whether a token is white space or one of these marks, and not inside a quotation."""
    token = page.tokens[index]
    return not token.text.strip() or (token.text in marks and page.quoted[index] < 0)
