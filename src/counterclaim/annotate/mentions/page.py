"""A document prepared for finding mentions: its tree, its words as they are matched, and the conflicts it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.annotate.mentions.lexicon import PIECES, Entry, Lexicon, key_of
from counterclaim.annotate.mentions.words import Words
from counterclaim.contracts import Gazetteer
from counterclaim.records import Annotated, Mention, MentionForm, MentionKind, Token, content_id
from counterclaim.syntax import Tree, span_of, tree_of

BARRIER = ("", "")
# what the place of a town says of the conflict, beside what a group or a state says
AT_PLACE = 0.5
LARGE = 50_000
# how far a known name reaches, and how short an acronym may be where everything is in capitals
WORDS = 8
ACRONYM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A known name in the text: its half-open token range and the entries it may mean."""

    first: int
    last: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An annotated document with everything that the rules for mentions look up again and again."""

    annotated: Annotated
    tree: Tree
    words: Words
    lexicon: Lexicon
    stream: tuple[tuple[str, str], ...]
    token_of: tuple[int, ...]
    known: tuple[Known, ...]
    conflicts: tuple[tuple[str, float], ...]
    quiet: frozenset[int]
    times: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.annotated.tokens

    def mention(
        self, first: int, last: int, kind: MentionKind, form: MentionForm, *, head: int | None = None, rule: str,
        name: str | None = None, known: str | None = None, country: str | None = None, plural: bool = False,
        candidates: tuple[str, ...] = (),
    ) -> Mention:  # fmt: skip
        """A mention of the half-open token range, its own chain."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        identity = content_id("mention", self.annotated.document.id, start, end, form)
        return Mention(
            id=identity, span=span_of(self.annotated.document, start, end), kind=kind, form=form,
            head=self.tree.head_of(first, last) if head is None else head, chain=identity, name=name, known=known,
            country=country, plural=plural, rule=rule, candidates=candidates,
        )  # fmt: skip


def page_of(annotated: Annotated, words: Words, lexicon: Lexicon, gazetteer: Gazetteer) -> Page:
    """The document prepared for finding mentions."""
    stream, token_of = words_in(annotated.tokens)
    known = known_names(stream, token_of, annotated, lexicon)
    conflicts = ranked_conflicts(known, lexicon, countries_told(known, annotated, gazetteer))
    tree = tree_of(annotated)
    times = frozenset(index for name in annotated.names if name.kind == "time" for index in tree.within(name.start, name.end))
    return Page(
        annotated=annotated, tree=tree, times=times, words=words, lexicon=lexicon, stream=tuple(stream),
        token_of=tuple(token_of), known=tuple(known), conflicts=conflicts, quiet=frozenset(shouted(annotated)),
    )  # fmt: skip


def words_in(tokens: Sequence[Token]) -> tuple[list[tuple[str, str]], list[int]]:
    """The words of the text as (key, raw) with the token of each; punctuation other than hyphens is a barrier."""
    stream: list[tuple[str, str]] = []
    token_of: list[int] = []
    for token in tokens:
        pieces = PIECES.findall(token.text)
        if token.text[:1] in "'’" and token.text[1:] == "s":
            pieces = ["s"]
        if not pieces and token.text.strip("-‐‑– \n\t"):
            stream.append(BARRIER)
            token_of.append(token.index)
        for piece in pieces:
            stream.append((key_of(piece), piece))
            token_of.append(token.index)
    return stream, token_of


def known_names(
    stream: Sequence[tuple[str, str]], token_of: Sequence[int], annotated: Annotated, lexicon: Lexicon
) -> list[Known]:
    """The known names in the text, longest first from the left, none within another."""
    found: list[Known] = []
    tokens, capitals = annotated.tokens, frozenset(in_capitals(annotated))
    loud = [
        (key, raw.upper()) if lowered(tokens[index], annotated) else (key, raw)
        for (key, raw), index in zip(stream, token_of, strict=True)
    ]
    at = 0
    while at < len(stream):
        size, entries = lexicon.match(stream, at) if stream[at][0] else (0, ())
        if loud[at : at + WORDS] != stream[at : at + WORDS]:
            longer = in_capital_words(loud, at, stands_apart(token_of[at], tokens), lexicon)
            size, entries = max((size, entries), longer, key=lambda found: found[0])
        if not size:
            size, entries = without_ending(stream, at, lexicon)
        if size and names_something(tokens[token_of[at]], size, stream[at][1], capitals):
            found.append(Known(first=token_of[at], last=token_of[at + size - 1] + 1, entries=entries))
            at += size
        else:
            at += 1
    return found


def lowered(token: Token, annotated: Annotated) -> bool:
    """Whether a word stands in capitals in the text and was put into usual case for the tagger."""
    return not token.text.isupper() and annotated.document.text[token.start : token.end].isupper()


def in_capital_words(loud: Sequence[tuple[str, str]], at: int, apart: bool, lexicon: Lexicon) -> tuple[int, tuple[Entry, ...]]:
    """A known name in a text in capitals: of several words, though common ones ("SHINING PATH"), or an acronym ("MRTA")."""
    size, entries = lexicon.match(loud, at) if loud[at][0] else (0, ())
    return (size, entries) if size > 1 or apart else (0, ())


def stands_apart(index: int, tokens: Sequence[Token]) -> bool:
    """Whether a word may be an acronym in a text in capitals: a noun beside no other name ("the ELN", not "Santa Ana")."""
    token = tokens[index]
    noun = token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "X") and len(token.text) >= ACRONYM
    beside = (tokens[at] for at in (index - 1, index + 1) if 0 <= at < len(tokens) and tokens[at].sentence == token.sentence)
    return noun and not any(other.pos == "PROPN" and other.text[:1].isupper() for other in beside)


def without_ending(stream: Sequence[tuple[str, str]], at: int, lexicon: Lexicon) -> tuple[int, tuple[Entry, ...]]:
    """A known one-word name whose possessive lost its apostrophe ("Syrias"), if the word is one."""
    key, raw = stream[at]
    acronym = len(key) > 2 and raw[:-1].isupper() and raw[-1:] == "s"
    if not key.endswith("s") or not raw[:1].isupper() or (len(key) < 5 and not acronym):
        return 0, ()
    size, entries = lexicon.match([(key[:-1], raw[:-1])], 0)
    return size, entries


def names_something(token: Token, size: int, raw: str, capitals: frozenset[int]) -> bool:
    """Whether a one-word match is a name here: where all is in capitals, short acronyms need the tagger's word."""
    if raw.isupper() and len(raw) > 1 and token.sentence not in capitals:
        return True
    return size > 1 or len(raw) > 3 or token.pos in ("PROPN", "ADJ", "NOUN", "X", "NUM")


def ranked_conflicts(known: Iterable[Known], lexicon: Lexicon, countries: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """The conflicts that names and places speak for, with their weight, heaviest first; a name of two groups says nothing."""
    votes: dict[str, float] = defaultdict(float)
    seen: set[tuple[str, str]] = set()
    for name in known:
        for entry in name.entries if len(meanings(name.entries)) < 2 else ():
            if (entry.id, entry.conflict) not in seen:
                seen.add((entry.id, entry.conflict))
                if entry.conflict in lexicon.scenes:
                    votes[entry.conflict] += 2 / len(name.entries)
                for conflict in lexicon.conflicts.get(entry.country or "", ()):
                    votes[conflict] += 1
    for country in countries:
        for conflict in lexicon.conflicts.get(country, ()):
            votes[conflict] += AT_PLACE
    return tuple(sorted(votes.items(), key=lambda item: (-item[1], item[0])))


def meanings(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the groups and people that a name may mean."""
    return frozenset(entry.id for entry in entries if entry.sort in ("group", "person"))


def countries_told(known: Sequence[Known], annotated: Annotated, gazetteer: Gazetteer) -> Iterator[str]:
    """The states of the towns named beside a name of several groups; a town that the tagger took for another must be large."""
    if any(len(meanings(name.entries)) > 1 for name in known):
        for name in annotated.names:
            places = gazetteer.exact(annotated.document.text[name.start : name.end]) if name.kind != "time" else ()
            sure = name.kind in ("place", "facility")
            yield from (place.country for place in places[:1] if place.country and (sure or (place.population or 0) > LARGE))


def in_capitals(annotated: Annotated) -> Iterable[int]:
    """Indices of sentences that are all in capitals."""
    for sentence in annotated.sentences:
        long = [t.text for t in annotated.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 3]
        if long and sum(word.isupper() for word in long) > 0.6 * len(long):
            yield sentence.index


def shouted(annotated: Annotated) -> Iterable[int]:
    """Indices of sentences in capitals or title case, where capitals say nothing."""
    for sentence in annotated.sentences:
        long = [t.text for t in annotated.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > 3]
        if len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long):
            yield sentence.index
