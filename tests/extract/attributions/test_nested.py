from pathlib import Path

import yaml

from counterclaim.extract.attribution import find_attributions
from counterclaim.records import Attribution

SENTENCES = yaml.safe_load(Path(__file__).with_name("nested.yaml").read_text(encoding="utf-8"))
FLOOR = 0.85


def chain_of(one: Attribution, by_id: dict[str, Attribution]) -> list[str | None]:
    """The sources from the outermost to this attribution's own."""
    chain: list[str | None] = []
    current: Attribution | None = one
    while current is not None:
        chain.insert(0, current.source.text if current.source else None)
        current = by_id[current.parent] if current.parent else None
    return chain


def words_of(source: str | None) -> list[str]:
    """The words of a source without article and possessive mark, so that "the army" is "the army's"."""
    text = (source or "").lower().replace("’", "'")
    return [word for word in text.removesuffix("'s").rstrip("'").split() if word not in ("the", "a", "an")]


def chains_of(annotated, kit, text: str) -> list[list[list[str]]]:
    """The chains of all attributions of a text."""
    found = find_attributions(annotated(text), kit)
    by_id = {one.id: one for one in found}
    return [[words_of(source) for source in chain_of(one, by_id)] for one in found]


def holds(annotated, kit, sentence: dict) -> bool:
    """Whether the expected chain is among those found, all levels right."""
    return [words_of(source) for source in sentence["chain"]] in chains_of(annotated, kit, sentence["text"])


def test_nested_sources_come_out_at_all_levels(annotated, kit):
    wrong = [sentence["text"] for sentence in SENTENCES if not holds(annotated, kit, sentence)]
    assert len(SENTENCES) >= 60
    assert 1 - len(wrong) / len(SENTENCES) >= FLOOR, "\n".join(wrong)


def test_no_attribution_is_told_within_itself(annotated, kit):
    for sentence in SENTENCES:
        found = find_attributions(annotated(sentence["text"]), kit)
        by_id = {one.id: one for one in found}
        for one in found:
            seen = set()
            current = one
            while current.parent is not None:
                assert current.id not in seen
                seen.add(current.id)
                current = by_id[current.parent]
