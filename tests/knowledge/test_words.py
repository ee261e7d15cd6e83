"""Words of a language that YAML 1.1 would take for truth values stay words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from counterclaim.knowledge.load import load, read_page


def listed(page: Any) -> Iterator[object]:
    """Every key, and every plain value of a list, at any depth."""
    if isinstance(page, dict):
        for key, value in page.items():
            yield key
            yield from listed(value)
    elif isinstance(page, list):
        for value in page:
            yield from listed(value) if isinstance(value, dict | list) else [value]


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "On", "NO", "truest"])
def test_a_word_is_a_word(tmp_path, word):
    path = tmp_path / "page.yaml"
    path.write_text(f"kind: table\nname: x\nwords: [{word}]\nflag: true\n", encoding="utf-8")
    page = read_page(path)
    assert (page["words"], page["flag"]) == ([word], True)


def test_no_list_or_key_of_a_shipped_language_holds_a_truth_value():
    found = [(name, key) for name, language in load().languages.items() for key in listed(dict(language.sections))]
    assert [one for one in found if isinstance(one[1], bool)] == []
