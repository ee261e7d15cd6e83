"""Counts how often attributions found in each way are right, on PolNeAR train: `python -m benchmarks.fit_attributions`.

Prints the table `attribution_trust`: a way is construction, cue class, kind of source and marks, or a beginning of these; its
share is drawn towards that of the more general way, and a way that was seen too seldom is left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml
from benchmarks.polnear import Article, articles
from benchmarks.score.attribution import act_of, is_linked, pair_up
from benchmarks.tagged import kept_kit

from counterclaim.annotate import annotate
from counterclaim.extract.attribution import drafts_of, records_of
from counterclaim.extract.attributions.lexicon import lexicon_of
from counterclaim.extract.attributions.page import page_of
from counterclaim.extract.attributions.trust import JOINT, Trust, ways_of
from counterclaim.kit import Kit
from counterclaim.read.document import make_document
from counterclaim.records import Annotated
from counterclaim.syntax import tree_of

HEADER = (
    "# The share of attributions found in each way that is right: construction / cue class / kind of source / marks.\n"
    "# Counted by `python -m benchmarks.fit_attributions` on a part of PolNeAR train; rare ways count as more general ones.\n"
)
SEEN, PULL = 10, 12.0


def judged(article: Article, annotated: Annotated, kit: Kit) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The ways of each attribution found in an article, and whether it is linked to one of the gold."""
    page = page_of(annotated, tree_of(annotated), lexicon_of(kit.language))
    drafts = drafts_of(page)
    records = records_of(page, drafts, Trust(0.5, {}))
    found = [
        (act_of(record), ways_of(page, draft))
        for record, draft in zip(records, drafts, strict=True)
        if record.parent is None and record.cue is not None
    ]
    ways = {id(act): way for act, way in found}
    for pair in pair_up(article, [act for act, _ in found]):
        if pair.found is not None:
            yield ways[id(pair.found)], pair.gold is not None and is_linked(article.text, pair.gold, pair.found)


def table_of(outcomes: list[tuple[tuple[str, ...], bool]]) -> dict[str, object]:
    """The table: the share of all, and that of each way that was seen often enough."""
    seen = Counter(way for ways, _ in outcomes for way in ways)
    right = Counter(way for ways, good in outcomes if good for way in ways)
    whole = sum(good for _, good in outcomes) / len(outcomes)
    shares: dict[str, float] = {}
    for way in sorted((way for way in seen if seen[way] >= SEEN), key=lambda way: (way.count(JOINT), way)):
        above = shares.get(way.rpartition(JOINT)[0], whole)
        shares[way] = (right[way] + PULL * above) / (seen[way] + PULL)
    return {"all": round(whole, 3), "ways": {way: round(share, 3) for way, share in sorted(shares.items())}}


def main() -> None:
    """Counts on a part of train and prints or writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--step", type=int, default=3, help="every so many articles of train")
    parser.add_argument("--write", type=Path, help="write the table to this file")
    args = parser.parse_args()
    kit = kept_kit()
    chosen = list(articles(args.data / "attribution" / "polnear", "train"))[:: args.step]
    read = annotate([make_document(one.text, uri=one.name) for one in chosen], kit)
    outcomes = [row for one, annotated in zip(chosen, read, strict=True) for row in judged(one, annotated, kit)]
    page = {"kind": "table", "name": "attribution_trust", **table_of(outcomes)}
    table = HEADER + yaml.safe_dump(page, width=120, sort_keys=False)
    if args.write:
        args.write.write_text(table, encoding="utf-8")
        print(f"{len(chosen)} articles, {len(outcomes)} attributions")
    else:
        print(table)


if __name__ == "__main__":
    main()
