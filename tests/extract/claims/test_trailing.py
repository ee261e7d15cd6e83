from __future__ import annotations

import pytest

from counterclaim.extract.attribution import find_attributions

SAID = [
    ("Nine people died in the raid on the northern town the monitor said.", "the monitor", "said"),
    ("A blast hit the market killing nine people a local source told Sputnik.", "a local source", "told"),
    ("Shelling killed six villagers observatory director Adam Noor said.", "observatory director Adam Noor", "said"),
    ("The bridge was destroyed by rockets a doctor and an army officer said.", "a doctor and an army officer", "said"),
    ("Planes hit three wells in the north of the province activists said on Monday.", "activists", "said"),
]


@pytest.mark.parametrize(("text", "source", "cue"), SAID)
def test_a_source_that_closes_a_sentence_without_a_comma_is_no_part_of_the_content(annotated, kit, text, source, cue) -> None:
    found = [part for part in find_attributions(annotated(text), kit) if part.cue and part.cue.text == cue]
    assert [part.source.text for part in found] == [source]
    assert all(source not in part.content.text for part in found)


def test_a_text_with_commas_is_left_to_the_parser(annotated, kit) -> None:
    found = find_attributions(annotated("The bridge, the monitor said, was hit."), kit)
    assert all(part.construction != "trailing" for part in found)


def test_according_to_speaks_of_the_whole_statement_before_it(annotated, kit) -> None:
    said = "The villagers are assured that they will be safe and that “nobody will be harmed,”"
    text = f"{said} according to the Al-Noor Front’s letter."
    found = {part.construction: part for part in find_attributions(annotated(text), kit)}
    assert found["according"].parent is None
