"""A document as the event rules see it: tree, lexicon, mentions by their head, classes of words."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.extract.events.lexicon import Lexicon, lexicon_of
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Mention, NamedSpan, Token
from counterclaim.syntax import Tree, tree_of

ARMED = ("group", "government", "organisation", "nationality")
WHO = ("people", "forces", "fighters")
PEOPLE = ("person", "group", "government", "organisation", "nationality", "witness")


@dataclass(frozen=True, slots=True)
class Scene:
    """One document with everything that the event rules look up."""

    annotated: Annotated
    tree: Tree
    lexicon: Lexicon
    kit: Kit
    mentions: dict[int, Mention]
    names: dict[int, NamedSpan]
    times: frozenset[int] = frozenset()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.annotated.tokens

    def lemma(self, index: int) -> str:
        """The lemma of a token in lower case."""
        return self.annotated.tokens[index].lemma.lower()

    def word(self, index: int) -> str:
        """The token itself in lower case."""
        return self.annotated.tokens[index].text.lower()

    def kind(self, index: int) -> str | None:
        """What kind of thing the words with this head stand for, where a mention or name says so."""
        if mention := self.mentions.get(index):
            return mention.kind
        name = self.names.get(index)
        return name.kind if name else None

    def fits(self, index: int, wanted: str) -> bool:
        """Whether the words with this head are of a class ("place", "people", "forces", "=control")."""
        if self.lexicon.belongs(self.lemma(index), wanted) or self.lexicon.belongs(self.word(index), wanted):
            return True
        kind = self.kind(index)
        if self.is_thing(index) and wanted in (*WHO, "place"):
            return wanted == "place" and self.names_place_before(index)
        if wanted == "place":
            return kind in ("place", "facility")
        if wanted in WHO and self.is_site(index):
            return False
        if wanted == "people":
            return kind in PEOPLE or self.is_person_word(index)
        return wanted in ("forces", "fighters") and kind in ARMED and self.is_armed(index)

    def is_thing(self, index: int) -> bool:
        """Whether a token is a pronoun for a thing that something is done to ("they still held it")."""
        token = self.annotated.tokens[index]
        return token.pos == "PRON" and token.relation == "object" and token.lemma.lower() in self.lexicon.links["things"]

    def names_place_before(self, index: int) -> bool:
        """Whether a place is named in the sentence of a token or the one before, ahead of the token."""
        own = self.annotated.tokens[index].sentence
        first = self.annotated.sentences[max(0, own - 1)].first
        return any(self.kind(other) in ("place", "facility") for other in range(first, index) if other in self.mentions)

    def is_site(self, index: int) -> bool:
        """Whether a noun names a place or a building, whoever speaks for it."""
        return any(self.lexicon.belongs(self.lemma(index), name) for name in ("place", "building"))

    def is_armed(self, index: int) -> bool:
        """Whether a mention is a name or stands on a side of the conflict, not just some people."""
        mention = self.mentions.get(index)
        return mention is None or mention.form == "name" or mention.side is not None or mention.known is not None

    def is_time(self, index: int) -> bool:
        """Whether a token is the head or part of a time expression."""
        return index in self.times

    def is_person_word(self, index: int) -> bool:
        """Whether a pronoun or a bare number stands for people."""
        token = self.annotated.tokens[index]
        return token.pos == "NUM" or (token.pos == "PRON" and token.lemma.lower() not in self.lexicon.links["things"])


def scene_of(annotated: Annotated, kit: Kit) -> Scene:
    """The scene of an annotated document."""
    tree = tree_of(annotated)
    lexicon = lexicon_of(kit.settings.folders, kit.settings.language)
    return Scene(
        annotated=annotated,
        tree=tree,
        lexicon=lexicon,
        kit=kit,
        mentions=mentions_by_head(annotated),
        names=names_by_head(annotated, tree),
        times=time_tokens(annotated, tree, lexicon),
    )


def time_tokens(annotated: Annotated, tree: Tree, lexicon: Lexicon) -> frozenset[int]:
    """The tokens of all time expressions and of what the tagger took for times, less parts of numbers and names of places."""
    spans = [(when.span.start, when.span.end) for when in annotated.whens if when.span is not None]
    spans += [(name.start, name.end) for name in annotated.names if name.kind == "time"]
    found = {index for span in spans for index in tree.within(*span)}
    places = {mention.head for mention in annotated.mentions if mention.kind == "place" and mention.form == "name"}
    return frozenset(index for index in found - places if not counted(tree, index, lexicon))


def counted(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """The nouns that a part of a number counts ("people" in "a quarter of a million people")."""
    if tree.tokens[index].lemma.lower() not in lexicon.counts["fractions"]:
        return []
    links = [child for child in tree.having(index, "preposition") if tree.tokens[child].text.lower() in lexicon.links["within"]]
    inside = [inner for child in links for inner in tree.having(child, "preposition_object")]
    return [index for index in inside if tree.child(index, "number") is not None]


def mentions_by_head(annotated: Annotated) -> dict[int, Mention]:
    """Mentions by the token of their head; the longer one where two share it."""
    found: dict[int, Mention] = {}
    for mention in annotated.mentions:
        held = found.get(mention.head)
        if held is None or len(mention.span.text) > len(held.span.text):
            found[mention.head] = mention
    return found


def names_by_head(annotated: Annotated, tree: Tree) -> dict[int, NamedSpan]:
    """Tagger names by the token of their head, numbers and times left out."""
    found: dict[int, NamedSpan] = {}
    for name in annotated.names:
        inside = tree.within(name.start, name.end)
        if len(inside) and name.kind not in ("number", "time"):
            found[tree.head_of(inside.start, inside.stop)] = name
    return found
