"""One document as the rules of claims see it: its tree, and what stands at which token."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.extract.claiming.named_again import named_again
from counterclaim.extract.claiming.vocabulary import Vocabulary, vocabulary_of
from counterclaim.kit import Kit
from counterclaim.knowledge.entries import Conflict, Group
from counterclaim.records import Annotated, Attribution, EventMention, Mention, Sentence, Span, Token
from counterclaim.syntax import Tree, tree_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document with its tree, mentions by token, events by token and attributions by id."""

    annotated: Annotated
    tokens: tuple[Token, ...]
    tree: Tree
    kit: Kit
    vocabulary: Vocabulary
    mentions: Mapping[int, tuple[Mention, ...]]
    events: Mapping[int, tuple[EventMention, ...]]
    again: Mapping[str, EventMention]
    innermost: Mapping[int, str]
    attributions: Mapping[str, Attribution]
    cued: tuple[tuple[int, Attribution], ...]
    described: Mapping[str, str]
    countries: tuple[str, ...]

    def text(self, indices: Sequence[int]) -> str:
        """The text from the first to the last of these tokens."""
        if not indices:
            return ""
        return self.annotated.document.text[self.tokens[indices[0]].start : self.tokens[indices[-1]].end]

    def tokens_of(self, span: Span | None) -> list[int]:
        """The tokens of a span, its pieces only where it is discontinuous."""
        if span is None:
            return []
        pieces = span.pieces or ((span.start, span.end),)
        return [index for start, end in pieces for index in self.tree.within(start, end)]

    def events_in(self, indices: Iterable[int]) -> list[EventMention]:
        """The event mentions whose trigger is one of these tokens, in text order."""
        return [event for index in indices for event in self.events.get(index, ())]

    def mentions_in(self, indices: Iterable[int]) -> list[Mention]:
        """The mentions whose head is one of these tokens, in text order."""
        return [mention for index in indices for mention in self.mentions.get(index, ())]

    def opens_purpose(self, index: int) -> bool:
        """Whether words of purpose ("in order to") begin at a token."""
        return bool(self.vocabulary.purposes.match(self.annotated.document.text, self.tokens[index].start))

    def told_between(self, start: int, end: int) -> list[Attribution]:
        """The attributions whose cue begins in a character range, in text order."""
        first = bisect_left(self.cued, start, key=lambda pair: pair[0])
        last = bisect_left(self.cued, end, key=lambda pair: pair[0])
        return [attribution for _, attribution in self.cued[first:last]]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.annotated.sentences[self.tokens[index].sentence]


def open_page(annotated: Annotated, attributions: Sequence[Attribution], events: Sequence[EventMention], kit: Kit) -> Page:
    """The page of a document."""
    tree = tree_of(annotated)
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotated.mentions:
        mentions[mention.head].append(mention)
    told: dict[int, list[EventMention]] = defaultdict(list)
    vocabulary, conflict = vocabulary_of(kit), conflict_of(annotated, kit)
    for event in events:
        index = event.trigger_token if event.trigger_token >= 0 else tree.at(event.trigger.start)
        if index is not None:
            told[index].append(event)
    return Page(
        annotated=annotated,
        tokens=annotated.tokens,
        tree=tree,
        kit=kit,
        vocabulary=vocabulary,
        mentions={index: tuple(found) for index, found in mentions.items()},
        events={index: tuple(found) for index, found in told.items()},
        again=named_again(events, tree, vocabulary),
        innermost=innermost_contents(attributions, tree),
        attributions={attribution.id: attribution for attribution in attributions},
        cued=tuple(sorted(((one.cue.start, one) for one in attributions if one.cue), key=lambda pair: pair[0])),
        described=described_sides(conflict, annotated),
        countries=countries_of(annotated, conflict),
    )


def innermost_contents(attributions: Sequence[Attribution], tree: Tree) -> dict[int, str]:
    """For each token the attribution with the smallest content around it."""
    found: dict[int, str] = {}
    for one in sorted(attributions, key=lambda one: one.content.start - one.content.end if one.content else 0):
        for start, end in (one.content.pieces or ((one.content.start, one.content.end),)) if one.content else ():
            found.update(dict.fromkeys(tree.within(start, end), one.id))
    return found


def conflict_of(annotated: Annotated, kit: Kit) -> Conflict | None:
    """The conflict that the document names most, or None."""
    named = Counter(mention.known.split("/")[0] for mention in annotated.mentions if mention.known and "/" in mention.known)
    return kit.knowledge.conflicts.get(named.most_common(1)[0][0]) if named else None


def described_sides(conflict: Conflict | None, annotated: Annotated) -> dict[str, str]:
    """The sides by the words that describe their groups ("opposition"), where all groups so described are of one."""
    groups: dict[str, list[Group]] = defaultdict(list)
    for group in conflict.groups if conflict else ():
        for words in group.descriptions:
            groups[words].append(group)
    day = annotated.document.published
    return {words: side_on(found[0], day) for words, found in groups.items() if all(is_of(g, found[0]) for g in found)}


def is_of(group: Group, upper: Group) -> bool:
    """Whether a group is another, or belongs to it."""
    return group.id == upper.id or group.parent == upper.id


def side_on(group: Group, day: str | None) -> str:
    """The side of a group on a day, by default the group itself."""
    return next((dated.value for dated in group.sides if dated.holds(day)), group.name)


def countries_of(annotated: Annotated, conflict: Conflict | None) -> tuple[str, ...]:
    """The countries that the document names, most often named first, then that of its conflict."""
    named = Counter(mention.country for mention in annotated.mentions if mention.country and mention.kind != "media")
    fought = conflict.countries[:1] if conflict else ()
    return tuple(dict.fromkeys((*(country for country, _ in named.most_common()), *fought)))


def brands_false(content: Span | None, page: Page) -> bool:
    """Whether a content names something told and calls it false ("called the claim false")."""
    if content is None or not page.vocabulary.falsehood.search(content.text):
        return False
    told = page.vocabulary.lemmas["told"]
    return any(page.tokens[index].lemma.lower() in told for index in page.tokens_of(content))
