"""A text may end where a rule looks for what follows."""

from __future__ import annotations

import pytest

from counterclaim.extract.attribution import find_attributions


@pytest.mark.parametrize(
    "text",
    [
        "The officer accused the army of using human shields",
        "An officer accused the army of shelling the camp in Mrauk U.",
        "Said",
        "accused of killing",
        '"They will not pass',
        "The army denied, a claim",
    ],
)
def test_a_text_without_a_full_stop_is_read(annotated, kit, text):
    assert isinstance(find_attributions(annotated(text), kit), tuple)
