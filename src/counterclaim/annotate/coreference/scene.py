"""A document prepared for telling who is who: its mentions by head and by token, its conflicts and countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.annotate.mentions.lexicon import Entry, Lexicon, lexicon_of
from counterclaim.annotate.mentions.words import Words, words_of
from counterclaim.contracts import Gazetteer
from counterclaim.folding import Folding
from counterclaim.kit import Kit
from counterclaim.knowledge.tables import TellingWords, folding_table, telling_words
from counterclaim.records import Annotated, Mention, Token
from counterclaim.syntax import Tree, tree_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An annotated document with what the rules of coreference look up again and again."""

    annotated: Annotated
    tree: Tree
    words: Words
    lexicon: Lexicon
    folding: Folding
    telling: TellingWords
    first_token: Mapping[str, int]
    last_token: Mapping[str, int]
    by_head: Mapping[int, Mention]
    names_at: Mapping[int, Mention]
    place: Mapping[str, int]
    gazetteer: Gazetteer
    countries: tuple[str, ...]
    conflicts: Mapping[str, float]
    said_by: tuple[Mention, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in text order."""
        return self.annotated.mentions

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.annotated.tokens

    @property
    def day(self) -> str | None:
        """The day on which the document was published."""
        return self.annotated.document.published

    def sentence(self, mention: Mention) -> int:
        """The sentence that a mention stands in."""
        return self.tokens[mention.head].sentence

    def near(self, mention: Mention, reach: int = 6) -> tuple[Mention, ...]:
        """The mentions listed next to this one."""
        at = self.place[mention.id]
        return self.mentions[max(0, at - reach) : at + reach + 1]

    def before(self, mention: Mention) -> range:
        """The tokens of a mention from its first to its head."""
        return range(self.first_token[mention.id], mention.head)


def scene_of(annotated: Annotated, kit: Kit) -> Scene:
    """The document prepared for telling who is who."""
    tree = tree_of(annotated)
    words = words_of(kit.settings.folders, kit.settings.language)
    ranges = {mention.id: tree.within(mention.span.start, mention.span.end) for mention in annotated.mentions}
    lexicon = lexicon_of(kit.settings.folders, kit.settings.language)
    names = [mention for mention in annotated.mentions if mention.form == "name"]
    return Scene(
        annotated=annotated,
        tree=tree,
        words=words,
        lexicon=lexicon,
        folding=folding_table(kit.settings.folders),
        telling=telling_words(kit.settings.folders),
        first_token={key: span.start for key, span in ranges.items()},
        last_token={key: span.stop - 1 for key, span in ranges.items()},
        by_head={mention.head: mention for mention in annotated.mentions},
        names_at={index: mention for mention in names for index in ranges[mention.id]},
        place={mention.id: number for number, mention in enumerate(annotated.mentions)},
        gazetteer=kit.gazetteer,
        countries=countries_of(annotated),
        conflicts=conflicts_of(annotated, lexicon),
        said_by=tuple(mention for mention in annotated.mentions if says(mention, annotated, words)),
    )


def says(mention: Mention, annotated: Annotated, words: Words) -> bool:
    """Whether a mention is the subject of a verb of saying."""
    token = annotated.tokens[mention.head]
    return token.relation in ("subject", "passive_subject") and words.has("speech", annotated.tokens[token.head].lemma.lower())


def countries_of(annotated: Annotated) -> tuple[str, ...]:
    """The countries that the document names, most often named first."""
    counted = Counter(mention.country for mention in annotated.mentions if mention.country and mention.form == "name")
    return tuple(country for country, _ in counted.most_common())


def conflicts_of(annotated: Annotated, lexicon: Lexicon) -> dict[str, float]:
    """The weight of each conflict that the document names groups, people or countries of."""
    votes: Counter[str] = Counter()
    for mention in annotated.mentions:
        fought = lexicon.fought.get(mention.known or "", ())
        for conflict in fought:
            votes[conflict] += 2 / len(fought)  # type: ignore[assignment]
        for conflict in lexicon.conflicts.get(mention.country or "", ()):
            votes[conflict] += 1
    return dict(votes)


def holding(entries: tuple[Entry, ...], day: str | None) -> Entry | None:
    """The entry that stands for itself on a day, else the first."""
    current = [entry for entry in entries if not entry.sides or any(side.holds(day) for side in entry.sides)]
    return next(iter(current or entries), None)
