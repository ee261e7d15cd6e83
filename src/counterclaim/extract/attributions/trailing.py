"""A source and a verb of speech that close a sentence with no comma before them, as in text that lost its punctuation.

"Nine people died in the raid on the town the monitor said": a parser takes the source for a part of what is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.cue_spans import is_modal, is_negated, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.phrases import is_quote, phrase_after, source_before
from counterclaim.records import Sentence, Token

FINITE = frozenset({"past", "present", "modal"})
ENDS = frozenset('.!?…;:"”»')


def trailing_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each verb of speech that closes a sentence together with its source, no comma between."""
    if not page.comma_free:
        return
    times = {name.start for name in page.annotated.names if name.kind == "time"}
    for token in page.tokens:
        draft = None
        if may_speak(page, token) and closes(page, token, times):
            draft = trailing_draft(page, token)
        elif token.pos == "VERB" and token.form in FINITE and is_reported(page, token):
            draft = inverted_draft(page, token)
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
    if not is_reported(page, token) or token.lemma in page.lexicon.words["assigning"]:
        return False
    last = page.sentence(token.index).last
    if token.index + 1 >= last:
        return True
    following = page.tokens[token.index + 1]
    if following.pos == "PROPN":
        return following.start in times or token.lemma in page.lexicon.words["told_to"]
    if following.form == "gerund" and page.lexicon.verb(following.lemma):
        return True
    quiet = following.pos in {"PUNCT", "ADP", "ADV", "SPACE"} or following.form == "gerund"
    return quiet and not is_quote(following) and not says_after(page, token.index, last)


def is_reported(page: Page, token: Token) -> bool:
    """Whether a verb is one of telling what happened."""
    entry = page.lexicon.verb(token.lemma)
    return entry is not None and entry.cue_class in page.lexicon.words["reported_classes"]


def real_start(page: Page, sentence: Sentence, verb: int) -> int:
    """Where a statement begins: a parser breaks long lists where no full stop stands, and leaves a part without a verb."""
    if any(page.tokens[index].form in FINITE for index in range(sentence.first, verb)):
        return sentence.first
    while sentence.index > 0 and page.tokens[sentence.first - 1].text[-1:] not in ENDS:
        before = page.annotated.sentences[sentence.index - 1]
        if page.passage[before.first] != page.passage[sentence.first]:
            break
        sentence = before
    return sentence.first


def says_after(page: Page, verb: int, last: int) -> bool:
    """Whether a clause that the verb could say follows it; a word in capitals is a name, not a verb."""
    return any(page.tokens[index].form in FINITE and not page.tokens[index].text.isupper() for index in range(verb + 1, last))


def trailing_draft(page: Page, token: Token) -> Draft | None:
    """The draft of a closing verb of speech, or None where no bare source stands before it or nothing is said before that."""
    sentence, cue = page.sentence(token.index), verb_group(page, token.index)
    first = real_start(page, sentence, token.index)
    source = source_before(page, cue[0], first)
    if not source or source[0] - first < 3 or not may_end(page, source[0] - 1) or describes_object(page, token, source):
        return None
    content = [*range(first, source[0]), *participle_after(page, cue[-1] + 1, sentence)]
    if not any(page.tokens[index].form in FINITE for index in content):
        return None
    return told_by(page, token, cue, source, content)


def may_end(page: Page, index: int) -> bool:
    """Whether a statement may end at a token: a word that links nothing, or the end of a quotation."""
    token = page.tokens[index]
    if token.pos == "PUNCT":
        return page.quoted[index] >= 0 and index == page.quotes[page.quoted[index]][1] - 1
    return token.pos not in {"SCONJ", "CCONJ", "SPACE"}


def describes_object(page: Page, token: Token, source: tuple[int, ...]) -> bool:
    """Whether a verb is a participle on the noun before it, which a preposition governs ("in a statement posted on ...")."""
    head = page.tokens[token.head]
    return token.relation == "participle" and head.index in source and head.relation == "preposition_object"


def inverted_draft(page: Page, token: Token) -> Draft | None:
    """The draft of a verb of speech between what is said and its source ("... were destroyed said the officer")."""
    sentence = page.sentence(token.index)
    first = real_start(page, sentence, token.index)
    source = phrase_after(page, token.index + 1, sentence.last)
    before = page.tokens[token.index - 1]
    if not source or token.index - first < 4 or before.pos in {"PRON", "CCONJ", "SCONJ", "AUX", "PART"} or is_quote(before):
        return None
    content = [index for index in range(first, token.index)]
    finite = any(page.tokens[index].form in FINITE for index in content)
    subject = page.tree.child(token.index, "subject")
    if not finite or (
        subject is not None and subject < token.index and page.tokens[subject].head == token.index == subject + 1
    ):
        return None
    return told_by(page, token, (token.index,), source, content)


def told_by(page: Page, token: Token, cue: tuple[int, ...], source: tuple[int, ...], content: list[int]) -> Draft:
    """The draft of a verb of speech with these words."""
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
