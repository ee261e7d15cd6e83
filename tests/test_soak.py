"""A short soak: kills and damaged inputs; the long one is `just soak`."""

import pytest
from benchmarks.soak.fuzz import fuzz, harmless
from benchmarks.soak.kills import kills


@pytest.mark.parametrize("lines", [kills(6, 3), fuzz(300, 3), harmless(40, 3)], ids=["kills", "damage", "harmless"])
def test_nothing_is_wrong(lines):
    told = list(lines)
    assert told
    assert not [line for line in told if "WRONG" in line or "CHANGED" in line]
