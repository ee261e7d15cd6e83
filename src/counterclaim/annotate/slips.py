"""Slips of a parser that the words themselves give away, put right before any rule reads the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.entries import Language
from counterclaim.records import Sentence, Token
from counterclaim.syntax import heads_above

Changes = Mapping[int, Token]
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "CCONJ", "PART", "ADP", "ADV"})
NOUNS = frozenset({"NOUN", "PROPN"})
TOLD = frozenset({"clause", "parataxis"})
SUBJECTS = frozenset({"subject", "passive_subject", "expletive"})


@dataclass(frozen=True, slots=True)
class Slips:
    """The words that give slips away: helping verbs, lengths of time, verbs of telling, outcomes, links and adjectives."""

    helping: frozenset[str]
    lengths: frozenset[str]
    after: frozenset[str]
    closing: frozenset[str]
    outcomes: frozenset[str]
    against: frozenset[str]
    made: frozenset[str]


def slips_of(language: Language) -> Slips | None:
    """The slips of a language, or None where it lists none."""
    section = language.section("slips")
    if not section:
        return None
    return Slips(
        helping=frozenset(section["helping"]["lemmas"]),
        lengths=frozenset(section["lengths"]["lemmas"]),
        after=frozenset(section["lengths"]["after"]),
        closing=frozenset(section["closing"]["lemmas"]),
        outcomes=frozenset(section["outcomes"]["lemmas"]),
        against=frozenset(section["against"]["words"]),
        made=frozenset(section["made"]["words"]),
    )


def mended(tokens: Sequence[Token], sentences: Sequence[Sentence], slips: Slips | None) -> tuple[Token, ...]:
    """The tokens of a document with the slips of its parser put right."""
    if slips is None:
        return tuple(tokens)
    changes: dict[int, Token] = {}
    for token in tokens:
        if token.pos == "AUX" and token.form == "gerund":
            changes.update(helper_as_noun(tokens, token, slips))
        elif token.relation == "noun_adverbial":
            changes.update(length_apart(tokens, token, sentences, slips))
        elif token.pos == "VERB" and token.lemma.lower() in slips.closing:
            changes.update(source_apart(tokens, token, sentences, slips))
            changes.update(said_against(tokens, token, slips))
            changes.update(told_apart(tokens, token, sentences))
            changes.update(two_subjects(tokens, token, sentences))
        elif token.form == "gerund" and token.relation == "adverbial_clause":
            changes.update(outcome_within(tokens, token, sentences, slips))
        elif token.relation == "modifier" and token.text.lower() in slips.made:
            changes.update(made_so(tokens, token))
    return tuple(changes.get(token.index, token) for token in tokens) if changes else tuple(tokens)


def helper_as_noun(tokens: Sequence[Token], token: Token, slips: Slips) -> Changes:
    """A noun of what happened that was taken for a helping verb, as the subject of its verb."""
    before = tokens[token.index - 1] if token.index else token
    if token.lemma.lower() in slips.helping or token.relation != "auxiliary" or before.pos not in (*NOUNS, "ADJ"):
        return {}
    noun = replace(token, pos="NOUN", form="singular", lemma=token.text.lower(), relation="subject")
    verb = token.head
    if before.head != verb or before.relation not in SUBJECTS:
        return {token.index: noun}
    return {token.index: noun, before.index: replace(before, relation="compound", head=token.index)}


def length_apart(tokens: Sequence[Token], token: Token, sentences: Sequence[Sentence], slips: Slips) -> Changes:
    """The object of a verb that was taken for a part of the length of time after it, as the verb's object."""
    at, last = token.index, sentences[token.sentence].last
    follows = at + 1 < last and tokens[at + 1].text.lower() in slips.after
    before = tokens[at - 1] if at else token
    if not follows or token.lemma.lower() not in slips.lengths or before.relation != "compound" or before.head != at:
        return {}
    verb = next((index for index in heads_above(tokens, at) if tokens[index].pos in ("VERB", "AUX")), None)
    if verb is None or verb > before.index or before.pos not in NOUNS:
        return {}
    rest = [one for one in tokens[verb + 1 : before.index] if one.head == at]
    return {
        before.index: replace(before, relation="object", head=verb),
        **{one.index: replace(one, head=before.index) for one in rest},
    }


def source_apart(tokens: Sequence[Token], token: Token, sentences: Sequence[Sentence], slips: Slips) -> Changes:
    """The source that closes a sentence and was taken for some more of those told of, as the subject of its verb."""
    first, last = sentences[token.sentence].first, sentences[token.sentence].last
    closes = all(one.pos in ("PUNCT", "SPACE") for one in tokens[token.index + 1 : last]) and token.form in ("past", "present")
    if not closes or has_subject(tokens, token, first):
        return {}
    start = token.index
    while start > first and tokens[start - 1].pos in NAMING:
        start -= 1
    told = [one for one in tokens[first:start] if one.head == token.index and one.relation in TOLD]
    if start <= first or tokens[start - 1].text != "," or not told:
        return {}
    heads = [one for one in tokens[start : token.index] if not start <= one.head < token.index and one.pos in NOUNS]
    if len(heads) != 1 or heads[0].head == token.index:
        return {}
    return {heads[0].index: replace(heads[0], relation="subject", head=token.index)}


def said_against(tokens: Sequence[Token], token: Token, slips: Slips) -> Changes:
    """A verb of telling after a "but" that was joined to what its speaker told before, as joined to that telling."""
    told = tokens[token.head]
    teller = tokens[told.head]
    link = tokens[token.index - 1] if token.index else token
    if token.relation != "conjunct" or told.relation != "clause" or link.text.lower() not in slips.against:
        return {}
    if told.lemma.lower() in slips.closing or teller.pos != "VERB" or not teller.index < told.index < token.index:
        return {}
    return {one.index: replace(one, head=teller.index) for one in (link, token)}


def told_apart(tokens: Sequence[Token], token: Token, sentences: Sequence[Sentence]) -> Changes:
    """A verb of telling after a comma and its own subject that was joined to the verb of what is told, as the verb above it."""
    told, first = tokens[token.head], sentences[token.sentence].first
    if token.relation != "conjunct" or told.relation != "root" or told.pos not in ("VERB", "AUX"):
        return {}
    subjects = [one for one in tokens[told.index + 1 : token.index] if one.head == token.index and one.relation == "subject"]
    start = token.index
    while start > first and tokens[start - 1].pos in NAMING and tokens[start - 1].pos != "CCONJ":
        start -= 1
    after = [one for one in tokens[token.index + 1 : sentences[token.sentence].last] if one.head == token.index]
    held = any(one.relation in ("clause", "object", "open_clause") for one in after)
    if not any(one.index >= start for one in subjects) or held or start <= first or tokens[start - 1].text != ",":
        return {}
    return {
        **{one.index: replace(one, relation="conjunct", head=told.index) for one in subjects if one.index < start},
        token.index: replace(token, relation="root", head=token.index),
        told.index: replace(told, relation="clause", head=token.index),
    }


def two_subjects(tokens: Sequence[Token], token: Token, sentences: Sequence[Sentence]) -> Changes:
    """What is told of the first of two subjects of a verb of telling and was taken for its description, as the clause told."""
    first = sentences[token.sentence].first
    subjects = [one for one in tokens[first : token.index] if one.head == token.index and one.relation == "subject"]
    if len(subjects) != 2:
        return {}
    doer, teller = subjects
    between = range(doer.index + 1, teller.index)
    verbs = [tokens[at] for at in between if tokens[at].relation == "participle" and tokens[at].head == doer.index]
    if len(verbs) != 1 or verbs[0].pos != "VERB" or not any(tokens[at].text == "," for at in between if at > verbs[0].index):
        return {}
    if not any(tokens[at].relation == "object" and tokens[at].head == verbs[0].index for at in between):
        return {}
    told = replace(verbs[0], relation="clause", head=token.index, form="past")
    return {doer.index: replace(doer, head=told.index), told.index: told}


def outcome_within(tokens: Sequence[Token], token: Token, sentences: Sequence[Sentence], slips: Slips) -> Changes:
    """What came of what is told and was hung on the verb of telling, as hung on the verb of what is told."""
    teller = tokens[token.head]
    if token.lemma.lower() not in slips.outcomes or teller.lemma.lower() not in slips.closing or token.index < teller.index:
        return {}
    before = tokens[sentences[token.sentence].first : token.index]
    told = next((one for one in reversed(before) if one.head == teller.index and one.relation in TOLD), None)
    objects = any(one.relation == "object" and one.head == teller.index for one in before)
    if told is None or objects or tokens[token.index - 1].text != ",":
        return {}
    return {token.index: replace(token, head=told.index)}


def made_so(tokens: Sequence[Token], token: Token) -> Changes:
    """What a verb makes of those after it and was taken for a part of their name, as said of them."""
    noun, before = tokens[token.head], tokens[token.index - 1] if token.index else token
    after = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
    if before.pos != "VERB" or noun.head != before.index or noun.index <= token.index or after.pos not in ("NUM", "DET", "ADV"):
        return {}
    return {token.index: replace(token, relation="object_predicate", head=before.index)}


def has_subject(tokens: Sequence[Token], token: Token, first: int) -> bool:
    """Whether a verb has a subject of its own."""
    return any(one.head == token.index and one.relation in SUBJECTS for one in tokens[first : token.index])
