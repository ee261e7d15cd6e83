"""A language file with a rule that cannot work is refused by name, before any text is read."""

from __future__ import annotations

import pytest

from counterclaim.annotate.times.rulebook import rulebook
from counterclaim.errors import KnowledgeError

RULE = "kind: language\nname: en\ntimes:\n  rules:\n    - {id: odd, make: %s, guard: %s, patterns: ['%s']}\n"


@pytest.mark.parametrize(
    ("make", "guard", "pattern", "told"),
    [
        ("no such thing", "name", "<month>", "make is 'no such thing'"),
        ("date", "no such guard", "<month>", "guard is 'no such guard'"),
        ("date", "name", "<no_such_class>", "does not compile"),
        ("date", "name", "[<month>]", "everything in it is optional"),
    ],
)
def test_a_rule_that_cannot_work_is_named(tmp_path, make, guard, pattern, told):
    (tmp_path / "times.yaml").write_text(RULE % (make, guard, pattern), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'odd'") as error:
        rulebook((tmp_path,), "en")
    assert told in str(error.value)


def test_a_rule_of_a_plug_in_folder_is_used(tmp_path):
    (tmp_path / "times.yaml").write_text(RULE % ("weekday", "", "market_day <weekday>"), encoding="utf-8")
    book = rulebook((tmp_path,), "en")
    assert "odd" in {rule.id for rule in book.by_first["market"]}
