"""Silence: "declined to comment", "did not respond", "no official word from", "it was not immediately clear who"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.cue_spans import run_around, verb_group
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.sources import noun_phrase, source_of_verb


def silence_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each sign of silence."""
    for token in page.tokens:
        index = token.index
        lemma = token.lemma.lower()
        if lemma in page.lexicon.words["comment_verbs"] and token.pos == "VERB":
            draft = refused_comment(page, index)
        elif lemma in page.lexicon.words["withholding"] and token.pos == "VERB":
            draft = held_back(page, index)
        elif lemma in page.lexicon.words["withheld"] and token.pos == "VERB":
            draft = withheld(page, index) or neither(page, index)
        elif lemma in page.lexicon.words["silent_nouns"] and token.pos in ("NOUN", "PROPN", "VERB"):
            draft = no_word(page, index)
        elif lemma in page.lexicon.words["unclear"]:
            draft = unclear(page, index)
        elif lemma in page.lexicon.words["reached"]:
            draft = not_reached(page, index)
        else:
            draft = None
        if draft is not None:
            yield draft


def refused_comment(page: Page, verb: int) -> Draft | None:
    """The draft of "declined to comment on the raid" or "did not respond to a request", or None."""
    head = page.tokens[verb].head
    refused = page.tokens[verb].relation == "open_clause" and page.tokens[head].lemma.lower() in page.lexicon.words["refusing"]
    negated = page.tree.child(verb, "negation") is not None
    if not refused and not negated:
        return None
    governor = head if refused else verb
    links = page.tree.having(verb, "preposition")[:1]
    if refused and not links:
        cue, content = verb_group(page, governor), page.subtree(verb)
    else:
        cue = verb_group(page, governor, [*range(governor + 1, verb + 1), *links])
        content = [index for link in links for index in page.subtree(link) if index not in cue]
    source = source_of_verb(page, governor, cue)
    return silent(page, governor, cue, source, content) if source else None


def withheld(page: Page, verb: int) -> Draft | None:
    """The draft of "declined to confirm that the bridge was hit", or None."""
    head = refusal(page, verb)
    if head is None:
        return None
    cue = verb_group(page, head, range(head + 1, verb + 1))
    source = source_of_verb(page, head, cue)
    content = [index for index in page.subtree(verb) if index > verb]
    return silent(page, head, cue, source, content) if source and content else None


def refusal(page: Page, verb: int) -> int | None:
    """The verb by which somebody refuses, or is unable, to do what an infinitive names; None where there is none."""
    head = page.tokens[verb].head
    if page.tokens[verb].relation != "open_clause":
        return None
    if page.tokens[head].lemma.lower() in page.lexicon.words["refusing"]:
        return head
    unable = page.tokens[head].pos == "ADJ" and page.is_word(head, "unable")
    return page.tokens[head].head if unable and page.tokens[page.tokens[head].head].pos in ("AUX", "VERB") else None


def neither(page: Page, verb: int) -> Draft | None:
    """The draft of "has neither confirmed nor denied the raid", or None."""
    other = next((child for child in page.tree.having(verb, "conjunct") if is_denial(page, child)), None)
    links = [*page.tree.having(verb, "coordinator", "predeterminer", "adverb", "negation", "determiner")]
    first = next((child for child in links if child < verb and page.is_word(child, "neither")), None)
    if other is None or first is None:
        return None
    cue = verb_group(page, verb, [*range(first, verb), *range(verb, other + 1)])
    source = source_of_verb(page, verb, cue)
    content = [index for index in page.subtree(verb) if index > other]
    return silent(page, verb, cue, source, content) if source else None


def is_denial(page: Page, verb: int) -> bool:
    """Whether a verb is one of denying."""
    entry = page.lexicon.verb(page.tokens[verb].lemma)
    return entry is not None and entry.cue_class == "deny"


def held_back(page: Page, verb: int) -> Draft | None:
    """The draft of "stopped short of blaming the army" or "would not be drawn on the raid", or None."""
    word = f"{page.tokens[verb].lemma.lower()} "
    reach = [index for index in range(verb + 1, min(verb + 4, page.sentence(verb).last))]
    end = next(
        (index for index in reach if word + " ".join(page.lower[verb + 1 : index + 1]) in page.lexicon.words["held_back"]), None
    )
    if end is None:
        return None
    told = end + 1 if end + 1 < page.sentence(verb).last else end
    says = page.tokens[told].form == "gerund" and page.lexicon.verb(page.tokens[told].lemma) is not None
    negated = page.tree.child(verb, "negation") is not None
    if negated == says:
        return None
    cue = verb_group(page, verb, range(verb + 1, (told if says else end) + 1))
    source = source_of_verb(page, verb, cue) or subject_words(page, verb)
    return silent(page, verb, cue, source, [index for index in page.subtree(verb) if index > cue[-1]]) if source else None


def subject_words(page: Page, verb: int) -> tuple[int, ...]:
    """The words of the subject of a passive verb, or none."""
    subject = page.tree.child(verb, "passive_subject")
    return () if subject is None else noun_phrase(page, subject, verb)


def no_word(page: Page, noun: int) -> Draft | None:
    """The draft of "there was no official information from the rebels on the raid", or None."""
    denied = [child for child in page.tree.children[noun] if child < noun and page.is_word(child, "no")]
    if not denied:
        return None
    links = page.tree.having(noun, "preposition")
    origin = next((link for link in links if page.is_word(link, "from")), None)
    head = page.tree.child(origin, "preposition_object") if origin is not None else None
    verb = page.tokens[noun].head
    if head is not None:
        source = noun_phrase(page, head, noun)
    elif page.tokens[noun].relation == "object":
        source = source_of_verb(page, verb, verb_group(page, verb))
    else:
        return None
    topic = next((link for link in links if page.is_word(link, "topic_prepositions")), None)
    content = page.subtree(topic)[1:] if topic is not None else []
    cue = run_around(noun, {index for child in denied for index in range(child, noun)})
    return silent(page, noun, cue, source, content) if source else None


def unclear(page: Page, index: int) -> Draft | None:
    """The draft of "it was not immediately clear who fired", or None."""
    verb = page.tokens[index].head
    negated = page.tree.child(verb, "negation") is not None or page.is_word(index, "unclear_alone")
    clause = next((part for node in (index, verb) for part in page.tree.having(node, "clause", "clausal_subject")), None)
    if not negated or clause is None or page.tokens[verb].pos not in ("AUX", "VERB"):
        return None
    content = [part for part in page.subtree(clause) if part > index]
    adverbs = page.tree.having(verb, "adverb", "negation") + page.tree.having(index, "adverb", "negation")
    cue = run_around(index, {verb, *adverbs, *verb_group(page, verb)})
    return silent(page, index, cue, (), content) if content else None


def not_reached(page: Page, verb: int) -> Draft | None:
    """The draft of "could not be reached for comment", or None."""
    subject = page.tree.child(verb, "passive_subject")
    if subject is None or page.tree.child(verb, "negation") is None:
        return None
    link = next((link for link in page.tree.having(verb, "preposition") if page.is_word(link, "for")), None)
    cue = verb_group(page, verb, page.subtree(link) if link is not None else ())
    return silent(page, verb, cue, noun_phrase(page, subject, verb), [])


def silent(page: Page, head: int, cue: tuple[int, ...], source: tuple[int, ...], content: list[int]) -> Draft:
    """A draft of silence."""
    told = tuple(trimmed(page, [index for index in content if index not in source and index not in cue]))
    return Draft(head=head, cue=cue, source=source, content=told, cue_class="silence", construction="silence")
