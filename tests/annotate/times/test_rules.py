"""Every rule of the language files resolves its own example, and words that only look like times are left alone."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.load import load

RULES = load().languages["en"].section("times")["rules"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_rule_resolves_its_example(annotated, rule):
    found = annotated(rule["example"], None if rule.get("history") else "2021-09-06").whens
    assert (rule["id"], str(rule["expect"])) in {(when.rule, when.value) for when in found}


@pytest.mark.parametrize(
    "text",
    [
        "A second spokesman denied it.",
        "The rebels may attack the bridge.",
        "They march on the capital.",
        "He killed 12 on the road.",
        "The fall of the city shocked them.",
        "About 2000 soldiers were sent.",
        "A man in his 30s was shot.",
        "Jan Novak crossed the river.",
        "A 12-year-old boy was hit.",
        "They lost three-quarters of their men.",
        "He joined the annual March of the Widows.",
        "The daily was shut by the army.",
    ],
)
def test_words_that_only_look_like_times_are_none(annotated, text):
    assert [when.span.text for when in annotated(text).whens] == []
