"""Attribution on PolNeAR: spans of source, cue and content, and attributions linked as wholes, whole and by slice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.polnear import ROLES, Act, Article, Pieces, articles, normal
from benchmarks.score.reliability import reliability
from benchmarks.score.report import Figure, Report, prf
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.extract.attribution import find_attributions
from counterclaim.extract.attributions.lexicon import Lexicon, lexicon_of
from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Attribution, Span

WORD = re.compile(r"\w+")
QUOTE = re.compile(r"[\"“”«»]|''|``")
SPEECH = frozenset(
    [
        "say",
        "claim",
        "confirm",
        "concede",
        "deny",
        "reject",
        "warn",
        "threaten",
        "promise",
        "demand",
        "offer",
        "accuse",
        "claim_responsibility",
        "estimate",
        "predict",
        "relay",
        "silence",
        "unstated",
        "retract",
        "show",
    ]
)
WIRE = re.compile(r"\((?:AP|Reuters|UPI|AFP)\)")
PUBLISHED = {
    "exact source": "naive rules 59.9; CRF 50.6; BiLSTM-CRF 69.6; second person 77.7",
    "exact cue": "naive rules 53.9; CRF 53.4; BiLSTM-CRF 66.7; second person 70.5",
    "exact content": "naive rules 25.5; CRF 28.6; BiLSTM-CRF 59.0; second person 65.7",
    "linked": "naive rules 39.3; second person 74.0",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a found attribution matched to one another, either of them None where it stands alone."""

    gold: Act | None
    found: Act | None


@dataclass(frozen=True, slots=True)
class Scored:
    """One article with what was found in it and how that matches."""

    article: Article
    found: tuple[Act, ...]
    pairs: tuple[Pair, ...]
    speech: frozenset[Pieces]


def score(data: Path, gold: Path) -> Report:
    """The scores on the development split, or an absent report where the set is not there."""
    folder = data / "attribution" / "polnear"
    if not folder.exists():
        return Report(name="attribution", absent=str(folder))
    scored = score_split(folder, "dev")
    return Report(
        name="attribution",
        figures=tuple([*span_figures(scored), *linked_figures(scored), *slice_figures(scored), *calibration(scored)]),
        errors=tuple(line for one in scored for line in error_lines(one)),
        notes=(f"PolNeAR dev, {len(scored)} articles", *kinds_of_error(scored)),
    )


def score_split(folder: Path, split: str, *, step: int = 1) -> list[Scored]:
    """Every article of a split with what the extractor finds in it."""
    chosen = list(articles(folder, split))[::step]
    kit = kept_kit()
    documents = [make_document(article.text, uri=article.name) for article in chosen]
    return [
        scored_article(article, annotated, kit) for article, annotated in zip(chosen, annotate(documents, kit), strict=True)
    ]


def scored_article(article: Article, annotated: Annotated, kit: Kit) -> Scored:
    """One article with what was found in it, and which of its gold cues are acts of speech."""
    found = outermost(annotated, kit)
    speech = frozenset(act.cue for act in article.acts if act.cue and is_speech(act.cue, annotated, lexicon_of(kit.language)))
    return Scored(article, found, tuple(pair_up(article, found)), speech)


def is_speech(cue: Pieces, annotated: Annotated, lexicon: Lexicon) -> bool:
    """Whether a gold cue is one of speech: the first of its words that the lexicon knows decides; one without any is none."""
    tokens = [token for token in annotated.tokens if any(start <= token.start < end for start, end in cue)]
    for token in tokens:
        verb, noun = lexicon.verb(token.lemma), lexicon.nouns.get(token.lemma.lower())
        if verb is not None and token.pos == "VERB":
            return verb.cue_class in SPEECH
        if noun is not None:
            return noun.cue_class in SPEECH
        if token.text == ":" or token.text.lower() in lexicon.words["according"]:
            return True
    return False


def outermost(annotated: Annotated, kit: Kit) -> tuple[Act, ...]:
    """The attributions that are not told within another, as the guidelines want them."""
    return tuple(act_of(one) for one in find_attributions(annotated, kit) if one.parent is None and one.cue is not None)


def act_of(one: Attribution) -> Act:
    """A found attribution in the form of the gold."""
    return Act(
        source=pieces(one.source),
        cue=pieces(one.cue),
        content=pieces(one.content),
        cue_class=one.cue_class,
        construction=one.construction,
        confidence=one.confidence,
    )


def pieces(span: Span | None) -> Pieces:
    """The character ranges of a span."""
    return () if span is None else span.pieces or ((span.start, span.end),)


def words(text: str, ranges: Pieces) -> set[int]:
    """The start offsets of the words in these ranges."""
    return {match.start() + start for start, end in ranges for match in WORD.finditer(text[start:end])}


def overlaps(one: Pieces, other: Pieces) -> bool:
    """Whether two sets of ranges share a character."""
    return any(a < d and c < b for a, b in one for c, d in other)


def is_linked(text: str, gold: Act, found: Act) -> bool:
    """Whether cue and source overlap (or neither has a source) and the contents share half of their words."""
    if not overlaps(gold.cue, found.cue):
        return False
    if (gold.source or found.source) and not overlaps(gold.source, found.source):
        return False
    left, right = words(text, gold.content), words(text, found.content)
    return bool(left | right) and len(left & right) / len(left | right) >= 0.5


def pair_up(article: Article, found: Sequence[Act]) -> Iterator[Pair]:
    """Gold and found attributions matched one to one: linked ones first, then those whose cues overlap."""
    left, right = list(article.acts), list(found)
    for test in (lambda g, f: is_linked(article.text, g, f), lambda g, f: overlaps(g.cue, f.cue)):
        for gold in list(left):
            partner = next((act for act in right if test(gold, act)), None)
            if partner is not None:
                left.remove(gold)
                right.remove(partner)
                yield Pair(gold, partner)
    yield from (Pair(gold, None) for gold in left)
    yield from (Pair(None, act) for act in right)


def spans_of(acts: Iterable[Act], role: str, text: str) -> set[Pieces]:
    """The distinct spans of a role."""
    return {normal(act.role(role), text) for act in acts if act.role(role)}


def span_figures(scored: Sequence[Scored]) -> Iterator[Figure]:
    """Precision, recall and F1 of spans, exact, by their beginning and by overlap."""
    for how, match in (("exact", exact), ("begin", begin), ("overlap", overlap)):
        for role in ROLES:
            counts = [
                match(spans_of(one.article.acts, role, one.article.text), spans_of(one.found, role, one.article.text))
                for one in scored
            ]
            hits, found, gold = (sum(column) for column in zip(*counts, strict=True))
            yield from triple(f"{how} {role}", hits, found, gold)


def exact(gold: set[Pieces], found: set[Pieces]) -> tuple[int, int, int]:
    """Spans found exactly, spans found, spans in gold."""
    return len(gold & found), len(found), len(gold)


def begin(gold: set[Pieces], found: set[Pieces]) -> tuple[int, int, int]:
    """The same for the beginnings of spans."""
    left, right = {pieces[0][0] for pieces in gold}, {pieces[0][0] for pieces in found}
    return len(left & right), len(right), len(left)


def overlap(gold: set[Pieces], found: set[Pieces]) -> tuple[int, int, int]:
    """The same for spans that share a character with one of the other side."""
    right = sum(any(overlaps(one, other) for other in found) for one in gold)
    return min(right, len(found)), len(found), len(gold)


def triple(metric: str, hits: float, found: float, gold: float) -> Iterator[Figure]:
    """The F1 of a metric with its precision and recall beside it."""
    precision, recall, both = prf(hits, found, gold)
    beside = f"P {100 * precision:.1f} R {100 * recall:.1f}" + (f"; {PUBLISHED[metric]}" if metric in PUBLISHED else "")
    yield Figure(slice="all cues", metric=metric, value=100 * both, of=int(gold), published=beside)


def linked_figures(scored: Sequence[Scored]) -> Iterator[Figure]:
    """Linked F1 over all cues and over acts of speech, by the class that was found and the class of the gold cue's words."""
    pairs = [(one, pair) for one in scored for pair in one.pairs]
    right = sum(good(one, pair) for one, pair in pairs)
    found, gold = sum(pair.found is not None for _, pair in pairs), sum(pair.gold is not None for _, pair in pairs)
    yield from triple("linked", right, found, gold)
    acts = [(one, pair) for one, pair in pairs if pair.found is not None and pair.found.cue_class in SPEECH]
    told = [(one, pair) for one, pair in pairs if pair.gold is not None and pair.gold.cue in one.speech]
    precision = sum(good(one, pair) for one, pair in acts) / max(1, len(acts))
    recall = sum(good(one, pair) for one, pair in told) / max(1, len(told))
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    beside = f"P {100 * precision:.1f} R {100 * recall:.1f}"
    yield Figure(slice="speech acts only", metric="linked", value=100 * both, of=len(told), published=beside)


def good(one: Scored, pair: Pair) -> bool:
    """Whether a pair is linked."""
    return pair.gold is not None and pair.found is not None and is_linked(one.article.text, pair.gold, pair.found)


def calibration(scored: Sequence[Scored]) -> Iterator[Figure]:
    """How well the confidence of found attributions agrees with whether they are linked."""
    pairs = [(one, pair) for one in scored for pair in one.pairs if pair.found is not None]
    outcomes = [(pair.found.confidence, good(one, pair)) for one, pair in pairs if pair.found is not None]
    return reliability("of confidence", outcomes)


def slice_figures(scored: Sequence[Scored]) -> Iterator[Figure]:
    """Linked recall by kind of gold attribution, linked precision by construction found."""
    totals: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for one in scored:
        for pair in one.pairs:
            for name in names_of(one.article.text, pair):
                totals[name] += 1
                hits[name] += good(one, pair)
    for name, total in sorted(totals.items(), key=lambda item: (item[0].split(": ")[0] != "gold", -item[1])):
        kind, label = name.split(": ", 1)
        metric = "linked recall" if kind == "gold" else "linked precision"
        yield Figure(slice=label, metric=metric, value=100 * hits[name] / total, of=total)


def names_of(text: str, pair: Pair) -> Iterator[str]:
    """The slices that a pair belongs to."""
    if pair.gold is not None:
        yield from (f"gold: {name}" for name in slices_of(text, pair.gold))
    if pair.found is not None:
        yield f"found: {pair.found.construction}"


def slices_of(text: str, act: Act) -> Iterator[str]:
    """The kinds of a gold attribution, told from its words."""
    content = " ".join(text[start:end] for start, end in act.content)
    cue = " ".join(text[start:end] for start, end in act.cue).lower()
    source = " ".join(text[start:end] for start, end in act.source)
    yield quoting(content)
    if not source:
        yield "no source"
    elif source.lower() in PRONOUNS:
        yield "pronoun source"
    if cue.startswith("according to"):
        yield "according to"
    elif source and act.cue and act.cue[0][0] < act.source[0][0] and re.search(r"\bby$", cue):
        yield "passive"
    elif NOMINAL.search(cue):
        yield "nominal"
    if WIRE.search(text[:400]):
        yield "wire copy"
    if re.search(r"[.?!][\"”’']* +\S", content) or "\n" in content:
        yield "multi-sentence"


PRONOUNS = frozenset(
    ["i", "he", "she", "it", "they", "we", "you", "who", "his", "her", "their", "its", "my", "our", "that", "which"]
)
NOMINAL = re.compile(
    r"\b(statement|claim|report|announcement|allegation|assertion|accusation|warning|view|words?|call|promise|decision|"
    r"concerns?|support|criticism|comments?|remarks?|opinion|belief|suggestion|endorsement)s?( (of|that|for|about))?$"
)


def quoting(content: str) -> str:
    """Whether a content is a direct quotation, an indirect one, or mixed."""
    marks = QUOTE.findall(content)
    if not marks:
        return "indirect"
    return "direct" if QUOTE.match(content) and QUOTE.search(content[-2:]) else "mixed"


def error_lines(one: Scored) -> Iterator[str]:
    """A line for each attribution missed, invented or with a wrong span."""
    for pair in one.pairs:
        kind = kind_of(one, pair)
        if kind != "right":
            yield f"{one.article.name[:40]} {kind}\n    gold  {shown(one.article.text, pair.gold)}" \
                  f"\n    found {shown(one.article.text, pair.found)}"  # fmt: skip


def kind_of(one: Scored, pair: Pair) -> str:
    """What is wrong with a pair: missed, invented, unlinked, or the roles whose spans differ."""
    if pair.gold is None:
        return "invented"
    if pair.found is None:
        return "missed"
    text = one.article.text
    wrong = [role for role in ROLES if normal(pair.gold.role(role), text) != normal(pair.found.role(role), text)]
    return ("" if good(one, pair) else "unlinked ") + ("span of " + ", ".join(wrong) if wrong else "right")


def shown(text: str, act: Act | None) -> str:
    """An attribution in one line."""
    if act is None:
        return "-"
    parts = [" | ".join(text[start:end] for start, end in act.role(role)).replace("\n", " ") for role in ROLES]
    return f"{act.construction} {act.cue_class} SOURCE [{parts[0]}] CUE [{parts[1]}] CONTENT [{parts[2]}]"


def kinds_of_error(scored: Sequence[Scored]) -> Iterator[str]:
    """How often each kind of error occurs."""
    counts = Counter(kind_of(one, pair) for one in scored for pair in one.pairs)
    yield from (f"{count:6} {kind}" for kind, count in counts.most_common())
