"""The table of errors read by hand is what the judgements say."""

from __future__ import annotations

import pytest
import yaml
from benchmarks.analysis_table import PAGE, READ, counted, problems, table, written

KINDS = {"core": {"missed": "not made", "stance": "another stance"}, "roles": {"place": "where"}}
ONE = {"set": "a", "id": 1, "before": {"claims": 3, "missed": 1, "errors": {1: ["stance", "place"], 2: ["place"]}}}
TWO = {"set": "a", "id": 2, "before": {"claims": 1, "missed": 0, "errors": {}}}


def test_claims_are_right_in_the_core_where_only_a_role_is_wrong():
    found = counted([ONE, TWO], "before", ["missed", "stance"])
    assert (found["claims"], found["core right"], found["right"], found["missed"], found["place"]) == (4, 3, 2, 1, 2)


@pytest.mark.parametrize(
    ("errors", "said"),
    [({4: ["stance"]}, "there is no claim 4"), ({1: ["mood"]}, "no kind of error is called mood"), ({1: ["stance"]}, None)],
)
def test_a_judgement_that_cannot_be_is_named(errors, said):
    judged = {"claims": 3, "missed": 0, "errors": errors}
    found = problems({"kinds": KINDS, "reports": [{"set": "a", "id": 1, "before": judged, "after": judged}]})
    assert [said in line for line in found] == ([True, True] if said else [])


def test_a_page_without_a_place_for_the_table_is_refused():
    with pytest.raises(ValueError, match="no place for the table"):
        written("A page.", "| a |")


def test_the_page_has_the_table_of_the_judgements():
    data = yaml.safe_load(READ.read_text(encoding="utf-8"))
    assert problems(data) == []
    assert table(data) in PAGE.read_text(encoding="utf-8")
