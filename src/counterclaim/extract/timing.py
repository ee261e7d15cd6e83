"""When a happening or a saying took place: the right expression of the sentence, or an interval with a reason."""

from __future__ import annotations

from counterclaim.extract.dating.attach import (
    CLAUSES,
    chain,
    distance,
    head_of,
    is_dateline,
    is_reporting,
    report_day,
    whens_of,
)
from counterclaim.extract.dating.bounds import bounded
from counterclaim.extract.dating.carry import carried
from counterclaim.extract.dating.words import Words, words_for
from counterclaim.kit import Kit
from counterclaim.records import Annotated, Span, When, content_id
from counterclaim.syntax import Tree

# what a saying's own time may hang through: the statement that it was made in, not what was said
NOT_CONTENT = ("participle", "relative_clause", "apposition")


def when_of_event(annotated: Annotated, tree: Tree, trigger: int, kit: Kit) -> When | None:
    """When the happening told by the trigger token took place; None only for a report without a day."""
    words = words_for(kit)
    sentence = annotated.sentences[tree.tokens[trigger].sentence]
    here = [
        when
        for when in whens_of(annotated, sentence)
        if not is_dateline(annotated, when) and not belongs_to_saying(annotated, tree, when, words)
    ]
    near = [(cost, when) for when in here if (cost := distance(tree, when, trigger, here, words)) is not None]
    if near:
        best = min(
            near, key=lambda pair: (pair[0], abs((pair[1].span.start if pair[1].span else 0) - tree.tokens[trigger].start))
        )
        return bounded(annotated, best[1], words)
    return carried(annotated, tree, trigger, words) or open_interval(annotated, tree, trigger, words)


def when_of_saying(annotated: Annotated, tree: Tree, cue: Span, kit: Kit) -> When | None:
    """When the saying with this cue took place; None only for a report without a day."""
    words = words_for(kit)
    inside = tree.within(cue.start, cue.end)
    if not inside:
        return None
    head = tree.head_of(inside.start, inside.stop)
    sentence = annotated.sentences[tree.tokens[head].sentence]
    own = [when for when in whens_of(annotated, sentence) if hangs_on(annotated, tree, when, set(inside), words)]
    return own[0] if own else before(annotated, report_day(annotated), "reported before")


def hangs_on(annotated: Annotated, tree: Tree, when: When, cue: set[int], words: Words) -> bool:
    """Whether an expression tells the time of a cue: it hangs on it, or on the statement that it names."""
    head = head_of(when, tree)
    if head is None:
        return False
    path = chain(tree, head)
    place = next((place for place, index in enumerate(path) if index in cue), None)
    if place is None or place == 0:
        return False
    between = [tree.tokens[index].relation for index in path[1:place]]
    if all(relation not in CLAUSES or relation in NOT_CONTENT for relation in between):
        return not any(relation in ("object", "passive_subject") for relation in between)
    return past_in_infinitive(annotated, tree, when, path[:place], words)


def belongs_to_saying(annotated: Annotated, tree: Tree, when: When, words: Words) -> bool:
    """Whether an expression of the past stands in what someone is ready to do, so that it dates the readiness."""
    head = head_of(when, tree)
    return head is not None and past_in_infinitive(annotated, tree, when, chain(tree, head), words)


def past_in_infinitive(annotated: Annotated, tree: Tree, when: When, path: list[int], words: Words) -> bool:
    """Whether an expression of the past stands in the infinitive of an adjective ("ready to talk"), which looks ahead."""
    published = report_day(annotated)
    if not published or (when.latest or "") > published or when.rule.startswith("era"):
        return False
    verb = next((index for index in path if tree.tokens[index].pos == "VERB"), None)
    if verb is None or tree.tokens[tree.tokens[verb].head].pos != "ADJ":
        return False
    helpers = tree.having(verb, "auxiliary")
    return any(tree.tokens[child].text.casefold() in words.infinitive for child in helpers)


def open_interval(annotated: Annotated, tree: Tree, trigger: int, words: Words) -> When | None:
    """Before the report, or after it where the trigger is told as coming."""
    helpers = tree.having(trigger, "auxiliary")
    if any(tree.tokens[child].lemma.casefold() in words.coming for child in helpers):
        return after(annotated, report_day(annotated))
    said = said_day(annotated, tree, trigger, words)
    if said is not None:
        return before(annotated, said, "said before")
    return before(annotated, report_day(annotated), "reported before")


def said_day(annotated: Annotated, tree: Tree, trigger: int, words: Words) -> str | None:
    """The day of the saying that a trigger is told in, where its sentence gives it."""
    above = {index for index in tree.ancestors(trigger) if is_reporting(tree, index, words)}
    sentence = annotated.sentences[tree.tokens[trigger].sentence]
    days = [when.latest for when in whens_of(annotated, sentence) if hangs_on(annotated, tree, when, above, words)]
    return days[0] if days else None


def before(annotated: Annotated, day: str | None, rule: str) -> When | None:
    """Some time up to a day."""
    return None if day is None else bare(annotated, None, day[:10], rule)


def after(annotated: Annotated, day: str | None) -> When | None:
    """Some time from a day on."""
    return None if day is None else bare(annotated, day[:10], None, "told as coming")


def bare(annotated: Annotated, earliest: str | None, latest: str | None, rule: str) -> When:
    """An interval that no words tell."""
    return When(
        id=content_id("when", annotated.document.id, earliest, latest, rule),
        span=None,
        timex_type="DATE",
        value=None,
        earliest=earliest,
        latest=latest,
        precision="interval",
        rule=rule,
    )
