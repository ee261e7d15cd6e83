"""The propositions of a content: one a sentence, and coordinated clauses apart where they tell of different events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from counterclaim.extract.claiming.choice import main_event
from counterclaim.extract.claiming.modality import modality_of
from counterclaim.extract.claiming.page import Page
from counterclaim.records import EventMention, Span, Token
from counterclaim.syntax import span_of_tokens

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
FINITE = frozenset({"past", "present", "modal"})
# a tagger takes "that" after a number for a pronoun, and still for what marks the clause
MARKERS = frozenset({"SCONJ", "PRON", "DET"})
CLAUSAL = frozenset({"conjunct", "clause", "parataxis", "root", "adverbial_clause"})
EDGES = "\"'“”‘’«»„‟`,;:–—- "


@dataclass(frozen=True, slots=True)
class Proposition:
    """The tokens of one proposition in text order, the token that heads it, and the event that it tells of."""

    tokens: tuple[int, ...]
    root: int
    event: EventMention | None


def propositions(content: Span, page: Page) -> list[Proposition]:
    """The propositions of a content, in text order; none where it holds no word."""
    indices = page.tokens_of(content)
    parts = [piece for sentence in sentences_of(indices, page) for piece in apart(sentence, page)]
    return [proposition_of(part, page) for part in parts if any(page.tokens[index].text.isalnum() for index in part)]


def sentences_of(indices: Sequence[int], page: Page) -> list[list[int]]:
    """The indices by sentence; one without a verb stays with the one before, and so does one that no mark divides off."""
    parts: list[list[int]] = []
    for _, group in groupby(indices, key=lambda index: page.tokens[index].sentence):
        part = list(group)
        if parts and (not any(page.tokens[index].pos in VERBAL for index in part) or not is_closed(parts[-1], part, page)):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def is_closed(before: Sequence[int], part: Sequence[int], page: Page) -> bool:
    """Whether a mark of some kind stands at the end of a part, or between it and the next."""
    between = page.tokens[part[0] - 1].text[-1:] if part[0] > 0 else "."
    return not page.tokens[before[-1]].text[-1:].isalnum() or not between.isalnum()


def apart(indices: Sequence[int], page: Page) -> Iterator[list[int]]:
    """The indices of one sentence cut at each joint whose sides tell of different events."""
    rest = list(indices)
    for joint in joints(rest, page):
        if joint not in rest:
            continue
        at = rest.index(joint)
        left, right = rest[:at], rest[opening(rest, at, page) :]
        gap = joint != rest[at - 1] + 1
        if left and right and (differ(left, right, page) or (gap and has_verb(left, page) and page.events_in(right))):
            yield left
            rest = right
    yield rest


def has_verb(indices: Sequence[int], page: Page) -> bool:
    """Whether a verb stands among the indices."""
    return any(page.tokens[index].pos in VERBAL or page.tokens[index].form == "past" for index in indices)


def joints(indices: Sequence[int], page: Page) -> list[int]:
    """The coordinators and commas after which a clause with its own subject begins, and the gap of a divided content."""
    found = []
    for at, index in enumerate(indices):
        if at and is_joint(indices, at, page):
            found.append(index)
    return found


def is_joint(indices: Sequence[int], at: int, page: Page) -> bool:
    """Whether a clause of its own begins at this position of the indices."""
    token = page.tokens[indices[at]]
    if indices[at] != indices[at - 1] + 1:
        return begins_with_participle(indices[at:], page)
    linking = token.lemma.lower() in page.vocabulary.lemmas["coordinators"] or token.text in {",", ";"}
    return linking and has_own_clause(indices, opening(indices, at, page), page)


def begins_with_participle(indices: Sequence[int], page: Page) -> bool:
    """Whether the part begins with a participle that stands for a clause ("destroying two depots")."""
    first = next((page.tokens[index] for index in indices if page.tokens[index].text.strip(EDGES)), None)
    return first is not None and first.form == "gerund"


def opening(indices: Sequence[int], at: int, page: Page) -> int:
    """The position after the linking words ("and that", a quotation mark) that stand at `at`."""
    while at < len(indices) and is_linking(page.tokens[indices[at]], page):
        at += 1
    return at


def is_linking(token: Token, page: Page) -> bool:
    """Whether a token only links two parts: a coordinator, "that", a mark."""
    return (
        token.lemma.lower() in page.vocabulary.lemmas["coordinators"]
        or (token.relation == "marker" and token.pos in MARKERS)
        or not token.text.strip(EDGES)
    )


def has_own_clause(indices: Sequence[int], start: int, page: Page) -> bool:
    """Whether a subject and a finite verb, in this order, open the part that begins at `start`."""
    subject = False
    for index in indices[start : start + 14]:
        token = page.tokens[index]
        if token.pos in VERBAL and token.form in FINITE:
            return subject and clause_head(index, page) >= 0 and not begins_before(index, indices[start], page)
        if token.text in {",", ";"} or (token.pos in {"SCONJ", "ADP"} and not subject):
            return False
        if token.text.lower() in page.vocabulary.lemmas["relative"]:
            return False
        if token.relation == "coordinator" and (not subject or page.tokens[token.head].pos not in NOMINAL):
            return False
        subject = subject or token.pos in NOMINAL
    return False


def begins_before(verb: int, start: int, page: Page) -> bool:
    """Whether the subject of a finite verb begins before a place, so that the clause does too ("raids and fire killed six")."""
    head = clause_head(verb, page)
    subject = page.tree.child(head, "subject", "passive_subject")
    return subject is not None and subject < start


def clause_head(index: int, page: Page) -> int:
    """The head of the clause of a finite verb where it stands on its own, -1 where it is subordinate."""
    token = page.tokens[index]
    if token.relation in {"auxiliary", "passive_auxiliary"}:
        index, token = token.head, page.tokens[token.head]
    return index if token.relation in CLAUSAL or page.tokens[token.head].index == index else -1


def differ(left: Sequence[int], right: Sequence[int], page: Page) -> bool:
    """Whether two parts are two propositions: other events, or another modality, of another subject."""
    if page.vocabulary.resumed.search(page.text(right)) or not any(can_tell(index, page) for index in left):
        return False
    first, second = proposition_of(left, page), proposition_of(right, page)
    if same_subject(first, second, page):
        return False
    return other_events(first.event, second.event, page) or other_modality(first, second, page)


def can_tell(index: int, page: Page) -> bool:
    """Whether a token is a verb, and no participle that only says by whom ("troops backed by the coalition")."""
    by_whom = page.tree.child(index, "agent") is not None and page.tree.child(index, "passive_auxiliary", "auxiliary") is None
    return page.tokens[index].pos in VERBAL and not by_whom


def other_events(first: EventMention | None, second: EventMention | None, page: Page) -> bool:
    """Whether both parts tell of an event and the two are not told together ("killed" and "wounded")."""
    if first is None or second is None or first.type == second.type:
        return False
    return frozenset((first.type, second.type)) not in page.vocabulary.together


def other_modality(first: Proposition, second: Proposition, page: Page) -> bool:
    """Whether one part tells of what is and the other of what will or may be."""
    return modality_of(first.tokens, first.root, page) != modality_of(second.tokens, second.root, page)


def same_subject(first: Proposition, second: Proposition, page: Page) -> bool:
    """Whether the second part goes on about the subject of the first: by name or by a pronoun for it."""
    left, right = subject_of(first, page), subject_of(second, page)
    if left is None or right is None:
        return False
    chains = [{mention.chain for mention in page.mentions.get(index, ())} for index in (left, right)]
    if chains[0] & chains[1]:
        return True
    first_word, second_word = page.tokens[left].lemma.lower(), page.tokens[right].lemma.lower()
    known = page.vocabulary.lemmas
    return first_word == second_word or (second_word in known["resuming"] and first_word not in known["own"])


def subject_of(part: Proposition, page: Page) -> int | None:
    """The token that heads the subject of a proposition, or None."""
    subject = page.tree.child(part.root, "subject", "passive_subject")
    if subject is not None and subject in part.tokens:
        return subject
    return next((index for index in part.tokens if page.tokens[index].relation in {"subject", "passive_subject"}), None)


def proposition_of(indices: Sequence[int], page: Page) -> Proposition:
    """The proposition of these tokens, linking words and marks at its edges left out."""
    trimmed = trim(indices, page)
    root = root_of(trimmed, page)
    return Proposition(tokens=tuple(trimmed), root=root, event=main_event(trimmed, page))


def trim(indices: Sequence[int], page: Page) -> Sequence[int]:
    """The indices without linking words and marks at either end."""
    first, last = opening(indices, 0, page), len(indices)
    while last > first and not page.tokens[indices[last - 1]].text.strip(EDGES + "."):
        last -= 1
    return indices[first:last] or indices


def root_of(indices: Sequence[int], page: Page) -> int:
    """The token that the others hang on: the first verb whose head lies outside, else the first such token."""
    inside = set(indices)
    tops = [index for index in indices if page.tokens[index].head not in inside or page.tokens[index].head == index]
    verbs = [index for index in tops if page.tokens[index].pos in VERBAL]
    return (verbs or tops or list(indices))[0]


def span_of(part: Proposition, page: Page) -> Span:
    """The span of a proposition."""
    return span_of_tokens(page.annotated.document, page.tokens, part.tokens)
