from pathlib import Path

import pytest
import yaml

from counterclaim.extract.attribution import find_attributions

GROUPS = yaml.safe_load(Path(__file__).with_name("groups.yaml").read_text(encoding="utf-8"))
CASES = [(group, *case) for group, cases in GROUPS.items() for case in cases if case[4] is not None]


def words(span) -> str | None:
    """The words of a span, its pieces parted by a bar."""
    if span is None:
        return None
    if not span.pieces:
        return span.text
    pieces, text = [], span.text
    for start, end in span.pieces:
        pieces.append(text[: end - start])
        text = text[end - start :].lstrip()
    return " | ".join(pieces)


@pytest.mark.parametrize(("group", "text", "source", "cue", "content", "cue_class"), CASES)
def test_each_group_of_constructions_gives_its_spans(annotated, kit, group, text, source, cue, content, cue_class):
    found = [
        (words(one.source), words(one.cue), words(one.content), one.cue_class)
        for one in find_attributions(annotated(text), kit)
    ]
    assert (source, cue, content, cue_class) in found, found


def test_a_denied_saying_is_marked_on_the_cue(annotated, kit):
    (found,) = find_attributions(annotated("The ministry has not confirmed the deaths."), kit)
    assert found.negated


def test_nobodys_claim_of_responsibility_is_marked_on_the_cue(annotated, kit):
    (found,) = find_attributions(annotated("No group has claimed responsibility for the bombing."), kit)
    assert found.negated


def test_a_modal_is_marked_on_the_cue(annotated, kit):
    (found,) = find_attributions(annotated("The ministry may confirm the deaths."), kit)
    assert found.modal
