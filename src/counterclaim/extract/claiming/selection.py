"""Which attributions are tellings of claims: no wishes, names, deeds, and none that is only told again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterclaim.extract.claiming.channel import cue_head
from counterclaim.extract.claiming.modality import opens_with_infinitive
from counterclaim.extract.claiming.page import Page, brands_false
from counterclaim.extract.claiming.propositions import VERBAL, root_of
from counterclaim.extract.claiming.readiness import as_offer
from counterclaim.extract.claiming.settling import Told, is_stand_in, settled, shows_evidence
from counterclaim.extract.claiming.sources import head_of, speaks
from counterclaim.records import Attribution, Span

BARE = frozenset({"demand", "estimate", "say", "claim", "show", "opinion", "attitude", "predict", "relay"})
NEAR = 40
SUBJECTS = ("subject", "passive_subject")
UNSAID = frozenset({"silence", "unstated"})


def tellings(attributions: Sequence[Attribution], page: Page) -> list[Told]:
    """The attributions that tell of claims, their contents without asides and their sources without stand-ins."""
    offers = (as_offer(found, page) for found in attributions)
    spoken = (replace(found, source=None) if is_addressed(found, page) else found for found in offers)
    kept = [found for found in spoken if is_telling(found, page)]
    children = by_parent(kept)
    sourced = {span_key(found.content) for found in kept if found.source is not None and found.content is not None}
    told = [found for found in kept if not only_quotes(found, children) and not only_doubts(found, children, page)]
    shown = [found for found in told if not only_shows(found, children, page) and not is_repeated(found, sourced)]
    return [settled(found, children, page) for found in shown if not is_taken_back(found, page)]


def is_taken_back(attribution: Attribution, page: Page) -> bool:
    """Whether a telling stands within the words by which its own source takes it back."""
    outer = page.attributions.get(attribution.parent or "")
    if outer is None or outer.cue_class != "retract" or attribution.source is None:
        return False
    indices = page.tokens_of(attribution.source)
    return bool(indices) and page.tokens[indices[0]].lemma.lower() in page.vocabulary.lemmas["resuming"]


def span_key(content: Span | None) -> tuple[int, int] | None:
    """Where a content stands."""
    return (content.start, content.end) if content is not None else None


def is_repeated(attribution: Attribution, sourced: set[tuple[int, int] | None]) -> bool:
    """Whether a telling without a source has the very content of one with a source."""
    return attribution.source is None and attribution.content is not None and span_key(attribution.content) in sourced


def is_addressed(attribution: Attribution, page: Page) -> bool:
    """Whether the source is the one spoken to: the subject of a passive ("the people are assured")."""
    indices = page.tokens_of(attribution.source)
    if not indices or attribution.construction != "passive" or attribution.cue_class == "attitude":
        return False
    head, cue = head_of(indices, page), cue_head(attribution, page)
    return page.tokens[head].relation == "passive_subject" and page.tokens[head].head == cue


def by_parent(attributions: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    """The attributions by the one that they are told within."""
    children: dict[str, list[Attribution]] = defaultdict(list)
    for found in attributions:
        if found.parent is not None:
            children[found.parent].append(found)
    return children


def is_telling(attribution: Attribution, page: Page) -> bool:
    """Whether an attribution tells of a claim."""
    head = cue_head(attribution, page)
    if head is None or attribution.content is None:
        return True
    naming = attribution.cue_class == "opinion" or page.tokens[head].lemma.lower() in page.vocabulary.lemmas["naming"]
    if naming and attribution.source and brands_false(attribution.content, page):
        return True
    if is_open_question(attribution, page):
        return False
    if attribution.source is None and is_remark(attribution, page):
        return False
    if attribution.cue_class == "perception" or is_other_verb(attribution, head, page):
        return False
    if attribution.cue_class in {"demand", "say"} and page.vocabulary.anonymity.search(attribution.content.text[:NEAR]):
        return False
    tests = (
        takes_lives, is_purpose, only_names, is_only_time, is_unsourced_aside, speaks_for_outer, is_finding_within, is_deed,
        is_measure, is_wished,
    )  # fmt: skip
    return not any(test(attribution, head, page) for test in tests)


def is_open_question(attribution: Attribution, page: Page) -> bool:
    """Whether a telling is what somebody did not say, asked with a question word ("declined to say whether he did it")."""
    outer = page.attributions.get(attribution.parent or "")
    if outer is None or outer.cue_class != "silence" or attribution.construction == "nominal":
        return False
    first = next(iter(page.tokens_of(outer.content)), None)
    before = [first, first - 1] if first else []
    return any(page.tokens[index].text.lower() in page.vocabulary.lemmas["questions"] for index in before)


def is_remark(attribution: Attribution, page: Page) -> bool:
    """Whether the cue is of a remark that a thing could not be checked, which marks the claim before it."""
    if attribution.cue is None:
        return False
    start = attribution.sentence.start
    marks = page.vocabulary.unverified_remarks.finditer(attribution.sentence.text)
    return any(start + m.start() < attribution.cue.end and attribution.cue.start < start + m.end() for m in marks)


def is_other_verb(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether the cue is a wish, a deed or a knowing that is no act of speech."""
    lemma, lemmas = page.tokens[head].lemma.lower(), page.vocabulary.lemmas
    if lemma in lemmas["deeds"] and page.tokens[head].pos in VERBAL:
        return True
    if attribution.cue_class == "attitude":
        return lemma not in lemmas["attitudes"]
    if attribution.cue_class == "opinion" and page.tokens[head].pos in VERBAL:
        return lemma not in lemmas["opinions"]
    return lemma in lemmas["knowing"] and attribution.cue_class in {"say", "show", "claim"}


def takes_lives(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether a verb of claiming takes lives here ("the fighting claimed nine lives")."""
    if page.tokens[head].lemma.lower() not in page.vocabulary.lemmas["takers"] or is_told_before(attribution):
        return False
    content = page.tokens_of(attribution.content)
    heads = [root_of(content, page), *content[:1]] if content else []
    if page.tokens[head].pos == "NOUN" or (heads and is_clause_of_speaker(attribution, heads[0], page)):
        return False
    source, taken = page.tokens_of(attribution.source), page.vocabulary.lemmas["taken"]
    heads += [head_of(source, page)] if source else []
    return any(page.tokens[index].lemma.lower() in taken for index in heads)


def is_clause_of_speaker(attribution: Attribution, root: int, page: Page) -> bool:
    """Whether a content is a clause, told by somebody who can speak ("the army claimed its jets killed nine people")."""
    source = page.tokens_of(attribution.source)
    relative = bool(source) and page.tokens[source[0]].lemma.lower() in page.vocabulary.lemmas["relative"]
    if relative or page.tree.child(root, *SUBJECTS) is None:
        return False
    named = any(speaks(mention) for mention in page.mentions_in(source))
    return named or page.tree.child(root, "marker") is not None


def is_told_before(attribution: Attribution) -> bool:
    """Whether the content stands before the cue."""
    return attribution.content is not None and attribution.cue is not None and attribution.content.end <= attribution.cue.start


def is_purpose(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether the cue is an infinitive of purpose, or a denial of a thing to someone."""
    if attribution.cue_class == "deny" and page.tree.child(head, "indirect_object") is not None:
        return True
    if attribution.cue_class == "deny" and attribution.construction == "verb_object_to" and not told_of(attribution, page):
        return True
    if attribution.cue_class in {"deny", "reject"} and page.tree.child(head, "passive_auxiliary") is not None:
        return not told_of(attribution, page)
    if attribution.cue_class in {"deny", "reject"} and opens_with_infinitive(page.tokens_of(attribution.content), page):
        return True
    infinitive = any(page.tokens[child].form == "infinitive_marker" for child in page.tree.children[head])
    if not infinitive or attribution.cue_class not in BARE | {"deny", "reject"}:
        return False
    if attribution.cue_class in {"deny", "reject"}:
        return not told_of(attribution, page)
    return page.tree.child(head, "passive_auxiliary") is None


def told_of(attribution: Attribution, page: Page) -> bool:
    """Whether a content is headed by something told or something that happened."""
    indices = page.tokens_of(attribution.content)
    lemmas = page.vocabulary.lemmas["told"] | page.vocabulary.lemmas["happenings"]
    root = root_of(indices, page) if indices else -1
    return root >= 0 and (page.tokens[root].lemma.lower() in lemmas or bool(page.events.get(root)))


def only_names(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether a cue only calls a thing by a name: no clause and no event in its content."""
    if page.tokens[head].lemma.lower() not in page.vocabulary.lemmas["naming"] or attribution.cue_class == "demand":
        return False
    indices = page.tokens_of(attribution.content)
    if indices and page.tokens[indices[0]].form == "infinitive_marker":
        return False
    return not page.events_in(indices) and not any(page.tokens[i].form in {"past", "present", "modal"} for i in indices)


def is_only_time(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether the content is nothing but a day or an hour."""
    content = attribution.content
    times = (when.span for when in page.annotated.whens if when.span is not None)
    return content is not None and any(span.start <= content.start and content.end <= span.end for span in times)


def is_unsourced_aside(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether a passive without a source stands within another's telling, or as a mere participle."""
    if attribution.source is not None:
        return False
    within = page.innermost.get(head) is not None
    if within and attribution.cue_class in UNSAID:
        return True
    if within and attribution.construction == "nominal" and not has_finite(attribution, page):
        return not rests_on(attribution, page)
    asked = page.tokens[head].form == "participle" and page.tokens[head].relation == "adverbial_clause"
    if asked and attribution.cue_class in {"say", "demand"}:
        return True
    if not attribution.construction.startswith("passive"):
        return False
    told = page.innermost.get(head) is not None
    return told or attribution.parent is not None or page.tokens[head].relation in {"participle", "modifier", "relative_clause"}


def rests_on(attribution: Attribution, page: Page) -> bool:
    """Whether the words before a cue say that another telling rests on it ("based on reports of ...")."""
    cue = attribution.cue
    before = page.annotated.document.text[max(0, cue.start - 12) : cue.start] if cue is not None else ""
    return page.vocabulary.resting_on.search(before) is not None


def has_finite(attribution: Attribution, page: Page) -> bool:
    """Whether a finite verb stands in the content."""
    return any(page.tokens[index].form in {"past", "present", "modal"} for index in page.tokens_of(attribution.content))


def speaks_for_outer(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether the source is the speaker of the telling around ("we ask that ..." within what he said)."""
    if attribution.parent is None or attribution.source is None:
        return False
    indices = page.tokens_of(attribution.source)
    return len(indices) == 1 and page.tokens[indices[0]].lemma.lower() in page.vocabulary.lemmas["own"]


def is_finding_within(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether findings show something within another's telling: that is the teller's evidence, no telling of its own."""
    if attribution.cue_class != "show" or attribution.parent is None or attribution.source is None:
        return False
    return any(
        entry.value == "findings" and entry.pattern.search(attribution.source.text) for entry in page.vocabulary.evidence
    )


def only_quotes(attribution: Attribution, children: Mapping[str, list[Attribution]]) -> bool:
    """Whether a telling only quotes another's, which stands within it ("quoted a doctor as saying that ...")."""
    if attribution.cue_class != "relay" or attribution.construction == "according" or attribution.content is None:
        return False
    start = attribution.content.start
    quoted = (child for child in children.get(attribution.id, ()) if child.source is not None and child.cue is not None)
    return any(child.source.start == start or child.construction == "relay" for child in quoted if child.source is not None)


def only_doubts(attribution: Attribution, children: Mapping[str, list[Attribution]], page: Page) -> bool:
    """Whether all that is said is that the speaker doubts or cannot tell a thing, which is a telling of its own within it."""
    indices = page.tokens_of(attribution.content)
    root = root_of(indices, page) if indices else -1
    return root >= 0 and any(
        is_pronoun_source(child, page) and leaves_open(child, root, page) for child in children.get(attribution.id, ())
    )


def leaves_open(attribution: Attribution, root: int, page: Page) -> bool:
    """Whether a telling by the main verb of a content doubts a thing or leaves it unsaid ("had no information about it")."""
    cue = page.tokens_of(attribution.cue)
    if attribution.cue_class == "silence":
        return bool(cue) and root <= cue[0] <= root + 2
    if cue_head(attribution, page) != root:
        return False
    unsaid = attribution.negated and attribution.cue_class in {"confirm", "say", "claim"}
    return unsaid or page.tokens[root].lemma.lower() in page.vocabulary.lemmas["disputing"]


def is_pronoun_source(attribution: Attribution, page: Page) -> bool:
    """Whether the source is named by a pronoun alone."""
    indices = page.tokens_of(attribution.source)
    return len(indices) == 1 and page.tokens[indices[0]].pos == "PRON"


def is_mere_deed(attribution: Attribution, page: Page) -> bool:
    """Whether what looks like a telling is a deed that the narrator tells of."""
    head = cue_head(attribution, page)
    return head is not None and attribution.content is not None and is_deed(attribution, head, page)


def is_deed(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether a verb that can tell tells nothing here: a deed done to a thing, or a thing published that tells of nothing."""
    lemma, lemmas = page.tokens[head].lemma.lower(), page.vocabulary.lemmas
    silent = attribution.negated or attribution.cue_class in UNSAID
    if silent or page.tokens[head].pos not in VERBAL or holds_clause(attribution, page):
        return False
    if lemma in lemmas["deeds_unless_clause"]:
        return True
    only_object = attribution.construction == "verb_object"
    if lemma not in lemmas["publishing"]:
        return False
    freed = is_of_people(attribution, page)
    return freed or (only_object and not page.events_in(page.tokens_of(attribution.content)))


def is_of_people(attribution: Attribution, page: Page) -> bool:
    """Whether a content is headed by people ("released two soldiers to the council")."""
    indices = page.tokens_of(attribution.content)
    root = root_of(indices, page) if indices else -1
    known = page.vocabulary.lemmas["civilians"] | page.vocabulary.lemmas["combatants"]
    people = {"person", "witness"}
    return (
        root >= 0
        and page.tokens[root].pos in {"NOUN", "PROPN"}
        and (page.tokens[root].lemma.lower() in known or any(mention.kind in people for mention in page.mentions.get(root, ())))
    )


def is_wished(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether a telling within another's is one that should or would be made ("said the council should condemn it")."""
    return attribution.modal and not attribution.negated and attribution.parent is not None


def holds_clause(attribution: Attribution, page: Page) -> bool:
    """Whether the content of a telling is a clause or a quotation."""
    indices = page.tokens_of(attribution.content)
    root = page.tokens[root_of(indices, page)] if indices else None
    finite = root is not None and root.pos in VERBAL and root.form in {"past", "present", "modal", "base", "participle"}
    content = attribution.content
    return finite or any(
        content is not None and not q.scare and q.span.start < content.end and content.start < q.span.end
        for q in page.annotated.quotations
    )


def is_measure(attribution: Attribution, head: int, page: Page) -> bool:
    """Whether "according to" names what a thing depends on, and nobody who tells it ("according to type and size")."""
    indices = page.tokens_of(attribution.source)
    if attribution.construction != "according" or page.tokens[indices[0]].pos in {"DET", "NUM"}:
        return False
    nouns = [index for index in indices if page.tokens[index].pos in {"NOUN", "PROPN", "PRON"}]
    return bool(nouns) and not any(can_be_told_by(index, page) for index in nouns)


def can_be_told_by(index: int, page: Page) -> bool:
    """Whether a noun is a name, somebody, or something told."""
    token, lemmas = page.tokens[index], page.vocabulary.lemmas
    if token.relation == "possessive":
        return False
    told = lemmas["document"] | lemmas["unnamed"] | lemmas["told"] | lemmas["toll"]
    return (
        token.pos != "NOUN" or token.lemma.lower() in told or any(speaks(mention) for mention in page.mentions.get(index, ()))
    )


def only_shows(attribution: Attribution, children: Mapping[str, list[Attribution]], page: Page) -> bool:
    """Whether the content is a piece of evidence whose own telling stands within it ("shared a tweet claiming ...")."""
    return shows_evidence(attribution, page) and any(is_stand_in(child, page) for child in children.get(attribution.id, ()))
