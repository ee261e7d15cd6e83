"""The body that a person, fighters or a statement belong to, read off the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.annotate.coreference.scene import Scene
from counterclaim.annotate.mentions.lexicon import key_of
from counterclaim.annotate.mentions.roles import BEFORE, REACH, joins_title
from counterclaim.records import Mention


def bodies_within(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """The mentions inside a description that name or stand for the body it belongs to, the tightest tie first."""
    first, last, head = scene.first_token[mention.id], scene.last_token[mention.id], mention.head
    later: list[Mention] = []
    for index in (*range(head - 1, first - 1, -1), *range(head + 1, last + 1)):
        inner = scene.names_at.get(index) or scene.by_head.get(index)
        if inner is None or inner.id == mention.id or (inner.form != "name" and inner.head != index):
            continue
        if not ties(inner, mention, scene):
            continue
        if inner.kind == "nationality" and index > head:
            later.append(inner)
        else:
            yield inner
    yield from later


def ties(inner: Mention, outer: Mention, scene: Scene) -> bool:
    """Whether the inner mention says whose the outer one is, and not who backs, hosts or fights it."""
    if inner.span.start < scene.tokens[outer.head].start:
        return not backs(inner, scene)
    preposition = scene.tokens[max(0, before_article(scene.first_token[inner.id], scene))]
    return scene.words.has("affiliating", preposition.text.lower()) or inner.span.end <= scene.tokens[outer.head].end


def before_article(index: int, scene: Scene) -> int:
    """The token before a phrase, its article passed over."""
    at = index - 1
    while at > 0 and scene.tokens[at].pos in ("DET", "ADJ"):
        at -= 1
    return at


def backs(inner: Mention, scene: Scene) -> bool:
    """Whether a name stands in a compound that says who backs something ("US-led", "Hamas-run")."""
    after = scene.last_token[inner.id] + 1
    words = [key_of(token.text) for token in scene.tokens[after : after + 2]]
    return len(words) == 2 and words[0] in ("", "-") and scene.words.has("backed", words[1])


def bodies_before(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """The bodies in the title before a name ("NRF spokesman X", "its leader X", "the group's spokesman, X"), nearest first."""
    index = scene.first_token[mention.id] - 1
    office = False
    for at in range(index, max(-1, index - REACH), -1):
        token = scene.tokens[at]
        if token.sentence != scene.sentence(mention):
            return
        inner = scene.names_at.get(at) or (scene.by_head.get(at) if token.pos == "PRON" else None)
        if inner is not None:
            if not backs(inner, scene):
                yield inner
            if inner.form == "pronoun":
                return
        noun = scene.words.nouns.get(token.lemma.lower())
        office = office or (noun is not None and noun.group == "office") or key_of(token.text) in scene.words.courtesy
        if not may_stand(at, scene, office=office):
            return


def may_stand(index: int, scene: Scene, *, office: bool) -> bool:
    """Whether a token may stand between a body and the name of its man."""
    token = scene.tokens[index]
    linking = token.pos in BEFORE or token.text in ("-", "(", ")", ".") or token.relation == "case"
    linking = linking or joins_title(index, scene.tokens, scene.words)
    return linking or (office and token.pos in ("ADP", "DET", "CCONJ")) or token.relation == "possessive"


def offices_beside(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """The descriptions in apposition to a name ("X, a spokesman for the front"; "the group's spokesman, X")."""
    for other in scene.near(mention):
        if other.form == "description" and other.kind == mention.kind and stand_together(mention, other, scene):
            yield other


def stand_together(left: Mention, right: Mention, scene: Scene) -> bool:
    """Whether one mention ends where the other begins, or a comma before it."""
    one, two = sorted((left, right), key=lambda mention: mention.span.start)
    end, start = scene.last_token[one.id] + 1, scene.first_token[two.id]
    return (end <= start <= end + 1 and gap_is_comma(end, start, scene)) or (
        end < start <= end + 6 and one.form == "description" and all(links(index, scene) for index in range(end, start))
    )


def links(index: int, scene: Scene) -> bool:
    """Whether a word may stand between an office and its holder's name: a title, or "identified as"."""
    key = key_of(scene.tokens[index].text)
    title = key in scene.words.courtesy or any(key in rank for rank in scene.words.ranks)
    return title or scene.words.has("naming", key) or scene.tokens[index].text in (",", ".")


def gap_is_comma(first: int, last: int, scene: Scene) -> bool:
    """Whether nothing but a comma, dash or bracket stands between two places."""
    return all(scene.tokens[index].text in (",", "(", "–", "-", "—") for index in range(first, last))
