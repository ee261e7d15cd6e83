"""The source and the content of a telling settled: stand-ins, asides, and what it rests on left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.extract.claiming.channel import beside_cue, cue_head
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import root_of
from counterclaim.extract.claiming.sources import head_of, speaks
from counterclaim.extract.claiming.via import is_aside
from counterclaim.records import Attribution, Span
from counterclaim.syntax import span_of_pieces, span_of_tokens

BESIDE = frozenset({"adverbial_clause", "participle", "open_clause", "conjunct"})
ACTS = {"promises": "promise", "demands": "demand", "opinion": "opinion"}
MAIN_VERBS = frozenset({"root", "conjunct"})


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution that tells of claims, its source and content settled, and the tokens beside its content.

    What stands beside the content (the cue's clause, the evidence that is shown) gives channel, evidence and hedges.
    """

    attribution: Attribution
    beside: tuple[int, ...]


def shows_evidence(attribution: Attribution, page: Page) -> bool:
    """Whether a content is headed by a photo, a video, a tweet."""
    indices = page.tokens_of(attribution.content)
    if not indices:
        return False
    head = page.tokens[root_of(indices, page)]
    return head.pos in {"NOUN", "PROPN"} and page.vocabulary.any_evidence.search(head.text) is not None


def is_stand_in(attribution: Attribution, page: Page) -> bool:
    """Whether the source is a piece of evidence, or no one."""
    if attribution.source is None:
        return True
    indices = page.tokens_of(attribution.source)
    head = page.tokens[head_of(indices, page)] if indices else None
    return head is not None and page.vocabulary.any_evidence.search(head.text) is not None


def settled(attribution: Attribution, children: Mapping[str, list[Attribution]], page: Page) -> Told:
    """The attribution with its own source and content: stand-ins, asides and what it rests on left out."""
    outer = page.attributions.get(attribution.parent or "")
    cue_class = attribution.cue_class
    source, parent, beside = attribution.source, attribution.parent, set(beside_cue(attribution, page))
    if outer is not None and (is_sibling(attribution, outer, page) or stands_in(attribution, outer, page)):
        source, parent = outer.source, outer.parent
        beside |= {*beside_cue(outer, page), *before_cue(attribution, outer, page)}
    elif source is not None and is_participle(attribution, page) and not can_speak(source, page):
        source = main_subject(attribution, page) or source
    content = attribution.content if attribution.construction != "colon" else first_sentence(attribution.content, page)
    for child in children.get(attribution.id, ()):
        if is_sibling(child, attribution, page):
            content = without(content, child, page)
    content = before_others(relayed(content, page), attribution, page)
    beside -= set(page.tokens_of(content))
    if cue_class == "say" and is_participle(attribution, page) and leads_with_accusation(attribution, source, page):
        cue_class = "accuse"
    content, wrapping = unwrapped(before_resting(content, page), page)
    cue_class = next(iter(performed_by(wrapping, page)), cue_class)
    beside |= set(wrapping)
    told = replace(attribution, source=antecedent(source, page), parent=parent, content=content, cue_class=cue_class)
    return Told(told, tuple(sorted(beside)))


def relayed(content: Span | None, page: Page) -> Span | None:
    """What the cited source says, where a content begins with the citation ("reported, citing X, that ...")."""
    mark = page.vocabulary.resting_on.match(content.text) if content is not None else None
    if content is None or mark is None:
        return content
    cited = (other.content for other in page.told_between(content.start, content.end) if other.cue_class == "relay")
    return next((span for span in cited if span is not None), content)


def before_others(content: Span | None, attribution: Attribution, page: Page) -> Span | None:
    """A divided content without the later pieces in which others speak ("reported by X, with Y confirming ...")."""
    if content is None or len(content.pieces) < 2:
        return content
    told = page.told_between(content.start, content.end)
    others = [other for other in told if other.id != attribution.id and not is_aside(other, attribution, page)]
    cues = [other.cue.start for other in others if other.cue is not None]
    kept = [piece for at, piece in enumerate(content.pieces) if at == 0 or not any(piece[0] <= cue < piece[1] for cue in cues)]
    return span_of_pieces(page.annotated.document, kept)


def unwrapped(content: Span | None, page: Page) -> tuple[Span | None, list[int]]:
    """What the photo, tweet or letter that heads a content shows or says, and the words around that."""
    indices = page.tokens_of(content)
    noun = root_of(indices, page) if indices else -1
    held = held_by(noun, page) if noun >= 0 and is_vessel(noun, page) else None
    if held is None:
        return content, []
    drop = [held] if page.tokens[held].pos == "ADP" or page.tokens[held].form == "gerund" else []
    told = {child for child in page.tree.having(held, "preposition_object")}
    asides = [aside for index in told for aside in page.tree.having(index, "relative_clause") if holds_cue(aside, page)]
    kept = [index for index in page.tree.subtree(held, without=asides) if index in set(indices) and index not in drop]
    if not kept:
        return content, []
    return span_of_tokens(page.annotated.document, page.tokens, kept), [index for index in indices if index not in kept]


def performed_by(wrapping: Sequence[int], page: Page) -> Iterator[str]:
    """The class of the act that a document does ("issued a statement condemning ...")."""
    for index in wrapping:
        for entry in page.vocabulary.performatives:
            if page.tokens[index].form == "gerund" and page.tokens[index].lemma in entry.lemmas and entry.stance in ACTS:
                yield ACTS[entry.stance]


def holds_cue(clause: int, page: Page) -> bool:
    """Whether another telling's cue stands within a clause."""
    words = page.tree.subtree(clause)
    start, end = page.tokens[words[0]].start, page.tokens[words[-1]].end
    return bool(page.told_between(start, end))


def is_vessel(index: int, page: Page) -> bool:
    """Whether a noun, or one compounded with it, is of a thing that holds words or pictures."""
    nouns = [index, *page.tree.having(index, "compound")] if page.tokens[index].pos == "NOUN" else []
    entries = (*page.vocabulary.evidence, *page.vocabulary.channels)
    return any(entry.pattern.search(page.tokens[noun].text) for noun in nouns for entry in entries)


def held_by(noun: int, page: Page) -> int | None:
    """What hangs on such a noun and is shown or said by it: a participle, a clause, the object of "of"."""
    for child in page.tree.children[noun]:
        token = page.tokens[child]
        if token.relation == "preposition" and token.lemma.lower() in page.vocabulary.lemmas["holding"]:
            return child
        clause = token.relation in {"participle", "clause", "relative_clause"}
        if clause and (token.form == "gerund" or page.tree.child(child, "marker") is not None):
            return child
    return None


def first_sentence(content: Span | None, page: Page) -> Span | None:
    """The content up to the end of its first sentence: what a headline's speaker says, not the report under it."""
    indices = page.tokens_of(content)
    kept = [index for index in indices if page.tokens[index].sentence == page.tokens[indices[0]].sentence]
    return span_of_tokens(page.annotated.document, page.tokens, kept) if kept else content


def before_cue(inner: Attribution, outer: Attribution, page: Page) -> list[int]:
    """The words of the outer content before the inner cue: the evidence that is shown."""
    if inner.cue is None or not shows_evidence(outer, page):
        return []
    return [index for index in page.tokens_of(outer.content) if page.tokens[index].start < inner.cue.start]


def stands_in(attribution: Attribution, outer: Attribution, page: Page) -> bool:
    """Whether evidence that the outer telling shows speaks here for the one who shows it."""
    return shows_evidence(outer, page) and is_stand_in(attribution, page)


def is_sibling(inner: Attribution, outer: Attribution, page: Page) -> bool:
    """Whether a cue is a participle beside the outer cue, said by the same source ("said ..., charging that ...")."""
    head, other = cue_head(inner, page), cue_head(outer, page)
    if head is None or other is None or page.tokens[head].form != "gerund" or head < other or outer.cue_class == "relay":
        return False
    if inner.source is None or outer.source is None:
        return inner.source is None
    return inner.source.start == outer.source.start or not can_speak(inner.source, page)


def is_participle(attribution: Attribution, page: Page) -> bool:
    """Whether the cue is a participle ("..., blaming the rebels")."""
    head = cue_head(attribution, page)
    return head is not None and page.tokens[head].form == "gerund" and page.tokens[head].relation in BESIDE


def leads_with_accusation(attribution: Attribution, source: Span | None, page: Page) -> bool:
    """Whether the telling before it in its sentence, by the same source, is an accusation ("accused ..., saying that ...")."""
    if source is None or attribution.cue is None:
        return False
    told = page.told_between(attribution.sentence.start, attribution.cue.start)
    before = [other for other in told if other.source is not None and other.source.start == source.start]
    return bool(before) and before[-1].cue_class == "accuse"


def main_subject(attribution: Attribution, page: Page) -> Span | None:
    """The subject of the sentence's main verbs before the cue that can speak: the nearest one."""
    head = cue_head(attribution, page)
    sentence = page.sentence_of(head) if head is not None else None
    for index in range(head - 1, sentence.first - 1, -1) if sentence is not None and head is not None else ():
        if page.tokens[index].relation == "subject" and page.tokens[page.tokens[index].head].relation in MAIN_VERBS:
            words = page.tree.subtree(index, without=page.tree.having(index, "relative_clause", "participle"))
            span = span_of_tokens(page.annotated.document, page.tokens, words)
            if can_speak(span, page):
                return span
    return None


def can_speak(source: Span, page: Page) -> bool:
    """Whether the words of a source are headed by something that can say a thing, and not by a happening."""
    indices = page.tokens_of(source)
    if not indices:
        return False
    head = head_of(indices, page)
    return any(
        speaks(mention) or mention.kind == "document" for mention in page.mentions.get(head, ())
    ) and not page.events.get(head)


def without(content: Span | None, child: Attribution, page: Page) -> Span | None:
    """The content up to the cue of another telling."""
    if content is None or child.cue is None:
        return content
    kept = [index for index in page.tokens_of(content) if page.tokens[index].start < child.cue.start]
    return span_of_tokens(page.annotated.document, page.tokens, kept) if kept else content


def before_resting(content: Span | None, page: Page) -> Span | None:
    """The content up to words that say what it rests on ("based on", "citing")."""
    if content is None or content.pieces:
        return content
    mark = page.vocabulary.resting_on.search(content.text)
    if mark is None or mark.start() == 0:
        return content
    first = page.tree.at(content.start + mark.start())
    if first is not None and page.tree.child(first, "passive_auxiliary") is not None:
        return content
    kept = [index for index in page.tokens_of(content) if page.tokens[index].start < content.start + mark.start()]
    return span_of_tokens(page.annotated.document, page.tokens, kept) if kept else content


def antecedent(source: Span | None, page: Page) -> Span | None:
    """The noun phrase that a relative pronoun stands for, or the source as it is."""
    indices = page.tokens_of(source)
    if len(indices) != 1 or page.tokens[indices[0]].text.lower() not in page.vocabulary.lemmas["relative"]:
        return source
    verb = page.tokens[indices[0]].head
    clause = next((i for i in (verb, *page.tree.ancestors(verb)) if page.tokens[i].relation == "relative_clause"), None)
    if clause is None:
        return source
    noun = page.tokens[clause].head
    later = [child for child in page.tree.children[noun] if child >= clause or page.tokens[child].relation == "relative_clause"]
    return span_of_tokens(page.annotated.document, page.tokens, page.tree.subtree(noun, without=later))
