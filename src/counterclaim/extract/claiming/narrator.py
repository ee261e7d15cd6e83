"""What the publisher says in its own voice: the events outside of everything attributed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extract.claiming.certainty import narrated_certainty
from counterclaim.extract.claiming.facets import facet_of
from counterclaim.extract.claiming.modality import modality_of, polarity_of
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import VERBAL, Proposition, apart, proposition_of, span_of
from counterclaim.extract.claiming.sources import party_of
from counterclaim.records import Attribution, Claim, EventMention, Party, Sentence, Span, content_id
from counterclaim.syntax import span_of as span_between
from counterclaim.syntax import span_of_tokens

BACKEND = "rules"
NOT_SO = -1.0
LONG = 4
MANY = 8
TITLED = 0.8
LASTING = frozenset({"hold_control", "presence"})
SPEAKING = frozenset({"person", "group", "government", "organisation"})


def narrated(attributions: Sequence[Attribution], page: Page) -> Iterator[Claim]:
    """One claim of the narrator for each clause of its own that tells of an event."""
    quoted = [found for found in attributions if found.construction != "owned"]
    taken = {index for found in quoted for span in (found.content, found.cue) for index in page.tokens_of(span)}
    taken |= {index for found in attributions for index in quiet_source(found, page)}
    for sentence in page.annotated.sentences:
        own = [index for index in range(sentence.first, sentence.last) if index not in taken]
        if page.events_in(own) and not is_scrap(own, sentence, page) and not is_link(sentence, page):
            yield from own_claims(own, sentence, page)


def is_scrap(own: Sequence[int], sentence: Sentence, page: Page) -> bool:
    """Whether what others' tellings leave of a sentence is no clause ("in a new toll on Sunday")."""
    whole = sentence.last - sentence.first
    verbs = (page.tokens[index] for index in own if page.tokens[index].pos in VERBAL)
    return len(own) < whole / 2 and all(verb.form == "gerund" for verb in verbs)


def is_link(sentence: Sentence, page: Page) -> bool:
    """Whether a sentence within a report is written like a headline, as the links to other reports are."""
    words = [page.tokens[index].text for index in range(sentence.first, sentence.last)]
    long = [word for word in words if word.isalpha() and len(word) >= LONG]
    return sentence.index > 1 and len(long) >= MANY and sum(not word.islower() for word in long) > TITLED * len(long)


def quiet_source(attribution: Attribution, page: Page) -> list[int]:
    """The tokens of a source that tell of nothing: all but the verbs of its relative clauses."""
    return [index for index in page.tokens_of(attribution.source) if page.tokens[index].pos not in VERBAL]


def own_claims(indices: Sequence[int], sentence: Sentence, page: Page) -> Iterator[Claim]:
    """The narrator's claims of one sentence: one a proposition, and one for each further clause with an event."""
    for piece in apart(indices, page):
        part = proposition_of(piece, page)
        if part.event is None:
            continue
        yield claim_of(part, part.event, sentence, page)
        for event in further_events(part, page):
            clause = [i for i in page.tree.subtree(event.trigger_token) if i in part.tokens]
            yield claim_of(Proposition(tuple(clause), event.trigger_token, event), event, sentence, page)


def further_events(part: Proposition, page: Page) -> list[EventMention]:
    """The events of a proposition that have a clause of their own and are not told together with its main one."""
    main = part.event
    found = [event for event in page.events_in(part.tokens) if main is not None and event.id != main.id]
    return [
        event
        for event in found
        if page.tokens[event.trigger_token].pos == "VERB"
        and page.tokens[event.trigger_token].relation in {"relative_clause", "adverbial_clause", "conjunct", "clause"}
        and main is not None
        and event.type != main.type
        and frozenset((event.type, main.type)) not in page.vocabulary.together
    ]


def allegation(event: EventMention, page: Page) -> Span | None:
    """The word by which the publisher leaves an event to others ("an alleged air strike"), or None."""
    index = event.trigger_token
    heads = [index, *page.tree.having(index, "subject")] if index >= 0 else []
    words = [word for head in heads for word in page.tree.having(head, "modifier", "adverb")]
    found = (word for word in words if page.tokens[word].text.lower() in page.vocabulary.lemmas["alleging"])
    return next((span_of_tokens(page.annotated.document, page.tokens, [word]) for word in found), None)


def own_account(sentence: Sentence, page: Page) -> tuple[Span, Party] | None:
    """Whose own account a sentence is ("by their own account", and as translations put it), with the words that say so."""
    document = page.annotated.document
    mark = page.vocabulary.own_account.search(document.text, sentence.start, sentence.end)
    speakers = [m for m in page.mentions_in(range(sentence.first, sentence.last)) if m.kind in SPEAKING and m.form != "pronoun"]
    if mark is None or not speakers:
        return None
    first = min(speakers, key=lambda mention: mention.span.start)
    return span_between(document, mark.start(), mark.end()), party_of(first.span, page)


def did_not_happen(event: EventMention) -> bool:
    """Whether the words around an event say that it did not happen ("were unable to take the town")."""
    return event.factuality is not None and event.factuality <= NOT_SO


def is_over(event: EventMention, page: Page) -> bool:
    """Whether a holding or presence had come to an end by the time that is told of ("troops had held the town")."""
    if event.type not in LASTING or event.trigger_token < 0:
        return False
    helpers = (page.tokens[index] for index in page.tree.having(event.trigger_token, "auxiliary"))
    return any(token.form == "past" and token.lemma.lower() in page.vocabulary.lemmas["perfect"] for token in helpers)


def claim_of(part: Proposition, event: EventMention, sentence: Sentence, page: Page) -> Claim:
    """The narrator's claim of a proposition and its event."""
    document, content = page.annotated.document, span_of(part, page)
    modality = modality_of(part.tokens, part.root, page) if event.modality == "actual" else event.modality
    negative = "negative" in (polarity_of(part.root, part.tokens, page), event.polarity) or did_not_happen(event)
    doubted, told = allegation(event, page), own_account(sentence, page)
    narrator = Party(span=None, kind="unstated" if doubted else "narrator", name=None if doubted else document.publisher)
    return Claim(
        id=content_id("claim", document.id, "narrator", event.id),
        document=document.id,
        attribution=None,
        sentence=span_between(document, sentence.start, sentence.end),
        source=told[1] if told else narrator,
        cue=told[0] if told else doubted,
        content=content,
        stance="asserts",
        modality=modality,
        polarity="negative" if negative else "positive",
        certainty=narrated_certainty(replace(part, event=event), page),
        event=replace(event, historical=True) if is_over(event, page) else event,
        facet=facet_of(event, "asserts", part, page),
        backend=BACKEND,
    )
