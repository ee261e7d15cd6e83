"""Who is the source of a verb cue, and which words name it."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extract.attributions.beside import quotation_before
from counterclaim.extract.attributions.page import Page

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
LOOSE = frozenset({"other", "apposition", "noun_adverbial", "number", "quantifier"})
UPWARD = frozenset({"conjunct", "open_clause", "adverbial_clause", "participle", "preposition_clause", "preposition"})
INVERTED = frozenset(
    {"subject", "object", "attribute", "other", "indirect_object", "open_clause", "apposition", "noun_adverbial"}
)


def source_of_verb(page: Page, verb: int, cue: Iterable[int], *, experiencer: bool = False) -> tuple[int, ...]:
    """The tokens of a verb's source: its subject, agent, or the subject it shares; empty where there is none."""
    head = source_head(page, verb, tuple(cue), experiencer=experiencer)
    return () if head is None else noun_phrase(page, head, verb)


def source_head(page: Page, verb: int, cue: tuple[int, ...], *, experiencer: bool) -> int | None:
    """The head token of a verb's source, or None."""
    if (agent := page.tree.child(verb, "agent")) is not None and page.tree.child(verb, "subject") is None:
        return page.tree.child(agent, "preposition_object")
    if is_passive(page, verb):
        return page.tree.child(verb, "passive_subject") if experiencer else None
    if (inverted := inverted_head(page, verb, cue)) is not None:
        return inverted
    if (subject := own_subject(page, verb)) is not None:
        return subject
    shared = shared_head(page, verb)
    return stranded_head(page, verb) if shared is None else shared


def own_subject(page: Page, verb: int) -> int | None:
    """The subject of a verb: the nearest one that does not stand in a quotation which the verb is not part of."""
    subjects = [child for child in page.tree.having(verb, "subject") if page.quoted[child] in (-1, page.quoted[verb])]
    return min(subjects, key=lambda child: abs(child - verb), default=None)


def is_passive(page: Page, verb: int) -> bool:
    """Whether the verb is passive, or a bare participle before its clause ("asked about the raid, he ...")."""
    if page.tree.child(verb, "passive_subject", "passive_auxiliary") is not None:
        return page.tree.child(verb, "passive_auxiliary") is not None or quotation_before(page, verb) is None
    token = page.tokens[verb]
    reduced = token.relation == "participle" and token.form in ("participle", "past") and not is_main(page, verb)
    fronted = token.relation == "adverbial_clause" and token.form == "participle"
    return (reduced or fronted) and page.tree.child(verb, "auxiliary") is None


def is_main(page: Page, verb: int) -> bool:
    """Whether a verb is the main one of a sentence that a parser left without ("The army, which ..., conceded that ...")."""
    token, head = page.tokens[verb], page.tokens[page.tokens[verb].head]
    bare = head.relation == "root" and head.pos in NOMINAL and page.tree.child(verb, "clause") is not None
    return (
        bare
        and page.is_word(verb - 1, "comma")
        and page.tree.child(head.index, "relative_clause") is not None
        and token.index > head.index
    )


def inverted_head(page: Page, verb: int, cue: tuple[int, ...]) -> int | None:
    """The noun after a cue that follows its content ("..., said the mayor"), whatever the parser calls it."""
    before, behind = cue[0] - 1, cue[-1] + 1
    if (
        page.tokens[verb].form not in ("past", "present")
        or before < 0
        or not (page.quoted[before] >= 0 or page.is_word(before, "comma"))
        or (page.quoted[before] >= 0 and page.quoted[before] == page.quoted[verb] and not page.is_word(before, "comma"))
    ):
        return None
    after_quote = page.quoted[before] >= 0 or (page.is_word(before, "comma") and before > 0 and page.quoted[before - 1] >= 0)
    loose = after_quote or page.tree.child(verb, "subject") is None
    for child in page.tree.children[verb]:
        if child < behind or page.tokens[child].pos not in NOMINAL or page.tokens[child].relation not in INVERTED:
            continue
        if page.tokens[child].relation != "subject" and not (loose and (after_quote or closes_sentence(page, child))):
            continue
        return child if page.subtree(child)[0] == behind and page.tokens[child].form != "gerund" else None
    return None


def closes_sentence(page: Page, child: int) -> bool:
    """Whether nothing but punctuation follows a noun phrase in its sentence."""
    last = page.sentence(child).last
    return all(page.tokens[index].pos in ("PUNCT", "SPACE") for index in range(page.subtree(child)[-1] + 1, last))


def shared_head(page: Page, verb: int) -> int | None:
    """The subject that a verb shares with one above it, or the noun that it describes."""
    if (speaker := added_to(page, verb)) is not None:
        return speaker
    current, steps = telling_above(page, verb), 0
    while (
        (page.tokens[current].relation in UPWARD or (current != verb and steps == 0))
        and page.tokens[current].head != current
        and steps < 8
    ):
        previous, relation, current, steps = current, page.tokens[current].relation, page.tokens[current].head, steps + 1
        if page.tokens[current].pos in NOMINAL:
            mute = relation == "participle" and previous == verb and is_mute(page, current, verb)
            return acting_above(page, current) if mute else current if relation == "participle" else None
        if relation == "preposition" and is_object_control(page, previous):
            controlled = page.tree.child(current, "object", "passive_subject")
            if controlled is not None:
                return controlled
        if relation == "conjunct" and (sibling := sibling_subject(page, current, previous)) is not None:
            return sibling
        subject = page.tree.child(current, "subject", "passive_subject")
        if subject is not None and page.tokens[subject].relation != "expletive":
            return subject
    return None


def is_mute(page: Page, noun: int, verb: int) -> bool:
    """Whether a noun that a gerund hangs on can hardly speak, so that someone above it does ("opened a rally blasting ...")."""
    token = page.tokens[noun]
    if token.pos != "NOUN" or page.tokens[verb].form != "gerund":
        return False
    if page.is_word(noun, "speaker_nouns", "media_nouns", "shown_nouns") or page.is_word_of_lemma(noun, "cited_nouns"):
        return False
    return token.relation in ("object", "preposition_object") and acting_above(page, noun) is not None


def acting_above(page: Page, noun: int) -> int | None:
    """The subject of the nearest verb above a noun that has one before the noun."""
    for head in page.tree.ancestors(noun):
        subject = page.tree.child(head, "subject")
        if subject is not None and subject < noun:
            return None if page.tokens[subject].relation == "expletive" else subject
    return None


def sibling_subject(page: Page, head: int, verb: int) -> int | None:
    """The subject of the nearest verb before this one that is joined to the same head, or None."""
    siblings = [child for child in page.tree.having(head, "conjunct") if head < child < verb]
    subjects = (page.tree.child(child, "subject") for child in reversed(siblings))
    return next((subject for subject in subjects if subject is not None), None)


def added_to(page: Page, verb: int) -> int | None:
    """The speaker of the telling that ", adding that ..." goes on with, where the parser hung it on a noun, or None."""
    if page.tokens[verb].form != "gerund" or not any(page.is_word_of_lemma(verb, name) for name in ("adding_verbs", "citing")):
        return None
    for head in page.tree.ancestors(verb):
        subject = page.tree.child(head, "subject")
        if subject is not None and page.lexicon.verb(page.tokens[head].lemma) is not None and subject < verb:
            return subject
    return None


def telling_above(page: Page, verb: int) -> int:
    """The verb itself; for ", saying ..." after what another verb tells, the clause that the whole of that hangs on."""
    token = page.tokens[verb]
    if token.form != "gerund" or token.relation != "adverbial_clause" or verb == 0 or not page.is_word(verb - 1, "comma"):
        return verb
    current = verb
    for head in page.tree.ancestors(verb):
        if (
            (page.tokens[current].relation == "clause" or is_told_noun(page, current))
            and current < verb
            and head < current
            and page.lexicon.verb(page.tokens[head].lemma)
        ):
            return current
        current = head
    return verb


def is_told_noun(page: Page, noun: int) -> bool:
    """Whether a noun is the object of a telling and has its own clause ("rejected the claim that ...")."""
    if page.tokens[noun].pos != "NOUN" or page.tokens[noun].relation != "object":
        return False
    clauses = page.tree.having(noun, "clause", "participle", "relative_clause")
    return any(page.tree.child(clause, "marker") is not None for clause in clauses)


def is_object_control(page: Page, preposition: int) -> bool:
    """Whether the gerund after a preposition is done by the object before it ("accused him of lying")."""
    return page.is_word(preposition, "object_control")


def stranded_head(page: Page, verb: int) -> int | None:
    """A noun before a finite verb without a subject, where the parser has hung the subject elsewhere."""
    if page.tokens[verb].form not in ("past", "present"):
        return None
    left = (child for child in page.tree.children[verb] if child < verb and page.tokens[child].pos in {*NOMINAL, "NUM"})
    loose = next((child for child in left if page.tokens[child].relation in LOOSE), None)
    return loose if loose is not None else before_insertion(page, verb)


def before_insertion(page: Page, verb: int) -> int | None:
    """The name or pronoun before an insertion in commas that ends at a verb ("the mayor, asked about the raid, said")."""
    first = page.sentence(verb).first
    end = next((index for index in range(verb - 1, max(first, verb - 4), -1) if page.is_word(index, "comma")), None)
    start = next((i for i in range(end - 1, first, -1) if page.is_word(i, "comma")), None) if end is not None else None
    if start is None or page.tokens[start - 1].pos not in ("PROPN", "PRON", "NOUN") or page.quoted[start - 1] >= 0:
        return None
    return start - 1 if page.lexicon.verb(page.tokens[verb].lemma) is not None else None


def noun_phrase(page: Page, head: int, verb: int) -> tuple[int, ...]:
    """The tokens of a noun phrase, less the verb's own words; a relative pronoun beside the verb stands alone."""
    without = [child for child in page.tree.children[head] if covers(page, child, verb) or is_inserted(page, head, child)]
    tokens = trim_source(page, page.subtree(head, without))
    if tokens and len(tokens) > 1 and page.is_word(tokens[-1], "relative_pronouns"):
        tokens = tokens[-1:]
    return tuple(paired(page, tokens, verb))


def covers(page: Page, child: int, verb: int) -> bool:
    """Whether the verb hangs on this child of the noun."""
    return child == verb or child in page.tree.ancestors(verb)


def is_inserted(page: Page, head: int, child: int) -> bool:
    """Whether a child of a noun tells of the act rather than naming the source: a participle after a comma, a medium."""
    if child < head:
        return False
    if page.tokens[child].relation == "relative_clause":
        entry = page.lexicon.verb(page.tokens[child].lemma)
        return page.comma_free and entry is not None and entry.cue_class in page.lexicon.words["reported_classes"]
    if page.tokens[child].relation == "preposition":
        medium = page.tree.child(child, "preposition_object")
        return medium is not None and page.is_word(child, "media_prepositions") and page.is_word(medium, "media_nouns")
    if page.tokens[child].relation != "participle":
        return False
    start = page.subtree(child)[0]
    return start > 0 and page.is_word(start - 1, "comma")


def trim_source(page: Page, tokens: list[int]) -> list[int]:
    """The tokens without punctuation and coordinators at either end; a closing bracket stays with its opening one."""
    bracketed = any(page.is_word(index, "opening_brackets") for index in tokens)
    while tokens and page.tokens[tokens[-1]].pos in ("PUNCT", "SPACE", "CCONJ", "SYM"):
        if bracketed and page.is_word(tokens[-1], "closing_brackets"):
            break
        tokens.pop()
    while tokens and (page.tokens[tokens[0]].pos in ("PUNCT", "SPACE") or is_clock(page.tokens[tokens[0]].text)):
        tokens.pop(0)
    return tokens


def is_clock(text: str) -> bool:
    """Whether a word is a time of day in figures ("20:22")."""
    hours, _, minutes = text.partition(":")
    return hours.isdigit() and minutes.isdigit()


def paired(page: Page, tokens: list[int], verb: int) -> list[int]:
    """The tokens with the closing bracket or the second comma of an insertion that ends them."""
    if not tokens or tokens[-1] + 1 >= len(page.tokens):
        return tokens
    behind = tokens[-1] + 1
    opened = sum(page.is_word(index, "opening_brackets") - page.is_word(index, "closing_brackets") for index in tokens)
    if opened > 0 and page.is_word(behind, "closing_brackets"):
        return [*tokens, behind]
    if behind < verb and page.is_word(behind, "comma") and any(page.is_word(index, "comma") for index in tokens):
        return [*tokens, behind]
    return tokens
