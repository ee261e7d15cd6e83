"""What is told to be false, by the words of a content."""

from __future__ import annotations

import re

from counterclaim.extract.claiming.propositions import subject_of
from counterclaim.extract.claiming.utterance import Telling
from counterclaim.records import Stance

WITHIN = frozenset(
    {"subject", "passive_subject", "clause", "relative_clause", "adverbial_clause", "open_clause", "preposition_object"}
)


def called_false(telling: Telling) -> Stance | None:
    """A denial by its content: something told is said to be false."""
    negative = telling.polarity == "negative"
    words = telling.page.vocabulary.truth if negative else telling.page.vocabulary.falsehood
    if telling.modality != "actual" or not predicates(words, telling) or judges_deed(telling):
        return None
    root = telling.page.tokens[telling.part.root]
    subject = subject_of(telling.part, telling.page)
    told = telling.page.vocabulary.lemmas["told"]
    named = subject is not None and telling.page.tokens[subject].lemma.lower() in told
    pointing = (
        subject is not None
        and telling.page.tokens[subject].lemma.lower() in telling.page.vocabulary.lemmas["things"]
        and root.lemma in telling.page.vocabulary.lemmas["copula"]
        and not judges(telling)
    )
    return "denies" if named or (pointing and not negative) else None


def is_gainsaid(telling: Telling) -> bool:
    """Whether a content denies by a "not" before a word of truth, so that what it speaks of is not negated itself."""
    return telling.polarity == "negative" and called_false(telling) == "denies"


def judges(telling: Telling) -> bool:
    """Whether the only word of falsehood is one that blames a deed as well ("this is wrong")."""
    page = telling.page
    found = {word.group().lower() for word in page.vocabulary.falsehood.finditer(telling.text)}
    return found <= page.vocabulary.lemmas["judging"]


def judges_deed(telling: Telling) -> bool:
    """Whether what is called wrong is to do something ("it was wrong to keep them"), and not to say it."""
    page = telling.page
    done = [index for index in page.tree.having(telling.part.root, "open_clause") if index in set(telling.part.tokens)]
    told = page.told_between(telling.attribution.sentence.start, telling.attribution.sentence.end)
    said = {index for other in told for index in page.tokens_of(other.cue)}
    return any(index not in said for index in done)


def predicates(words: re.Pattern[str], telling: Telling) -> bool:
    """Whether a word of falsehood or truth is what the proposition says, and stands in no clause or subject within it."""
    page, root = telling.page, telling.part.root
    start = page.tokens[telling.part.tokens[0]].start if telling.part.tokens else 0
    document = page.annotated.document.text
    end = page.tokens[telling.part.tokens[-1]].end if telling.part.tokens else 0
    inside = set(telling.part.tokens)
    for found in words.finditer(document, start, end):
        at = next((index for index in telling.part.tokens if page.tokens[index].end > found.start()), root)
        path = [index for index in (at, *page.tree.ancestors(at)) if index in inside]
        above = path[: path.index(root)] if root in path else path
        if not any(page.tokens[index].relation in WITHIN for index in above):
            return True
    return False
