"""How sure a source is of what it says, from the hedges in the proposition and beside its cue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.records import Attribution, Certainty, Claim, EventMention, Party

RANK: tuple[Certainty, ...] = ("unverified", "possible", "probable")
BEFORE = 3
OPENERS = ("modifier", "compound", "adverb")


def certainty_of(attribution: Attribution, part: Proposition, beside: Sequence[int], page: Page) -> Certainty:
    """The lowest certainty of a hedge at the head or the event of the proposition or beside the cue."""
    found = {*hedges_within(part, page), *hedges_in(beside, page)}
    if attribution.modal or attribution.cue_class == "estimate":
        found.add("probable")
    return lowest(found)


def narrated_certainty(part: Proposition, page: Page) -> Certainty:
    """The lowest certainty of a hedge in what the narrator tells."""
    return lowest(hedges_within(part, page))


def lowest(found: Collection[str]) -> Certainty:
    """The lowest of these certainties."""
    return next((value for value in RANK if value in found), "certain")


def hedges_within(part: Proposition, page: Page) -> set[str]:
    """The certainties that hedges give at the head or the event of a proposition, or at the words for who acted."""
    near = {index for head in heads_of(part) for index in around(head, page)}
    doers = {index for party in agents_of(part.event) for index in doer_words(party, page)}
    return hedges_in((near | doers) & set(part.tokens), page)


def agents_of(event: EventMention | None) -> tuple[Party, ...]:
    """Who acted in an event."""
    return dict(event.roles).get("agent", ()) if event else ()


def doer_words(party: Party, page: Page) -> list[int]:
    """The tokens of the words for a party, of the few before them ("apparently by") and of what they are said to be."""
    if party.span is None:
        return []
    inside = page.tree.within(party.span.start, party.span.end)
    if not inside:
        return []
    beside = page.tree.having(page.tree.head_of(inside.start, inside.stop), "apposition")
    named = [index for child in beside for index in (child, *page.tree.having(child, "adverb", "modifier"))]
    return [*range(max(0, inside.start - BEFORE), inside.stop), *named]


def heads_of(part: Proposition) -> list[int]:
    """The head of a proposition and the trigger of its event."""
    return [part.root, part.event.trigger_token] if part.event else [part.root]


def around(head: int, page: Page) -> list[int]:
    """A token, its modifiers and helpers, and the word after it."""
    if not 0 <= head < len(page.tokens):
        return []
    helpers = page.tree.having(head, "adverb", "auxiliary", "modifier", "adjective_complement", "preposition")
    nested = [child for index in helpers for child in page.tree.having(index, "adverb")]
    return [head, *helpers, *nested, *(index for index in (head + 1,) if index < len(page.tokens))]


def hedges_in(indices: Iterable[int], page: Page) -> set[str]:
    """The certainties that hedges among these tokens give."""
    text = " ".join(page.tokens[index].text for index in sorted(indices) if not is_name(index, page))
    return {entry.value for entry in page.vocabulary.hedges if entry.pattern.search(text)}


def is_name(index: int, page: Page) -> bool:
    """Whether a token is a name or a month, and no word that is written large because it opens its sentence."""
    token = page.tokens[index]
    opens = index == page.tree.sentences[token.sentence].first and token.relation in OPENERS
    return token.pos == "PROPN" and not opens


def unverified_sentences(page: Page) -> set[int]:
    """The sentences that a remark on missing verification speaks of: its own and the one before."""
    found: set[int] = set()
    for mark in page.vocabulary.unverified_remarks.finditer(page.annotated.document.text):
        index = page.tree.at(mark.start())
        if index is not None:
            number = page.tokens[index].sentence
            found |= {number, number - 1}
            if page.vocabulary.nobody.match(page.text(range(*bounds(number, page)))):
                found.add(number - 2)
    return found


def bounds(number: int, page: Page) -> tuple[int, int]:
    """The first token of a sentence and the one after its last."""
    sentence = page.annotated.sentences[number]
    return sentence.first, sentence.last


def is_remark(claim: Claim, page: Page) -> bool:
    """Whether the cue of a claim stands within a remark on missing verification."""
    cue = claim.cue
    if cue is None:
        return False
    marks = page.vocabulary.unverified_remarks.finditer(page.annotated.document.text)
    return any(mark.start() < cue.end and cue.start < mark.end() for mark in marks)


def is_unverified(claim: Claim, sentences: set[int], page: Page) -> bool:
    """Whether a claim stands in one of these sentences."""
    span = claim.content or claim.sentence
    index = page.tree.at(span.start)
    return index is not None and page.tokens[index].sentence in sentences
