"""Who is who in hand-labelled reports: sources resolved to a name and a side, parties to a name, entities merged."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.score.report import Figure, Report
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Mention
from counterclaim.syntax import Tree, tree_of

SKIPPED_SIDES = (None, "unknown", "civilians", "media")


@dataclass(kw_only=True)
class Tally:
    """Right answers and questions by field, with a line for each wrong one."""

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def count(self, name: str, right: bool, line: str) -> None:
        """Counts one answer."""
        self.asked[name] = self.asked.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + right
        if not right:
            self.errors.append(f"{name}: {line}")


def score(data: Path, gold: Path) -> Report:
    """Shares of right names and sides over the gold claims, given the gold source and party words."""
    if not gold.exists():
        return Report(name="entities", absent=str(gold))
    scorer = load_scorer(gold.parent / "tools" / "score_claims.py")
    kit = kept_kit()
    tallies = {"seed": Tally(), "fa-kes": Tally()}
    score_file(gold / "seed.gold.json", kit, scorer, tallies["seed"])
    for path in sorted((gold / "fa-kes").glob("*.gold.json")):
        score_file(path, kit, scorer, tallies["fa-kes"])
    figures = [
        Figure(slice=name, metric=metric, value=tally.right[metric] / tally.asked[metric], of=tally.asked[metric])
        for name, tally in tallies.items()
        for metric in tally.asked
    ]
    return Report(name="entities", figures=tuple(figures), errors=tuple(line for t in tallies.values() for line in t.errors))


def load_scorer(path: Path) -> Any:
    """The outside scorer as a module, for its comparison of names."""
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_file(path: Path, kit: Kit, scorer: Any, tally: Tally) -> None:
    """Counts the answers of one document."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    annotated = annotated_of(path, gold, kit)
    tree = tree_of(annotated)
    aliases = [
        {" ".join(w for w in scorer.name_words(v) if w not in scorer.GENERIC) for v in [e["name"], *e["variants"]]}
        for e in gold.get("entities", [])
    ]

    def alike(left: str | None, right: str | None) -> bool:
        return bool(scorer.same_name(left, right, aliases))

    for claim in gold["claims"]:
        spans = scorer.gold_spans(annotated.document.text, claim, gold["doc"])
        score_source(claim, spans, annotated, tree, alike, tally)
        score_parties(claim, spans, scorer, annotated, tree, alike, tally)
    for entity in gold.get("entities", []):
        score_entity(entity, annotated, alike, tally)


def annotated_of(path: Path, gold: Mapping[str, Any], kit: Kit) -> Annotated:
    """The annotated document of a gold file."""
    text = path.with_name(f"{gold['doc']}.txt").read_bytes().decode("utf-8")
    sidecar = path.with_name(f"{gold['doc']}.json")
    meta = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.exists() else {"published": gold.get("published")}
    known = {key: meta[key] for key in ("published", "publisher", "title") if meta.get(key)}
    return next(annotate([make_document(text, uri=f"{gold['doc']}.txt", **known)], kit))


def mention_at(spans: list[tuple[int, int]], annotated: Annotated, tree: Tree) -> Mention | None:
    """The mention whose head is the head of these words, else the longest one that overlaps them."""
    if not spans:
        return None
    start, end = spans[0]
    tokens = tree.within(start, end)
    head = tree.head_of(tokens.start, tokens.stop)
    inside = [m for m in annotated.mentions if m.span.start < end and m.span.end > start]
    return next((m for m in inside if m.head == head), max(inside, key=lambda m: m.span.end - m.span.start, default=None))


def score_source(
    claim: Mapping[str, Any],
    spans: Mapping[str, Any],
    annotated: Annotated,
    tree: Tree,
    alike: Callable[..., bool],
    tally: Tally,
) -> None:
    """Counts the name and the side of a claim's source."""
    mention = mention_at(spans["source"], annotated, tree)
    if not spans["source"]:
        return
    who, side = claim.get("source_who"), claim.get("source_side")
    line = f"{annotated.document.uri} {claim['source']!r}"
    if who and not who.startswith("unnamed"):
        name = (mention.name or mention.span.text) if mention else None
        tally.count("source name", alike(who, name), f"{line}: {who} / {name} {shown(mention)}")
    if side not in SKIPPED_SIDES:
        found = mention.side if mention else None
        tally.count("source side", alike(side, found), f"{line}: {side} / {found} {shown(mention)}")


def shown(mention: Mention | None) -> str:
    """A mention in an error line."""
    return f"[{mention.span.text} {mention.kind} {mention.rule}]" if mention else "[no mention]"


def score_parties(
    claim: Mapping[str, Any], spans: Mapping[str, Any], scorer: Any, annotated: Annotated, tree: Tree,
    alike: Callable[..., bool], tally: Tally,
) -> None:  # fmt: skip
    """Counts the names of the agent and the patient of a claim's event."""
    event = claim.get("event") or {}
    near = spans["content"][0][0] if spans["content"] else spans["cue"][0][0] if spans["cue"] else 0
    for role in ("agent", "patient"):
        words, who = event.get(role), event.get(f"{role}_who")
        span = scorer.find(annotated.document.text, words, near) if words and who else None
        if span:
            mention = mention_at([span], annotated, tree)
            name = (mention.name or mention.span.text) if mention else None
            right = alike(who, name) or alike(words, name) or alike(who, mention.span.text if mention else None)
            tally.count(f"{role} name", right, f"{annotated.document.uri} {words!r}: {who} / {name} {shown(mention)}")


def score_entity(entity: Mapping[str, Any], annotated: Annotated, alike: Callable[..., bool], tally: Tally) -> None:
    """Counts a gold entity as right where its variants are one chain that holds no other words."""
    chains = {m.chain for m in annotated.mentions if any(same_words(m, variant) for variant in entity["variants"])}
    tally.count("entity merged", len(chains) == 1, f"{entity['name']}: {list(strays(entity, chains, annotated))}")


def same_words(mention: Mention, variant: str) -> bool:
    """Whether a mention is a variant, article apart."""
    plain = [" ".join(w for w in text.lower().split() if w != "the") for text in (mention.span.text, variant.split(" (")[0])]
    return plain[0] == plain[1]


def strays(entity: Mapping[str, Any], chains: set[str], annotated: Annotated) -> Iterator[str]:
    """The words of each chain that an entity fell into."""
    for chain in chains:
        yield "/".join(dict.fromkeys(m.span.text for m in annotated.mentions if m.chain == chain))
